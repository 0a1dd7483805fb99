"""`restarea record`: what was released, taken away; and the record of any meeting of which an RTTM file is known."""

from __future__ import annotations

import asyncio
import csv
import hashlib
import io
import json
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from facilitation.vocabulary import Keeping
from server.cli import app
from server.record.libraries import installs
from server.record.schema import to_json
from server.record_commands.audit import note_taken_away
from server.terminal import OWN_FOLDER
from tests.facilitation.circle import gathered
from tests.facilitation.worked_session import CIRCLE, SAID, a_group_of, a_session, record
from tests.server.record_commands.asked import RTTM, SEATS, SUMS, data, kept, runner, said


def test_the_list_names_what_was_released() -> None:
    (record_id,) = kept(to_json(SUMS))
    assert said("list") == (
        0,
        f"{record_id}  2026-11   aggregate      classic, 5 to 8 members, 20 minutes; no leader marked anything\n",
    )


def test_the_list_tells_of_seconds_where_there_was_no_minute_and_of_all_that_is_missing() -> None:
    kept(to_json(record(a_group_of(4, 30), SAID[:2])))
    assert said("list")[1].endswith(
        "no month  aggregate      classic, up to 4 members, 30 seconds; too little was said to tell shares; "
        "too few members to tell shares; no leader marked anything\n"
    )


def test_what_may_still_be_vetoed_is_not_told(folder: Path) -> None:
    kept(to_json(SUMS), hour=2.0)
    code, told = said("list")
    assert code == 0 and told.startswith("No record has been released yet.\nA meeting leaves one if")
    assert "for 20 hours after the end" in told and "The record of a rehearsal" in told, (
        "where they come from"
    )
    shutil.rmtree(folder / "data")
    assert "rehearsal" not in said("list")[1]
    (folder / "data" / OWN_FOLDER).mkdir(parents=True)
    code, told = said("list")
    assert code == 2 and "there is no restarea.db" in told and "The record of a rehearsal" in told


def test_json_is_the_very_record(folder: Path) -> None:
    (record_id,) = kept(to_json(SUMS))
    assert said("export", record_id) == (0, to_json(SUMS).decode())
    assert said("export", record_id, "-o", "one.json") == (0, "")
    assert (folder / "one.json").read_bytes() == to_json(SUMS)


def test_csv_has_a_row_for_each_phase() -> None:
    ids = kept(to_json(SUMS), to_json(SEATS))
    _, text = said("export", "all", "--as", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["record"] for row in rows] == [one for one in ids for _ in range(8)]
    one = next(row for row in rows if row["kind"] == "discussion" and row["level"] == "aggregate")
    assert (one["phase"], one["month"], one["speech_s_presenter"]) == ("5", "2026-11", "30")
    assert (one["silences_over_3_s"], one["pauses"], one["interventions_time"]) == ("5", "1", "1")
    assert one["stepped_back"] == "False"
    assert [row["leader_share"] for row in rows if row["kind"] == "case_call"] == ["", ""], (
        "null is an empty cell"
    )
    assert said("export", ids[0], "--as", "csv")[1] == "".join(text.splitlines(keepends=True)[:9])


def test_a_record_is_drawn_on_a_page_or_one_figure_of_it_alone(folder: Path) -> None:
    (record_id,) = kept(to_json(SUMS))
    code, shown = said("plot", record_id, "--language", "fr")
    assert code == 0 and shown.count("<svg") == 8 and "Qui a pris la parole après qui" in shown
    said("export", record_id, "-o", "one.json")
    assert said("plot", "one.json", "--figure", "followed", "-o", "one.svg") == (0, "")
    assert (folder / "one.svg").read_text().startswith("<svg ")


def test_rttm_says_which_seat_spoke_where_everyone_agreed_to_that() -> None:
    (record_id,) = kept(to_json(SEATS))
    _, text = said("export", record_id, "--as", "rttm")
    assert text.splitlines()[0] == "SPEAKER session 1 10.000 30.000 <NA> <NA> seat1 <NA> <NA>"
    assert len(text.splitlines()) == 17


