"""kill -9 while the mails of an invitation are on their way: each has gone once, or the leader is told that nobody
knows."""

from __future__ import annotations

import os
import re
import signal
import time
from collections import Counter
from pathlib import Path

import aiohttp
import pytest

from server.store import Listed, Store, Terms
from tests.browser.house import House
from tests.letter_box import LetterBox
from tests.waiting import until

NAMES = ("Anna", "Carla", "Dan", "Eve", "Frida")
DELIVERED = 3
"""The server dies while the last of these is being sent: it is in its letter box, and no answer comes."""


async def planned(folder: Path) -> tuple[str, str]:
    """A meeting of tomorrow in the store of a server that has not started; its page, and a leader's cookie."""
    store = await Store.open(folder / "restarea.db")
    try:
        roster = [
            Listed("leader" if name == "Anna" else "member", name, f"{name.lower()}@example.org")
            for name in NAMES
        ]
        group = await store.add_group("Tuesdays", "classic", roster, Terms("en", "Europe/Paris", ""))
        meeting = await store.meetings.plan(group, time.time() + 24 * 3600, soon=True)
        anna = await store.leaders.add("anna@example.org", "Anna")
        await store.leaders.may_sign_in(anna.leader, "once", time.time(), time.time() + 60)
        cookie = await store.leaders.sign_in("once", time.time(), time.time() + 3600)
        return f"/groups/{group}/meetings/{meeting}", cookie or ""
    finally:
        await store.close()


@pytest.mark.slow
async def test_a_kill_in_mid_mail_sends_none_twice_unless_it_was_said_to_be_uncertain(tmp_path: Path) -> None:
    path, cookie = await planned(tmp_path)
    async with (
        LetterBox() as box,
        House(tmp_path, **{name: str(value) for name, value in box.settings.items()}) as house,
        aiohttp.ClientSession(headers={"Cookie": f"restarea_leader={cookie}"}) as browser,
    ):

        async def states() -> list[str]:
            async with browser.get(house.url + path) as answer:
                people = (await answer.text()).split('<li class="person">')[1:]
            return [re.findall(r"<p(?: class=\"wrong\")?>(\w[^<:]*)", one)[0] for one in people]

        async def invite() -> None:
            async with browser.post(f"{house.url}{path}/invite", data={}) as answer:
                assert answer.status == 200

        def came() -> None:
            if len(box.letters) == DELIVERED:
                os.kill(house.pid, signal.SIGKILL)

        box.came = came
        await invite()
        await until(lambda: len(box.letters) == DELIVERED)
        await house.kill()
        await house.start()
        assert await states() == ["sent"] * (DELIVERED - 1) + ["not certain"] * (len(NAMES) - DELIVERED + 1)
        await invite()
        await until(lambda: len(box.letters) == len(NAMES) + 1)

        async def all_sent() -> bool:
            return await states() == ["sent"] * len(NAMES)

        await until(all_sent, every_s=0.05)
        twice = [to for to, count in Counter(str(one["To"]) for one in box.letters).items() if count > 1]
        assert twice == ["dan@example.org"], "who was said to be uncertain, and had it"
