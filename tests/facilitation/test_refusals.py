"""In what words everything is refused, to be read in tests/golden/refusals.txt: for programs the code, for people who
look for a fault what it is about. A number is written #; nothing else may differ between two refusals of one kind.

UPDATE_GOLDEN=1 pytest tests/facilitation/test_refusals.py writes it anew; look at the difference before you keep it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import product

from facilitation.session import decide
from facilitation.vocabulary import Refused, SeatId
from tests.facilitation.circle import BEN, LEA
from tests.facilitation.makers import HOUSE, MAKERS, RARE
from tests.facilitation.situations import SITUATIONS
from tests.golden_file import is_as_kept

SEATS = [SeatId(n) for n in range(1, 11)]


def refusals() -> dict[str, set[str]]:
    """By command the refusals that anybody meets with it, in any of the situations."""
    met: defaultdict[str, set[str]] = defaultdict(set)
    for situation in SITUATIONS.values():
        meeting = situation()
        state = meeting.state
        for number, make in enumerate([*MAKERS, *RARE]):
            for seat in SEATS:
                asking = {None if make in HOUSE else LEA, BEN, seat}
                for asks, flavour in product(asking, {number % 10, (3 * seat) % 10}):
                    command = make(state, seat, int(number % 7 == seat % 7), flavour)
                    try:
                        decide(state, command, asks, meeting.now)
                    except Refused as refusal:
                        met[type(command).__name__].add(str(refusal))
    return {command: {re.sub(r"\d+", "#", one) for one in words} for command, words in met.items()}


def test_the_words_of_every_refusal() -> None:
    met = refusals()
    assert len(met) > 40
    is_as_kept(
        "refusals.txt",
        "\n".join("\n  ".join([command, *sorted(words)]) for command, words in sorted(met.items())) + "\n",
    )
