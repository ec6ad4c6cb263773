"""Readers: what a place holds, a file, a database or a mailbox, comes as rows; a stranger's as ours."""
