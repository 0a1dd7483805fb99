"""Who the fictitious group is, and what its command line takes."""

from __future__ import annotations

import asyncio
import socket
import sys

import pytest

from server.rehearsal.__main__ import parse_arguments, run
from server.rehearsal.door import Link
from server.rehearsal.group import CASES, NAMES, people
from server.rehearsal.places import Places

LINK = Link("http://127.0.0.1:8080", "token")


def test_a_link_is_a_place_and_a_token() -> None:
    assert Link.parse("http://127.0.0.1:8080/join#token") == LINK


@pytest.mark.parametrize(
    "url", ["", "http://host/join", "ftp://host/join#secret", "/join#secret", "http://#secret"]
)
def test_what_is_no_link_is_refused_without_repeating_the_token(url: str) -> None:
    with pytest.raises(ValueError, match="looks like") as refused:
        Link.parse(url)
    assert "secret" not in str(refused.value)


def test_the_same_seed_gives_the_same_people() -> None:
    assert people([LINK], 6, seed=4) == people([LINK], 6, seed=4)
    assert people([LINK], 6, seed=4) != people([LINK], 6, seed=5)


def test_members_differ_and_a_few_bring_a_case() -> None:
    group = people([LINK, Link("http://other", "x")], 8, speed=2, seed=3)
    assert len({person.name for person in group}) == len({person.media for person in group}) == 8
    assert sum(person.has_case for person in group) == CASES
    assert [person.link.token for person in group[:4]] == ["token", "x", "token", "x"]
    assert {person.speed for person in group} == {2}


@pytest.mark.parametrize("language", sorted(NAMES))
def test_a_name_is_a_display_name_in_each_language(language: str) -> None:
    names = [person.name for person in people([LINK], 10, language=language)]
    assert len(set(names)) == 10 and all(1 <= len(name) <= 40 for name in names)


@pytest.mark.parametrize("count", [0, 11])
def test_a_group_too_large_or_too_small_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="1 to 10"):
        people([LINK], count)


def test_the_command_line_gives_the_group_it_asks_for() -> None:
    arguments = [
        "--members",
        "3",
        "--speed",
        "4",
        "--seed",
        "9",
        "--language",
        "fr",
    ]
    group, _ = parse_arguments(arguments, ["http://127.0.0.1:8080/join#token"])
    assert group == people([LINK], 3, speed=4, seed=9, language="fr")


@pytest.mark.parametrize(
    ("arguments", "links"),
    [([], []), ([], ["x"]), (["--speed", "0"], ["http://h/join#t"]), (["--link", "x"], ["http://h/join#t"])],
)
def test_a_command_line_that_makes_no_sense_ends_with_a_message(
    arguments: list[str], links: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parse_arguments(arguments, links)
    assert "error" in capsys.readouterr().err


async def test_a_group_that_is_held_goes_home_when_whoever_holds_it_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours, theirs = socket.socketpair()
    with theirs, ours.makefile("r") as held:
        monkeypatch.setattr(sys, "stdin", held)
        monkeypatch.setattr("server.rehearsal.__main__.play", lambda *_: asyncio.sleep(60))
        running = asyncio.ensure_future(run([], Places(), held=True))
        await asyncio.sleep(0)
        assert not running.done()
        theirs.close()
        await asyncio.wait_for(running, 5)
    ours.close()
