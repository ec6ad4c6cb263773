"""Which ids are one person: kinds of ids, limits, and what joins whom. No disk, no database, no clock."""
