"""The sums of a session, in groups with a heading each: the first of each is the one to look at."""

from __future__ import annotations

from functools import partial

import pytest

from server.pages.language import languages, text
from server.record.page import page, totals
from tests.server.record.test_drawing import IMPORTED, WORDS, WORKED


def test_the_sums_stand_in_groups_and_the_first_of_each_is_the_one_to_look_at() -> None:
    found = {of.heading: [name for name, _ in of.rows] for of in totals(WORKED, "en", WORDS)}
    assert {heading: rows[0] for heading, rows in found.items()} == {
        "Who spoke": "Members spoke, apart from whoever presented",
        "Silences": "All silence, also of under 3 seconds",
        "Leaders": "The leaders’ part of all that was said",
        "Time and setting": "The group at work",
    }
    assert [*map(len, found.values())] == [5, 2, 2, 5], "none is lost"


@pytest.mark.parametrize("language", languages())
def test_of_an_imported_meeting_no_group_is_empty(language: str) -> None:
    found = totals(IMPORTED, language, partial(text, language))
    assert all(of.rows for of in found) and text(language, "figure-leader") not in [
        of.heading for of in found
    ]


def test_the_sums_stand_beside_the_first_drawing() -> None:
    html = page(WORKED, "en", WORDS)
    first, others = html[html.index('<div class="first">') :].split('<h2 id="whole">')
    assert 'id="course"' in first and first.count("<h2") == 1 and "<h2" in others
