"""A generated clothing shop whose truth is known: of any size, in four languages, with planted barriers and effects."""
