"""`restarea record import-rttm`, `example`, `compare`: records that lie in files, and what each is called."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.server.record_commands.asked import RTTM, said

SEATS_BELOW = "Records in folders below are not read (1 in some/examples/seats).\n"


def test_imported_meetings_are_called_by_their_files_or_as_somebody_says(folder: Path) -> None:
    for name, shift in (("es2004a", 0), ("es2004b", 4)):
        (folder / f"{name}.rttm").write_text(RTTM.replace(" 8 <NA>", f" {8 - shift} <NA>"))
        said("import-rttm", f"{name}.rttm", "-o", f"{name}.json")
    code, shown = said("compare", "es2004b.json", "es2004a.json")
    assert code == 0 and shown.index(">es2004a<") < shown.index(">es2004b<")
    shown = said("compare", "es2004b.json", "es2004a.json", "--label", "Short <b>", "--label", "Long")[1]
    assert shown.startswith("This is no label")
    shown = said("compare", "es2004b.json", "es2004a.json", "--label", "short", "--label", "long")[1]
    assert shown.index(">long<") < shown.index(">short<") and "es2004a" not in shown


@pytest.mark.parametrize(
    ("started_as", "found_at", "command"),
    [
        (".venv/bin/restarea", None, ".venv/bin/restarea"),
        ("/a b/restarea", "/usr/bin/restarea", "'/a b/restarea'"),
        ("/usr/bin/restarea", "/usr/bin/restarea", "restarea"),
        ("server/__main__.py", None, "restarea"),
    ],
)
def test_what_to_type_next_is_called_as_this_was(
    monkeypatch: pytest.MonkeyPatch, started_as: str, found_at: str | None, command: str
) -> None:
    monkeypatch.setattr("sys.argv", [started_as])
    monkeypatch.setattr("server.terminal.which", lambda name: found_at)
    _, shown = said("example", "some")
    assert shown.count(f"\n  {command} record ") == 3


def test_records_of_one_session_are_both_named_by_their_files(folder: Path) -> None:
    said("example", "some")
    shown = said("compare", "some", "some/seats", "-o", "side.html")[1]
    assert shown.startswith(
        "some/example-1-aggregate.json, some/seats/example-1-seat_timeline.json are records of"
    )


def test_whoever_has_no_record_yet_can_have_an_example(folder: Path) -> None:
    code, shown = said("example", "some/examples")
    files = [line for line in shown.splitlines() if line.startswith("some/")]
    assert "nobody was asked" in shown
    assert (code, len(files)) == (0, 4) and all((folder / file).is_file() for file in files)
    for look in (line.split() for line in shown.splitlines() if line.startswith("  restarea record ")):
        noted = SEATS_BELOW if look[2] == "compare" else ""
        assert said(*look[2:]) == (0, noted) and (folder / look[-1]).stat().st_size > 10_000, look
    sums = [file for file in files if "aggregate" in file]
    for drawn in (("plot", sums[0], "--figure", "course"), ("compare", *sums, "--figure", "plans")):
        svg = " ".join(re.findall(r"<text[^>]*>([^<]*)<", said(*drawn)[1]))
        assert "An example: there is no such group, and nobody was there ·" in svg
    shown = said("compare", *reversed(sums))[1]
    assert shown.index(">Sept 2026<") < shown.index(">Oct 2026<") and "example-" not in shown
    assert "in no order of time" not in shown
    shown = said("compare", *files)[1]
    for letter, level in (("a", "aggregate"), ("b", "seat_timeline")):
        assert f">Sept {letter}<" in shown, "at its columns"
        assert f">Sept 2026 {letter} · example-1-{level}<" in shown, "in the tables"
    assert "Their letters tell no order" in shown and ">Oct 2026<" in shown
    (folder / files[0]).write_text("mine")
    (folder / files[1]).unlink()
    assert said("example", "some/examples") == (
        1, f"{files[0]} is there already, and nothing was written: choose another folder.\n",
    )  # fmt: skip
    assert (folder / files[0]).read_text() == "mine" and not (folder / files[1]).exists()
    assert said("example", "some/examples/example-2-aggregate.json/x")[0] == 1
