"""The map: its document, the rules it is checked by, the numbers bound into it."""
