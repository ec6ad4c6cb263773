"""Frozen values and errors that every layer shares; standard library only."""
