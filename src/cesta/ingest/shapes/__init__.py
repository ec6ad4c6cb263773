"""Named shapes: the exports that every company has, known by their columns, with a mapping that is ready."""
