"""The formula of every kind of KPI."""

from __future__ import annotations

from cesta.measures.formulas import answers, counts, lengths, money, rates
from cesta.measures.formulas.wanted import Formula

FORMULAS: dict[str, Formula] = {
    "conversion": rates.conversion,
    "abandoned": rates.abandoned,
    "repeat_rate": rates.repeat_rate,
    "retention": rates.retention,
    "churn": rates.churn,
    "smoothness": rates.smoothness,
    "quality": rates.quality,
    "duration": lengths.duration,
    "interval": lengths.interval,
    "relationship": lengths.relationship,
    "average": money.average,
    "revenue": money.revenue,
    "clv": money.clv,
    "growth": money.grown,
    "nps": answers.nps,
    "csat": answers.csat,
    "ces": answers.ces,
    "count": counts.counted,
    "new_customers": counts.newcomers,
    "engagement": counts.engagement,
}
