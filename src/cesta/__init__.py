"""Cesta: a living customer journey map."""
