"""The only place that knows a disk or a database: folder, lock, log, shards, documents."""
