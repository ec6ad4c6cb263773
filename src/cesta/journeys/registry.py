"""All analyses by name."""

from __future__ import annotations

from types import MappingProxyType

from cesta.journeys import funnel, next_node, path_dropoff, paths, step_matrix, transitions
from cesta.journeys.plan import Registry

ANALYSES: Registry = MappingProxyType(
    {
        "funnel": funnel.ANALYSIS,
        "next_node": next_node.ANALYSIS,
        "path_dropoff": path_dropoff.ANALYSIS,
        "paths": paths.ANALYSIS,
        "step_matrix": step_matrix.ANALYSIS,
        "transitions": transitions.ANALYSIS,
    }
)
