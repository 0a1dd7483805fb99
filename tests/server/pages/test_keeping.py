"""What is kept of a meeting is chosen by whoever opens it, and nothing is unless it is chosen."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.server.pages.conftest import SESSION, Site
from tests.server.pages.test_groups import come, send
from tests.server.pages.test_meetings import START, Everywhere, come_again, planned, press, the_plan


@pytest.fixture
async def led(site: Site) -> AsyncIterator[Site]:
    """Anna has signed in."""
    site.house.stages = Everywhere()
    await come(site)
    yield site


@pytest.mark.parametrize(
    ("typed", "keeping", "together"),
    [
        ({}, "nothing", False),
        ({"keep": "aggregate"}, "aggregate", False),
        ({"keep": "seat_timeline", "together": "yes"}, "seat_timeline", True),
        ({"keep": "everything"}, "nothing", False),
    ],
)
async def test_what_is_kept_is_chosen_at_the_opening_and_never_by_itself(
    led: Site, typed: dict[str, str], keeping: str, together: bool
) -> None:
    group, path = await planned(led)
    led.wall = START.timestamp() - 60
    await come_again(led)
    await press(led, f"{path}/open", **typed)
    (opened,) = [one for one in await led.house.store.sessions() if one.session != SESSION]
    assert (opened.keeping, opened.together) == (keeping, together)
    assert (await led.house.store.series.of(group.group) is not None) == together


async def test_nothing_can_be_kept_together_with_nothing(led: Site) -> None:
    group, path = await planned(led)
    led.wall = START.timestamp() - 60
    await come_again(led)
    status, page = await send(led, f"{path}/open", {"keep": "nothing", "together": "yes"})
    assert status == 400 and "choose what, or take the tick away" in page
    assert (await the_plan(led, group)).meeting in path, "it is not opened"
