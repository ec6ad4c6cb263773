"""What customers say in their own words: the language, whether it is good or bad, and which feelings it shows."""
