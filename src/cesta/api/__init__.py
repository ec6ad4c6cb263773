"""The HTTP side: the same functions as Python and the command line, with form added and nothing else."""
