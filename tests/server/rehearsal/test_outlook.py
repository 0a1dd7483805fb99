"""A member's page stays current by the wire's rules, and sees no more than it was told."""

from __future__ import annotations

from typing import Any

import pytest

from server.rehearsal.outlook import Outlook
from server.rehearsal.view import Turn, View

CIRCLE: dict[str, Any] = {
    "stage": "running",
    "seats": {
        "1": {"role": "leader", "standing": "seated", "link": "up"},
        "2": {"role": "member", "standing": "seated", "link": "up"},
        "9": {"role": "co_leader", "standing": "seated", "link": "up"},
    },
    "phase": {"entry": 5, "index": 4, "key": "discussion", "kind": "discussion", "within": "circle"},
    "paused": False,
    "floor": {"kind": "queue", "gate": "hard"},
    "case": {"number": 1, "presenter": 2, "stance": "back_visible"},
    "offers": [2],
    "hands": [3],
    "turn": {"number": 4, "seat": 3, "limit_reached": False},
    "plan": [],
}


def snapshot(**changes: Any) -> dict[str, Any]:
    basis = {
        "protocol": 1,
        "epoch": "e1",
        "audience": "members",
        "seq": 7,
        "now": 0,
        "people": {},
        "slots": None,
    }
    return {**basis, "you": {"seat": 3, "role": "member"}, "view": dict(CIRCLE), **changes}


def news(seq: int, changes: dict[str, Any] | None = None, **other: Any) -> dict[str, Any]:
    return {"epoch": "e1", "audience": "members", "seq": seq, "now": 0, "changes": changes or {}, **other}


def opened(**changes: Any) -> Outlook:
    outlook = Outlook()
    assert outlook.take_answer({"ok": True, "snapshot": snapshot(**changes)})
    return outlook


def test_a_snapshot_is_seen_as_the_page_would_show_it() -> None:
    assert opened().seen(frozenset({1})) == View(
        seat=3,
        seated=True,
        running=True,
        kind="discussion",
        entry=5,
        case=1,
        floor="queue",
        presenter=2,
        pushed_back=True,
        turn=Turn(4, 3),
        others=(2,),
        offers=(2,),
        hands=(3,),
        leading=frozenset({1, 9}),
        heard=frozenset({1}),
    )


def test_where_slots_are_lent_a_voice_is_that_of_whoever_has_the_slot() -> None:
    outlook = opened(slots={"1": 1, "40": 2})
    assert outlook.seen(frozenset({2, 3})).heard == {40}, "nobody has slot 3"
    outlook.take_slots({"slots": {"1": 1, "41": 2}})
    assert outlook.seen(frozenset({1, 2})).heard == {1, 41}


def test_who_waits_sees_nothing_and_acts_on_nothing() -> None:
    waiting = opened(audience="waiting", view={"stage": "running"}).seen(frozenset())
    assert waiting == View(seat=3, running=True)
    assert not waiting.seated


def test_an_observer_never_acts() -> None:
    assert not opened(you={"seat": 3, "role": "observer"}).seen(frozenset()).seated


def test_news_replaces_whole_keys_in_order() -> None:
    outlook = opened()
    assert outlook.take_news(news(8, {"turn": None, "hands": []}))
    assert outlook.take_news(news(9, {"paused": True}))
    seen = outlook.seen(frozenset())
    assert (seen.turn, seen.hands, seen.paused, seen.offers) == (None, (), True, (2,))
    assert outlook.hello() == {"protocol": 1, "epoch": "e1", "audience": "members", "seq": 9}


def test_news_that_was_heard_already_changes_nothing() -> None:
    outlook = opened()
    assert outlook.take_news(news(7, {"paused": True}))
    assert not outlook.seen(frozenset()).paused and outlook.seq == 7


@pytest.mark.parametrize(
    "strange",
    [news(9, {"paused": True}), news(8, epoch="e2"), news(8, audience="leaders")],
    ids=("gap", "run", "other"),
)
def test_news_that_does_not_join_on_is_refused_and_changes_nothing(strange: dict[str, Any]) -> None:
    outlook = opened()
    before = outlook.seen(frozenset())
    assert not outlook.take_news(strange)
    assert outlook.seen(frozenset()) == before and outlook.seq == 7


def test_after_an_outage_what_was_missed_joins_on() -> None:
    outlook = opened()
    assert outlook.take_answer({"ok": True, "missed": [news(8, {"hands": [5]}), news(9, {"paused": True})]})
    assert outlook.seen(frozenset()).hands == (5,) and outlook.seen(frozenset()).paused
    assert not outlook.take_answer({"ok": False, "code": "removed", "detail": ""})


@pytest.mark.parametrize(
    "changes", [{"view": {"stage": "ended"}}, {"audience": "gone", "view": {"stage": "running"}}]
)
def test_it_is_over_when_the_session_has_ended_or_the_place_is_gone(changes: dict[str, Any]) -> None:
    assert opened(**changes).over and not opened().over
