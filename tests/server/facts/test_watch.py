"""The facts: what is told to whom, and never more of somebody than the listener may hear."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from facilitation import commands as c
from facilitation.reach import Reach, reach
from facilitation.state import Seat, SentWord, SessionState
from facilitation.vocabulary import Link, Role, SeatId, Stance, Standing, Word
from server.facts.link_quality import WORSE_LASTS_MS
from server.facts.watch import ARRIVING_MS, SOUNDING_MS, Watch
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, MINUTE, Meeting, at, gathered, undo
from tests.facilitation.forms import CLASSIC, GERMAN

LEADER, MEMBER, OTHER, OBSERVER = 1, 2, 3, 4
ROLES = {LEADER: Role.LEADER, MEMBER: Role.MEMBER, OTHER: Role.MEMBER, OBSERVER: Role.OBSERVER}


@dataclass
class Counted:
    speaking: bool = False
    packets_in: int = 0
    audio_packets_in: int = 0
    sounds: int = 0
    forwarded_to: int = 0
    uplink_loss: float = 0.0
    downlink_loss: float = 0.0
    round_trip_ms: int | None = None


def circle() -> SessionState:
    seats = {seat: Seat(role, Standing.SEATED, Link.UP) for seat, role in ROLES.items()}
    return SessionState(CLASSIC, seats=seats)


def told(
    listener: int, *, state: SessionState | None = None, arriving: set[int], hears: set[int]
) -> dict[str, object]:
    """What `listener` is told when the microphones of `arriving` send, and all of them speak."""
    plane = {seat: Counted(speaking=True, packets_in=1, audio_packets_in=1) for seat in arriving}
    plane |= {seat: Counted() for seat in ROLES.keys() - arriving}
    watch, reach = Watch(), {listener: Reach(audio=frozenset(hears), video=frozenset())}
    watch.look({seat: Counted() for seat in ROLES}, 0)
    watch.look(plane, ARRIVING_MS)
    return watch.message(listener, state or circle(), reach, plane, ARRIVING_MS)


def test_a_microphone_that_is_off_is_told_to_those_who_would_hear_it() -> None:
    assert told(MEMBER, arriving={LEADER, MEMBER}, hears={LEADER, OTHER})["muted"] == [OTHER]
    assert told(MEMBER, arriving={LEADER, MEMBER}, hears={LEADER})["muted"] == []


def test_of_oneself_too_but_not_of_observers_nor_of_a_lost_link() -> None:
    assert told(MEMBER, arriving=set(), hears={OBSERVER})["muted"] == [MEMBER]
    seats = circle().seats | {OTHER: Seat(Role.MEMBER, Standing.SEATED, Link.DOWN)}
    assert told(MEMBER, state=replace(circle(), seats=seats), arriving={MEMBER}, hears={OTHER})["muted"] == []


def test_a_lost_link_hears_nobody_though_packets_still_go_there() -> None:
    lost = circle().seats | {OTHER: Seat(Role.MEMBER, Standing.SEATED, Link.DOWN)}
    reach = {seat: Reach(frozenset({MEMBER} - {seat}), frozenset()) for seat in ROLES}
    plane = {MEMBER: Counted(forwarded_to=3)}
    for state, heard_by in ((circle(), 3), (replace(circle(), seats=lost), 2)):
        assert Watch().message(MEMBER, state, reach, plane, 0)["you"]["heard_by"] == heard_by


def test_who_speaks_is_told_within_reach_only() -> None:
    assert told(MEMBER, arriving={LEADER, OTHER}, hears={LEADER})["speaking"] == [LEADER]


def test_nobody_who_is_pushed_back_looks_heard_not_at_the_desk_nor_to_themselves() -> None:
    def speaks(meeting: Meeting, listener: SeatId) -> tuple[bool, bool]:
        state, plane = meeting.state, {ANN: Counted(speaking=True), LEA: Counted(speaking=True)}
        said = Watch().message(listener, state, reach(state), plane, 0)
        assert LEA in said["speaking"], "the others go on"
        return ANN in said["speaking"], said.get("links", {}).get(str(ANN), {}).get("voice", False)

    meeting = at("presentation")
    assert [speaks(meeting, seat) for seat in (ANN, BEN, LEA)] == [(True, False), (True, False), (True, True)]
    meeting = at("discussion")
    assert [speaks(meeting, seat) for seat in (ANN, BEN, LEA)] == [(False, False)] * 3
    meeting.ask(c.Recall(meeting.state.entry))
    assert [speaks(meeting, seat) for seat in (ANN, BEN, LEA)] == [(True, False), (True, False), (True, True)]


def test_a_voice_that_the_form_lets_through_is_shown_to_its_owner_though_nobody_is_there_to_hear_it() -> None:
    assert told(MEMBER, arriving={MEMBER}, hears=set())["speaking"] == [MEMBER]


@pytest.mark.parametrize(("seat", "words"), [(MEMBER, ["distress"]), (OTHER, []), (LEADER, [])])
def test_ones_own_words_stand_until_they_are_noted_and_are_told_to_nobody_else(
    seat: int, words: list[str]
) -> None:
    state = replace(circle(), words=(SentWord(MEMBER, Word.DISTRESS, 0, noted_by=LEADER),))
    you = told(seat, state=state, arriving=set(), hears=set())["you"]
    assert (you["words"], you["noted"]) == (words, dict.fromkeys(words, LEADER))  # type: ignore[index]


def test_leaders_tell_a_silence_from_a_microphone_that_is_off() -> None:
    links = told(LEADER, arriving={MEMBER}, hears={MEMBER, OTHER})["links"]
    assert [links[str(seat)]["audio_in"] for seat in (MEMBER, OTHER)] == [True, False]  # type: ignore[index]
    assert "links" not in told(MEMBER, arriving={MEMBER}, hears=set())


def test_leaders_are_told_how_good_each_link_is() -> None:
    plane = {
        LEADER: Counted(),
        MEMBER: Counted(uplink_loss=0.06),
        OTHER: Counted(downlink_loss=0.2),
        OBSERVER: Counted(round_trip_ms=700),
    }
    watch = Watch()
    for now_ms in (0, WORSE_LASTS_MS):
        watch.look(plane, now_ms)
    links = watch.message(LEADER, circle(), {}, plane, WORSE_LASTS_MS)["links"]
    assert {seat: links[str(seat)]["quality"] for seat in plane} == {
        LEADER: "good", MEMBER: "weak", OTHER: "very_weak", OBSERVER: "weak",
    }  # fmt: skip
    told_of_oneself = {
        seat: watch.message(seat, circle(), {}, plane, 2_000)["you"]["quality"] for seat in plane
    }
    assert told_of_oneself == {seat: links[str(seat)]["quality"] for seat in plane}
    assert watch.qualities(circle()) == {"good": 1, "weak": 2, "very_weak": 1}
    lost = circle().seats | {OTHER: Seat(Role.MEMBER, Standing.SEATED, Link.DOWN)}
    assert watch.qualities(replace(circle(), seats=lost)) == {"good": 1, "weak": 2}, "of a lost link nothing"


def test_a_page_is_told_what_is_new_at_once_and_what_is_not_once_a_second() -> None:
    watch, page = Watch(), object()

    def due(now: int, page: object = page, **facts: object) -> bool:
        return watch.is_due(SeatId(MEMBER), page, {"now": now, "speaking": []} | facts)

    assert due(0)
    assert not due(200)
    assert due(400, speaking=[LEADER])
    assert not due(600, speaking=[LEADER])
    assert due(800)
    assert [due(now) for now in range(1000, 3000, 200)] == [False] * 4 + [True] + [False] * 4 + [True]
    assert due(3000, page=object()), "a page that has just come knows nothing"
    assert watch.is_due(SeatId(OTHER), page, {"now": 3000, "speaking": []})


def test_leaders_tell_a_dead_microphone_from_a_person_who_listens() -> None:
    watch, plane = Watch(), {MEMBER: Counted(), OTHER: Counted(sounds=1), LEADER: Counted()}

    def sound(now_ms: int) -> list[bool]:
        watch.look(plane, now_ms)
        links = watch.message(LEADER, circle(), {}, plane, now_ms)["links"]
        return [links[str(seat)]["sound"] for seat in (MEMBER, OTHER)]

    assert sound(1_000) == [False, True]
    assert sound(999 + SOUNDING_MS) == [False, True], "a pause is no dead microphone"
    assert sound(1_000 + SOUNDING_MS) == [False, False], "what was counted then is no sound of now"
    plane[OTHER] = Counted(sounds=2)
    assert sound(1_200 + SOUNDING_MS) == [False, True]
    plane[OTHER] = Counted(sounds=0)
    assert sound(1_300 + 2 * SOUNDING_MS) == [False, False], "whoever joins anew begins at nothing"


def test_who_has_not_spoken_is_not_known_of_a_phase_that_began_before_the_watch() -> None:
    discussion, back = at("discussion").state, at("return").state
    watch = Watch()
    for state in (discussion, back):
        watch.hear(state, {}, 0)
    assert "unspoken" not in watch.message(LEA, discussion, {}, {}, 0)
    assert watch.message(LEA, back, {}, {}, 0)["unspoken"] == [ANN, BEN, CAT, DAN]


def test_leaders_are_told_who_has_not_spoken_yet_in_this_phase_and_nobody_else_is() -> None:
    discussion = at("discussion").state
    questions = at("questions").state
    watch = Watch()
    watch.hear(gathered().state, {}, 0)
    plane = {seat: Counted() for seat in discussion.seats}

    def hear(state: SessionState, *speaking: SeatId) -> None:
        seats = plane | {seat: Counted(speaking=True) for seat in speaking}
        watch.look(seats, 0)
        watch.hear(state, seats, 0)

    def unspoken(state: SessionState, listener: SeatId = LEA) -> object:
        return watch.message(listener, state, {}, plane, 0).get("unspoken")

    hear(questions, BEN, ANN)
    assert unspoken(questions) == [CAT, DAN]
    assert unspoken(discussion) == [BEN, CAT, DAN], "whoever is pushed back could not have"
    hear(discussion, CAT, ANN, LEA)
    assert unspoken(discussion, CARL) == [BEN, DAN]
    assert unspoken(discussion, BEN) is None and unspoken(discussion, ANN) is None
    assert unspoken(questions) == [CAT, DAN], "what was said before is known when it is stepped back to"
    recalled = replace(discussion, stance=Stance.IN_CIRCLE)
    assert unspoken(recalled) == [ANN, BEN, DAN], "a voice that nobody heard was not heard"
    for nothing in (at("debrief").state, gathered().state):
        assert unspoken(nothing) == []


class Heard:
    """A meeting, and what the room hears of it five times a second."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting, self.watch = meeting, Watch()
        self.watch.hear(gathered().state, {}, 0)

    def speak(self, *speaking: SeatId, gone: tuple[SeatId, ...] = ()) -> None:
        state, now = self.meeting.state, self.meeting.now
        plane = {seat: Counted(speaking=seat in speaking) for seat in state.seats if seat not in gone}
        self.watch.look(plane, now)
        self.watch.hear(state, plane, now)

    def unspoken(self) -> object:
        return self.watch.message(LEA, self.meeting.state, {}, {}, self.meeting.now)["unspoken"]


