"""A record that was kept before version 3 goes every way that one of today goes, and says the same as it did."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pyarrow.parquet as pq

from server.record.schema import from_json, to_json
from tests.server.record.earlier import SEATS, SUMS
from tests.server.record_commands.asked import SUMS as TODAY
from tests.server.record_commands.asked import folder, kept, said

__all__ = ["folder"]
IN_THIRDS = (0.67, 0.33, 0.0, 0.0, 0.0)


def test_what_it_says_is_read_as_it_was_said() -> None:
    for text in (SUMS, SEATS):
        read = from_json(text)
        assert (read.version, read.whole.shares, read.whole.gini) == (2, IN_THIRDS, 0.44)
    assert read.timeline is not None and {one.speech_s for one in read.timeline.seats} == {None}


def test_it_is_drawn_and_laid_beside_one_of_today() -> None:
    ids = dict(zip(("sums", "seats", "today"), kept(SUMS, SEATS, to_json(TODAY)), strict=True))
    by_level = {from_json(said("export", one)[1].encode()).level: one for one in ids.values()}
    for level, told in (("aggregate", "is kept nowhere"), ("seat_timeline", "the timeline tells")):
        code, shown = said("plot", by_level[level])
        assert code == 0 and told in shown, level
    assert (
        "nothing but the bars tells how long" in shown
        and "was rounded by itself" in shown
        and ">67%<" in shown
    )
    code, shown = said("compare", *ids.values())
    assert code == 0 and ">Oct 2026<" in shown and ">Nov 2026 a<" in shown and " · Oct" not in shown


def test_it_is_listed_and_taken_away(folder: Path) -> None:
    ids = kept(SUMS, SEATS)
    assert all(one in said("list")[1] for one in ids) and "damaged" not in said("list")[1]
    said("export", "all", "--as", "zip", "-o", "all.zip")
    with zipfile.ZipFile(folder / "all.zip") as whole:
        names = [f"records/{one}.json" for one in ids]
        assert {whole.read(one) for one in names} == {SUMS, SEATS}, "the very bytes"
        for table, rows in (("phases", 16), ("sessions", 2), ("timeline", 17)):
            lines = list(csv.DictReader(io.StringIO(whole.read(f"{table}.csv").decode())))
            opened = pq.read_table(io.BytesIO(whole.read(f"{table}.parquet"))).to_pylist()
            assert len(lines) == len(opened) == rows and lines[0].keys() == opened[0].keys()
    assert {row["seat_speech_s"] for row in opened} == {None}
    assert said("export", ids[0])[1].encode() in (SUMS, SEATS)
    assert said("export", "all", "--as", "csv")[1].count("\n") == 17
