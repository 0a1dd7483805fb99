"""Pictures in two layers, and what listeners choose: no schedule of either lets through what reach forbids.

The same witness as in test_gate.py, whose seats send their pictures in layers; both engines.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.media.negotiated import UNCHOSEN, Choice, Layer
from tests.server.media.forwarding_room import RIDS, Client, Hears, delta, keyframe
from tests.server.media.test_gate import EVERYONE, SEATS, Witness, pairs, plays, reaches, seats

pytestmark = pytest.mark.usefixtures("both_engines")

pictures = st.dictionaries(seats, st.sampled_from(Layer))
voices = st.none() | st.frozensets(seats)
choices = st.dictionaries(seats, st.builds(Choice, pictures, voices))
steps = st.one_of(
    st.tuples(st.just("reach"), reaches),
    st.tuples(st.just("choose"), choices),
    st.tuples(
        st.just("choose"), st.just({seat: Choice(dict.fromkeys(SEATS, Layer.LARGE)) for seat in SEATS})
    ),
    *(
        st.tuples(st.just(name), seats)
        for name in ("audio", "rtx", "copy", "late", "release", "rejoin", "leave", "report", "away", "away")
        + ("key", "delta", "other", "other") * 2
    ),
    *(st.tuples(st.just(name), pairs) for name in ("hostile", "nack", "pli")),
    st.tuples(st.just("tick"), st.integers(0, 700)),
)


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
@settings(max_examples=300)
@given(st.lists(steps, min_size=20, max_size=80))
def test_no_choice_of_layers_leaves_the_reach(course: list[tuple[str, object]]) -> None:
    plays(LayeredWitness(), course)


def test_the_witness_sees_both_layers_and_what_was_not_chosen() -> None:
    """The control."""
    witness = LayeredWitness()
    witness.widen(dict.fromkeys(SEATS, Hears(EVERYONE, EVERYONE)))
    large = Choice(dict.fromkeys(SEATS, Layer.LARGE))
    for name in ("key", "delta", "other", "key", "delta", "other", "delta"):
        witness.step("choose", dict.fromkeys(SEATS, large))
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
