"""A generated clothing shop whose truth is known: of any size, in four languages, with planted barriers and effects."""

from cesta.samples.retail.events import World
from cesta.samples.retail.make import MAPPING, make
from cesta.samples.retail.writing import blocks, write

__all__ = ["MAPPING", "World", "blocks", "make", "write"]
