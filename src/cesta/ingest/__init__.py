"""The front door: the only way in for events, from programs and from files."""
