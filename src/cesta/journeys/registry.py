"""All analyses by name."""

from __future__ import annotations

from types import MappingProxyType

from cesta.journeys import (
    activity,
    attribution,
    conformance,
    conversion,
    durations,
    funnel,
    funnel_trend,
    groups,
    next_node,
    path_dropoff,
    paths,
    prepare,
    process,
    retention,
    sequence,
    step_matrix,
    time_to_convert,
    transitions,
    window_funnel,
)
from cesta.journeys.plan import Registry

ANALYSES: Registry = MappingProxyType(
    {
        **activity.ANALYSES,
        **prepare.ANALYSES,
        **process.ANALYSES,
        "attribution": attribution.ANALYSIS,
        "conformance": conformance.ANALYSIS,
        "conversion": conversion.ANALYSIS,
        "durations": durations.ANALYSIS,
        "funnel": funnel.ANALYSIS,
        "funnel_trend": funnel_trend.ANALYSIS,
        "groups": groups.ANALYSIS,
        "next_node": next_node.ANALYSIS,
        "path_dropoff": path_dropoff.ANALYSIS,
        "paths": paths.ANALYSIS,
        "retention": retention.ANALYSIS,
        "sequence": sequence.ANALYSIS,
        "step_matrix": step_matrix.ANALYSIS,
        "time_to_convert": time_to_convert.ANALYSIS,
        "transitions": transitions.ANALYSIS,
        "window_funnel": window_funnel.ANALYSIS,
    }
)
