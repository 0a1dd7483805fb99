"""How a fictitious member behaves: a table from the kind of phase to a small function over what a member can see.

Pure: decides by a View, a time and a seeded random generator; no socket, no clock. Durations are in the member's own
milliseconds, which `--speed` makes pass faster. May import server.rehearsal.view and the standard library only.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from server.rehearsal.view import Asked, View

Span = tuple[int, int]

SENTENCE_MS: Span = (3_000, 9_000)
STORY_MS: Span = (9_000, 20_000)
BREATH_MS: Span = (1_000, 3_000)
ANSWER_AFTER_MS = 900
TURN_OVER_MS = 1_500
NO_ANSWER_MS = 15_000
LEADER_SPEAKS_MS = 1_500
OFFER_AFTER_MS: Span = (3_000, 9_000)
SECOND_THOUGHT_MS: Span = (60_000, 180_000)
HAND_AFTER_MS: Span = (2_000, 20_000)
RECALL_AFTER_MS: Span = (90_000, 240_000)
COLLISION_MS = 900
LONGEST_WORDS_ON_RETURN = 2
QUESTIONS_A_MEMBER = 2
TURNS_A_MEMBER = 20
RECALL_CHANCE = 0.25
TAKES_PART_CHANCE = 0.85
PARTS_GIVEN = 2


@dataclass(slots=True)
class Mind:
    """One member's temper and memory. `act` is called a few times a second; `speaking` is then what to do.

    `lag_ms` is how late, in the member's own time, others' voices are heard.
    """

    rng: random.Random
    lag_ms: int = 0
    has_case: bool = False
    speaking: bool = False
    asked: list[Asked] = field(default_factory=list)
    _entry: int = -1
    _entered_ms: int = 0
    _began_ms: int = 0
    _until_ms: int = 0
    _voice_ms: int = 0
    _patience_ms: int = 0
    _delay_ms: int = 0
    _times: int = 0
    _turn: int = 0
    _turn_used: int = 0
    _turn_ended: int = 0
    _voices: set[int] = field(default_factory=set)  # heard since the turn began
    _since: dict[int, int] = field(default_factory=dict)  # voice -> since when it is heard
    _leader_ms: int | None = None  # since when a leader speaks
    _told: int = 0  # the case of the last private word

    def act(self, view: View, now_ms: int) -> list[Asked]:
        """Decide what to do now; sets `speaking` and returns the commands to send."""
        self.asked = []
        if view.entry != self._entry:
            self._enter(view, now_ms)
        if self.speaking and now_ms >= self._until_ms:
            self._fall_silent(now_ms)
        if view.heard or self.speaking:
            self._voice_ms = now_ms
        self._listen(view, now_ms)
        if not view.seated or not view.running or view.paused or (view.presents and view.pushed_back):
            self._fall_silent(now_ms)
        if view.seated and view.running and not view.paused:
            if view.invited:
                answer_invitation(self, now_ms)
            BEHAVIOURS.get(view.kind, stay_silent)(self, view, now_ms)
            self._yield_the_floor(view, now_ms)
        return self.asked

    def _enter(self, view: View, now_ms: int) -> None:
        self._entry, self._entered_ms, self._times = view.entry, now_ms, 0
        self._voice_ms = now_ms
        self._until_ms = min(self._until_ms, now_ms)
        if view.kind == "case_call":
            self._delay_ms = self._draw(OFFER_AFTER_MS if self.has_case else SECOND_THOUGHT_MS)
        elif view.kind == "casting":
            self._delay_ms = self._draw(OFFER_AFTER_MS)
        else:
            self._delay_ms = self._draw(RECALL_AFTER_MS if view.presents else HAND_AFTER_MS)
        self._patience_ms = self._draw_patience()

    def _listen(self, view: View, now_ms: int) -> None:
        turn = view.turn.number if view.turn else 0
        if turn != self._turn:
            self._turn, self._voices = turn, set()
        self._voices |= view.heard
        if self._since and not view.heard:  # each new silence is borne anew: the patient get their turn too
            self._patience_ms = self._draw_patience()
        self._since = {seat: self._since.get(seat, now_ms) for seat in view.heard}
        if not view.heard & view.leading:
            self._leader_ms = None
        elif self._leader_ms is None:
            self._leader_ms = now_ms

    def _yield_the_floor(self, view: View, now_ms: int) -> None:
        """Stop for a leader who goes on speaking and for whoever began before; of two at once the higher seat stops."""
        led = self._leader_ms is not None and now_ms - self._leader_ms >= LEADER_SPEAKS_MS
        others = {seat: since for seat, since in self._since.items() if seat not in view.leading}
        late = any(since - self.lag_ms < self._began_ms for since in others.values())
        together = any(seat < view.seat and now_ms - since >= COLLISION_MS for seat, since in others.items())
        if self.speaking and (led or late or together):
            self._fall_silent(now_ms)

    def begin(self, now_ms: int, span: Span) -> None:
        """Start to speak for a while."""
        self.speaking, self._began_ms = True, now_ms
        self._until_ms = now_ms + self._draw(span)
        self._times += 1

    def quiet_for(self, now_ms: int) -> int:
        """For how long nobody has been heard."""
        return now_ms - self._voice_ms

    def has_waited(self, now_ms: int) -> bool:
        """Whether the silence has lasted as long as this member bears it."""
        return not self.speaking and self.quiet_for(now_ms) >= self._patience_ms

    def ask(self, type_: str, about: int | None = None, **fields: str | int | bool) -> None:
        """Send a command, once."""
        self.asked.append(Asked(type_, about, fields))

    def _fall_silent(self, now_ms: int) -> None:
        if self.speaking:
            self.speaking, self._voice_ms = False, now_ms
            self._patience_ms = self._draw_patience()

    def _draw_patience(self) -> int:
        """Groups mostly answer soon and sometimes let a silence stand."""
        return self._draw((900, 3_000) if self.rng.random() < 0.3 else (4_000, 20_000))

    def _draw(self, span: Span) -> int:
        return self.rng.randint(*span)

    # --- behaviours' memory, named for what it means ---

    def past(self, now_ms: int) -> bool:
        """Whether the delay drawn for this phase is over."""
        return now_ms - self._entered_ms >= self._delay_ms

    def wait_again(self, now_ms: int, span: Span) -> None:
        """Draw a new delay, from now."""
        self._entered_ms, self._delay_ms = now_ms, self._draw(span)

    def has_heard(self, seat: int | None) -> bool:
        """Whether this seat was heard since the turn began."""
        return seat in self._voices

    def uses_turn(self) -> bool:
        """True the first time it is called in a turn: one question, one answer."""
        new, self._turn_used = self._turn_used != self._turn, self._turn
        return new

    def ends_turn(self) -> bool:
        """True the first time it is called in a turn."""
        new, self._turn_ended = self._turn_ended != self._turn, self._turn
        return new

    @property
    def times(self) -> int:
        """How often this member has spoken in this phase."""
        return self._times

    def has_done_it(self) -> None:
        """What is done once in a phase, and not by speaking."""
        self._times += 1

    def tell_once(self, case: int) -> bool:
        """Whether to use the private line in this case: at most once, and not always."""
        if self._told == case:
            return False
        self._told = case
        return self.rng.random() < RECALL_CHANCE


Behaviour = Callable[[Mind, View, int], None]


def stay_silent(mind: Mind, view: View, now_ms: int) -> None:
    """Listen."""


def check_in(mind: Mind, view: View, now_ms: int) -> None:
    """Say one thing, on arriving or at the end, if the floor is open."""
    if view.floor == "open" and mind.times == 0 and mind.has_waited(now_ms):
        mind.begin(now_ms, SENTENCE_MS)


def close(mind: Mind, view: View, now_ms: int) -> None:
    """As on arriving; in a round when asked."""
    if view.has_turn:
        _use_turn(mind, view, now_ms)
    else:
        check_in(mind, view, now_ms)


def offer_case(mind: Mind, view: View, now_ms: int) -> None:
    """Offer the case one came with after a pause; the others only when the silence has become long."""
    if view.presenter is not None or view.seat in view.offers or not mind.past(now_ms):
        return
    if mind.has_case or not view.offers:
        mind.ask("offer_case", view.case)
        mind.wait_again(now_ms, SECOND_THOUGHT_MS)


def present(mind: Mind, view: View, now_ms: int) -> None:
    """Tell of the patient, in long stretches with a breath between; the others listen."""
    if view.presents:
        mind.has_case = False
        if not mind.speaking and mind.quiet_for(now_ms) >= BREATH_MS[0]:
            mind.begin(now_ms, STORY_MS)


def question(mind: Mind, view: View, now_ms: int) -> None:
    """Raise a hand, ask when granted, let the presenter answer, give the turn back; without turns, just talk."""
    if view.floor == "open":
        if mind.has_waited(now_ms) and (view.presents or mind.times < QUESTIONS_A_MEMBER):
            mind.begin(now_ms, SENTENCE_MS)
    elif view.presents:
        _answer(mind, view, now_ms)
    elif view.has_turn:
        _use_turn(mind, view, now_ms)
    else:
        _raise_hand(mind, view, now_ms, QUESTIONS_A_MEMBER)


def wonder(mind: Mind, view: View, now_ms: int) -> None:
    """Speak into the silence, or by turns where the leader wants one at a time; the presenter outside keeps silent."""
    if view.presents and view.pushed_back:
        if mind.past(now_ms) and mind.tell_once(view.case):
            mind.ask("tell_leaders", word="bring_me_back")
    elif view.has_turn:
        _use_turn(mind, view, now_ms)
    elif view.floor == "queue":
        _raise_hand(mind, view, now_ms, TURNS_A_MEMBER)
    elif view.floor == "open" and mind.has_waited(now_ms):
        mind.begin(now_ms, SENTENCE_MS)


def come_back(mind: Mind, view: View, now_ms: int) -> None:
    """The presenter says a few words, or few; there is no duty to answer."""
    if view.presents and mind.times < LONGEST_WORDS_ON_RETURN and mind.has_waited(now_ms):
        mind.begin(now_ms, SENTENCE_MS)


def take_turn(mind: Mind, view: View, now_ms: int) -> None:
    """In a round: speak when asked, and give the turn on."""
    if view.has_turn:
        _use_turn(mind, view, now_ms)


def name_one(mind: Mind, view: View, now_ms: int) -> None:
    """Where the group chooses each names one, once."""
    if view.presenter is None and view.others and not mind.times and mind.past(now_ms):
        mind.ask("name_one", view.case, seat=mind.rng.choice(view.others))
        mind.has_done_it()


def answer_invitation(mind: Mind, now_ms: int) -> None:
    """Most take the part."""
    if mind.past(now_ms):
        mind.ask("answer_invitation", accept=mind.rng.random() < TAKES_PART_CHANCE)
        mind.wait_again(now_ms, OFFER_AFTER_MS)


def cast_parts(mind: Mind, view: View, now_ms: int) -> None:
    """The protagonist asks one after another to play, until two do."""
    if view.presents and len(view.cast - {view.seat}) < PARTS_GIVEN and mind.past(now_ms):
        asked = [seat for seat in view.others if seat not in view.cast]
        if asked:
            mind.ask("invite_to_part", view.entry, seat=mind.rng.choice(asked), part="auxiliary")
        mind.wait_again(now_ms, OFFER_AFTER_MS)


def play(mind: Mind, view: View, now_ms: int) -> None:
    """Whoever plays speaks into the silence; the others watch."""
    if view.has_turn or view.seat in view.cast:
        wonder(mind, view, now_ms)


def accept(mind: Mind, view: View, now_ms: int) -> None:
    """The presenter says yes to those who look on."""
    if view.presents and mind.times == 0 and mind.has_waited(now_ms):
        mind.begin(now_ms, SENTENCE_MS)
        mind.ask("accept_audience", view.case)


def _answer(mind: Mind, view: View, now_ms: int) -> None:
    asked = view.turn is not None and mind.has_heard(view.turn.seat)
    over = mind.quiet_for(now_ms) >= ANSWER_AFTER_MS + mind.lag_ms  # and not a pause between two words
    if asked and not mind.speaking and over and mind.uses_turn():
        mind.begin(now_ms, SENTENCE_MS)


def _use_turn(mind: Mind, view: View, now_ms: int) -> None:
    """Speak, wait for the presenter's answer where one is due, and give the turn back."""
    if mind.uses_turn():
        mind.begin(now_ms, SENTENCE_MS)
        return
    answered = view.kind != "questions" or mind.has_heard(view.presenter)
    patience_ms = TURN_OVER_MS if answered else NO_ANSWER_MS
    if not mind.speaking and mind.quiet_for(now_ms) >= patience_ms + mind.lag_ms and mind.ends_turn():
        assert view.turn is not None
        mind.ask("end_turn", view.turn.number)
        mind.wait_again(now_ms, HAND_AFTER_MS)


def _raise_hand(mind: Mind, view: View, now_ms: int, at_most: int) -> None:
    if view.seat not in view.hands and mind.times < at_most and mind.past(now_ms):
        mind.ask("raise_hand")
        mind.wait_again(now_ms, HAND_AFTER_MS)


BEHAVIOURS: Mapping[str, Behaviour] = MappingProxyType(
    {
        "arrival": check_in,
        "stories": take_turn,
        "follow_up": check_in,
        "case_call": offer_case,
        "choice": name_one,
        "seating": accept,
        "presentation": present,
        "questions": question,
        "casting": cast_parts,
        "scene": play,
        "de_roling": play,
        "discussion": wonder,
        "fantasies": wonder,
        "hypotheses": wonder,
        "suggestions": wonder,
        "reflection": wonder,
        "return": come_back,
        "joint_discussion": wonder,
        "review": wonder,
        "closing": close,
        "leaving": check_in,
        "debrief": stay_silent,
    }
)
