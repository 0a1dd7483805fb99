"""`load_records`: what was taken away comes back as the same rows, from every way in which it can lie there."""

from __future__ import annotations

import zipfile
from collections.abc import Hashable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.structure_record import VERSION, StructureRecord
from facilitation.vocabulary import PhaseKind
from server.record import (
    BadRecord,
    NewerRecord,
    RecordLeftOut,
    RecordTwice,
    archive,
    load_records,
    parquet,
    tables,
)
from server.record.files import TAKEN
from server.record.schema import to_json
from tests.facilitation.worked_session import a_session, record
from tests.server.record.any_record import records
from tests.server.record.test_exports import IMPORTED, SEATS, SUMS, some

pytestmark = pytest.mark.slow

KEPT = {"a1": SUMS, "b2": SEATS}
"""Of one session, as is said wherever they are read from what has the whole records."""
of_one_session = pytest.mark.filterwarnings("ignore::server.record.RecordTwice")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ZIP, the same unpacked, a folder of records, one of them, and tables."""
    folder = tmp_path_factory.mktemp("taken")
    (folder / "all.zip").write_bytes(archive.write(KEPT))
    zipfile.ZipFile(folder / "all.zip").extractall(folder / "unpacked")
    (folder / "records").mkdir()
    for name, one in KEPT.items():
        (folder / "records" / f"{name}.json").write_bytes(to_json(one))
    for table in tables.tables(KEPT):
        (folder / f"{table.name}.parquet").write_bytes(parquet.write(table))
        (folder / f"{table.name}.csv").write_text(tables.as_csv(table))
    return folder


@of_one_session
@pytest.mark.parametrize(
    "name", ["all.zip", "unpacked", "unpacked/records", "records", "phases.parquet", "phases.csv", ""]
)
def test_a_row_a_phase_from_wherever_it_lies(folder: Path, name: str) -> None:
    frame = load_records(str(folder / name))
    assert list(frame["record"]) == ["a1"] * 8 + ["b2"] * 8
    assert frame.loc[0, "speech_s_leader"] == 30 and frame["speech_s_leader"].dtype == "Int64"
    assert frame["began_s"].dtype == "int64", "what is never null needs no null"
    assert frame["leader_share"].isna().sum() == 4 and frame["leader_share"].dtype == "float64"
    assert list(frame["kind"].cat.categories) == [*PhaseKind, "whole_meeting"]
    assert list(frame["level"].astype(str).unique()) == ["aggregate", "seat_timeline"]
    assert set(frame["version"]) == {VERSION} and frame.loc[0, "lacks"] == ["interventions_not_noted"]
    assert frame.groupby("record", observed=True)["actual_s"].sum().nunique() == 1


@of_one_session
@pytest.mark.parametrize("name", ["all.zip", "sessions.parquet", "sessions.csv"])
def test_a_row_a_session(folder: Path, name: str) -> None:
    frame = load_records(folder / name, "sessions")
    assert list(frame["gini"]) == [SUMS.whole.gini] * 2
    groups = {f"shares_{name}": frame.loc[0, f"shares_{name}"] for name in ("most_members", "most_mean")}
    assert groups == {"shares_most_members": 3, "shares_most_mean": 0.295} and "shares" not in frame
    assert frame["shares_between_mean"].isna().all() and frame["shares_between_members"].dtype == "Int64"
    assert (frame.loc[0, "shares_least_members"], frame.loc[0, "shares_least_mean"]) == (2, 0.057)
    assert "no_speech" not in frame.loc[0, "lacks"]


@pytest.mark.parametrize("ending", ["json", "csv", "parquet"])
def test_what_nobody_knows_is_null_wherever_it_comes_from(tmp_path: Path, ending: str) -> None:
    kept = {"a": SUMS, "i": IMPORTED, "n": record(a_session(), None), "m": replace(SUMS, lacks=())}
    path, table = tmp_path / f"all.{ending}", tables.phases(kept)
    if ending == "json":
        for name, one in kept.items():
            (tmp_path / f"{name}.json").write_bytes(to_json(one))
    else:
        for column in ("interventions_open", "interventions_close"):  # as it was written before
            table.rows[0][column] = 0
        path.write_bytes(parquet.write(table) if ending == "parquet" else tables.as_csv(table).encode())
    frame = load_records(tmp_path if ending == "json" else path).groupby("record", observed=True)
    null = frame.apply(lambda of: of.isna().all(), include_groups=False)
    assert list(null["interventions_open"]) == [True, True, False, True], (
        "nobody marked anything, or nobody knows"
    )
    assert list(null["interventions_time"]) == [False, True, False, False], (
        "the course of the session shows it"
    )
    for column in (
        "speech_s_member",
        "turns_leader",
        "silence_s",
        "silences_over_3_s",
        "overlap_s",
        "back_speech_s",
    ):
        assert null.loc["n", column] and not null.loc["a", column], column
    assert not null.loc["n", "measured_s"]
    assert list(null["format"]) == list(null["format_version"]) == [False, True, False, False]


@of_one_session
@pytest.mark.parametrize("name", ["all.zip", "timeline.parquet", "timeline.csv"])
def test_a_row_a_time_that_somebody_spoke(folder: Path, name: str) -> None:
    frame = load_records(folder / name, "timeline")
    assert SEATS.timeline is not None
    assert list(zip(frame["seat"], frame["start_s"], frame["end_s"], strict=True)) == [
        (one.seat, one.start_s, one.end_s) for one in SEATS.timeline.spoke
    ]
    sums = {one.seat: one.speech_s for one in SEATS.timeline.seats}
    assert list(frame["seat_speech_s"]) == [sums[one.seat] for one in SEATS.timeline.spoke]
    assert frame["presented"].dtype == "bool" and frame["presented"].any()


def test_two_of_one_name_in_a_zip_packed_by_hand_are_two(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        for name, one in (("x/m.json", SUMS), ("y/m.json", SEATS)):
            packed.writestr(name, to_json(one))
    with pytest.warns(RecordTwice, match="^m, m_2 are records of one session"):
        frame = load_records(tmp_path / "a.zip", "sessions")
    assert dict(zip(frame["record"], frame["level"], strict=True)) == {"m": SUMS.level, "m_2": SEATS.level}


def test_one_record_has_its_files_name(folder: Path) -> None:
    assert set(load_records(folder / "records" / "b2.json")["record"]) == {"b2"}


@of_one_session
@settings(some, max_examples=15)
@given(several=st.lists(records(), min_size=1, max_size=3))
def test_any_records_come_back(
    several: list[StructureRecord], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    kept = {f"{n:04x}": one for n, one in enumerate(several)}
    for name, one in kept.items():
        (folder / f"{name}.json").write_bytes(to_json(one))
    for table in tables.tables(kept):
        (written := folder / "table.csv").write_text(tables.as_csv(table))
        for path in (folder, written) if table.rows else (folder,):
            frame = load_records(path, table.name)  # type: ignore[arg-type]
            assert [row_of(row) for row in frame.to_dict("records")] == table.rows
            assert list(frame.columns) == [column.name for column in table.columns]


def row_of(row: dict[Hashable, Any]) -> dict[str, Any]:
    """With None for what is missing, as a table has it."""
    lists = {key for key, cell in row.items() if isinstance(cell, list)}
    return {str(key): None if key not in lists and pandas.isna(cell) else cell for key, cell in row.items()}


def test_one_that_is_damaged_keeps_no_other_back(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "some").mkdir()
    for name, text in {"a": to_json(SUMS), "b": b"{}", "c": b'{"version": 99}', "d": to_json(SEATS)}.items():
        (tmp_path / "some" / f"{name}.json").write_bytes(text)
    (tmp_path / "byte.zip").write_bytes(damaged((folder / "all.zip").read_bytes()))
    again = "export it again, or use a copy"
    bad = f"b.json is no record that can be read (at $.version: this field is missing): {again}"
    answers = {
        "some": (["a", "d"], [bad, "c.json was made by a newer Restarea: upgrade this one to read it"]),
        "byte.zip": (["b2"], [f"byte.zip: records/a1.json is damaged in the ZIP: {again}"]),
    }
    for name, (read, said) in answers.items():
        with pytest.warns((RecordLeftOut, RecordTwice)) as warned:
            frame = load_records(tmp_path / name)
        assert list(dict.fromkeys(frame["record"])) == read
        assert [str(one.message) for one in warned if one.category is not RecordTwice] == said
        twice = [str(one.message) for one in warned if one.category is RecordTwice]
        assert [one.startswith("a, d are records of one session") for one in twice] == [True] * (
            name == "some"
        )
        assert {Path(one.filename).name for one in warned} == {Path(__file__).name}, "whoever asked is told"
        with pytest.raises(BadRecord) as refused:
            load_records(tmp_path / name, strict=True)
        assert str(refused.value) == said[0]
    for name in ("a", "d"):
        (tmp_path / "some" / f"{name}.json").unlink()
    with pytest.raises(
        BadRecord, match=r"some: none of its 2 records can be read. The first: b\.json is no record"
    ):
        load_records(tmp_path / "some")


def damaged(whole: bytes) -> bytes:
    """The same ZIP with one byte of a record's other."""
    at = whole.index(b"records/a1.json") + 200
    return whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]


