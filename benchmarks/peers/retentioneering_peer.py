"""Retentioneering: its own transition matrix, in counts. It knows no windows, so no other question is the same."""

from __future__ import annotations

import os

os.environ["RETENTIONEERING_NO_TRACK"] = "1"

import pandas as pd
from asked import Question, Rows, serve
from retentioneering import Eventstream, __version__


def load(path: str) -> tuple[str, dict[str, Question]]:
    frame = pd.read_parquet(path, columns=["customer", "name", "ts"])
    frame = pd.DataFrame(
        {
            "user_id": frame["customer"],
            "event": frame["name"].map("{:d}".format),
            "timestamp": pd.to_datetime(frame["ts"], unit="us"),
        }
    )
    stream = Eventstream(frame)

    def transitions() -> Rows:
        matrix = stream.transition_graph_data(edge_weight="count")
        found: Rows = []
        for origin, row in matrix.iterrows():
            found += [
                [int(str(origin)), int(str(target)), int(count)]
                for target, count in row.items()
                if count and str(origin).isdigit() and str(target).isdigit()
            ]
        return found

    return __version__, {"transitions": transitions}


if __name__ == "__main__":
    serve(load)
