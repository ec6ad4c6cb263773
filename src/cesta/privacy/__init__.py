"""What becomes of everything known about one person, in every place where it lies."""
