"""What stops customers, found in what they did: each barrier against peers, with evidence, and nothing by chance."""
