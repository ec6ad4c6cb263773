"""The command line: one verb a file, each a plain function with form added."""
