"""Any file is read by what it is, not by what it is called."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cesta.ingest.files.stage import stage
from cesta.model.errors import CestaError


def test_a_file_with_the_wrong_name_is_read_as_what_it_is(tmp_path: Path) -> None:
    pq.write_table(pa.table({"n": [1]}), tmp_path / "a.csv")
    (staged,) = stage(tmp_path / "a.csv", tmp_path / "into")
    assert (staged.parquet, staged.columns) == (tmp_path / "a.csv", ("n",))
    (tmp_path / "export").write_text("a;b\n1;2\n")
    assert stage(tmp_path / "export", tmp_path / "into")[0].columns == ("a", "b")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match="no_file"):
        stage(tmp_path, tmp_path / "into")
