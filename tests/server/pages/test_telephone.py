"""The number that a leader gives for when the link fails: where it stands, and what is none."""

from __future__ import annotations

import html

import pytest

from tests.letter_box import LetterBox, plain_of
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import fresh, send, stored
from tests.server.pages.test_meetings import enter, entry_of, mailed, planned, press, token_of

__all__ = ["mailed"]


async def test_a_number_for_when_the_link_fails_is_in_mail_calendar_and_at_the_door(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed, telephone=" +33  (0)1 99/00-12 ", language="fr")
    assert (await stored(mailed, group.group)).terms.telephone == "+33 (0)1 99/00-12"
    found = await mailed.house.store.group_for(group.members[1].member)
    assert found is not None and found.terms.telephone == "+33 (0)1 99/00-12"
    await press(mailed, f"{path}/invite")
    told = "Si la liaison échoue, appelez le +33 (0)1 99/00-12."
    assert told in plain_of(box.letters[1]) and told in entry_of(box.letters[1])[1]["DESCRIPTION"]
    answer = (await enter(mailed, token_of(box.letters[1])))[1]
    assert (answer["telephone"], answer["of"]) == ("+33 (0)1 99/00-12", "Tuesdays")


async def test_nobody_is_told_to_ring_for_a_meeting_that_is_cancelled(mailed: Site, box: LetterBox) -> None:
    _, path = await planned(mailed, telephone="+33 1 99 00 12")
    await press(mailed, f"{path}/invite")
    await press(mailed, f"{path}/cancel")
    told = {event["STATUS"]: "+33" in event["DESCRIPTION"] for _, event in map(entry_of, box.letters)}
    assert told == {"CONFIRMED": True, "CANCELLED": False}
    assert "+33" not in plain_of(box.letters[-1])


@pytest.mark.parametrize("wrong", ["ask Anna", "+1 <b>555</b>", "1" * 31, "+-/", "555\u200b1234"])
async def test_what_is_no_telephone_number_is_said_so_and_not_lost(mailed: Site, wrong: str) -> None:
    status, page = await send(mailed, "/groups/new", await fresh(mailed, telephone=wrong))
    assert status == 400 and "A telephone number has digits" in page
    assert 'aria-describedby="telephone-hint wrong-telephone"' in page
    assert html.escape(wrong) in page
