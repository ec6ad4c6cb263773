"""The map as a picture: worked out once as shapes, then written as SVG, slides or pages."""
