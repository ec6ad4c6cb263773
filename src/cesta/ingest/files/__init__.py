"""Files as people have them, read honestly: their tables, and by its row each thing that breaks the rules."""
