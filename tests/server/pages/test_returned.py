"""A letter that came back shows where its leader looks, until another one goes."""

from __future__ import annotations

import re

from server.pages import sign_in
from server.pages.language import languages, text
from server.pages.meetings import path_of
from server.pages.reminders import remind
from tests.letter_box import LetterBox
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import made, see
from tests.server.pages.test_meetings import START, come_again, mailed, planned, press

__all__ = ["mailed"]


async def test_a_letter_that_came_back_is_shown_until_a_new_one_is_sent(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    carla = box.letters[1]
    (word,) = re.findall(r"<r-([a-z2-7]{24})\.", carla["Message-ID"])
    assert len({letter["Message-ID"] for letter in box.letters}) == 3
    store = mailed.house.store
    before = store.transactions
    assert not await store.returned.note("a" * 24, "full")
    assert store.transactions == before, "what is none of ours keeps nobody from writing"
    assert await store.returned.note(word, "unknown")
    for language in languages():
        said = text(language, "groups-returned-unknown")
        for page in (f"/groups/{group.group}", path):
            assert (await see(mailed, f"{page}?lang={language}"))[1].count(said) == 1
    mailed.wall = START.timestamp() - 3600
    await remind(mailed.client.app)  # type: ignore[arg-type]
    await sign_in.finish(mailed.client.app)  # type: ignore[arg-type]
    told = [letter["To"] for letter in box.letters[3:]]
    assert told == ["anna@example.org", "dan@example.org"], "no reminder to an address that is not there"
    await come_again(mailed)
    other = await made(mailed, name="Wednesdays")
    await press(mailed, f"/groups/{other.group}/meetings", day="1970-03-03", at="19:30")
    (theirs,) = await store.meetings.of(other.group)
    await press(mailed, path_of(other, theirs) + "/invite", member=group.members[1].member)
    assert said in (await see(mailed, f"{path}?lang={language}"))[1], "who is in another group gets no letter"
    await press(mailed, f"{path}/invite", member=group.members[1].member)
    assert box.letters[-1]["To"] == "carla@example.org"
    assert said not in (await see(mailed, path))[1], "a new letter went, which may arrive"
