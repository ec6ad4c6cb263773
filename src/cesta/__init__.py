"""Cesta: a living customer journey map."""

from importlib.metadata import version

__version__ = version("cesta")
__all__ = ["__version__"]
