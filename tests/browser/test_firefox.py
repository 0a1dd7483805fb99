"""Firefox and Chromium in one room, through the door and the server as people come: do they hear and see each other?"""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.browser.conftest import OpenPage, of_one_test
from tests.browser.ears import receives
from tests.browser.firefox import NO_ROUTE, Firefox, has_route, running
from tests.browser.group import CONNECTED, SEAT, Person
from tests.browser.house import House
from tests.browser.test_layers import HEIGHT, screen

NAME = "Mina Okafor"
# What the server agreed to of the layers of this page's picture.
AGREED = """() => window.restarea.pc().remoteDescription.sdp
  .split(/\\r?\\n/).filter((line) => /^a=(rid|simulcast)/.test(line))"""


@of_one_test
async def firefox(tmp_path: Path) -> AsyncIterator[Firefox]:
    """Debian's Firefox, or the one that FIREFOX names. Missing is a failure, as Chromium's is."""
    path = os.environ.get("FIREFOX") or shutil.which("firefox-esr")
    if path is None:
        pytest.fail(
            "Firefox is missing: on Debian `make test` installs it; elsewhere set FIREFOX to its path."
        )
    if not has_route():
        pytest.fail(NO_ROUTE)
    async with running(path, tmp_path / "firefox") as firefox:
        yield firefox


async def test_firefox_and_chromium_hear_and_see_each_other(
    firefox: Firefox, open_page: OpenPage, house: House
) -> None:
    links = await house.open()
    leader = Person("Irène Faure", await open_page())
    await leader.enter(links.lead)
    await firefox.open(links.join)
    await firefox.fill(NAME)
    for words in ("Try the microphone", "Try the camera", "Go in"):
        await firefox.press(words)
    await firefox.comes("() => location.pathname.startsWith('/room')")
    await firefox.comes(CONNECTED)
    seat = await firefox.evaluate(SEAT)
    await leader.row(NAME, "Admit").click()
    await receives(leader.page, seat)
    window = await receives(firefox, leader.seat)
    assert window.slots[seat].audio == window.slots[seat].video == 0, "nobody receives themselves"

    assert await firefox.evaluate(AGREED) == ["a=rid:q recv", "a=rid:h recv", "a=simulcast:recv q;h"]
    await leader.page.wait_for_function(HEIGHT, arg=[seat, 180])
    await screen(leader.page, 3)
    await leader.page.wait_for_function(HEIGHT, arg=[seat, 360], timeout=60_000)
