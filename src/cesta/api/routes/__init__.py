"""One noun a file; each route calls one plain function."""
