"""`restarea person`: what an operator writes for whoever asks what is known of them, or asks to be forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.server.test_leaders import elsewhere, listed, run

__all__ = ["elsewhere"]
ROSTER = "leader: Anna <anna@example.org>\nmember: Carla <carla@example.org>\n"


@pytest.fixture(autouse=True)
def a_group(elsewhere: None) -> None:
    run("leader", "add", "anna@example.org", "--name", "Anna")
    assert run("group", "add", "Tuesdays", "-", roster=ROSTER).exit_code == 0


def test_somebody_gets_what_is_known_of_them_and_is_erased_with_a_receipt() -> None:
    shown = run("person", "export", "carla@example.org")
    assert json.loads(shown.stdout)["groups"][0]["group"] == "Tuesdays", shown.output
    assert run("person", "export", "carla@example.org", "-o", "carla.json").exit_code == 0
    assert Path("carla.json").stat().st_mode & 0o077 == 0, "nobody else's on this computer"
    erased = run("person", "erase", "carla@example.org", "--yes", "-o", "receipt.json")
    assert (erased.exit_code, erased.output) == (0, "")
    receipt = json.loads(Path("receipt.json").read_text())
    assert receipt["rows"] == {"group_members": 1} and "arla" not in json.dumps(receipt)
    assert run("record", "audit", "--holds", receipt["hash"]).exit_code == 0
    assert "Carla" not in run("group", "show", "Tuesdays").stdout
    assert listed() == [["anna@example.org", "Anna"]]


WRONG = [
    (("export", "carla"), "This is no mail address."),
    (("erase", "carla"), "This is no mail address."),
    (("export", "dan@example.org"), "Nothing leads from this address to anybody"),
    (("erase", "dan@example.org", "--yes", "-o", "new.json"), "Nothing leads from this address to anybody"),
    (("erase", "carla@example.org", "--yes", "-o", "there.json"), "there.json cannot be written"),
    (("erase", "carla@example.org"), "carla@example.org is in 'Tuesdays'. Erase them?"),
]


def test_what_cannot_be_done_erases_nobody_and_leaves_no_file() -> None:
    Path("there.json").write_text("kept")
    for arguments, said in WRONG:
        answer = run("person", *arguments)
        assert answer.exit_code == 1 and answer.stderr.startswith(said), answer.stderr
    assert "Carla" in run("group", "show", "Tuesdays").stdout
    assert not Path("new.json").exists() and Path("there.json").read_text() == "kept"