def test_each_format_is_what_it_is_called(folder: Path) -> None:
    (record_id,) = kept(to_json(SEATS))
    for as_, begins in {
        "parquet": b"PAR1", "eaf": b"<?xml", "textgrid": b'File type = "ooTextFile"', "zip": b"PK", "rttm": b"SPEAKER",
    }.items():  # fmt: skip
        assert said("export", record_id, "--as", as_, "-o", "file") == (0, "")
        assert (folder / "file").read_bytes().startswith(begins), as_
    for table, rows in (("phases", 8), ("sessions", 1), ("timeline", 17)):
        assert len(said("export", "all", "--as", "csv", "--table", table)[1].splitlines()) == rows + 1


def test_what_is_not_installed_is_said_and_nothing_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    (record_id,) = kept(to_json(SEATS))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert said("export", record_id, "--as", "parquet", "-o", "a.parquet") == (
        1,
        f"pyarrow is not installed: {installs()}, where the server was installed from, installs it.\n",
    )  # fmt: skip
    assert said("audit") == (0, "0 lines, none of them broken.\n")


def test_a_zip_has_what_can_be_written_and_says_what_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    (record_id,) = kept(to_json(SEATS))
    for library in ("pyarrow", "praatio"):
        monkeypatch.setitem(sys.modules, library, None)
    assert said("export", record_id, "--as", "zip", "-o", "a.zip") == (
        0,
        f"Without .parquet, .TextGrid: pyarrow, praatio not installed. {installs()}, "
        "where Restarea was installed from, installs it.\n",
    )
    with zipfile.ZipFile("a.zip") as archive:
        endings = {name.rpartition(".")[2] for name in archive.namelist()}
        assert endings == {"md", "json", "csv", "eaf", "rttm"}
        assert "**Not here**: no `.parquet`, `.TextGrid`." in archive.read("codebook.md").decode()


def test_what_cannot_lie_along_time_is_said() -> None:
    silent, never = (
        record(session, [], Keeping.SEAT_TIMELINE, shuffled=seats)
        for session, seats in ((a_session(), CIRCLE), (gathered(), ()))
    )
    ids = kept(to_json(silent), to_json(never))
    answers = {said("export", one, "--as", as_)[1] for one in ids for as_ in ("rttm", "eaf")}
    assert {one for one in answers if not one.startswith("<?xml")} == {
        "In this session nobody spoke.\n",
        "This record has no phase that lasted: there is nothing to lay along time.\n",
    }


def test_sums_are_no_rttm() -> None:
    (record_id,) = kept(to_json(SUMS))
    assert said("export", record_id, "--as", "rttm") == (
        2, "This record does not say which seat spoke when: it holds sums.\n",
    )  # fmt: skip


@pytest.mark.parametrize("as_", ["csv", "parquet", "zip"])
def test_without_any_record_nothing_is_taken_away_nor_noted(folder: Path, as_: str) -> None:
    kept()
    code, why = said("export", "all", "--as", as_, "-o", "all")
    assert code == 2 and why.startswith("No record has been released yet: `restarea record list` says")
    assert said("export", "all") == (code, why), "the same, whatever it should be written as"
    assert not (folder / "all").exists() and said("audit") == (0, "0 lines, none of them broken.\n")


def test_a_record_of_the_first_version_leaves_as_it_was_kept(folder: Path) -> None:
    first = json.loads(to_json(SEATS)) | {"version": 1}
    first["whole"]["shares"] = [0.67, 0.33, 0.0, 0.0, 0.0]
    for phase in first["phases"]:
        phase["interventions"] = {kind: phase["interventions"][kind] for kind in ("time", "recall_presenter")}
    text = json.dumps(first).encode()
    (record_id,) = kept(text)
    assert said("export", record_id) == (0, text.decode())
    assert said("export", "all", "--as", "zip", "-o", "all.zip")[0] == 0
    with zipfile.ZipFile("all.zip") as whole:
        assert whole.read(f"records/{record_id}.json") == text
    noted = [json.loads(line)["records"] for line in said("audit", "--as", "json")[1].splitlines()[:2]]
    assert noted == [{record_id: hashlib.sha256(text).hexdigest()}] * 2


