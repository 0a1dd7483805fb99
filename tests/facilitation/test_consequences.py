"""What follows by itself: all at once, in the order of the rules, and never without end."""

from __future__ import annotations

import pytest

from facilitation import consequences
from facilitation import events as e
from facilitation.consequences import with_consequences
from facilitation.vocabulary import Hold
from tests.facilitation.circle import ANN, at


def test_what_follows_is_folded_before_the_next_rule_looks() -> None:
    state = at("discussion").lose(ANN).state
    assert with_consequences(state, [], 7) == []
    assert with_consequences(state, [e.PresenterNotAwaited(7, 1)], 7) == [
        e.PresenterNotAwaited(7, 1),
        e.ClockReleased(7, Hold.PRESENTER),
    ]


def test_a_rule_that_follows_from_itself_ends_in_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    state = at("discussion").state
    monkeypatch.setattr(consequences, "RUNNING", (lambda state, now: [e.SceneWentOn(now)],))
    with pytest.raises(AssertionError, match=r"^no end to what follows from SessionPaused$"):
        with_consequences(state, [e.SessionPaused(0)], 0)
