"""What a workspace sends to its own people: letters by mail."""
