"""What people allowed, and whose data is not taken at all."""
