"""A first map by itself: stages and touchpoints proposed from the events there are, for people to change."""
