"""Pictures in two layers, and what listeners choose: no schedule of either lets through what reach forbids.

The same witness as in test_gate.py, whose seats send their pictures in layers; both engines.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given, settings

from server.media.negotiated import UNCHOSEN, Choice, Layer
from tests.server.media.forwarding_room import RIDS, Client, Hears, delta, keyframe
from tests.server.media.test_gate import (
    EVERYONE,
    OFTEN,
    PAIRS,
    SEATS,
    Step,
    Witness,
    courses,
    each,
    plays,
    some_reaches,
)

pytestmark = pytest.mark.usefixtures("both_engines")


def some_choices(count: int, chance: Random) -> list[dict[int, Choice]]:
    """What each of some seats wants to be sent: of whom a picture, in which layer; of whom a voice, or of everyone."""

    def some() -> list[int]:
        return chance.sample(SEATS, chance.randint(0, len(SEATS)))

    return [
        {
            seat: Choice(
                {one: chance.choice(list(Layer)) for one in some()}, chance.choice((None, frozenset(some())))
            )
            for seat in some()
        }
        for _ in range(count)
    ]


LARGE = Choice(dict.fromkeys(SEATS, Layer.LARGE))
STEPS = [
    *each(["reach"], [dict.fromkeys(SEATS, Hears(EVERYONE, EVERYONE)), *some_reaches(15, Random(1))], OFTEN),
    *each(["choose"], some_choices(OFTEN, Random(2)), OFTEN),
    *each(["choose"], [dict.fromkeys(SEATS, LARGE)], OFTEN),
    *each(
        ("audio", "rtx", "copy", "late", "release", "rejoin", "leave", "report", "away", "away", "narrow"),
        SEATS,
        OFTEN,
    ),
    *each(("key", "delta", "other", "other") * 2, SEATS, OFTEN),
    *each(("hostile", "nack", "pli"), PAIRS, OFTEN),
    *each(["tick"], range(0, 700, 50), OFTEN),
]


@dataclass
class LayeredWitness(Witness):
    def __post_init__(self) -> None:
        super().__post_init__()
        self.choices: dict[int, Choice] = {}
        self.layer = dict.fromkeys(SEATS, "q")
        """In which each seat sends now."""
        self.away: set[int] = set()
        self.numbers = Counter({(seat, rid): 65_500 for seat in SEATS for rid in RIDS})
        self.last: dict[int, tuple[str, int, int, bytes]] = {}
        for seat in SEATS:
            self.watch(self.room.join(seat, layered=True))

    def check_content(self, client: Client, content: bytes) -> tuple[int, int]:
        seat, kind = super().check_content(client, content)
        choice = self.choices.get(client.seat, UNCHOSEN)
        assert client.seat not in self.away, "its link is down"
        assert choice.picture(seat) if kind else choice.voice(seat), "not chosen"
        return seat, kind

    def make(self, name: str, seat: int) -> bytes:
        if name == "audio":
            return super().make(name, seat)
        client, rid = self.room.clients[seat], self.layer[seat]
        self.numbers[seat, rid] += 1
        number = self.numbers[seat, rid] & 0xFFFF
        picture = (keyframe if name == "key" else delta)(number & 0x7FFF, self.mark(seat, 1))
        self.last[seat] = rid, number, number * 6_000, picture
        if name == "rtx":
            return self.again(seat)
        return client.layer(rid, number, number * 6_000, picture)

    def again(self, seat: int) -> bytes:
        """The last picture of this seat as a retransmission, which counts on its own."""
        rid, number, stamp, picture = self.last[seat]
        self.numbers[seat, f"{rid} again"] += 1
        count = self.numbers[seat, f"{rid} again"]
        return self.room.clients[seat].layer_again(rid, count, number, stamp, picture)

    def step(self, name: str, detail: object) -> None:
        if name == "choose" and isinstance(detail, dict):
            self.choices = detail
            self.room.forwarder.choose(detail, self.room.now_ms)
        elif name == "other" and isinstance(detail, int):
            self.layer[detail] = "h" if self.layer[detail] == "q" else "q"
        else:
            super().step(name, detail)

    def alone(self, name: str, seat: int) -> None:
        if name == "rejoin":
            self.kept[seat].clear()
            self.away.discard(seat)
            self.last.pop(seat, None)
            self.watch(self.room.join(seat, layered=True))
        elif name == "away":  # and back, the next time
            self.away ^= {seat}
            self.room.forwarder.rest(seat, seat in self.away, self.room.now_ms)
        elif name == "copy":
            if seat in self.last:
                self.room.send(seat, self.again(seat))
        else:
            super().alone(name, seat)


@pytest.mark.slow
@pytest.mark.unhurried
@settings(max_examples=300)
@given(courses(STEPS))
def test_no_choice_of_layers_leaves_the_reach(course: list[Step]) -> None:
    plays(LayeredWitness(), course)


def test_the_witness_sees_both_layers_and_what_was_not_chosen() -> None:
    """The control."""
    witness = LayeredWitness()
    witness.widen(dict.fromkeys(SEATS, Hears(EVERYONE, EVERYONE)))
    for name in ("key", "delta", "other", "key", "delta", "other", "delta"):
        witness.step("choose", dict.fromkeys(SEATS, LARGE))
        witness.step(name, 1)
    assert witness.received == 3 * 4, "small, small, large, large, and then the small one is nobody's"
    assert witness.wrong == []
    witness.step("other", 1)
    for name, detail in (("away", 2), ("delta", 1), ("away", 2), ("delta", 1), ("key", 1)):
        witness.step(name, detail)
    assert witness.received == 3 * 4 + 2 + 2 + 3, "whose link was down begins anew with a key frame"
    witness.choices = dict.fromkeys(SEATS, Choice({1: Layer.NONE}))  # the forwarder was not told
    witness.step("delta", 1)
    assert len(witness.wrong) == 3
    assert all("not chosen" in wrong for wrong in witness.wrong)
    witness.choices, witness.away = {}, set(SEATS)
    witness.step("delta", 1)
    assert all("its link is down" in wrong for wrong in witness.wrong[3:])
    assert len(witness.wrong) == 6
