"""`restarea group`: what an operator writes and reads."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from typer.testing import CliRunner, Result

from server.cli import app
from server.formats import find
from server.store import LinkRefused, Store

T = TypeVar("T")
ROSTER = "leader: Anna\nmember: Carla\nmember: Dan\n"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, roster: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=roster)


def done(*arguments: str, roster: str | None = None) -> str:
    said = run(*arguments, roster=roster)
    assert said.exit_code == 0, said.stderr
    return str(said.stdout)


def test_a_group_is_added_shown_changed_and_removed() -> None:
    done("group", "add", "Tuesdays", "-", "--format", "french", roster=ROSTER)
    assert done("group", "list") == "Tuesdays: french, 3 people\n"
    shown = [line.split() for line in done("group", "show", "Tuesdays").splitlines()]
    assert shown == [["leader", "0", "Anna"], ["member", "0", "Carla"], ["member", "0", "Dan"]]
    changed = "leader: Anna\nmember: carla\nmember: Dan\nco-leader: Bela\n"
    assert done("group", "change", "Tuesdays", "-", "--format", "classic", roster=changed).splitlines() == [
        "Bela: new, with a tally of 0",
        "carla: new, with a tally of 0",
        "Carla: no longer in the group; a tally of 0 is gone",
        "Tuesdays: 4 people now",
    ]
    assert done("group", "list") == "Tuesdays: classic, 4 people\n"
    key, _, rest = done("group", "list", "--ids").partition(" ")
    assert rest == "Tuesdays: classic, 4 people\n" and Path(f"var/restarea.keys/{key}.key").exists()
    assert run("group", "remove", "Tuesdays", roster="n\n").exit_code == 1
    assert "Tuesdays" in done("group", "list")
    assert done("group", "remove", "Tuesdays", "--yes") == (
        "Tuesdays: removed, with its 4 people and 0 planned meetings.\n"
    )
    assert done("group", "list") == ""


def test_a_group_whose_people_expect_a_meeting_is_not_removed_behind_their_backs() -> None:
    done("group", "add", "Tuesdays", "-", roster=ROSTER)

    async def told(store: Store) -> None:
        (group,) = await store.groups()
        meeting = await store.meetings.plan(group.group, 4e9)
        await store.handed.planned(meeting, group.members[1].member, "token")

    in_store(told)
    refused = run("group", "remove", "Tuesdays", "--yes")
    assert refused.exit_code == 1 and "1 of 'Tuesdays' have been told" in refused.stderr
    assert "on its page, which tells them by mail" in refused.stderr
    assert "Tuesdays" in done("group", "list")
    said = done("group", "remove", "Tuesdays", "--yes", "--untold")
    assert "1 planned meetings" in said and "Nobody has been told: 1 of them" in said


def test_a_meeting_of_a_group_has_a_link_for_everyone() -> None:
    done("group", "add", "Tuesdays", "-", roster=ROSTER)
    lines = done("open", "--group", "Tuesdays").splitlines()
    assert lines[-1].startswith("Each lets in whose it is, for 12 hours. Whoever has come in may come back")
    assert [line.split() for line in lines[:-2:2]] == [
        ["leader", "Anna"],
        ["member", "Carla"],
        ["member", "Dan"],
    ]
    tokens = links("\n".join(lines))
    assert len(set(tokens)) == 3

    async def whose(store: Store) -> list[str]:
        return [(await store.redeem(token, 0.0))[1].name for token in tokens]

    assert in_store(whose) == ["Anna", "Carla", "Dan"]


def links(said: str) -> list[str]:
    return [line.partition("#")[2] for line in said.splitlines() if "#" in line]


def test_a_second_meeting_is_not_opened_while_one_is_open() -> None:
    for name in ("Tuesdays", "Mondays"):
        done("group", "add", name, "-", roster=ROSTER)
    assert run("open", "--group", "Tuesdays", "--new-links").stderr == "No meeting of 'Tuesdays' is open.\n"
    done("open", "--group", "Tuesdays")
    done("open", "--group", "Mondays")  # another group's
    twice = run("open", "--group", "Tuesdays")
    assert (twice.exit_code, twice.stdout) == (1, "")
    assert twice.stderr.startswith("A meeting of 'Tuesdays' is open: end it first.")
    done("open", "--group", "Mondays", "--new-links")
    assert sessions() == 2
    assert run("open", "--new-links").exit_code == 2


def sessions() -> int:
    async def counted(store: Store) -> int:
        return len(await store.sessions())

    return in_store(counted)


def in_store(ask: Callable[[Store], Awaitable[T]]) -> T:
    async def asking() -> T:
        store = await Store.open(Path("var/restarea.db"))
        try:
            return await ask(store)
        finally:
            await store.close()

    return asyncio.run(asking())


def test_new_links_lead_to_the_same_places_and_the_old_ones_nowhere() -> None:
    done("group", "add", "Tuesdays", "-", roster=ROSTER)
    old = links(done("open", "--group", "Tuesdays"))
    place = in_store(lambda store: store.redeem(old[1], 0.0))[1].person
    done("group", "change", "Tuesdays", "-", roster=f"{ROSTER}member: Eve\n")
    new = links(done("open", "--group", "Tuesdays", "--new-links"))

    async def found(store: Store) -> None:
        for token in old:
            with pytest.raises(LinkRefused, match="unknown_link"):
                await store.look_up(token, 0.0)
        assert [(await store.redeem(token, 0.0))[1].name for token in new] == ["Anna", "Carla", "Dan", "Eve"]
        assert (await store.redeem(new[1], 0.0))[1].person == place

    in_store(found)


def test_a_meeting_that_has_ended_is_not_open() -> None:
    done("group", "add", "Tuesdays", "-", roster=ROSTER)
    done("open", "--group", "Tuesdays")

    async def end(store: Store) -> None:
        (session,) = await store.sessions()
        await store.end_session(session.session)
        with pytest.raises(LinkRefused, match="session_ended"):
            await store.invite_anew(session.session, {})

    in_store(end)
    done("open", "--group", "Tuesdays")


@pytest.mark.parametrize(
    ("code", "arguments", "roster", "said"),
    [
        (1, ("group", "add", "Tuesdays", "-"), ROSTER, "There is a group 'Tuesdays' already"),
        (2, ("group", "add", "\u200b", "-"), ROSTER, "The group's name is empty or too long"),
        (2, ("group", "add", "Mondays", "nowhere.txt"), None, "The roster cannot be read"),
        (2, ("group", "add", "Mondays", "-"), "nurse: Carla", "The roster cannot be used: line 1"),
        (2, ("group", "add", "Mondays", "-", "--format", "nowhere"), ROSTER, "there is no format 'nowhere'"),
        (2, ("group", "add", "Mondays", "-", "--format", "own.toml"), ROSTER, "named by its key"),
        (2, ("group", "change", "Mondays", "-"), ROSTER, "There is no group 'Mondays'. There are: Tuesdays."),
        (2, ("group", "show", "Mondays"), None, "There is no group 'Mondays'"),
        (2, ("open", "--group", "Mondays"), None, "There is no group 'Mondays'"),
        (2, ("open", "--group", "Tuesdays", "--members", "3"), None, "its own format and members"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_and_changes_nothing(
    code: int, arguments: tuple[str, ...], roster: str | None, said: str
) -> None:
    done("group", "add", "Tuesdays", "-", roster=ROSTER)
    answer = run(*arguments, roster=roster)
    assert answer.exit_code == code
    assert said in answer.stderr
    assert done("group", "list") == "Tuesdays: classic, 3 people\n"


def test_a_roster_that_is_not_text_is_said_so() -> None:
    Path("roster.txt").write_bytes(b"\xff\xfe\x00")
    answer = run("group", "add", "Tuesdays", "roster.txt")
    assert (answer.exit_code, answer.stderr) == (2, "The roster is not written in UTF-8.\n")


def test_a_group_that_its_format_takes_no_more_is_said_so_before_it_meets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    monkeypatch.setenv("RESTAREA_FORMATS_DIR", str(own))
    done("group", "add", "Tuesdays", "-", "--format", "classic", roster=ROSTER)
    text = find("classic").text
    assert "max = 12" in text
    (own / "classic.toml").write_text(text.replace("min = 4", "min = 1").replace("max = 12", "max = 1"))
    answer = run("open", "--group", "Tuesdays")
    assert answer.exit_code == 1
    assert "at most 1 members, and the roster names 2" in answer.stderr
    assert "join#" not in answer.stdout


def test_a_roster_too_small_for_its_format_is_taken_with_a_word() -> None:
    answer = run("group", "add", "Tuesdays", "-", "--format", "psychodrama", roster=ROSTER)
    assert answer.exit_code == 0
    assert "6 members or more; the roster names 2" in answer.stderr


def test_a_setting_that_makes_no_sense_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESTAREA_PORT", "abc")
    answer = run("group", "list")
    assert answer.exit_code == 1
    assert answer.stderr.startswith("A setting makes no sense: RESTAREA_PORT: ")
    assert "pydantic" not in answer.stderr
