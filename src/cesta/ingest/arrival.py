"""What readers of protocols make of messages; `model` has the form itself, so that the store knows it too."""

from __future__ import annotations

from cesta.model.arrival import STEPS, Arrival

__all__ = ["STEPS", "Arrival"]
