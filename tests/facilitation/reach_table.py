"""One moment as a table: for each kind of person whom they hear and see, and who hears and sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from facilitation.reach import NOTHING, reach
from facilitation.state import SessionState
from facilitation.vocabulary import SeatId
from tests.facilitation.reach_groups import ORDER, OUTSIDE, Seats, Words, named, words_for

COLUMNS = ("hears", "sees", "heard by", "seen by")
CUT_OFF = ("nobody",) * len(COLUMNS)
Relation = Mapping[SeatId, Seats]


@dataclass(frozen=True)
class Line:
    who: str
    said: tuple[str, ...]
    """One for each column."""
    seats: Seats


@dataclass(frozen=True)
class Table:
    state: SessionState

    @cached_property
    def words(self) -> Words:
        return words_for(self.state)

    @cached_property
    def relations(self) -> dict[str, Relation]:
        """What each column says, by seat."""
        result, seats = reach(self.state), self.state.seats
        audio = {seat: result.get(seat, NOTHING).audio for seat in seats}
        video = {seat: result.get(seat, NOTHING).video for seat in seats}
        return dict(zip(COLUMNS, (audio, video, _turned(audio), _turned(video)), strict=True))

    @cached_property
    def lines(self) -> list[Line]:
        """Of each circle of people, whoever receives and reaches the same in one line; and whoever neither receives nor
        reaches anybody in the last."""
        columns = [in_words(relation, self.words) for relation in self.relations.values()]
        alike: dict[tuple[int, tuple[str, ...]], set[SeatId]] = {}
        for seat in sorted(self.state.seats):
            place = ORDER.index(named(self.state, seat).circle)
            alike.setdefault((place, tuple(column[seat] for column in columns)), set()).add(seat)
        lines = [
            Line(self._who(place, frozenset(together)), said, frozenset(together))
            for (place, said), together in sorted(alike.items(), key=lambda line: line[0][0])
        ]
        cut_off = [line for line in lines if line.said == CUT_OFF]
        if len(cut_off) < 2:
            return lines
        who = "all others" if len(cut_off) < len(lines) else "all"
        others = frozenset[SeatId]().union(*(line.seats for line in cut_off))
        return [*(line for line in lines if line.said != CUT_OFF), Line(who, CUT_OFF, others)]

    def _who(self, place: int, seats: Seats) -> str:
        return OUTSIDE if ORDER[place] == OUTSIDE else self.words.say(seats)

    @property
    def text(self) -> list[tuple[str, ...]]:
        return [(line.who, *line.said) for line in self.lines]

    def by_audience(self, column: str) -> list[tuple[str, str]]:
        """(audience, whom they receive), of everybody who sits: the same as the column in fewer words."""
        said = in_words(self.relations[column], self.words)
        together: dict[str, set[SeatId]] = {}
        for seat in self.words.everyone:
            together.setdefault(said[seat], set()).add(seat)
        found = [
            (audience, self.words.say(frozenset(seats), listed=audience == "nobody"))
            for audience, seats in together.items()
        ]
        return sorted(found, key=lambda pair: (pair[0] == "nobody", pair[0] != "everyone", pair))


def _turned(received: Relation) -> Relation:
    """From whom each receives, whom each reaches."""
    return {seat: frozenset(s for s, others in received.items() if seat in others) for seat in received}


def in_words(relation: Relation, words: Words) -> dict[SeatId, str]:
    """Nobody is meant by what is said of themselves, so the same may be said of as many as possible."""
    said: dict[SeatId, str] = {}
    with_oneself = {seat: seats | {seat} for seat, seats in relation.items()}
    candidates = {s for s in (*relation.values(), *with_oneself.values()) if words.can_say(s)}
    while left := [seat for seat in relation if seat not in said]:
        fits = {seats: [s for s in left if seats in (relation[s], with_oneself[s])] for seats in candidates}
        best = max(fits, key=lambda seats: (len(fits[seats]), -words.effort(seats), -len(seats)))
        assert fits[best], "two of one kind receive what is not the same"
        said |= dict.fromkeys(fits[best], words.say(best))
    return said
