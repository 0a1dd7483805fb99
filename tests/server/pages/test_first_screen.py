"""What one sees first of a record: its heading, one line on what it is, the first drawing. What else there is to read
stands below the drawings, and above the answers of whoever decides."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from facilitation.vocabulary import Keeping
from server.pages.language import text
from server.record.example import examples
from server.record.page import page as plotted
from server.record.page import side_by_side
from server.record.schema import to_json
from tests.facilitation.worked_session import CIRCLE, SAID, a_group_of, a_session, record
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import come, see
from tests.server.pages.test_own import own
from tests.server.pages.test_record import RECORD, over
from tests.server.pages.test_records import TEXTS
from tests.server.pages.test_shared import a_group, link_to, press
from tests.server.record.test_drawing import WORDS

FIGURES, DECISION = 'class="figures"', 'class="decision"'
SEATS = to_json(record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE))
PSEUDONYMOUS = text("en", "figure-pseudonymous")


def first_seen(shown: str) -> list[str]:
    """The paragraphs between the heading and the drawings."""
    head = shown.partition("</h1>")[2].partition(FIGURES)[0]
    return re.findall(r"<p[^>]*>(.*?)</p>", head, re.DOTALL)


def small_print(shown: str, *messages: str) -> None:
    at = [shown.index(text("en", message)[:60]) for message in messages]
    assert shown.index(FIGURES) < min(at) and max(at) < shown.rindex("</main>")
    assert DECISION not in shown or max(at) < shown.index(DECISION), (
        "nobody answers before they could read it"
    )
    assert "<details" not in shown[min(at) : max(at)], "and it is not folded"


async def test_of_a_session_and_of_a_hurried_rehearsal_the_picture_comes_first(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    await over(site)
    _, shown = await see(site, "/record")
    assert first_seen(shown) == [text("en", "page-record-text")]
    small_print(shown, "record-recognised", "record-sums")
    monkeypatch.setattr(site.house, "rehearsal", lambda row: 7.5)
    _, shown = await see(site, "/record")
    assert first_seen(shown) == [text("en", "page-record-text")]
    assert shown.index(FIGURES) < shown.index("ran 7.5 times as fast") < shown.index(DECISION)


async def test_that_a_seat_timeline_is_pseudonymous_stands_at_its_head(site: Site) -> None:
    await over(site, SEATS, RECORD)
    _, shown = await see(site, "/record")
    assert first_seen(shown) == [f"{text('en', 'page-record-text')} {PSEUDONYMOUS}"]
    small_print(shown, "record-recognised", "record-seats")


async def test_so_it_is_for_leaders_and_supervisors(site: Site) -> None:
    group, ids = await a_group(site, *TEXTS)
    together, one = f"/records?group={group.group}", f"/records/{ids[0]}"
    token = await link_to(site, group)
    for shared in (False, True):
        if shared:
            await press(site, token)
        for path, said in ((together, "page-records-text"), (one, "page-record-text")):
            _, shown = await see(site, path)
            assert text("en", said) in first_seen(shown)[-1:], path
            small_print(shown, "compare-rule" if path == together else "record-counts")
            assert not shared or shown.index(FIGURES) < shown.index("The link by which you look"), path


async def test_so_it_is_for_ones_own_and_what_cannot_be_drawn_is_said_once(site: Site) -> None:
    few = {month: to_json(record(a_group_of(4), SAID[:8], month=month)) for month in ("2026-09", "2026-10")}
    with pytest.MonkeyPatch.context() as small:
        for month, made in few.items():
            small.setitem(TEXTS, month, made)
        await own(site, await come(site), *few)
    _, shown = await see(site, "/records/mine")
    assert first_seen(shown)[-1] == text("en", "page-myrecords-text")
    small_print(shown, "compare-rule")
    assert shown.index(FIGURES) < shown.index('id="each"')
    assert shown.count(text("en", "compare-nothing")) == 1
    for key in ("roles", "evenly", "turns", "floor", "after"):
        title = text("en", f"compare-{key}")
        assert f'<summary id="{key}">{title}</summary>' in shown and f'href="#{key}"' in shown, key
    why = re.findall(r'<p class="hint">(Why: .*?)</p>', shown)
    assert len(why) == len(set(why)) == 2, "each reason once"


def test_on_pages_that_stand_alone_too() -> None:
    made, example = examples(), text("en", "example-all")
    sums = [one for one in made.values() if one.timeline is None]
    (seats,) = [one for one in made.values() if one.timeline is not None]
    assert first_seen(plotted(sums[0], "en", WORDS)) == [example, text("en", "page-record-text")]
    says = f"{text('en', 'page-record-text')} {PSEUDONYMOUS}"
    assert first_seen(plotted(seats, "en", WORDS)) == [example, says]
    small_print(plotted(seats, "en", WORDS), "record-recognised", "record-seats", "record-counts")
    beside = side_by_side([sums[0], replace(sums[1], month=sums[0].month)], "en", WORDS)
    assert first_seen(beside) == [text("en", "example-some"), text("en", "compare-text")]
    small_print(beside, "compare-within-month", "compare-rule")
