"""Over the months each measure of a record is shown, and no count under five: not by itself, nor as what is left of a
sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import astuple, replace
from functools import partial
from itertools import pairwise, product

import pytest

from facilitation.structure_record import (
    BySpeaker,
    Interventions,
    Lack,
    Part,
    SizeBand,
    StructureRecord,
    Transfers,
    Transitions,
    TurnLengths,
)
from server.pages.language import languages, text
from server.record import suppression
from server.record.bars import listed
from server.record.compare import compared
from server.record.drawing import Figure
from server.record.measures import OF_AFTER, OF_FLOOR, OF_LENGTHS, TO_AND_FRO
from server.record.page import side_by_side
from tests.server.record.test_compare import DECEMBER, IMPORTED, NOVEMBER, WORDS, of, written


def with_whole(**fields: object) -> StructureRecord:
    return replace(NOVEMBER, whole=replace(NOVEMBER.whole, **fields))  # type: ignore[arg-type]


def marked(**kinds: int) -> StructureRecord:
    """In its first phase, and in no other."""
    first, *rest = NOVEMBER.phases
    of_first = Interventions(**({"time": 0, "recall_presenter": 0} | kinds))
    others = [replace(one, interventions=Interventions(0, 0)) for one in rest]
    return replace(NOVEMBER, lacks=(), phases=(replace(first, interventions=of_first), *others))


def test_how_talk_was_shared_out_is_told_in_parts_on_one_scale() -> None:
    shared = {"gini": Part(0.25), "evenness": Part(0.9), "reciprocity": Part(1.0), "leader_share": Part(0.12)}
    figure = of("evenly", with_whole(**shared), DECEMBER)
    assert figure.columns == ("Session", "Gini", "Evenness", "Reciprocity", "Leaders’ part of speech")
    assert figure.rows[0][1:] == ("0.25", "0.90", "1.00", "12%") and "no score" in figure.note
    assert {"0.25", "0.90", "1.00", "12%"} <= set(written(figure))


def test_turns_are_told_in_number_and_length() -> None:
    figure = of("turns", with_whole(turn_lengths=TurnLengths(20, 30, 10, 9, 5)), DECEMBER)
    assert figure.rows[0][1:] == ("74", "20", "30", "10", "14")
    assert "under 5 seconds" in figure.columns and "5 to 15 seconds" in written(figure)


def test_what_is_left_of_a_sum_does_not_tell_a_count_under_five() -> None:
    figure = of("turns", with_whole(turn_lengths=TurnLengths(20, 30, 10, 1, 3)), DECEMBER)
    assert figure.rows[0][1:] == ("64", "20", "30", "not told", "not told"), "64 less the others"
    ways = Transitions(BySpeaker(2, 6, 20), BySpeaker(7, 8, 9), BySpeaker(30, 31, 99))
    assert of("after", with_whole(transitions=ways), DECEMBER).rows[0][1:] == ("65", "48", "99")


def test_no_way_is_told_from_which_one_that_is_few_could_be_reckoned_by_who_had_the_floor_how_often() -> None:
    """In one chain of turns whoever takes the floor gives it up: of 3 and 2 only these two keep to that."""
    ways = Transitions(BySpeaker(0, 3, 14), BySpeaker(2, 0, 10), BySpeaker(15, 9, 87))
    shown = of("after", with_whole(transitions=ways), DECEMBER)
    assert shown.rows[0][1:] == ("34", "19", "87")
    back = Transitions(BySpeaker(0, 2, 15), BySpeaker(3, 0, 9), BySpeaker(14, 10, 87))
    assert of("after", with_whole(transitions=back), DECEMBER) == shown


def test_gaps_and_overlaps_are_told_in_few_wide_bins() -> None:
    figure = of("floor", with_whole(transfers=Transfers(2, 3, 5, 40, 20, 10, 6)), DECEMBER)
    assert figure.rows[0][1:] == ("10", "40", "30", "6")


def test_where_who_came_after_whom_is_few_none_of_it_is_told() -> None:
    figure = of("after", NOVEMBER, DECEMBER)
    assert figure.columns[1:] == (
        *("A leader, or after one", "The presenter, or after them, not leaders"),
        "Members after members",
    )
    assert not figure.svg and figure.note == (
        "There is nothing to draw here of any of these sessions. Why: not told: it or a count beside it is "
        "under\u00a09, so that of those turns there may have been fewer than\u00a05."
    )


def test_of_who_came_after_whom_nothing_is_told_of_fewer_than_five_turns() -> None:
    """In any chain of turns: one is an end of two ways at most."""
    most = 0
    for chain in product("LPM", repeat=10):
        ways = Counter("L" if "L" in way else "P" if "P" in way else "M" for way in pairwise(chain))
        most = max(most, *(ways[role] for role in "LPM" if chain.count(role) < 5))
    assert most == TO_AND_FRO - 1
    told = (TO_AND_FRO,) * 3
    assert suppression.among(told, OF_AFTER, TO_AND_FRO) == told
    assert suppression.among((*told[1:], most), OF_AFTER, TO_AND_FRO) == (None,) * 3


def test_kinds_are_told_from_five_on_and_the_others_together() -> None:
    figure = of("interventions", marked(frame=6, close=3, hold_silence=2), marked(frame=4, close=3))
    assert figure.columns[1:] == ("Restating the frame", "The other kinds together")
    assert [row[1:] for row in figure.rows] == [("6", "5"), ("under 5", "7")]
    assert "fewer than five times" in figure.note
    together = of("interventions", marked(frame=4, close=3), marked())
    assert together.columns[1:] == ("Times",) and [row[1] for row in together.rows] == ["7", "under 5"]


def test_of_a_session_of_few_members_none_of_it_is_told() -> None:
    few = replace(DECEMBER, members=SizeBand.UNDER_FIVE)
    for key in ("evenly", "turns", "floor", "after"):
        assert set(of(key, NOVEMBER, few).rows[1][1:]) == {"not told"}, key
    assert of("quiet", NOVEMBER, few).rows[1][-1] == "not told", "whose silence it was"


def test_of_an_imported_meeting_turns_are_known_and_roles_are_not() -> None:
    assert set(of("after", IMPORTED, NOVEMBER).rows[0][1:]) == {"not known"}
    assert of("turns", IMPORTED, NOVEMBER).rows[0][1] == str(sum(astuple(IMPORTED.whole.turn_lengths)))
    for key in ("evenly", "quiet"):
        figure = of(key, IMPORTED, NOVEMBER)
        assert figure.rows[0][-1] == "not known" and {"?", "not known"} <= set(written(figure)), key
        assert "not measured, or there was none" not in written(figure), "there may have been some"
    assert "are those of all voices" in of("evenly", IMPORTED, NOVEMBER).note
    assert "voices" not in of("evenly", DECEMBER, NOVEMBER).note


def test_where_too_little_was_said_it_is_not_told_how_evenly() -> None:
    short = replace(
        with_whole(shares=None, gini=None, evenness=None, reciprocity=None), lacks=(Lack.TOO_SHORT,)
    )
    figure = of("evenly", short, DECEMBER)
    assert figure.rows[0][1:] == (*["not told"] * 3, "11%")
    legend = " ".join(written(figure))
    assert "not told: less than five minutes at work, less than a minute said by members, or" in legend
    assert "not measured" not in legend


FEW_MEMBERS = replace(with_whole(gini=None), members=SizeBand.UNDER_FIVE, lacks=(Lack.TOO_FEW_MEMBERS,))
SHORT = replace(with_whole(measured_s=245, gini=None), lacks=(Lack.TOO_SHORT,))
QUIET = replace(with_whole(gini=None), lacks=(Lack.TOO_SHORT,))
MURMURED = with_whole(speech_s=BySpeaker(20, 15, 20))
FEW_VOICES = replace(
    IMPORTED, members=SizeBand.UNDER_FIVE, lacks=(*IMPORTED.lacks, Lack.TOO_FEW_MEMBERS, Lack.TOO_SHORT)
)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("key", "made", "why"),
    [
        ("turns", NOVEMBER, ["compare-reckoned"]),
        ("turns", FEW_MEMBERS, ["record-untold-few"]),
        ("floor", FEW_MEMBERS, ["record-untold-few"]),
        ("evenly", FEW_MEMBERS, ["record-untold-few"]),
        ("evenly", SHORT, ["record-untold-short"]),
        ("evenly", QUIET, ["record-untold-either"]),
        ("evenly", MURMURED, ["record-untold-said"]),
        ("evenly", FEW_VOICES, ["record-untold-few-voices"]),
        ("evenly", replace(SHORT, lacks=FEW_MEMBERS.lacks + SHORT.lacks), ["record-untold-few", "record-untold-short"]),
    ],
)  # fmt: skip
def test_what_is_not_told_has_the_reason_for_which_it_is_not(
    key: str, made: StructureRecord, why: list[str], language: str
) -> None:
    """Beside a session of which all is told."""
    words = partial(text, language)
    all_told = with_whole(turn_lengths=TurnLengths(20, 30, 10, 9, 5), transfers=Transfers(*[9] * 7))
    figure = next(one for one in compared([made, all_told], language, words) if one.key == key)
    assert words("compare-not-told") in figure.rows[0]
    assert words("compare-sign-not-told", why=listed(map(words, why), words)) in " ".join(written(figure))
    assert all(words(one) != one for one in why)


def test_reasons_of_several_sessions_stand_together_each_once() -> None:
    """Also of what is drawn of none of them."""
    reckoned = "it or a count beside it is under\u00a05, and could be reckoned from the others"
    all_told = with_whole(turn_lengths=TurnLengths(20, 30, 10, 9, 5))
    for several, drawn in (([NOVEMBER, FEW_MEMBERS, all_told], True), ([NOVEMBER, FEW_MEMBERS], False)):
        figure = of("turns", *several)
        said = " ".join(written(figure)) if drawn else figure.note
        assert [said.count(one) for one in ("not told: ", reckoned, "fewer than five members")] == [1, 1, 1]
        assert "less than" not in said
        assert ("Not drawn" in figure.note) is not drawn


def test_beside_imported_meetings_it_is_said_whose_counts_are_left_out() -> None:
    whole, mixed, only = (
        (side_by_side(several, "en", WORDS), next(one.label for one in figures if one.key == "turns"))
        for several in ([NOVEMBER, DECEMBER], [IMPORTED, DECEMBER], [IMPORTED, IMPORTED])
        if (figures := compared(several, "en", WORDS))
    )
    left_out, every = "Counts under five", "Of an imported meeting every count is told"
    assert [left_out in text for text in (*whole, *mixed, *only)] == [True] * 4 + [False] * 2
    assert [every in text for text in (*whole, *mixed, *only)] == [False] * 2 + [True] * 2 + [False] * 2


def test_of_an_imported_meeting_nothing_is_hidden_and_nothing_claimed_that_nobody_knows() -> None:
    few = replace(IMPORTED, members=SizeBand.UNDER_FIVE)
    turns, floor, quiet = (of(key, few, DECEMBER).rows[0][1:] for key in ("turns", "floor", "quiet"))
    assert {*turns, *floor} == {"60", "0", "59"} and quiet[1:4] == ("0", "0", "0")
    assert of("roles", few, DECEMBER).rows[0][1:4] == ("not known",) * 3
    assert set(of("interventions", few, marked(frame=6)).rows[0][1:]) == {"not known"}


def of_sum(length: int, total: int) -> Iterator[tuple[int, ...]]:
    if length == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in of_sum(length - 1, total - first))


@pytest.mark.parametrize(
    ("blocks", "sums", "least"),
    [(OF_LENGTHS, (3, 9, 14, 24), 5), (OF_FLOOR, range(25), 5), (OF_AFTER, range(32), TO_AND_FRO)],
)
def test_of_counts_of_a_known_sum_one_under_five_may_be_any(
    blocks: suppression.Blocks, sums: Sequence[int], least: int
) -> None:
    """By all that look alike to whoever knows the sum and the rule."""
    length, something = sum(map(len, blocks)), False
    for total in sums:
        alike: dict[tuple[int | None, ...], list[tuple[int, ...]]] = {}
        for counts in of_sum(length, total):
            alike.setdefault(suppression.among(counts, blocks, least), []).append(counts)
        for told, found in alike.items():
            something |= any(told)
            for at, numbers in enumerate(map(set, zip(*found, strict=True))):
                if min(numbers) < least:
                    assert numbers >= set(range(min(total, least - 1) + 1)), (total, told, at)
    assert something


def test_of_one_count_under_five_only_its_block_is_left_out() -> None:
    assert suppression.among((156, 73, 14, 0), OF_LENGTHS) == (156, 73, None, None)
    assert suppression.among((4, 20, 20, 20), OF_LENGTHS) == (None, None, 20, 20)
    assert suppression.among((20, 20, 1, 2), OF_LENGTHS) == (None,) * 4, "3 are left, so none could be 4"
    assert suppression.among((5, 6, 7, 8), OF_LENGTHS) == (5, 6, 7, 8)


def test_under_five_one_looks_like_another() -> None:
    def drawn(under: int) -> Figure:
        return of("floor", with_whole(transfers=Transfers(5, 5, 5, 40, 20, 10, under)), DECEMBER)

    assert drawn(0) == drawn(4)


def test_reasons_are_listed_as_a_language_writes_it() -> None:
    of_each = {one: listed("abc", partial(text, one)) for one in languages()}
    assert of_each == {"en": "a; b; c", "de": "a; b; c", "fr": "a\u00a0; b\u00a0; c"}
