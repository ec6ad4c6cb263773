"""How each kind of KPI is worked out from what customers did."""
