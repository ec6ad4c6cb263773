"""What clients send, read: one file per protocol, each a pure function of what was posted."""
