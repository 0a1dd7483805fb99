"""Where shares are not told, of all reasons that there may be the one is said that held."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.structure_record import BySpeaker, Lack, Part
from facilitation.talk import Segment
from server.record import voices
from server.record.imported import record_of
from tests.facilitation.circle import BEN, CAT, LEA, WIM
from tests.facilitation.worked_session import SAID, a_group_of, record, spoke
from tests.server.record.sums import sums
from tests.server.record.test_drawing import WORKED, drawn

EITHER = "less than five minutes at work, less than a minute said by members, or fewer than three members who spoke"


@pytest.mark.parametrize(
    ("lacks", "measured_s", "why"),
    [
        ((Lack.TOO_FEW_MEMBERS,), 1090, "fewer than five members"),
        ((Lack.TOO_SHORT,), 245, "less than five minutes at work"),
        ((Lack.TOO_SHORT,), 1090, "fewer than three members spoke"),
        ((Lack.TOO_SHORT,), 300, EITHER),
        (
            (Lack.TOO_SHORT, Lack.TOO_FEW_MEMBERS),
            30,
            "fewer than five members; less than five minutes at work",
        ),
        ((Lack.SPEECH_NOT_MEASURED,), 1090, "nobody measured who spoke"),
        ((Lack.NO_SPEECH,), 1090, "no member was heard to speak"),
        ((), 1090, "no member was heard to speak"),
    ],
)
def test_of_all_reasons_that_is_said_for_which_shares_are_not_told(
    lacks: tuple[Lack, ...], measured_s: int, why: str
) -> None:
    made = replace(WORKED, lacks=lacks, whole=replace(WORKED.whole, shares=None, measured_s=measured_s))
    assert sums(made)["The members’ shares of what they said"] == f"Not told: {why}"
    if {Lack.TOO_SHORT, Lack.TOO_FEW_MEMBERS} & set(lacks):
        assert "shares" not in drawn("course", made).note, "it stands where they would"
        imported = replace(made, lacks=(*lacks, Lack.ROLES_UNKNOWN))
        assert "member" not in drawn("course", imported).note + sums(imported).popitem()[1]


@pytest.mark.parametrize(
    ("presenter_s", "member_s", "measured_s", "why"),
    [
        (0, 55, 1090, "members spoke for less than a minute in all"),
        (30, 30, 1090, EITHER),
        (30, 35, 1090, "fewer than three members spoke"),
        (5, 10, 245, "less than five minutes at work; members spoke for less than a minute in all"),
        (5, 10, 300, "members spoke for less than a minute in all"),
    ],
)
def test_of_little_that_was_said_no_share_is_told_and_why(
    presenter_s: int, member_s: int, measured_s: int, why: str
) -> None:
    """Leaders' speech is not looked at: the shares are of the members."""
    whole = replace(WORKED.whole, shares=None, measured_s=measured_s)
    whole = replace(whole, speech_s=BySpeaker(600, presenter_s, member_s))
    made = replace(WORKED, lacks=(Lack.TOO_SHORT,), whole=whole)
    assert sums(made)["The members’ shares of what they said"] == f"Not told: {why}"


@pytest.mark.parametrize(("members", "few"), [(1, True), (2, True), (3, False)])
def test_of_few_who_took_the_floor_and_said_little_both_reasons_are_told(members: int, few: bool) -> None:
    turns = [(BEN, 1, 20), (CAT, 31, 39), (WIM, 41, 49)][:members]
    made = record(a_group_of(6), spoke(*turns, (LEA, 60, 99)))
    why = "members spoke for less than a minute in all" + "; fewer than three members took the floor" * few
    assert sums(made)["The members’ shares of what they said"] == f"Not told: {why}"


@pytest.mark.parametrize(
    ("heard", "minutes", "why"),
    [
        (2, 20, "fewer than five voices"),
        (4, 20, "fewer than five voices"),
        (2, 1, "fewer than five voices; less than five minutes"),
        (2, 5, "fewer than five voices"),
    ],
)
def test_of_few_voices_it_is_not_said_twice_how_few(heard: int, minutes: int, why: str) -> None:
    """Nor, beside what is so, what may be."""
    said = [Segment(1 + n % heard, n * 10_000, (n + 1) * 10_000) for n in range(6 * minutes)]
    shares = sums(record_of(said))["The voices’ shares of what was said"]
    assert shares == f"Not told: {why}"


@pytest.mark.parametrize(("leader_s", "said"), [(5, "– (less than a minute was said in all)"), (10, "6%")])
def test_of_little_speech_the_leaders_part_says_little(leader_s: int, said: str) -> None:
    of = replace(WORKED.whole, speech_s=BySpeaker(leader_s, 25, 25), leader_share=Part(0.06))
    assert sums(replace(WORKED, whole=of))["The leaders’ part of all that was said"] == said


@pytest.mark.parametrize(
    ("ends", "why"), [(165, "members spoke for less than a minute in all"), (179.9, EITHER), (180, None)]
)
def test_shares_need_a_minute_that_members_said(ends: float, why: str | None) -> None:
    """Leaders may say as much as they like."""
    made = record(a_group_of(6), spoke((LEA, 1, 99), (BEN, 100, 120), (CAT, 120, 140), (WIM, 140, ends - 20)))
    assert (made.whole.shares is None, made.whole.reciprocity is None) == (bool(why), bool(why))
    assert (Lack.TOO_SHORT in made.lacks) is bool(why)
    told = sums(made).get("The members’ shares of what they said")
    assert told == (why and f"Not told: {why}")


@pytest.mark.parametrize("said", [[], None, SAID])
def test_that_one_may_tell_who_said_how_much_is_said_where_anybody_was_heard(
    said: list[Segment] | None,
) -> None:
    assert voices.of_sums(record(a_group_of(4), said)) == ("record-sums-few" if said else "record-sums")
