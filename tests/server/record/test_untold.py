"""Where shares are not told, of all reasons that there may be the one is said that held."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.structure_record import Lack
from server.record.page import totals
from tests.server.record.test_drawing import WORDS, WORKED, drawn


@pytest.mark.parametrize(
    ("lacks", "measured_s", "why"),
    [
        ((Lack.TOO_FEW_MEMBERS,), 1090, "fewer than five members"),
        ((Lack.TOO_SHORT,), 245, "less than five minutes at work"),
        ((Lack.TOO_SHORT,), 1090, "fewer than three members spoke"),
        ((Lack.TOO_SHORT,), 300, "less than five minutes at work, or fewer than three members spoke"),
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
    assert dict(totals(made, "en", WORDS))["The members’ shares of what they said"] == f"Not told: {why}"
    if {Lack.TOO_SHORT, Lack.TOO_FEW_MEMBERS} & set(lacks):
        assert "shares" not in drawn("course", made).note, "it stands where they would"
        imported = replace(made, lacks=(*lacks, Lack.ROLES_UNKNOWN))
        assert (
            "member" not in drawn("course", imported).note + dict(totals(imported, "en", WORDS)).popitem()[1]
        )
