"""A media worker that is killed under two pages, and then the whole server: they are back by themselves, before anybody
would press anything."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.group import Person
from tests.browser.house import House
from tests.browser.test_room_page import HEARD, leader_and_member, receives

pytestmark = pytest.mark.alone

BACK_MS = 3_000
# Milliseconds until another connection than the one there is now is there.
ANOTHER = """async () => {
  const now = () => window.restarea.pc(), before = now(), began = performance.now();
  const back = () => now() !== before && now()?.connectionState === "connected";
  while (!back()) await new Promise((later) => setTimeout(later, 10));
  return performance.now() - began;
}"""
# The same, with nobody killed: on this machine as busy as it is.
ANEW = f"() => {{ const back = ({ANOTHER})(); window.restarea.media.start(); return back; }}"


def children(pid: int) -> list[int]:
    """The oldest first."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


async def test_pages_are_back_by_themselves_when_their_worker_was_killed_and_when_the_server_was(
    open_page: OpenPage, tmp_path: Path
) -> None:
    async with House(tmp_path, media_workers="1") as house:
        people = await leader_and_member(open_page, await house.open(speed=60, seats=6))
        await a_worker_is_replaced(house, *people)
        await a_server_that_starts_again_has_everyone_in_the_same_phase(house, *people)


async def a_worker_is_replaced(house: House, leader: Person, member: Person) -> None:
    await receives(leader, member)
    usual_ms = await member.page.evaluate(ANEW)
    worker, _stands_ready = children(house.pid)
    waiting = [asyncio.create_task(person.page.evaluate(ANOTHER)) for person in (leader, member)]
    await asyncio.gather(*(begun(person) for person in (leader, member)))
    os.kill(worker, signal.SIGKILL)
    took_ms = await asyncio.wait_for(asyncio.gather(*waiting), 30)
    assert max(took_ms) < max(BACK_MS, 4 * usual_ms)
    for person in (leader, member):
        await person.hears_about_self(HEARD)
    await receives(leader, member)
    await receives(member, leader)
    assert worker not in children(house.pid)


async def a_server_that_starts_again_has_everyone_in_the_same_phase(
    house: House, leader: Person, member: Person
) -> None:
    people = (leader, member)
    await leader.lead_to("Begin the session", "arrival", people)
    await leader.lead_to("Ask who has a case", "case_call", people)
    seats = [person.seat for person in people]
    await house.kill()
    for person in people:
        await person.hears_about_self(
            "The connection is lost and is being restored. Leave this page open; your seat is kept."
        )
    await house.start()
    for person in people:
        await person.hears_about_self(HEARD)
        await person.arrived()
        await person.in_phase("case_call")
    assert [person.seat for person in people] == seats
    await receives(leader, member)
    await receives(member, leader)


async def begun(person: Person) -> None:
    """What was evaluated before has begun: a page does one thing after another."""
    await person.page.evaluate("() => 0")
