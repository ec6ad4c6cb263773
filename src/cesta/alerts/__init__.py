"""Watches over KPIs and cells of maps, and tells people when one is not as it should be."""
