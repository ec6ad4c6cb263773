"""Guessing: from files nobody has described, who did what and when, as a mapping document a person can correct."""
