"""What is known of each customer: what was said of her, what her events say, and how she is found."""
