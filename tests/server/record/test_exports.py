"""What is taken away opens in the library that it is made for, and says the same; and nothing but that."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pandas
import pyarrow as arrow
import pyarrow.parquet as pq
import pympi
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from praatio import textgrid as praat
from pyannote.database.util import load_rttm

from facilitation.structure_record import StructureRecord
from facilitation.talk import Segment
from facilitation.vocabulary import Keeping
from server.record import archive, eaf, libraries, parquet, rttm, spoke, tables, textgrid
from server.record.imported import record_of
from server.record.libraries import NotInstalled
from server.record.schema import from_json, schema, to_json
from server.record.tiers import NoTime, tiers
from tests.facilitation.circle import gathered
from tests.facilitation.worked_session import CIRCLE, SAID, a_session, record
from tests.golden_file import is_as_kept
from tests.server.record.any_record import records

pytestmark = pytest.mark.slow

SUMS = record(a_session(), SAID, month="2026-11")
SEATS = record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE, month="2026-11")
NEVER_BEGUN = record(gathered(), [])
IMPORTED = record_of([Segment(1 + n % 6, n * 10_000, n * 10_000 + 8_000) for n in range(60)])
ROOT = Path(__file__).parents[3]
PUBLISHED = Draft202012Validator(json.loads((ROOT / "docs/record/schema.json").read_text()))
some = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def laid(made: StructureRecord) -> dict[str, list[tuple[int, int, str]]]:
    """What should be found in a file, without asking `tiers`: by tier, in seconds."""
    begins = [phase.began_s for phase in made.phases]
    if made.phases:
        begins.append(begins[-1] + made.phases[-1].actual_s + made.phases[-1].paused_s)
    found = {
        "phases": [
            (begins[n], begins[n + 1], str(phase.kind))
            for n, phase in enumerate(made.phases)
            if begins[n + 1] > begins[n]
        ]
    }
    for seat in made.timeline.seats if made.timeline else ():
        assert made.timeline is not None
        spoken = [(s.start_s, s.end_s, "speech") for s in made.timeline.spoke if s.seat == seat.seat]
        presented = " presented" if seat.seat in {one.seat for one in made.timeline.presented} else ""
        found[f"seat{seat.seat} {seat.role}{presented}"] = spoken
    return found


def of_eaf(content: bytes, folder: Path) -> dict[str, list[tuple[int, int, str]]]:
    file = folder / "one.eaf"
    file.write_bytes(content)
    opened = pympi.Eaf(str(file))
    return {
        tier: sorted((a // 1000, b // 1000, word) for a, b, word in opened.get_annotation_data_for_tier(tier))
        for tier in opened.get_tier_names()
    }


def of_textgrid(content: bytes, folder: Path) -> dict[str, list[tuple[int, int, str]]]:
    file = folder / "one.TextGrid"
    file.write_bytes(content)
    opened = praat.openTextgrid(str(file), includeEmptyIntervals=False)
    return {
        tier: [(int(a), int(b), word) for a, b, word in opened.getTier(tier).entries]
        for tier in opened.tierNames
    }


@some
@given(made=records())
def test_elan_and_praat_find_the_same_phases_and_turns(
    made: StructureRecord, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, expected = tmp_path_factory.getbasetemp(), laid(made)
    if not expected["phases"]:
        for writes in (eaf.write, textgrid.write):
            with pytest.raises(NoTime):
                writes(made)
        return
    assert of_eaf(eaf.write(made), folder) == expected
    assert of_textgrid(textgrid.write(made), folder) == expected


@some
@given(made=records())
def test_an_eaf_is_what_pympi_itself_would_write(made: StructureRecord) -> None:
    """To the byte, with its slots in the order that ELAN wants."""
    try:
        laid = tiers(made)
    except NoTime:
        return
    own = pympi.Eaf(author="")
    own.adocument["DATE"] = eaf.NO_DATE
    own.properties.clear()
    for tier in laid:
        own.add_tier(tier.name)
        for one in tier.stretches:
            own.add_annotation(tier.name, one.start_s * 1000, one.end_s * 1000, one.word)
    own.remove_tier("default")
    times = own.timeslots
    in_order = sorted(times, key=lambda slot: (times[slot], int(slot[2:])))
    new = {slot: f"ts{number}" for number, slot in enumerate(in_order, 1)}
    own.timeslots = {new[slot]: times[slot] for slot in in_order}
    for spans, *_ in own.tiers.values():
        for name, (start, end, *more) in spans.items():
            spans[name] = (new[start], new[end], *more)
    assert eaf.write(made).decode() == f"{eaf.DECLARATION}\n{pympi.Elan.to_string(own)}\n"


@some
@given(made=records())
def test_rttm_is_read_as_the_same_turns(made: StructureRecord) -> None:
    if made.timeline is None or not made.timeline.spoke:
        with pytest.raises(NoTime):
            spoke.write(made)
        return
    numbers: dict[int, int] = {}
    for one in made.timeline.spoke:
        numbers.setdefault(one.seat, len(numbers) + 1)
    assert rttm.read(spoke.write(made).decode())["session"] == [
        Segment(numbers[one.seat], one.start_s * 1000, one.end_s * 1000) for one in made.timeline.spoke
    ]


@some
@given(several=st.lists(records(), max_size=3))
def test_parquet_and_csv_hold_the_rows_of_the_tables(several: list[StructureRecord]) -> None:
    for table in tables.tables({f"{n:04x}": one for n, one in enumerate(several)}):
        opened = pq.read_table(io.BytesIO(parquet.write(table)))
        assert opened.to_pylist() == table.rows
        assert opened.column_names == [column.name for column in table.columns]
        lines = list(csv.DictReader(io.StringIO(tables.as_csv(table))))
        assert [{name: "" if cell is None else cell for name, cell in row.items()} for row in table.rows] == [
            {name: back(row[name], line[name]) for name in row}
            for row, line in zip(table.rows, lines, strict=True)
        ]


def test_csv_and_rttm_are_read_by_the_libraries_that_others_use() -> None:
    for table in tables.tables({"a1": SUMS, "b2": SEATS, "c3": IMPORTED}):
        opened = pandas.read_csv(io.StringIO(tables.as_csv(table)))
        assert list(opened.columns) == [column.name for column in table.columns]
        single = [column.name for column in table.columns if not column.several]
        assert [
            {name: None if pandas.isna(cell) else cell for name, cell in row.items()}
            for row in opened[single].to_dict("records")
        ] == [{name: row[name] for name in single} for row in table.rows]
    (read,) = load_rttm(io.BytesIO(spoke.write(SEATS))).values()
    assert SEATS.timeline is not None
    assert sorted((one.start, one.end, label) for one, _, label in read.itertracks(yield_label=True)) == [
        (one.start_s, one.end_s, f"seat{one.seat}") for one in SEATS.timeline.spoke
    ]


def back(kind: Any, cell: str) -> Any:
    """A cell of CSV as what it was."""
    if isinstance(kind, list):
        return [type(one)(word) for one, word in zip(kind, cell.split(), strict=True)]
    return cell == "True" if isinstance(kind, bool) else cell if kind is None else type(kind)(cell)


def test_every_field_is_in_a_table() -> None:
    """By the published schema: what is neither a column nor in another table would be lost to whoever takes tables."""
    named = {column.field for table in tables.tables({}) for column in table.columns}
    assert {"shares_members", "shares_mean"} <= named
    named.add("shares")  # of groups, by two columns for each
    shapes = schema()["$defs"]
    for name in ("StructureRecord", "PhaseStructure", "Whole", "Spoke"):
        assert shapes[name]["properties"].keys() - named <= {"phases", "whole", "timeline"}, name


@some
@given(made=records())
def test_a_record_that_may_be_is_read_again_and_keeps_to_the_schema_that_is_published(
    made: StructureRecord,
) -> None:
    assert from_json(to_json(made)) == made
    assert list(PUBLISHED.iter_errors(json.loads(to_json(made)))) == []


def test_the_same_record_is_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = archive.write({"a1": SUMS, "b2": SEATS})
    monkeypatch.setenv("USER", "Quillzephyr")
    monkeypatch.setattr("time.strftime", lambda *_: "2033-05-18")
    later = time.gmtime(2e9)
    monkeypatch.setattr("time.localtime", lambda *_: later)
    assert archive.write({"a1": SUMS, "b2": SEATS}) == first


def test_nothing_says_who_when_or_with_what() -> None:
    whole = zipfile.ZipFile(io.BytesIO(archive.write({"a1": SUMS, "b2": SEATS})))
    assert whole.testzip() is None
    assert {(one.date_time, one.comment, one.extra, one.create_system) for one in whole.infolist()} == {
        ((1980, 1, 1, 0, 0, 0), b"", b"", 3)
    }
    head = ET.fromstring(whole.read("records/b2.eaf"))
    assert (head.get("AUTHOR"), head.get("DATE")) == ("", "1980-01-01T00:00:00+00:00")
    header = head.find("HEADER")
    assert header is not None and [one.tag for one in header if one.tag != "PROPERTY"] == []
    assert header.get("MEDIA_FILE") in (None, "")
    said = pq.read_metadata(io.BytesIO(whole.read("phases.parquet")))
    assert (said.created_by, said.metadata) == ("restarea", None)
    for name in whole.namelist():
        if name not in ("codebook.md", "schema.json"):
            text = whole.read(name).lower()
            assert [
                one for one in (b"pympi", b"arrow", b"pandas", b"praatio", b"parquet-cpp") if one in text
            ] == []


def test_a_zip_has_each_record_in_all_that_it_can_be() -> None:
    whole = zipfile.ZipFile(io.BytesIO(archive.write({"a1": SUMS, "b2": SEATS, "c3": NEVER_BEGUN})))
    assert whole.namelist() == [
        "codebook.md", "schema.json", "phases.csv", "phases.parquet", "sessions.csv", "sessions.parquet",
        "timeline.csv", "timeline.parquet",
        "records/a1.json", "records/a1.eaf", "records/a1.TextGrid",
        "records/b2.json", "records/b2.eaf", "records/b2.TextGrid", "records/b2.rttm",
        "records/c3.json",
    ]  # fmt: skip
    assert json.loads(whole.read("schema.json"))["$defs"]
    assert whole.read("records/b2.json") == to_json(SEATS)
    alone = zipfile.ZipFile(io.BytesIO(archive.write({"a1": SUMS})))
    assert "timeline.csv" not in alone.namelist()


def test_the_codebook_in_a_zip_says_each_column_of_the_tables_beside_it() -> None:
    whole = zipfile.ZipFile(io.BytesIO(archive.write({"a1": SUMS, "b2": SEATS, "c3": IMPORTED})))
    parts = whole.read("codebook.md").decode().split("\n### ")
    for name in ("phases", "sessions", "timeline"):
        (part,) = (one for one in parts if one.startswith(f"{name}\n"))
        rows = [
            [cell.strip() for cell in line.split("|")[1:5]] for line in part.splitlines() if line[:3] == "| `"
        ]
        said = {row[0].strip("`"): row for row in rows}
        header = whole.read(f"{name}.csv").decode().splitlines()[0].split(",")
        opened = pq.read_table(io.BytesIO(whole.read(f"{name}.parquet")))
        assert list(said) == header == opened.column_names
        for column in opened.schema:
            _, holds, may_be_null, meaning = said[column.name]
            assert (may_be_null == "yes") == column.nullable and meaning, column.name
            assert holds.startswith(HOLDS[str(column.type)]), column.name


HOLDS = {
    "int32": ("a number", "seconds, in steps of 5"),
    "double": ("parts of 1",),
    "bool": ("true or false",),
    "string": ("one of", "text"),
    "list<element: double>": ("several parts of 1",),
    "list<element: string>": ("several of",),
}


def test_files_are_as_somebody_found_them_right() -> None:
    is_as_kept("exports/seats.eaf", eaf.write(SEATS).decode())
    is_as_kept("exports/seats.TextGrid", textgrid.write(SEATS).decode())
    is_as_kept("exports/seats.rttm", spoke.write(SEATS).decode())
    whole = tables.tables({"a1": SUMS, "b2": SEATS})
    is_as_kept("exports/tables.csv", "\n".join(map(tables.as_csv, whole)))


def test_a_short_and_a_killed_session_can_be_taken_away(tmp_path: Path) -> None:
    killed = record(
        a_session(end=False), SAID[:2], Keeping.SEAT_TIMELINE, shuffled=CIRCLE, reached_ms=1_200_000
    )
    assert "not_ended" in killed.lacks
    silent = record(a_session(), [], Keeping.SEAT_TIMELINE, shuffled=CIRCLE)
    for made in (killed, silent, IMPORTED):
        assert of_eaf(eaf.write(made), tmp_path) == of_textgrid(textgrid.write(made), tmp_path) == laid(made)
    assert len(tiers(silent)) == 9 and not any(one.stretches for one in tiers(silent)[1:])
    with pytest.raises(NoTime):
        spoke.write(silent)


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pympi", None)
    monkeypatch.delitem(sys.modules, "pympi.Elan", raising=False)
    with pytest.raises(NotInstalled, match=re.escape(f"pympi is not installed: {libraries.installs()},")):
        eaf.write(SEATS)
    assert libraries.loaded("json") is json


def test_the_writers_name_is_taken_from_one_place_only() -> None:
    content = parquet.write(tables.phases({"a1": SUMS}))
    assert arrow.__version__.encode() not in content
    with pytest.raises(ValueError, match="not where the format has it"):
        parquet._without_its_writer(content + content[-8:], _Nobody)


class _Nobody:
    created_by = "nobody"

    @classmethod
    def read_metadata(cls, _: object) -> type[_Nobody]:
        return cls


def test_parquet_is_written_without_pandas() -> None:
    """To load it takes longer than all the rest."""
    written = (
        "from server.record import parquet, tables; from tests.facilitation.worked_session import *; "
        "parquet.write(tables.phases({'a': record(a_session(), SAID)}))"
    )
    subprocess.run(
        [sys.executable, "-c", f"{written}; import sys; assert 'pandas' not in sys.modules"], check=True
    )
