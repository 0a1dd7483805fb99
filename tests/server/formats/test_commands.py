"""`restarea format`: what it says of good and of bad files."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from server.cli import app
from server.doctor import Level
from server.formats import load
from server.formats.commands import check_formats
from tests.facilitation.forms import CLASSIC_TOML

runner = CliRunner()

# What is wrong, how it comes about, and where and why the answer says it is.
WRONG = {
    "an unknown role": ("members = {", 'roles = ["leader", "nurse"]\nmembers = {', "roles"),
    "nobody may speak": (
        'floor = "presenter"\ngate = "soft"', 'floor = "silent"\ngate = "hard"', "phase 'presentation': floor",
    ),
    "the longest is shorter": ("minutes = [3, 7, 15]", "minutes = [15, 7, 3]", "phase 'presentation': minutes"),
    "a word that is none": ('gate = "soft"', 'gate = "hrad"', "phase 'arrival': gate"),
    "a key that is none": ('gate = "soft"', 'gate = "soft"\nchairs = 3', "phase 'arrival': chairs"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_sound_format_is_said_to_be_sound(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(CLASSIC_TOML)
    said = runner.invoke(app, ["format", "check", "good.toml"])
    assert (said.exit_code, said.stderr) == (0, "")
    assert said.stdout.startswith("good.toml: sound: 10 phases, about ")


def test_a_format_of_ours_is_checked_by_its_key() -> None:
    said = runner.invoke(app, ["format", "check", "classic", "nowhere"])
    assert said.exit_code == 1
    assert said.stdout.startswith("classic: sound: ")
    assert said.stderr.startswith("there is no format 'nowhere'; there are classic, ")


@pytest.mark.parametrize("what", WRONG)
def test_a_bad_one_is_refused_with_the_reason_and_where(what: str, tmp_path: Path) -> None:
    found, put, where = WRONG[what]
    assert found in CLASSIC_TOML
    (tmp_path / "bad.toml").write_text(CLASSIC_TOML.replace(found, put, 1))
    (tmp_path / "good.toml").write_text(CLASSIC_TOML)
    said = runner.invoke(app, ["format", "check", "bad.toml", "good.toml"])
    assert said.exit_code == 1
    assert said.stderr.startswith(f"bad.toml: {where}: ")
    assert "good.toml: sound" in said.stdout, "the others are looked at all the same"


def test_a_format_that_cannot_end_is_refused(tmp_path: Path) -> None:
    head, *phases = CLASSIC_TOML.split("[[phases]]")
    (tmp_path / "bad.toml").write_text("[[phases]]".join([head, *phases[:5]]))
    said = runner.invoke(app, ["format", "check", "bad.toml"])
    assert said.exit_code == 1
    assert said.stderr.startswith("bad.toml: phases: it cannot end: the last phase, 'discussion', ")


def test_all_that_is_wrong_is_told_at_once_and_of_each_phase_the_first(tmp_path: Path) -> None:
    def told(text: str) -> list[str]:
        (tmp_path / "bad.toml").write_text(text)
        said = runner.invoke(app, ["format", "check", "bad.toml"])
        assert (said.exit_code, said.stdout) == (1, "")
        return [line.removeprefix("bad.toml: ")[:36] for line in said.stderr.splitlines()]

    head, *phases = CLASSIC_TOML.split("[[phases]]")
    typed = [head.replace("seats = ", "seats = 9"), *phases]
    for number, (old, new) in {2: ("floor", "flor"), 4: ("kind = ", "kind = 3 # ")}.items():
        typed[number] = phases[number - 1].replace(old, new, 1)
    assert told("[[phases]]".join(typed)) == [
        "phase 'case_call': floor: missing", "phase 'questions': kind: expected a ",
        "seats: 916 is not between 2 and 64",
    ]  # fmt: skip
    soundless = [head.replace("seats = 16", "seats = 5"), phases[0], phases[3], phases[3], phases[4]]
    assert told("[[phases]]".join(soundless)) == [
        "seats: 5 seats do not hold 12 member", "phase 'questions': floor: needs a pr",
        "phase 'questions': key: another phas",
        "phase 'discussion': stance: needs a ", "phases: it cannot end: the last phas",
    ]  # fmt: skip


def test_all_formats_are_listed_and_what_cannot_be_used_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "bad.toml").write_text("key = ")
    monkeypatch.setenv("RESTAREA_FORMATS_DIR", "own")
    said = runner.invoke(app, ["format", "list"])
    assert [line.split()[0] for line in said.stdout.splitlines()] == list(load().entries)
    assert "bad.toml: not valid TOML" in said.stderr


def test_a_drawing_is_printed_or_written(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(CLASSIC_TOML)
    printed = runner.invoke(app, ["format", "draw", "good.toml", "--language", "fr"]).stdout
    runner.invoke(app, ["format", "draw", "good.toml", "-o", "good.svg", "--language", "fr"])
    assert (tmp_path / "good.svg").read_text() == printed
    assert "Élaboration" in "".join(ET.fromstring(printed).itertext())


@pytest.mark.parametrize(
    ("asked", "code"), [("gone.toml", 2), ("good.toml --language la", 2), ("good.toml -o no/where.svg", 1)]
)
def test_what_cannot_be_drawn_is_said_so(asked: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(CLASSIC_TOML)
    said = runner.invoke(app, ["format", "draw", *asked.split()])
    assert said.exit_code == code and said.stderr and said.stdout == ""


def test_the_doctor_says_which_format_cannot_be_used(tmp_path: Path) -> None:
    assert check_formats(None).level is Level.FINE
    (tmp_path / "bad.toml").write_text("key = ")
    finding = check_formats(tmp_path)
    assert finding.level is Level.WARNING and "bad.toml: not valid TOML" in str(finding)