def test_what_is_damaged_is_named(folder: Path, tmp_path: Path) -> None:
    whole = (folder / "all.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "empty.zip", "w") as empty:
        empty.writestr("readme.txt", "nothing")
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as bad:
        bad.writestr("records/a1.json", to_json(SUMS)[:-9])
    (tmp_path / "cut.zip").write_bytes(whole[:-100])
    (tmp_path / "notes.txt").write_text("Anna spoke")
    (tmp_path / "m.rttm").write_text("SPEAKER m 1 1 2 <NA> <NA> Anna <NA> <NA>")
    (tmp_path / "other.csv").write_text("a;b\n1;2\n")
    (tmp_path / "newer.csv").write_text(
        (folder / "phases.csv").read_text().replace(f",{VERSION},agg", ",99,agg")
    )
    (tmp_path / "timeline.csv").write_bytes((folder / "timeline.csv").read_bytes())
    lines = (folder / "phases.csv").read_text().splitlines(keepends=True)
    (tmp_path / "cut.csv").write_text("".join(lines[:-1]) + lines[-1].rpartition(",")[0] + "\n")
    (tmp_path / "end.csv").write_text("".join(lines)[:-2])
    (tmp_path / "bad.json").write_bytes(b"{}")
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 and more PAR1")
    (tmp_path / "other.parquet").write_bytes((folder / "sessions.parquet").read_bytes())
    (tmp_path / "none").mkdir()
    (tmp_path / "newer.json").write_bytes(b'{"version": 9}')
    again, no_json = (
        "export it again, or use a copy",
        "it is no JSON, so it was cut off or changed, or is another kind of file",
    )
    for name, answer in {
        "empty.zip": "empty.zip: no record is in this ZIP: it is not one that `restarea record export` wrote",
        "bad.zip": f"records/a1.json is no record that can be read ({no_json}): {again}",
        "cut.zip": f"cut.zip: a damaged ZIP, or none: {again}",
        "notes.txt": f"notes.txt is no file in which records lie. Such are: {TAKEN}",
        "m.rttm": "m.rttm is RTTM, and no record: `restarea record import-rttm` makes one of it",
        "other.csv": "other.csv: no table of phases, or one of another version: read the records themselves",
        "newer.csv": "newer.csv was made by a newer Restarea: upgrade this one to read it",
        "bad.json": f"bad.json is no record that can be read (at $.version: this field is missing): {again}",
        "bad.parquet": f"bad.parquet: a damaged Parquet file, or none: {again}",
        "other.parquet": 'other.parquet is a table of sessions, and not of phases: ask for "sessions"',
        "timeline.csv": 'timeline.csv is a table of timeline, and not of phases: ask for "timeline"',
        "cut.csv": f"cut.csv: a damaged CSV file, or none: {again}",
        "end.csv": f"end.csv: a damaged CSV file, or none: {again}",
        "none": "none: no record is in this folder: export some, or unpack the ZIP there",
        "newer.json": "newer.json was made by a newer Restarea: upgrade this one to read it",
        "nowhere.json": f"{tmp_path / 'nowhere.json'} cannot be read: No such file or directory",
        "nowhere.zip": f"{tmp_path / 'nowhere.zip'} cannot be read: No such file or directory",
        "nowhere.parquet": f"{tmp_path / 'nowhere.parquet'} cannot be read: No such file or directory",
    }.items():
        with pytest.raises(BadRecord) as refused:
            load_records(tmp_path / name)
        assert str(refused.value) == answer
        assert isinstance(refused.value, NewerRecord) == name.startswith("newer")
    with pytest.raises(ValueError, match="there is no table 'turns'; there are phases, sessions, timeline"):
        load_records(tmp_path / "bad.zip", "turns")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("gini", "0.1234"),
        ("gini", "0.33"),
        ("leader_share", "nan"),
        ("leader_share", "1.5"),
        ("measured_s", "-5"),
        ("measured_s", "7"),
        ("measured_s", "9" * 30),
        ("measured_s", "10000005"),
        ("measured_s", "1_0"),
        ("speech_s_member", "7"),
        ("month", "Hello 3 Nov"),
        ("version", "0"),
        ("shares_most_mean", "0.1234"),
        ("shares_most_members", "-1"),
    ],
)
def test_a_table_holds_nothing_that_a_record_cannot(tmp_path: Path, column: str, cell: str) -> None:
    head, row = (line.split(",") for line in tables.as_csv(tables.sessions({"a": SUMS})).splitlines())
    row[head.index(column)] = cell
    (path := tmp_path / "a.csv").write_text(f"{','.join(head)}\n{','.join(row)}\n")
    with pytest.raises(BadRecord, match=rf"a\.csv: (a damaged CSV file|in row 1 `{column}` is none)"):
        load_records(path, "sessions")
    table = tables.sessions({"a": SUMS})
    table.rows[0]["measured_s"] = 7
    (path := tmp_path / "a.parquet").write_bytes(parquet.write(table))
    with pytest.raises(BadRecord, match="in row 1 `measured_s`"):
        load_records(path, "sessions")
