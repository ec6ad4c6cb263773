"""All analyses by name."""

from __future__ import annotations

from types import MappingProxyType

from cesta.journeys import funnel
from cesta.journeys.plan import Registry

ANALYSES: Registry = MappingProxyType({"funnel": funnel.ANALYSIS})
