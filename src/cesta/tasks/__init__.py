"""What people of a workspace have to do, where it came from, and whether it helped."""