@pytest.mark.parametrize("asked", [("export", "--as", "csv"), ("plot",)])
def test_what_is_destroyed_while_it_is_written_does_not_leave(
    folder: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    (record_id,) = kept(to_json(SUMS))

    def meanwhile(*of: object) -> None:
        assert said("destroy", record_id, "--yes")[0] == 0
        monkeypatch.undo()
        monkeypatch.chdir(folder)
        monkeypatch.setenv("RESTAREA_DATA_DIR", str(folder / "data"))
        note_taken_away(*of)  # type: ignore[arg-type]

    for module in ("app", "drawn"):
        monkeypatch.setattr(f"server.record_commands.{module}.note_taken_away", meanwhile)
    assert said(asked[0], record_id, *asked[1:], "-o", "out") == (
        1, "Nothing was changed: a record was destroyed meanwhile, so none is taken away.\n",
    )  # fmt: skip
    assert not (folder / "out").exists() and len(said("audit")[1].splitlines()) == 2, (
        "one line, and the verdict"
    )


def test_a_damaged_record_is_said_to_be_so_and_keeps_no_other_back() -> None:
    ids = kept(to_json(SUMS)[:-9], to_json(SUMS))
    listed = said("list")[1].splitlines()
    why = "it is no JSON, so it was cut off or changed, or is another kind of file"
    (bad,) = (one for one in ids if f"{one}  is damaged: {why}" in listed)
    (good,) = set(ids) - {bad}
    assert said("export", good) == (0, to_json(SUMS).decode())
    told = f"Record {bad} is damaged ({why}): a backup may have it whole, and `restarea record destroy` takes it away"
    for asked in (("export", bad), ("plot", bad)):
        assert said(*asked) == (2, f"{told}.\n")
    missing = "Nothing was written, for 1 of 2 would be missing: --skip-damaged takes the others."
    assert said("export", "all", "--as", "csv") == (2, f"{told}.\n{missing}\n")
    code, shown = said("export", "all", "--as", "csv", "--skip-damaged")
    assert code == 0 and shown.startswith(f"{told}. It is left out.\n") and good in shown
    assert len(said("list")[1].splitlines()) == 2, "nothing is lost"


def test_a_record_of_a_newer_version_is_not_called_damaged() -> None:
    (newer,) = kept(b'{"version": 6}')
    told = "was made by a newer Restarea: upgrade this one to read it"
    assert said("list") == (0, f"{newer}  {told}\n")
    assert said("plot", newer) == (2, f"{newer} {told}.\n")


@pytest.mark.parametrize("as_", ["csv", "parquet"])
def test_a_table_without_a_row_is_not_written_and_why_is_said(folder: Path, as_: str) -> None:
    silent, never = record(a_session(), [], Keeping.SEAT_TIMELINE, shuffled=CIRCLE), record(gathered(), [])
    kept(to_json(silent), to_json(never), to_json(never))
    ids = {line.split()[3]: line.split()[0] for line in said("list")[1].splitlines()}
    of_sums, of_seats = ids["aggregate"], ids["seat_timeline"]
    asked = ("--as", as_, "-o", "table", "--table")
    answers = {
        (
            "export",
            of_sums,
            *asked,
            "phases",
        ): "No phase was begun: there is no row to write. `--table sessions` has what there is.\n",
        (
            "export",
            of_sums,
            *asked,
            "timeline",
        ): "This record does not say which seat spoke when: it holds sums.\n",
        ("export", of_seats, *asked, "timeline"): "Nobody spoke: there is no row to write.\n",
    }
    for command, answer in answers.items():
        assert said(*command) == (2, answer)
    assert said("destroy", of_seats, "--yes")[0] == 0
    assert said("export", "all", *asked, "timeline") == (
        2, "None of these records says which seat spoke when: they hold sums.\n",
    )  # fmt: skip
    assert not (folder / "table").exists() and said("audit", "--as", "json")[1].count("{") == 2, (
        "only the end is noted"
    )


def test_any_meeting_can_be_looked_at(folder: Path) -> None:
    (folder / "meeting.rttm").write_text(RTTM)
    code, text = said("import-rttm", "meeting.rttm")
    whole = json.loads(text)["whole"]
    assert (code, whole["shares"], whole["gini"], whole["evenness"]) == (0, [0.2] * 5, 0.0, 1.0)
    assert (whole["measured_s"], whole["silences"]["over_3_s"]) == (600, 0)
    assert whole["transfers"]["gap_over_1_s"] == 59
    (row,) = csv.DictReader(io.StringIO(said("import-rttm", "meeting.rttm", "--as", "csv")[1]))
    assert (row["record"], row["level"], row["members"]) == ("meeting", "aggregate", "5_to_8")
    nulls = (
        "leaders",
        "cases",
        "planned_s",
        "speech_s_leader",
        "turns_presenter",
        "back_s",
        "interventions_time",
    )
    assert {row[one] for one in nulls} == {""}, "not known, and not 0"
    (row,) = csv.DictReader(
        io.StringIO(said("import-rttm", "meeting.rttm", "--as", "csv", "--label", "AMI 4")[1])
    )
    assert row["record"] == "AMI 4"
    shown = (said("import-rttm", "meeting.rttm", "-o", "m.json"), said("plot", "m.json"))[1][1]
    shown = shown.partition("</style>")[2]
    for untrue in ("Whoever was there", "members", "No leader", "5 to 8", "no name, no day"):
        assert untrue not in shown, untrue
    assert "People who spoke</th><td>5<" in shown and "The voices’ shares" in shown
    unknown = shown.partition("Not known</th><td>")[2].partition("<")[0].split("; ")
    assert {"Month", "Way of working", "Leaders and co-leaders", "Cases presented"} <= set(unknown)
    assert shown.count("not known") >= 5 and "Who led and who presented is not known" in shown
    assert "No server has kept anything here" in said("list")[1], "it is not kept"


def test_what_is_kept_is_chosen_at_the_opening() -> None:
    async def keepings() -> list[str]:
        store = await data()
        rows = [row.keeping for row in await store.sessions()]
        await store.close()
        return rows

    for more in ([], ["--keep", "aggregate"], ["--keep", "seat_timeline"]):
        assert runner.invoke(app, ["open", *more]).exit_code == 0
    assert asyncio.run(keepings()) == ["nothing", "aggregate", "seat_timeline"]
    assert runner.invoke(app, ["open", "--keep", "names"]).exit_code == 2
    for more in (
        ["--together"],
        ["--together", "--keep", "aggregate"],
        ["--group", "Tuesdays", "--together"],
    ):
        refused = runner.invoke(app, ["open", *more])
        assert (refused.exit_code, "Only records of a group" in refused.output) == (2, True), more
    refused = runner.invoke(app, ["open", "--group", "Tuesdays", "--new-links", "--keep", "aggregate"])
    assert (refused.exit_code, "cannot be changed" in refused.output) == (2, True)


def test_records_are_laid_side_by_side_on_one_page_and_that_is_noted(folder: Path) -> None:
    ids = kept(to_json(SUMS), to_json(SEATS))
    code, shown = said("compare", *ids, "--language", "fr")
    assert code == 0 and shown.count("<svg") == 5 and "Durée de chaque phase" in shown
    lines = [
        json.loads(line) for line in said("audit", "--as", "json")[1].splitlines() if line.startswith("{")
    ]
    assert [(line["as"], set(line["records"])) for line in lines] == [("compare", set(ids))]
    said("export", ids[0], "-o", "one.json")
    assert said("compare", "one.json", ids[1], "-o", "both.html") == (0, "")
    assert (folder / "both.html").read_text().startswith("<!doctype html>")


def test_no_page_has_the_id_by_which_the_audit_log_knows_a_record() -> None:
    ids = kept(to_json(SUMS), to_json(SUMS), to_json(SEATS))
    Path("one.json").write_bytes(to_json(SUMS))
    said("compare", *ids, "one.json", "-o", "side.html")
    shown = Path("side.html").read_text()
    assert [one for one in ids if one in shown] == []
    for name in (">–<", ">Nov 2026 a<", ">Nov 2026 b<", ">Nov 2026 c · one<"):
        assert name in shown, name


def test_one_record_alone_or_twice_is_not_compared() -> None:
    (record_id,) = kept(to_json(SUMS))
    alone = "Say two or more, each once; or a folder or ZIP of records.\n"
    assert said("compare", record_id) == (2, alone)
    assert said("compare", record_id, record_id) == (
        2,
        "Say two or more, each once: beside itself a session shows nothing.\n",
    )
    assert said("compare", record_id, "0" * 16)[0] == 2
