"""`restarea record export`, `plot`, `import-rttm` on files alone: what a newcomer has before any server of theirs."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from server.record.example import examples
from server.record.schema import from_json, to_json
from tests.server.record_commands.asked import RTTM, said

MADE = {name: to_json(one) for name, one in examples().items()}
ONE, SEATS = "example-1-aggregate", "example-1-seat_timeline"
ODD = """\ufeff;; of another program
SPEAKER b 1 400 5 <NA> <NA> Anna <NA> <NA>
SPEAKER b 1 0 30 <NA> <NA> Anna <NA> <NA>
SPEAKER b 1 20 30 <NA> <NA> Anna <NA> <NA>
SPEAKER b 1 30 20 <NA> <NA> Ben <NA> <NA>
SPEAKER b 1 60 0 <NA> <NA> Carla <NA> <NA>
"""
PUBLIC = "Nobody was asked."


@pytest.fixture(autouse=True)
def there(folder: Path) -> None:
    """There is no server: its data folder must not come to be."""
    (folder / "some").mkdir()
    for name, text in MADE.items():
        (folder / "some" / f"{name}.json").write_bytes(text)
    (folder / "meeting.rttm").write_text(RTTM)
    (folder / "odd.rttm").write_text(ODD)
    (folder / "many.rttm").write_text(RTTM + RTTM.replace(" m ", " n/1 ") + ODD.lstrip("\ufeff"))


def test_a_record_in_a_file_is_written_in_any_format(folder: Path) -> None:
    seats = f"some/{SEATS}.json"
    assert said("export", seats) == (0, MADE[SEATS].decode())
    for as_, begins in {
        "csv": "record,version",
        "eaf": "<?xml",
        "textgrid": "File",
        "rttm": "SPEAKER",
    }.items():
        code, text = said("export", seats, "--as", as_)
        assert code == 0 and text.startswith(begins), as_
    assert said("export", seats, "--as", "zip", "-o", "one.zip") == (0, "")
    assert said("export", "one.zip")[1] == MADE[SEATS].decode(), "one lies in it"
    assert said("plot", "one.zip", "-o", "one.html") == (0, "") and Path("one.html").stat().st_size > 10_000
    assert not (folder / "data").exists()


def test_those_of_a_folder_are_written_in_one_file() -> None:
    twice = (
        f"{ONE}, {SEATS} are records of one session (all their sums are the same), and a mean would count it "
    )
    twice += "more than once: leave out all but one of them.\n"
    assert said("export", "some", "--as", "zip", "-o", "all.zip") == (0, twice)
    with zipfile.ZipFile("all.zip") as archive:
        assert {name: archive.read(f"records/{name}.json") for name in MADE} == MADE
    for named in ("some", "all.zip"):
        told = said("export", named, "--as", "csv", "--table", "sessions")[1]
        rows = list(csv.DictReader(io.StringIO(told.removeprefix(twice))))
        assert [row["record"] for row in rows] == list(MADE)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (("export", "some"), "some holds 4 records: only csv, parquet and zip hold them all in one file."),
        (("plot", "some"), "some holds 4 records: say one, by its id or its .json."),
        (("export", "none.json"), "none.json cannot be read: No such file or directory."),
        (("export", "no/where"), "no/where cannot be read: No such file or directory."),
        (
            ("plot", "meeting.rttm"),
            "meeting.rttm is RTTM, and no record: `restarea record import-rttm` makes one of it.",
        ),
        (
            ("plot", f"some/{ONE}.json", "-o", "out.png"),
            "PNG is for one figure: say which, with --figure. There are: course, shares, held, followed, by_phase, "
            "turn_lengths, transfers, silences, interventions.",
        ),
        (
            ("plot", f"some/{ONE}.json", "--figure", "course", "-o", "out.html"),
            "One figure is written as .svg or .png; without --figure there is a page with all of them.",
        ),
        (
            ("compare", f"some/{ONE}.json", f"some/{SEATS}.json", "-o", "out.svg"),
            "SVG is for one figure: say which, with --figure. There are: plans, roles, evenly, turns, floor, after, "
            "quiet, interventions.",
        ),
        (
            ("import-rttm", "many.rttm", "-o", "out.json"),
            "many.rttm has 3 recordings: m, n_1, b. For one of them say --recording and its name. For all in one file "
            "say --as csv, parquet or zip. For a .json of each say -o and a folder: one that is there, or a new one "
            "without a point in its name.",
        ),
        (
            ("import-rttm", "many.rttm", "--as", "csv", "--label", "x"),
            "many.rttm has 3 recordings, and a label is for one: say which, with --recording.",
        ),
        (
            ("import-rttm", "many.rttm", "--recording", "c"),
            "many.rttm has no recording 'c'. There are: m, n_1, b.",
        ),
        (
            ("import-rttm", "meeting.rttm", "--as", "rttm"),
            "Which voice spoke when is written with --level seat_timeline; without it a record holds sums.",
        ),
    ],
)
def test_what_cannot_be_is_one_sentence_and_leaves_nothing(
    folder: Path, asked: tuple[str, ...], answer: str
) -> None:
    before = sorted(folder.rglob("*"))
    assert said(*asked) == (2, f"{answer}\n")
    assert sorted(folder.rglob("*")) == before


def test_a_damaged_file_of_a_folder_is_named_and_nothing_is_written(folder: Path) -> None:
    for name in ("bad", "worse"):
        (folder / "some" / f"{name}.json").write_text("{}")
    wrong = (
        "is no record that can be read (at $.version: this field is missing): export it again, or use a copy"
    )
    for asked in (("export", "some", "--as", "csv", "-o", "out.csv"), ("compare", "some", "-o", "out.csv")):
        assert said(*asked) == (
            2,
            f"bad.json {wrong}.\nworse.json {wrong}.\nNothing was written, for 2 of 6 would be missing: --skip-damaged "
            "takes the others.\n",
        )
    assert not (folder / "out.csv").exists()
    code, shown = said("export", "some", "--as", "zip", "-o", "out.zip", "--skip-damaged")
    assert code == 0 and shown.startswith(
        f"bad.json {wrong}. It is left out.\nworse.json {wrong}. It is left out.\n"
    )
    with zipfile.ZipFile("out.zip") as archive:
        assert {f"records/{name}.json" for name in MADE} < set(archive.namelist())
    (folder / "bad").mkdir()
    for name in ("a", "b"):
        (folder / "bad" / f"{name}.json").write_text("{}")
    assert said("export", "bad", "--as", "csv", "--skip-damaged")[1].endswith("bad: no record is left.\n")


def test_a_damaged_file_that_is_named_is_left_out_as_one_of_a_folder_is(folder: Path) -> None:
    (folder / "bad.json").write_text("{}")
    (folder / "bad.zip").write_bytes(b"PK?")
    named = (
        "compare",
        f"some/{ONE}.json",
        "bad.json",
        "bad.zip",
        "some/example-2-aggregate.json",
        "-o",
        "side.html",
    )
    wrong = (
        "bad.json is no record that can be read (at $.version: this field is missing): export it again, or use a copy",
        "bad.zip: a damaged ZIP, or none: export it again, or use a copy",
    )
    assert said(*named) == (
        2,
        f"{wrong[0]}.\n{wrong[1]}.\nNothing was written, for 2 of 4 would be missing: --skip-damaged takes the "
        "others.\n",
    )
    assert not (folder / "side.html").exists()
    assert said(*named, "--skip-damaged") == (0, "".join(f"{one}. It is left out.\n" for one in wrong))
    assert (folder / "side.html").is_file()
    assert said("compare", "bad.json", "bad.zip", "--skip-damaged")[1].endswith(
        "bad.json, bad.zip: no record is left.\n"
    )
    (folder / "other").mkdir(exist_ok=True)
    (folder / "other" / f"{ONE}.json").write_bytes(MADE["example-2-aggregate"])
    several = (
        "export",
        f"some/{ONE}.json",
        "bad.json",
        f"other/{ONE}.json",
        "--as",
        "csv",
        "--table",
        "sessions",
    )
    code, shown = said(*several, "--skip-damaged")
    assert code == 0 and f"{wrong[0]}. It is left out.\n" in shown
    assert f"\n{ONE},5," in shown and f"\n{ONE}_2,5," in shown, "of one name, and told apart"
    assert said(*several)[0] == 2 and said("export", "bad.json", "bad.json")[0] == 2
    (folder / "two").mkdir()
    for name in ("bad.json", f"some/{ONE}.json"):
        (folder / "two" / Path(name).name).write_bytes((folder / name).read_bytes())
    code, shown = said("plot", "two", "--skip-damaged", "-o", "one.html")
    assert (code, shown) == (0, f"{wrong[0]}. It is left out.\n")
    assert said("compare", f"some/{ONE}.json", "none.json", "--skip-damaged") == (
        2,
        "none.json cannot be read: No such file or directory.\n",
    )


def test_a_folder_lies_side_by_side_as_a_page_or_as_one_figure(folder: Path) -> None:
    code, shown = said("compare", "some", "--figure", "plans", "-o", "plans.svg")
    assert code == 0 and "of one session" in shown and (folder / "plans.svg").read_text().startswith("<svg ")
    names = f"Sept 2026 a · {ONE}; Sept 2026 b · {SEATS}"
    alike = f"All sums of {names} are the same: if they are records of one session, it counts more than once"
    assert said("compare", "some", "-o", "page.html")[0] == 0
    assert alike in (folder / "page.html").read_text() and "All sums of" in (folder / "plans.svg").read_text()
    assert said("compare", f"some/{ONE}.json", "some/example-2-aggregate.json", "-o", "page.html")[0] == 0
    assert "All sums of" not in (folder / "page.html").read_text()
    assert said("compare", "some", f"other/{ONE}.json")[0] == 2
    code, shown = said("compare", f"some/{ONE}.json", "some", "-o", "x.html", "--label", "a")
    assert (code, shown) == (2, "Say one label for each record: there are 4 records and 1 labels.\n")
    assert said("compare", "some", "--figure", "course") == (
        2,
        "These records have no figure 'course'. There are: plans, roles, evenly, turns, floor, after, quiet, "
        "interventions.\n",
    )


def test_what_only_reads_makes_nothing(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    said_so = f"No server has kept anything here: there is no restarea.db in {folder / 'data'}. "
    said_so += "RESTAREA_DATA_DIR says where the data of a server lies.\n"
    for asked in (
        ("list",),
        ("audit",),
        ("export", "all", "--as", "csv"),
        ("plot", "0" * 16),
        ("destroy", "x"),
    ):
        assert said(*asked) == (2, said_so), asked
    assert said("plot", "nobody") == (2, "There is no record 'nobody', nor a file of that name.\n")
    assert sorted(folder.rglob("*")) == before


def test_a_figure_is_drawn_as_the_files_name_ends(folder: Path) -> None:
    for name, begins in (("a.svg", b"<svg "), ("a.png", b"\x89PNG")):
        assert said("plot", f"some/{SEATS}.json", "--figure", "seats", "-o", name) == (0, "")
        assert (folder / name).read_bytes().startswith(begins)


def test_an_import_says_what_it_joined_left_out_and_put_in_order(folder: Path) -> None:
    assert said("import-rttm", "odd.rttm", "-o", "odd.json") == (
        0,
        "odd: 5 segments; of these 1 joined with another of the same voice, overlapping or touching it; 1 left out for "
        "having no length, and so 1 of the voices, which had no other; 1 put in order for beginning before the one "
        "above.\n",
    )
    made = from_json((folder / "odd.json").read_bytes())
    assert (made.whole.speech_s.member, made.whole.overlap_s, made.phases[0].kind) == (
        75,
        20,
        "whole_meeting",
    )
    assert "The whole meeting" in said("plot", "odd.json")[1]


def test_of_a_public_meeting_it_may_be_written_who_spoke_when(folder: Path) -> None:
    level = ("--level", "seat_timeline")
    code, text = said("import-rttm", "meeting.rttm", *level, "-o", "seats.json")
    assert (code, PUBLIC in text) == (0, True)
    shown = said("plot", "seats.json")[1]
    assert "each seat is a voice of the file" in shown and ">Seat 5<" in shown and "pseudonymous" not in shown
    rows = said("import-rttm", "meeting.rttm", *level, "--as", "csv", "--table", "timeline", "-o", "rows.csv")
    assert rows[0] == 0 and len(Path("rows.csv").read_text().splitlines()) == 61
    assert said("import-rttm", "meeting.rttm", *level, "--as", "rttm", "-o", "five.rttm")[0] == 0
    assert Path("five.rttm").read_text().startswith("SPEAKER session 1 0.000 10.000 <NA> <NA> seat1")


def test_a_published_meeting_has_exact_measures(folder: Path) -> None:
    asked = ("import-rttm", "many.rttm", "--exact")
    code, text = said(*asked, "-o", "measures.csv")
    rows = list(csv.DictReader(Path("measures.csv").read_text().splitlines()))
    assert (code, [row["recording"] for row in rows]) == (0, ["m", "n_1", "b"])
    assert text.startswith("b: 5 segments; of these 1 joined")
    assert {row["length_s"] for row in rows[:2]} == {"598.0"} and rows[0]["voice_s"].split() == ["96.0"] * 5
    assert said("import-rttm", "odd.rttm", "--exact", "-o", "odd.json")[1].endswith(
        "odd.json is written as csv, whatever its ending says.\n"
    )
    assert said("import-rttm", "odd.rttm", "--exact", "--as", "csv")[0] == 0
    wrong = "The exact measures are one table, as CSV: say neither another --as, nor --table nor --level.\n"
    for more in (("--as", "json"), ("--as", "zip"), ("--table", "sessions"), ("--level", "seat_timeline")):
        assert said(*asked, *more) == (2, wrong)


def test_of_many_recordings_each_is_a_record(folder: Path) -> None:
    code, text = said("import-rttm", "many.rttm", "-o", "each")
    assert code == 0 and [line for line in text.splitlines() if line.startswith("each/")] == [
        "each/m.json", "each/n_1.json", "each/b.json",
    ]  # fmt: skip
    assert json.loads(Path("each/m.json").read_text()) == json.loads(Path("each/n_1.json").read_text())
    again = said("import-rttm", "many.rttm", "-o", "each")
    assert again[0] == 1 and "each/m.json is there already, and nothing was written" in again[1]
    said("import-rttm", "many.rttm", "--as", "csv", "-o", "all.csv")
    assert [row["record"] for row in csv.DictReader(Path("all.csv").read_text().splitlines())] == [
        "m",
        "n_1",
        "b",
    ]
    assert said("import-rttm", "many.rttm", "--recording", "m")[1] == Path("each/m.json").read_text()
    Path("many.rttm").write_text("SPEAKER e 1 1 0 <NA> <NA> A <NA> <NA>\n" + RTTM)
    text = said("import-rttm", "many.rttm", "-o", "more")[1]
    assert "e: no segment in it has a length. It is left out.\n" in text and "more/m.json" in text


def test_what_is_too_short_for_the_timeline_is_counted_and_nobody_is_said_to_be_silent(folder: Path) -> None:
    """Segments of less than half a second: none has a stretch in steps of five."""
    (folder / "short.rttm").write_text(
        "".join(f"SPEAKER m 1 {n * 5} 0.4 <NA> <NA> who{n % 5} <NA> <NA>\n" for n in range(70))
    )
    level = ("import-rttm", "short.rttm", "--level", "seat_timeline")
    assert (
        "70 segments; of these 70 too short for the timeline's steps of 5 seconds"
        in (said(*level, "-o", "short.json")[1])
    )
    short = "Nobody spoke for as long as the timeline's steps of 5 seconds:"
    assert said("export", "short.json", "--as", "rttm") == (2, f"{short} the sums have it.\n")
    rows = f"{short} there is no row to write. `--table sessions` has the sums.\n"
    assert said("export", "short.json", "--as", "csv", "--table", "timeline") == (2, rows)
    shown = said("plot", "short.json")[1]
    assert "No bar is drawn" in shown and "Turns that were counted: 70." in shown and "bars: 0" not in shown


def test_what_is_written_takes_the_place_of_a_file_as_a_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file := folder / "out.json").write_text("before")
    file.chmod(0o640)
    owners: list[tuple[object, ...]] = []
    monkeypatch.setattr("server.terminal.os.chown", lambda *owner: owners.append(owner[1:]))
    assert said("export", f"some/{ONE}.json", "-o", "out.json") == (0, "")
    assert owners == [(file.stat().st_uid, file.stat().st_gid)], "it stays its owner's"
    assert file.read_bytes() == MADE[ONE] and file.stat().st_mode & 0o777 == 0o640

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    answer = said("export", f"some/{SEATS}.json", "-o", "out.json")
    assert answer == (1, "out.json cannot be written: No space left on device.\n")
    assert file.read_bytes() == MADE[ONE] and not list(folder.glob(".out*"))


def test_what_is_read_only_or_known_by_two_names_stays_so(folder: Path) -> None:
    (file := folder / "out.json").write_text("before")
    file.chmod(0o444)
    export = ("export", f"some/{ONE}.json", "-o")
    assert said(*export, "out.json") == (1, "out.json cannot be written: Permission denied.\n")
    assert file.read_text() == "before"
    file.chmod(0o644)
    (folder / "too.json").hardlink_to(file)
    assert said(*export, "out.json") == (0, "") and (folder / "too.json").read_bytes() == MADE[ONE]
    reads, writes = os.pipe()
    assert said(*export, f"/dev/fd/{writes}") == (0, "") and os.read(reads, 100_000) == MADE[ONE]
    assert said(*export, long := f"{'n' * 250}.json") == (0, "") and (folder / long).exists()


def test_a_file_is_written_in_place_where_nothing_can_be_put_beside_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "out.json").write_text("before, and longer" * 10_000)

    def refused(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("server.terminal.os.open", refused)
    assert said("export", f"some/{ONE}.json", "-o", "out.json") == (0, "")
    assert (folder / "out.json").read_bytes() == MADE[ONE]
    answer = said("export", f"some/{ONE}.json", "-o", "new.json")
    assert answer == (1, "new.json cannot be written: Read-only file system.\n")
