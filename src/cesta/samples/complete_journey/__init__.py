"""The Complete Journey: a year of 2,469 real households at a grocery chain. Data by dunnhumby, not redistributed."""

from cesta.samples.complete_journey.find import find_data
from cesta.samples.complete_journey.make import make

__all__ = ["find_data", "make"]
