"""What is kept of a meeting is chosen by whoever opens it, and nothing is unless it is chosen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from facilitation.structure_record import FOUND_AGAIN_PERCENT
from server.pages.language import for_browsers, languages, text
from tests.server.pages.conftest import SESSION, Site
from tests.server.pages.test_groups import come, send
from tests.server.pages.test_meetings import START, Everywhere, come_again, planned, press, the_plan

DOCS = Path(__file__).parents[3] / "docs"


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


@pytest.mark.parametrize("language", languages())
def test_how_many_seats_are_found_again_is_told_where_it_is_chosen_read_and_asked(language: str) -> None:
    entering = for_browsers(language).partition("\njoin-before-kept-seat_timeline = ")[2].partition("\n")[0]
    for said in (text(language, "meeting-keep-recognised"), entering, text(language, "record-asks")):
        assert f" {FOUND_AGAIN_PERCENT} " in said


@pytest.mark.parametrize("file", ["record/metrics.md", "operating.md"])
def test_the_documents_tell_the_same(file: str) -> None:
    assert f"{FOUND_AGAIN_PERCENT} of 100" in (DOCS / file).read_text("utf-8")
