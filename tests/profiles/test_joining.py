"""A table says traits of those whom its keys name; once, with the table as their source, and never of a stranger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cesta.model.errors import CestaError
from cesta.profiles.joining import Joined, join, rows_in, value_of
from cesta.profiles.profile import profile
from cesta.profiles.search import search
from cesta.samples.retail.small import small
from cesta.store.erasing import erase
from cesta.store.workspace import Workspace


@pytest.fixture
def own(tmp_path: Path, shop_maker: Any) -> Any:
    with shop_maker(tmp_path / "shop") as workspace:
        yield workspace


def test_by_id_and_by_email_and_only_what_is_new(own: Workspace, tmp_path: Path) -> None:
    bought = next(event for event in small() if "email" in event["props"])  # type: ignore[operator]
    email: Any = bought["props"]
    her = str(bought["customer"])
    other = next(one for one in own.snapshot().customers if one != her)
    text = f"who;name;tier;code\n{email['email'].upper()};Jana Nová;2;007\n{other};Ann;1;\nnobody;X;1;1\n;Y;1;1\n"
    (tmp_path / "crm.csv").write_text(text, encoding="utf-8")
    rows = list(rows_in(tmp_path / "crm.csv", "who"))
    assert join(own, "crm", rows) == Joined(2, 0, 1)
    assert join(own, "crm", rows) == Joined(0, 2, 1)
    found = {trait.name: (trait.value, trait.source) for trait in profile(own, her).traits}
    assert found == {"name": ("Jana Nová", "crm"), "tier": (2, "crm"), "code": ("007", "crm")}
    assert [match.customer for match in search(own, "nova").matches] == [her]
    assert join(own, "crm", [(her, {"tier": "gold"})]) == Joined(1, 0, 0)
    (tier,) = [trait for trait in profile(own, her).traits if trait.name == "tier"]
    assert (tier.value, tier.was) == ("gold", "number")
    erase(own, [her])
    assert search(own, "nova").matches == ()


def test_parquet_keeps_its_types(tmp_path: Path) -> None:
    table = pa.table({"id": [1, None, 3], "vip": [True, False, None], "size": [38, 39, 40]})
    pq.write_table(table, tmp_path / "t.parquet")
    assert list(rows_in(tmp_path / "t.parquet", "id")) == [("1", {"vip": True, "size": 38}), ("3", {"size": 40})]


@pytest.mark.parametrize(
    "text", ["007", "1e5", "+3", "1.2.3", "12345678901234567", "-", ".", "nan", "", "0x1", "1_000"]
)
def test_what_would_not_read_back_stays_text(text: str) -> None:
    assert value_of(text) == text


def test_what_cannot_be_read_is_told(own: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id,x\n\xff\xfe,1\n")
    (tmp_path / "b.parquet").write_bytes(b"no")
    (tmp_path / "c.csv").write_text("id,x\n1,1\n")
    for name, key, code in (("a.csv", "id", "bad_file"), ("b.parquet", "id", "bad_file"), ("c.csv", "y", "bad_table")):
        with pytest.raises(CestaError) as caught:
            list(rows_in(tmp_path / name, key))
        assert caught.value.code == code
    with pytest.raises(CestaError):
        join(own, " ", [])