def test_who_has_spoken_has_though_their_page_is_loaded_anew_or_the_media_worker_is_another() -> None:
    heard = Heard(at("discussion"))
    heard.speak(BEN, CAT)
    heard.meeting.wait(MINUTE)
    heard.speak(gone=(BEN,))
    assert heard.unspoken() == [DAN]
    heard.speak()
    assert heard.unspoken() == [DAN]
    heard.speak(gone=tuple(heard.meeting.state.seats))
    heard.speak()
    assert heard.unspoken() == [DAN]


def test_a_silence_at_the_desk_is_not_broken_by_what_nobody_hears() -> None:
    def silent(*speaking: SeatId) -> list[int | None]:
        heard.speak(*speaking)
        links = heard.watch.message(LEA, meeting.state, {}, {}, meeting.now)["links"]
        return [links[str(seat)]["silent_ms"] for seat in (ANN, BEN)]

    meeting = at("presentation")
    heard = Heard(meeting)
    assert silent(ANN) == [0, None]
    meeting.go_to("discussion").wait(12 * MINUTE)
    assert silent(BEN) == [0, 0], "whoever has pushed back is to be silent, and no murmur of theirs counts"
    meeting.ask(c.Recall(meeting.state.entry))
    meeting.wait(3 * MINUTE)
    assert silent() == [3 * MINUTE, 3 * MINUTE], "from their return on it is one"
    assert silent(ANN) == [0, 3 * MINUTE]


def test_an_undone_step_leaves_those_who_spoke_spoken_and_so_does_a_step_back() -> None:
    heard = Heard(at("discussion"))
    meeting, before = heard.meeting, heard.meeting.state.entry
    heard.speak(BEN)
    meeting.advance()
    assert BEN in heard.unspoken()  # type: ignore[operator]
    meeting.ask(undo(meeting))
    assert meeting.state.entry > before and heard.unspoken() == [CAT, DAN]
    meeting.advance()
    meeting.ask(c.StepBack(meeting.state.entry))
    assert heard.unspoken() == [CAT, DAN]


def test_a_phase_that_is_held_once_more_is_another() -> None:
    heard = Heard(at("discussion", GERMAN))
    meeting = heard.meeting
    heard.speak(BEN)
    while meeting.state.phase is not None and meeting.state.phase.again is None:
        meeting.advance()
    meeting.advance("discussion")
    assert heard.unspoken() == [BEN, CAT, DAN]
    heard.speak(CAT)
    assert heard.unspoken() == [BEN, DAN]
