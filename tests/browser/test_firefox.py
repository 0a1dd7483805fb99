"""Firefox and Chromium in one room, through the door and the server as people come: do they hear and see each other?"""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from tests.browser.conftest import OpenPage, of_one_test
from tests.browser.ears import receives
from tests.browser.firefox import NO_ROUTE, Firefox, has_route, running
from tests.browser.group import CAMERA, CONNECTED, MICROPHONE, SEAT, Person
from tests.browser.house import House, free_ports
from tests.browser.test_layers import HEIGHT, screen

NAME = "Mina Okafor"
# What the server agreed to of the layers of this page's picture.
AGREED = """() => window.restarea.pc().remoteDescription.sdp
  .split(/\\r?\\n/).filter((line) => /^a=(rid|simulcast)/.test(line))"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def firefox(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Firefox]:
    """One tab for all tests here, since it starts slowly. Debian's Firefox, or the one that FIREFOX names. Missing is a
    failure, as Chromium's is."""
    path = os.environ.get("FIREFOX") or shutil.which("firefox-esr")
    if path is None:
        pytest.fail(
            "Firefox is missing: on Debian `make test` installs it; elsewhere set FIREFOX to its path."
        )
    if not has_route():
        pytest.fail(NO_ROUTE)
    async with running(path, tmp_path_factory.mktemp("firefox") / "profile") as firefox:
        yield firefox


@of_one_test
async def forwarding_house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    """A server that forwards with the engine of this name."""
    folder, metrics_port = tmp_path / "house", free_ports()[0]
    folder.mkdir()
    settings = {"no_extensions": "0" if request.param == "C" else "1", "metrics_port": str(metrics_port)}
    async with House(folder, **settings) as house:
        metrics = f"http://127.0.0.1:{metrics_port}/metrics"
        async with aiohttp.ClientSession() as client, client.get(metrics) as answer:
            assert f'restarea_forwarding{{engine="{request.param}"}} 1.0' in await answer.text()
        yield house


@pytest.mark.parametrize("forwarding_house", ["C", "Python"], indirect=True)
async def test_firefox_and_chromium_hear_and_see_each_other(
    firefox: Firefox, open_page: OpenPage, forwarding_house: House
) -> None:
    house = forwarding_house
    links = await house.open(seats=6)
    leader = Person("Irène Faure", await open_page(as_at_home=True))
    await leader.take_seat(links.lead, MICROPHONE, CAMERA)
    await firefox.open(links.join)
    await firefox.fill(NAME)
    await firefox.attest()
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
