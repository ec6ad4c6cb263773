"""Worked companies to look at: real data and generated worlds, each with its definitions."""
