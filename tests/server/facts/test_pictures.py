"""Where the room and the plane meet: who is sent what of whom, from what is seen, said, wished and measured."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from facilitation.reach import Reach
from facilitation.state import Seat, SessionState
from facilitation.vocabulary import Floor, Link, Role, SeatId, Standing
from server.facts.looks import Looks
from server.facts.pictures import REPORTS, SHRINKS_MS, Pictures
from server.media.layers import DOWN_MS, SLOW_MS, START_MS, UP_MS, Wish
from server.media.negotiated import Choice, Layer
from tests.facilitation.forms import CLASSIC
from tests.server.facts.test_watch import Counted as Told

LEADER, MEMBER, OTHER, THIRD = map(SeatId, (1, 2, 3, 4))
SEATS = frozenset({LEADER, MEMBER, OTHER, THIRD})
REACH = {seat: Reach(SEATS - {seat}, SEATS - {seat}) for seat in SEATS}
N, S, L = Layer.NONE, Layer.SMALL, Layer.LARGE


@dataclass
class Counted(Told):
    level: int = 40
    packets_in: int = 100
    audio_packets_in: int = 50
    lost: float = 0.0
    late_ms: int = 0
    reports: int = 10
    estimate_bps: int | None = None
    picture_octets: int = 0
    wanted: Layer = Layer.SMALL
    own_lost: float | None = None
    first_trip_ms: int | None = None
    away: bool = False
    behind: bool = False


def circle() -> SessionState:
    seats = {seat: Seat(Role.MEMBER, Standing.SEATED, Link.UP) for seat in SEATS}
    return SessionState(CLASSIC, seats=seats | {LEADER: Seat(Role.LEADER, Standing.SEATED, Link.UP)})


class Course:
    """A room that is looked at five times a second."""

    def __init__(self) -> None:
        self.steps: Counter[str] = Counter()
        self.pictures, self.now_ms, self.state = Pictures(self.steps), 0, circle()
        self.plane = {int(seat): Counted() for seat in SEATS}
        self.looks: dict[SeatId, Looks] = {}
        self.sent_bps = 0

    def goes(self, for_ms: int = 0) -> dict[int, Choice]:
        choices: dict[int, Choice] = {}
        for _ in range(0, for_ms + 1, 200):
            choices = self.pictures.choose(self.state, REACH, self.plane, self.looks, self.now_ms)
            self.now_ms += 200
            for facts in self.plane.values():
                facts.packets_in += 3
                facts.picture_octets += self.sent_bps // 40
        return choices

    def rung(self, seat: SeatId = MEMBER) -> str:
        return str(self.pictures.own(seat)["rung"])


def test_small_pictures_of_all_and_large_ones_where_there_is_room_and_they_are_shown_large() -> None:
    course = Course()
    course.looks[MEMBER] = Looks({1: L, 3: S, 4: N})
    assert course.goes()[MEMBER].pictures == {1: S, 3: S, 4: N}
    course.sent_bps = 200_000
    course.plane[MEMBER].estimate_bps = 2_000_000
    assert course.goes(UP_MS + 2_000)[MEMBER].pictures == {1: L, 3: S, 4: N}
    assert course.rung() == "large"


def test_behind_a_slow_handshake_voices_come_first_and_the_speaker_once_reports_say_that_there_is_room() -> (
    None
):
    course = Course()
    course.plane[MEMBER] = Counted(first_trip_ms=SLOW_MS, reports=0)
    course.plane[OTHER] = Counted(first_trip_ms=SLOW_MS - 1)
    course.goes(START_MS + 1_000)
    assert (course.rung(), course.rung(OTHER)) == ("voices", "small"), "nothing has been reported yet"
    course.plane[MEMBER].reports = REPORTS
    course.goes(START_MS)
    assert course.rung() == "speaker"


def test_another_connection_begins_as_its_own_handshake_says() -> None:
    course = Course()
    course.goes()
    course.plane[MEMBER] = Counted(first_trip_ms=SLOW_MS, reports=0)
    course.goes()
    assert course.rung() == "voices"


def test_a_link_that_is_down_is_no_link_with_room() -> None:
    course = Course()
    course.plane[MEMBER] = Counted(first_trip_ms=SLOW_MS, away=True)
    course.goes(4 * UP_MS)
    assert course.rung() == "voices"
    course.plane[MEMBER].away = False
    course.goes(UP_MS + 400)
    assert course.rung() == "speaker"


def test_whoever_has_no_connection_is_not_chosen_for() -> None:
    course = Course()
    del course.plane[THIRD]
    assert course.goes().keys() == {LEADER, MEMBER, OTHER}


def test_a_link_that_becomes_narrow_sees_the_speaker_alone_and_is_told_so() -> None:
    course = Course()
    course.sent_bps = 300_000
    course.plane[MEMBER].estimate_bps = 400_000
    course.goes(3_000)
    course.plane[MEMBER].estimate_bps = 150_000
    course.plane[OTHER].speaking = True
    choices = course.goes(DOWN_MS + 400)
    assert choices[MEMBER].pictures == {1: N, 3: S, 4: N}
    assert choices[THIRD].pictures == {1: S, 2: S, 3: S}, "of nobody else's link is that known"
    assert (course.rung(), course.rung(THIRD)) == ("speaker", "small")
    assert (course.pictures.rungs(), course.steps) == ({"speaker": 1, "small": 3}, {"down": 1})


def test_the_speaker_stays_in_the_picture_while_they_speak_and_until_somebody_else_does() -> None:
    course = Course()
    course.looks[MEMBER] = Looks({}, Wish.SAVE)

    def shown(*speaking: SeatId) -> set[int]:
        for seat, facts in course.plane.items():
            facts.speaking = seat in speaking
        return {seat for seat, layer in course.goes()[MEMBER].pictures.items() if layer}

    assert shown() == set()
    assert shown(OTHER) == {OTHER}
    assert shown(OTHER, LEADER) == {OTHER}
    assert shown(LEADER) == {LEADER}
    assert shown() == {LEADER}
    assert shown(MEMBER) == {LEADER}, "not oneself"


def test_whoever_has_the_floor_is_seen_though_another_speaks() -> None:
    course = Course()
    course.state = replace(course.state, floor=Floor.PRESENTER, presenter=THIRD)
    course.looks[MEMBER] = Looks({}, Wish.SAVE)
    course.plane[OTHER].speaking = True
    assert course.goes()[MEMBER].pictures == {1: N, 3: S, 4: S}


def test_audio_only_is_every_voice_and_no_picture_also_of_whoever_comes_into_reach() -> None:
    course = Course()
    course.looks[MEMBER] = Looks({1: L}, Wish.AUDIO)
    chosen = course.goes()[MEMBER]
    assert set(chosen.pictures.values()) == {N}
    assert chosen.picture(99) is N
    assert chosen.voices is None


def test_the_lowest_rung_keeps_the_leaders_and_who_speaks() -> None:
    course = Course()
    course.goes(1_000)
    course.plane[MEMBER].late_ms = 2_000
    course.plane[OTHER].speaking = True
    course.goes(4 * DOWN_MS)
    assert course.rung() == "voices", "what was reported is about what was sent before"
    for _ in range(4):
        course.plane[MEMBER].reports += 2
        chosen = course.goes(DOWN_MS + 200)[MEMBER]
    assert chosen.voices == {LEADER, OTHER}
    assert course.rung() == "few"


def test_one_is_told_what_to_send_and_less_of_it_when_it_is_lost_on_the_way() -> None:
    course = Course()
    course.plane[MEMBER].wanted = L
    course.goes()
    assert course.pictures.own(MEMBER) == {
        "rung": "small",
        "picture": "large",
        "narrow": False,
    }
    course.plane[MEMBER].own_lost = 0.2
    course.looks[OTHER] = Looks({MEMBER: L, LEADER: L})
    course.sent_bps = 200_000
    course.plane[OTHER].estimate_bps = 2_000_000
    assert course.goes(UP_MS + 2_000)[OTHER].pictures == {LEADER: L, MEMBER: S, THIRD: S}
    assert course.pictures.own(MEMBER) == {
        "rung": "small",
        "picture": "large",
        "narrow": True,
    }, "whoever still runs on it is waited for"
    course.plane[MEMBER].wanted = S
    course.goes(SHRINKS_MS + 200)
    assert course.pictures.own(MEMBER)["picture"] == "small"
    course.plane[MEMBER].wanted = N
    course.goes(SHRINKS_MS + 200)
    assert course.pictures.own(MEMBER)["picture"] == "none"
    assert course.pictures.own(SeatId(9))["picture"] == "small", "before there is a connection"


def test_more_is_sent_at_once_and_less_once_nobody_has_wanted_it_for_a_while() -> None:
    course = Course()

    def sent(wanted: Layer, ms: int = 0) -> str:
        course.plane[MEMBER].wanted = wanted
        course.goes(ms)
        return str(course.pictures.own(MEMBER)["picture"])

    assert sent(L) == "large"
    assert sent(S, SHRINKS_MS - 200) == "large", "whoever still runs on it is waited for"
    assert sent(S) == "small"
    assert [sent(L), sent(N), sent(L), sent(N, SHRINKS_MS - 200)] == ["large"] * 4, (
        "a page that changes its mind"
    )
    assert sent(S) == "small"
    assert sent(N, SHRINKS_MS) == "none"
