"""Who comes to a meeting before a leader: where one has allowed it, they talk with one another and do not wait."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from facilitation.vocabulary import Role
from server.app import Server
from server.formats import find
from server.settings import Settings
from server.store import Invitation, Listed, NotSaved
from tests.server.visitor import Visitor

ROSTER = (
    Listed("leader", "Lea"),
    *(Listed("member", name) for name in ("Ann", "Ben", "Cat", "Dan")),
    Listed("co_leader", "Carl"),
)


async def test_those_who_come_early_are_with_one_another_until_a_leader_is_there(tmp_path: Path) -> None:
    server = Server(Settings(data_dir=tmp_path, port=0, media_port=0, advertise=["127.0.0.1"]))
    await server.start()
    people: list[Visitor] = []
    try:
        lea, ann, ben, cat = people = [Visitor(server.url, link) for link in (await opened(server))[:4]]
        for person, name in ((ann, "Ann"), (ben, "Ben")):
            await person.enter(name)
            assert (await person.connect())["audience"] == "members"
        await ann.sees(lambda view: len(view["seats"]) == 2 and view["lead"] is None)
        assert (await ann.command("begin"))["code"] == "not_allowed"
        await ben.do("leave")
        await ben.enter("Ben")
        assert (await ben.connect())["audience"] == "members"
        await lea.enter("Lea")
        assert len((await lea.connect())["view"]["seats"]) == 3
        await ann.sees(lambda view: view["lead"] == lea.seat)
        await cat.enter("Cat")
        assert (await cat.connect())["audience"] == "waiting"
    finally:
        for person in people:
            await person.close()
        await server.stop()


async def test_a_leader_who_was_refused_has_not_been_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(Settings(data_dir=tmp_path, port=0, media_port=0, advertise=["127.0.0.1"]))
    await server.start()
    people: list[Visitor] = []

    async def refuses(*_: object) -> bool:
        raise NotSaved

    try:
        lea, ann, ben = people = [Visitor(server.url, link) for link in (await opened(server))[:3]]
        with monkeypatch.context() as full_disk:
            full_disk.setattr(server.house.store, "seat", refuses)
            for person, name in ((lea, "Lea"), (ben, "Ben")):
                with pytest.raises(AssertionError):
                    await person.enter(name)
        for person, name in ((ann, "Ann"), (ben, "Ben"), (ann, "Ann")):
            await person.enter(name)
            assert (await person.connect())["audience"] == "members"
            if person is ben:
                await ann.do("leave")
        await lea.enter("Lea")
        assert (lea.seat, ann.seat) == (1, 2), "nobody's seats are theirs"
    finally:
        for person in people:
            await person.close()
        await server.stop()


async def opened(server: Server, name: str = "Tuesdays") -> list[str]:
    """A meeting that a leader has opened; the links of its people, who have had them since they were invited. Dan has
    said that he cannot come; Eve is on the list since, and has none."""
    store, now = server.house.store, time.time()
    group = await store.add_group(name, "classic", ROSTER)
    members = [one for each in await store.groups() if each.group == group for one in each.members]
    meeting = await store.meetings.plan(group, now + 600, soon=True)
    for one in members:
        await store.meetings.invite(meeting, one.member, f"a-link-of-{one.name}", anew=False)
    await store.replies.note("a-link-of-Dan", meeting, 0, False, now)
    invited = {
        one.member: Invitation("5e55104", Role(one.role), 1, now + 3600, one.member) for one in members
    }
    await store.open_planned(meeting, "5e55104", find("classic").text, now, invited, early=True)
    await store.change_group(group, "classic", (*ROSTER, Listed("member", "Eve")))
    return [f"{server.url}/join#a-link-of-{one.name}" for one in members]
