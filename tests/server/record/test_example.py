"""The example's records are such as a room makes: read again, of both levels, the same each time."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from facilitation.structure_record import SizeBand
from facilitation.vocabulary import Keeping, PhaseKind
from server.pages.language import languages, text
from server.record.example import MONTHS, examples
from server.record.page import of_example, page, side_by_side
from server.record.schema import from_json, to_json

MADE = examples()


def test_there_are_three_months_in_sums_and_one_seat_by_seat() -> None:
    assert {name: (one.level, one.month) for name, one in MADE.items()} == {
        "example-1-aggregate": (Keeping.AGGREGATE, MONTHS[0]),
        "example-1-seat_timeline": (Keeping.SEAT_TIMELINE, MONTHS[0]),
        "example-2-aggregate": (Keeping.AGGREGATE, MONTHS[1]),
        "example-3-aggregate": (Keeping.AGGREGATE, MONTHS[2]),
    }
    of_seats = MADE["example-1-seat_timeline"]
    assert replace(of_seats, level=Keeping.AGGREGATE, timeline=None) == MADE["example-1-aggregate"]
    assert {name: to_json(one) for name, one in examples().items()} == {
        name: to_json(one) for name, one in MADE.items()
    }, "nothing else than the software decides what they are"


def test_each_is_a_whole_case_of_which_everything_can_be_told() -> None:
    for made in MADE.values():
        assert from_json(to_json(made)) == made
        assert (made.lacks, made.members, made.leaders, made.cases) == ((), SizeBand.NINE_TO_TWELVE, 2, 1)
        assert [one.kind for one in made.phases][-4:] == [
            PhaseKind.QUESTIONS, PhaseKind.DISCUSSION, PhaseKind.RETURN, PhaseKind.CLOSING,
        ]  # fmt: skip
        discussion = made.phases[-3]
        assert (discussion.speech_s.presenter, made.whole.silence_kept) == (0, 1.0), (
            "the presenter has pushed back"
        )
        assert made.whole.overlap_s and made.whole.silences.over_3_s and made.whole.shares
        assert 0.05 < (made.whole.leader_share or 0) < 0.25


@pytest.mark.parametrize("language", languages())
def test_what_is_drawn_of_them_says_that_there_is_no_such_group(language: str) -> None:
    words = partial(text, language)
    first, *others = MADE.values()
    read = from_json(to_json(first))
    assert words("example-all") in page(read, language, words)
    assert words("example-all") in side_by_side(others, language, words)
    real = replace(read, whole=replace(read.whole, silence_s=read.whole.silence_s + 5))
    assert words("example-some") in side_by_side([read, real], language, words)
    assert not any(words(f"example-{one}") in page(real, language, words) for one in ("all", "some"))
    assert of_example([real], words) == "", "one that only looks like it"
