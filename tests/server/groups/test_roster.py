"""Rosters as operators write them, and what is said of the wrong ones."""

from __future__ import annotations

import pytest

from server.groups.roster import RosterError, parse
from server.store import Listed
from tests.facilitation.forms import CLASSIC

GOOD = """
# Tuesdays
leader:      Anna Berg
Co-Leader:   Bela   # on leave in May
co_leader: Béatrice

member: Carla: the second
observer:    Olga
"""
# The line that is wrong, and what is said of it.
WRONG = {
    "no role": ("Carla", "line 2: it begins with no role"),
    "an unknown role": ("nurse: Carla", "line 2: it begins with no role"),
    "no name": ("member:", "line 2: a name has 1 to"),
    "a long name": (f"member: {'x' * 41}", "line 2: a name has 1 to"),
    "an invisible name": ("member: \u200b", "line 2: a name has 1 to"),
    "twice the same": ("member:  Anna", "line 2: this name is on the roster already"),
    "two leaders": ("leader: Carla", "a group has one leader"),
    "too many members": (
        "\n".join(f"member: M{n}" for n in range(CLASSIC.members_max + 1)),
        f"takes at most {CLASSIC.members_max} members",
    ),
    "too many": ("\n".join(f"observer: O{n}" for n in range(CLASSIC.seats)), f"has {CLASSIC.seats} seats"),
}  # fmt: skip


def test_a_roster_says_who_belongs_to_the_group() -> None:
    assert parse(GOOD, CLASSIC) == (
        Listed("leader", "Anna Berg"),
        Listed("co_leader", "Bela"),
        Listed("co_leader", "Béatrice"),
        Listed("member", "Carla: the second"),
        Listed("observer", "Olga"),
    )


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_one_is_refused_with_the_line_and_the_reason(what: str) -> None:
    written, said = WRONG[what]
    with pytest.raises(RosterError, match=said) as refused:
        parse(f"leader: Anna\n{written}", CLASSIC)
    assert "Anna" not in str(refused.value) and "Carla" not in str(refused.value)


def test_a_group_needs_a_leader() -> None:
    with pytest.raises(RosterError, match="one leader"):
        parse("", CLASSIC)
