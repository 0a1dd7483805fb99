"""What is said of answers to a record: true for everyone who reads it, and the same whoever they are."""

from __future__ import annotations

from facilitation.vocabulary import Keeping
from server.pages.places import WALL_CLOCK
from server.record.schema import to_json
from tests.facilitation.worked_session import CIRCLE, SAID, a_session, record
from tests.server.pages.conftest import SESSION, Site
from tests.server.pages.test_record import RECORD, over, page, the_end


async def test_what_stands_there_after_a_yes_and_a_no_is_true_and_the_same_for_whoever_said_yes(
    site: Site,
) -> None:
    seats = to_json(record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE))
    await over(site, seats, RECORD)
    async with site.client.post("/record/agree", data={"agrees": "yes"}) as agreed:
        before = await agreed.text()
    async with site.client.post("/record/veto") as answer:
        assert "What stands below stays as it was" in await answer.text()
    assert (await page(site))[1] == before and "you perhaps, outweighs all else" in before
    assert "Pseudonymous, not anonymous" in before.partition("<nav")[0], "at the head"
    assert "outweighs that" in await the_end(site)


async def test_an_hour_that_has_passed_is_told_so_and_an_answer_still_counts(site: Site) -> None:
    """As after the server was started again: for ten minutes nothing is released or destroyed."""
    seat = await site.come_in()
    now_s = site.client.app[WALL_CLOCK]()
    await site.house.store.end_session(SESSION, (), RECORD, 60, [seat], None, None, now_s)
    _, shown = await page(site)
    assert (
        "has passed. This server has not come to it yet" in shown
        and "<span>The hour has passed</span>" in shown
    )
    assert (
        "there is nothing to do" not in shown
        and "for some minutes an answer still counts" in await the_end(site)
    )
    assert "within some minutes, when the server comes to it" in shown and "at that hour it is" not in shown
    async with site.client.post("/record/veto") as answer:
        after = await answer.text()
        assert "noted: within some minutes" in after and "you perhaps, outweighs all else" in after
    assert await site.house.store.release_records(60) == 0 and await site.house.store.records() == {}
