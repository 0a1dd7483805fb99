"""`restarea person`: what an operator writes for whoever asks what is known of them, or asks to be forgotten."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from server.settings import Settings
from server.store import Store
from server.terminal import with_store
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


@pytest.mark.parametrize(
    ("became", "keeps"),
    [(["sent"], True), ([], True), (["refused"], False), (["later"], False), (["sent", "refused"], True)],
)
def test_whoever_was_told_of_dates_keeps_them_in_their_calendar_and_that_is_said(
    became: list[str], keeps: bool
) -> None:
    """What became of letters, one after another; of none: it is on its way."""

    async def told(store: Store, _: Settings) -> None:
        (group,) = await store.groups()
        meeting = await store.meetings.plan(group.group, time.time() + 86400)
        await store.meetings.begin(meeting, [one.member for one in group.members])
        for one in group.members:
            for state in became:
                await store.meetings.mailed(meeting, one.member, state)

    with_store(told)
    erased = run("person", "erase", "carla@example.org", "--yes", "-o", "receipt.json")
    said = "Nothing is mailed to them: dates of which they were told stay"
    assert erased.exit_code == 0 and erased.stderr.startswith(said) is keeps


WRONG = [
    (("export", "carla"), 2, "This is no mail address."),
    (("erase", "carla"), 2, "This is no mail address."),
    (("export", "dan@example.org"), 2, "Nothing leads from this address to anybody"),
    (
        ("erase", "dan@example.org", "--yes", "-o", "new.json"),
        2,
        "Nothing leads from this address to anybody",
    ),
    (("erase", "carla@example.org", "--yes", "-o", "there.json"), 1, "there.json cannot be written"),
    (("erase", "carla@example.org"), 1, "carla@example.org is in 'Tuesdays'. Erase them?"),
]


def test_what_cannot_be_done_erases_nobody_and_leaves_no_file() -> None:
    Path("there.json").write_text("kept")
    for arguments, code, said in WRONG:
        answer = run("person", *arguments)
        assert answer.exit_code == code and answer.stderr.startswith(said), answer.stderr
    assert "Carla" in run("group", "show", "Tuesdays").stdout
    assert not Path("new.json").exists() and Path("there.json").read_text() == "kept"
