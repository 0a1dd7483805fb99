"""Two leaders press at the same instant, on two sockets: one step is taken, and the other learns of it. A press that
lay somewhere until nobody wished it any more takes none."""

from __future__ import annotations

import asyncio

from server.app import Server
from server.opening import Links
from tests.server.visitor import Visitor

TIMES = 10


async def test_of_two_who_advance_at_once_one_wins_and_the_other_gets_a_conflict_with_a_snapshot(
    server: Server, links: Links, leader: Visitor
) -> None:
    co_leader = Visitor(server.url, links.co_lead)
    await co_leader.enter("Co-leader")
    both = (leader, co_leader)
    try:
        for person in both:
            await person.connect()
        await leader.do("begin")
        for _ in range(TIMES):
            for person in both:
                await person.sees(lambda view: view == leader.view and view["phase"] is not None)
            entry = leader.view["phase"]["entry"]
            answers = await asyncio.gather(*(person.command("advance", about=entry) for person in both))
            won, lost = sorted(answers, key=lambda answer: not answer["ok"])
            assert won == {"ok": True}
            assert (lost["ok"], lost["code"], lost["detail"]) == (
                False, "conflict", f"entry {entry} is now {entry + 1}",
            )  # fmt: skip
            assert lost["snapshot"]["view"]["phase"]["entry"] == entry + 1
            for person in both:
                await person.enters(entry + 1)
            await leader.do("step_back", about=entry + 1)
            for person in both:
                await person.enters(entry + 2)
        said = await co_leader.connect()
        assert (await leader.command("pause", about=entry + 2, until=said["now"] - 1))["code"] == "lapsed"
        await leader.do("pause", about=entry + 2, until=said["now"] + 60_000)
    finally:
        await co_leader.close()
