"""Members' behaviour over fake views of a session: who speaks, offers, asks and keeps silent in each phase."""

from __future__ import annotations

import random
from collections import Counter, deque
from dataclasses import replace
from functools import lru_cache

import pytest

from facilitation.vocabulary import PhaseKind
from server.rehearsal.behaviour import ANSWER_AFTER_MS, BEHAVIOURS, Mind
from server.rehearsal.view import Asked, Turn, View

STEP_MS = 100
LEADER, PRESENTER = 1, 2
SEATS = (2, 3, 4, 5, 6)


@lru_cache(1_000)
def seen_from(seat: int, view: View, voices: frozenset[int]) -> View:
    return replace(view, seat=seat, heard=voices - {seat})


class Circle:
    """Several minds who hear each other late, and a session that does what it is told."""

    def __init__(self, seed: int = 0, cases: tuple[int, ...] = (2, 5), lag_ms: int = STEP_MS) -> None:
        self.minds = {
            seat: Mind(random.Random(seed * 100 + seat), lag_ms, has_case=seat in cases) for seat in SEATS
        }
        self.on_the_way: deque[frozenset[int]] = deque([frozenset()] * (lag_ms // STEP_MS - 1))
        self.view = View(seat=0, seated=True, running=True, leading=frozenset({LEADER}))
        self.now_ms = 0
        self.heard: frozenset[int] = frozenset()
        self.leader_speaks = False
        self.spoke_ms: Counter[int] = Counter()
        self.overlap_ms = 0
        self.asked: list[tuple[int, Asked]] = []

    def enter(self, kind: str, **changes: object) -> None:
        changed = {"kind": kind, "entry": self.view.entry + 1, **changes}
        self.view = replace(self.view, **changed)  # type: ignore[arg-type]

    def run(self, seconds: int) -> None:
        for _ in range(seconds * 1000 // STEP_MS):
            self.now_ms += STEP_MS
            voices = self.heard | ({LEADER} if self.leader_speaks else frozenset())
            for seat, mind in self.minds.items():
                self.asked += [
                    (seat, asked) for asked in mind.act(seen_from(seat, self.view, voices), self.now_ms)
                ]
            speaking = frozenset(seat for seat, mind in self.minds.items() if mind.speaking)
            self.spoke_ms.update(dict.fromkeys(speaking, STEP_MS))
            self.overlap_ms += STEP_MS if len(speaking) > 1 else 0
            self.on_the_way.append(speaking)
            self.heard = self.on_the_way.popleft()

    def took(self, type_: str) -> list[int]:
        return [seat for seat, asked in self.asked if asked.type == type_]


@pytest.fixture(params=range(5))
def circle(request: pytest.FixtureRequest) -> Circle:
    return Circle(request.param)


def test_every_kind_of_phase_has_its_behaviour() -> None:
    assert set(BEHAVIOURS) == set(PhaseKind)


def test_in_a_round_one_speaks_when_asked_and_gives_the_turn_on(circle: Circle) -> None:
    for kind in ("stories", "closing", "fantasies"):
        circle.enter(kind, floor="round", turn=Turn(7, 4))
        circle.run(90)
        assert circle.took("end_turn")[-1:] == [4]
        assert set(circle.spoke_ms) == {4}


def test_the_presenter_accepts_an_audience(circle: Circle) -> None:
    circle.enter("seating", floor="leaders", presenter=PRESENTER, case=1)
    circle.run(60)
    assert set(circle.took("accept_audience")) == {PRESENTER}


def test_on_arrival_everybody_says_one_thing(circle: Circle) -> None:
    circle.enter("arrival")
    circle.run(180)
    assert set(circle.spoke_ms) == set(SEATS)
    assert all(spoken <= 9_000 + STEP_MS for spoken in circle.spoke_ms.values())


def test_those_who_came_with_a_case_offer_it_once_and_nobody_speaks(circle: Circle) -> None:
    circle.enter("case_call", case=1)
    circle.run(2)
    assert circle.took("offer_case") == [], "the silence is borne for a while"
    circle.run(20)
    assert sorted(circle.took("offer_case")) == [2, 5]
    assert {asked.about for _, asked in circle.asked} == {1}
    assert not circle.spoke_ms


def test_nobody_offers_what_somebody_already_offers_or_presents(circle: Circle) -> None:
    circle.enter("case_call", case=1, presenter=PRESENTER)
    circle.run(300)
    assert circle.asked == []


def test_where_nobody_came_with_a_case_somebody_offers_late() -> None:
    circle = Circle(cases=())
    circle.enter("case_call", case=1)
    circle.run(50)
    assert circle.asked == []
    circle.run(150)
    assert circle.took("offer_case")


def test_where_the_group_chooses_each_names_another_once(circle: Circle) -> None:
    members = (2, 3, 4, 5)
    circle.enter("choice", case=1, others=members)
    circle.run(60)
    named = [asked for _, asked in circle.asked]
    assert len(named) == len({seat for seat, _ in circle.asked}) > 1
    assert {(asked.type, asked.about) for asked in named} == {("name_one", 1)}
    assert {asked.fields["seat"] for asked in named} <= set(members)
    circle.enter("choice", case=1, others=members, presenter=PRESENTER)
    circle.run(60)
    assert len(circle.asked) == len(named), "the choice is closed"


def test_only_the_presenter_presents(circle: Circle) -> None:
    circle.enter("presentation", floor="presenter", presenter=PRESENTER)
    circle.run(120)
    assert set(circle.spoke_ms) == {PRESENTER}
    assert circle.spoke_ms[PRESENTER] > 60_000


def test_a_member_asks_with_a_turn_the_presenter_answers_and_the_turn_is_given_back(circle: Circle) -> None:
    circle.enter("questions", floor="asker_and_presenter", presenter=PRESENTER)
    circle.run(30)
    hands = circle.took("raise_hand")
    assert hands and PRESENTER not in hands and not circle.spoke_ms
    asker = hands[0]
    circle.view = replace(circle.view, turn=Turn(1, asker), hands=tuple(set(hands) - {asker}))
    circle.asked.clear()
    circle.run(60)
    assert set(circle.spoke_ms) == {asker, PRESENTER} and circle.overlap_ms == 0
    assert [(seat, asked.type, asked.about) for seat, asked in circle.asked if asked.type == "end_turn"] == [
        (asker, "end_turn", 1)
    ]
    before = circle.spoke_ms.copy()
    circle.run(30)
    assert circle.spoke_ms == before, "one question and one answer a turn"


def test_where_the_leader_opens_the_floor_questions_need_no_hands(circle: Circle) -> None:
    circle.enter("questions", floor="open", presenter=PRESENTER)
    circle.run(180)
    assert len(circle.spoke_ms) > 2 and not circle.asked


def test_the_presenter_does_not_answer_before_the_question() -> None:
    circle = Circle()
    del circle.minds[3]  # somebody real sits on seat 3 and thinks for a while
    circle.enter("questions", floor="asker_and_presenter", presenter=PRESENTER, turn=Turn(1, 3))
    circle.run(20)
    assert not circle.spoke_ms


def test_the_presenter_answers_no_pause_between_two_words_though_time_is_compressed() -> None:
    mind = Mind(random.Random(1), lag_ms=2_000)
    asking = View(
        PRESENTER, seated=True, running=True, kind="questions", floor="asker_and_presenter",
        presenter=PRESENTER, turn=Turn(1, 3),
    )  # fmt: skip
    for now_ms in (0, 1_000, 4_000):
        mind.act(replace(asking, heard=frozenset({3})), now_ms)
        mind.act(asking, now_ms + 1_900)
        assert not mind.speaking
    mind.act(asking, 4_000 + 2_000 + ANSWER_AFTER_MS)
    assert mind.speaking


def test_the_protagonist_asks_until_two_play_and_most_of_the_others_do() -> None:
    took = 0
    for seed in range(20):
        protagonist, other = Mind(random.Random(seed)), Mind(random.Random(100 + seed))
        view = View(
            PRESENTER, seated=True, running=True, kind="casting", entry=4, presenter=PRESENTER,
            cast=frozenset({PRESENTER}), others=(3, 4, 5),
        )  # fmt: skip
        asked = [one for now_ms in range(0, 60_000, STEP_MS) for one in protagonist.act(view, now_ms)]
        assert asked and {(one.type, one.about) for one in asked} == {("invite_to_part", 4)}
        assert {one.fields["seat"] for one in asked} <= {3, 4, 5}
        full = replace(view, cast=frozenset({PRESENTER, 3, 5}))
        assert not [
            one for now_ms in range(60_000, 120_000, STEP_MS) for one in protagonist.act(full, now_ms)
        ]
        invited = replace(view, seat=3, presenter=PRESENTER, invited="auxiliary")
        answers = [one for now_ms in range(0, 12_000, STEP_MS) for one in other.act(invited, now_ms)]
        assert answers and {one.type for one in answers} == {"answer_invitation"}
        took += answers[0].fields["accept"] is True
    assert 12 <= took < 20


def test_in_a_scene_whoever_plays_speaks_and_the_others_watch() -> None:
    for seat, speaks in ((3, True), (4, False)):
        mind = Mind(random.Random(seat))
        view = View(seat, seated=True, running=True, kind="scene", cast=frozenset({2, 3}), presenter=2)
        spoke = False
        for now_ms in range(0, 60_000, STEP_MS):
            mind.act(view, now_ms)
            spoke = spoke or mind.speaking
        assert spoke is speaks


@pytest.mark.slow
@pytest.mark.unhurried
def test_in_the_discussion_the_others_talk_mostly_one_at_a_time_and_bear_silence(circle: Circle) -> None:
    circle.enter("discussion", floor="open", case=1, presenter=PRESENTER, pushed_back=True)
    circle.run(600)
    assert circle.spoke_ms[PRESENTER] == 0
    assert set(circle.spoke_ms) - {PRESENTER} == set(SEATS) - {PRESENTER}
    total = circle.spoke_ms.total()
    assert 150_000 < total < 550_000, "there is talk, and there is silence"
    assert circle.overlap_ms < total * 0.05


@pytest.mark.slow
@pytest.mark.unhurried
def test_who_hears_late_because_time_is_compressed_still_gives_way(circle: Circle) -> None:
    late = Circle(circle.minds[3].rng.randrange(1000), lag_ms=1_000)
    late.enter("discussion", floor="open", case=1, presenter=PRESENTER, pushed_back=True)
    late.run(600)
    assert late.overlap_ms < late.spoke_ms.total() * 0.2
    assert late.spoke_ms.total() > 100_000


def test_a_pushed_back_presenter_who_was_speaking_falls_silent_at_once() -> None:
    circle = Circle()
    circle.enter("presentation", floor="presenter", presenter=PRESENTER)
    circle.run(10)
    assert circle.minds[PRESENTER].speaking
    circle.enter("discussion", floor="open", pushed_back=True)
    circle.run(1)
    assert not circle.minds[PRESENTER].speaking


@pytest.mark.slow
@pytest.mark.unhurried
def test_the_private_line_is_used_at_most_once_a_case() -> None:
    told = 0
    for seed in range(40):
        circle = Circle(seed)
        circle.minds = {PRESENTER: circle.minds[PRESENTER]}
        circle.enter("discussion", case=1, presenter=PRESENTER, pushed_back=True)
        circle.run(400)
        words = [asked for _, asked in circle.asked if asked.type == "tell_leaders"]
        assert len(words) <= 1 and all(word.fields == {"word": "bring_me_back"} for word in words)
        told += len(words)
    assert 0 < told < 25


def test_one_at_a_time_means_hands_and_turns(circle: Circle) -> None:
    circle.enter("discussion", floor="queue", presenter=PRESENTER, pushed_back=True)
    circle.run(40)
    hands = circle.took("raise_hand")
    assert hands and not circle.spoke_ms
    circle.view = replace(circle.view, turn=Turn(4, hands[0]))
    circle.run(20)
    assert set(circle.spoke_ms) == {hands[0]} and circle.took("end_turn") == [hands[0]]


def test_members_stop_for_a_leader_who_speaks() -> None:
    circle = Circle()
    circle.enter("presentation", floor="presenter", presenter=PRESENTER)
    circle.run(10)
    circle.leader_speaks = True
    circle.run(2)
    assert not circle.heard
    circle.run(20)
    assert not circle.heard
    circle.leader_speaks = False
    circle.run(5)
    assert circle.heard == {PRESENTER}


def test_the_presenter_returns_with_a_few_words_and_the_others_are_silent(circle: Circle) -> None:
    circle.enter("return", floor="presenter", presenter=PRESENTER)
    circle.run(120)
    assert set(circle.spoke_ms) == {PRESENTER}
    assert circle.spoke_ms[PRESENTER] <= 2 * 9_000 + 2 * STEP_MS


@pytest.mark.parametrize("change", [{"seated": False}, {"running": False}, {"paused": True}])
def test_outside_the_running_session_nobody_speaks_or_asks(circle: Circle, change: dict[str, bool]) -> None:
    circle.enter("discussion", floor="open", **change)
    circle.run(120)
    assert not circle.spoke_ms and not circle.asked


def test_closing_and_debrief_belong_to_the_leaders(circle: Circle) -> None:
    for kind in ("arrival", "closing", "debrief"):
        circle.enter(kind, floor="leaders")
        circle.run(60)
    assert not circle.spoke_ms and not circle.asked


def test_the_same_seed_plays_the_same_way() -> None:
    def played(seed: int) -> tuple[Counter[int], list[tuple[int, Asked]]]:
        circle = Circle(seed)
        circle.enter("arrival")
        circle.run(60)
        circle.enter("case_call", case=1)
        circle.run(30)
        return circle.spoke_ms, circle.asked

    assert played(3) == played(3)
    assert played(3) != played(4)


def test_a_presenter_pushed_back_again_in_the_same_phase_falls_silent_at_once() -> None:
    circle = Circle()
    circle.enter("discussion", floor="open", presenter=PRESENTER, pushed_back=False)
    circle.minds = {PRESENTER: circle.minds[PRESENTER]}
    while not circle.minds[PRESENTER].speaking:
        circle.run(1)
    circle.view = replace(circle.view, pushed_back=True)
    circle.run(1)
    assert not circle.minds[PRESENTER].speaking


def test_of_two_who_begin_at_once_the_higher_seat_stops() -> None:
    circle = Circle()
    circle.enter("discussion", floor="open")
    circle.minds = {seat: circle.minds[seat] for seat in (3, 4)}
    circle.run(1)
    for mind in circle.minds.values():
        mind.begin(circle.now_ms, (9_000, 9_000))
    circle.run(2)
    assert circle.heard == {3}


def test_the_asker_waits_for_an_answer_that_takes_its_time() -> None:
    circle = Circle()
    del circle.minds[PRESENTER]  # somebody real, who thinks before answering
    circle.enter("questions", floor="asker_and_presenter", presenter=PRESENTER, turn=Turn(1, 3))
    circle.run(15)
    assert circle.spoke_ms[3] and circle.took("end_turn") == []
    circle.run(30)
    assert circle.took("end_turn") == [3], "but not for ever"


def test_who_has_presented_does_not_offer_the_case_again() -> None:
    circle = Circle(cases=(PRESENTER,))
    circle.enter("presentation", floor="presenter", case=1, presenter=PRESENTER)
    circle.run(20)
    circle.enter("case_call", case=2, presenter=None)
    circle.run(30)
    assert circle.took("offer_case") == []


def test_who_came_without_a_case_does_not_compete_with_an_offer() -> None:
    circle = Circle(cases=())
    circle.enter("case_call", case=1, offers=(2,))
    circle.run(300)
    assert circle.took("offer_case") == []
