"""Commands and events on the wire and in the log: golden files, round trips, and refusal of everything else."""

from __future__ import annotations

import json
import typing
from dataclasses import MISSING, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation import commands, events
from facilitation.vocabulary import (
    Circle,
    Floor,
    Gate,
    Hold,
    Intervention,
    Part,
    Role,
    SeatId,
    Standing,
    Word,
)
from server import wire
from server.relay import relay_for_one
from server.settings import Settings
from tests.golden_file import GOLDEN, is_as_kept

SAMPLES: dict[Any, Any] = {
    int: 3, int | None: 60_000, SeatId: 5, SeatId | None: 5, str | None: "closing", bool: True,
    tuple[SeatId, ...]: (SeatId(4), SeatId(5)), Circle: Circle.OUTER, Hold: Hold.PRESENTER,
    Part: Part.DOUBLE, Part | None: Part.DOUBLE, Intervention: Intervention.HOLD_SILENCE,
    Role: Role.MEMBER, Standing: Standing.WAITING, Floor: Floor.QUEUE, Gate: Gate.HARD, Word: Word.NEED_A_PAUSE,
}  # fmt: skip
PERSONAL = typing.get_args(commands.PersonalCommand)
EVENTS = typing.get_args(events.Event)


def sample(cls: type) -> Any:
    hints = typing.get_type_hints(cls)
    return cls(**{f.name: SAMPLES[hints[f.name]] for f in fields(cls)})


def as_message(command: Any) -> dict[str, Any]:
    return {"id": "c1", "type": wire.type_name(type(command))} | {
        f.name: getattr(command, f.name) for f in fields(command)
    }


def golden_now() -> dict[str, Any]:
    return {
        "commands": [as_message(sample(cls)) for cls in PERSONAL],
        "events": [json.loads(wire.event_to_json(sample(cls))) for cls in EVENTS],
        "relay": relay_for_one(
            Settings(turn_host="turn.example.org", turn_secret="the words that only the two know"),
            1_800_000_000,
            "session:1",
        ),
    }


def test_the_golden_file_is_what_is_on_the_wire() -> None:
    is_as_kept("wire.json", json.dumps(golden_now(), indent=1) + "\n")


@pytest.mark.parametrize("message", json.loads((GOLDEN / "wire.json").read_text())["commands"])
def test_every_golden_command_is_read(message: dict[str, Any]) -> None:
    sent = wire.command_from_message(message)
    assert sent.id == wire.kept_id("c1") != wire.kept_id("c2")
    assert as_message(sent.command) == message
    assert [sent.until_ms, wire.command_from_message(message | {"until": 9}).until_ms] == [None, 9]


@pytest.mark.parametrize("cls", EVENTS)
def test_every_event_comes_back_from_the_log(cls: type) -> None:
    event = sample(cls)
    assert wire.event_from_json(wire.event_to_json(event)) == event


@pytest.mark.parametrize("cls", EVENTS)
def test_a_field_that_says_nothing_new_is_not_in_the_log_where_an_older_server_might_read_it(
    cls: type,
) -> None:
    added = [f.name for f in fields(cls) if f.default is not MISSING]
    event = replace(sample(cls), **{f.name: f.default for f in fields(cls) if f.name in added})
    line = wire.event_to_json(event)
    assert not set(added) & set(json.loads(line)) and wire.event_from_json(line) == event


BROKEN = [
    (None, "not an object"),
    ([], "not an object"),
    ({}, "id: a text of 1 to 64 ASCII characters is needed"),
    ({"id": ""}, "id: a text of 1 to 64 ASCII characters is needed"),
    ({"id": "x" * 65, "type": "leave"}, "id: a text of 1 to 64 ASCII characters is needed"),
    ({"id": "\ud800", "type": "leave"}, "id: a text of 1 to 64 ASCII characters is needed"),
    *[
        ({"id": "1", "type": "leave", "until": until}, "until: a session time in ms is needed")
        for until in (-1, 2**54, True, 1.5, "1")
    ],
    ({"id": "1"}, "Object missing required field `type`"),
    ({"id": "1", "type": "take_seat", "role": "leader"}, "Invalid value … - at …"),
    ({"id": "1", "type": "report_link", "seat": 1, "up": True}, "Invalid value … - at …"),
    ({"id": "1", "type": "admit", "seat": 0}, "Expected `int` >= 1 - at `$.seat`"),
    ({"id": "1", "type": "admit", "seat": "1"}, "Expected `int`, got `str` - at `$.seat`"),
    ({"id": "1", "type": "admit", "seat": 1, "role": "leader"}, "Object contains unknown field …"),
    ({"id": "1", "type": "extend", "about": 1, "by_ms": -5}, "Expected `int` >= 0 - at `$.by_ms`"),
    ({"id": "1", "type": "undo_step", "about": 1}, "Object missing required field `to`"),
    ({"id": "1", "type": "tell_leaders", "word": "my name is Ann"}, "Invalid enum value … - at …"),
]


@pytest.mark.parametrize(("message", "detail"), BROKEN)
def test_what_is_no_command_is_refused_without_repeating_it(message: object, detail: str) -> None:
    with pytest.raises(wire.BadCommand) as caught:
        wire.command_from_message(message)
    assert caught.value.detail == detail


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
messages = st.dictionaries(
    st.sampled_from(["id", "until", "type", "seat", "about", "word", "floor", "to"]), json_like
)


@given(json_like | messages | messages.map(lambda m: m | {"id": "1", "type": "advance"}))
def test_nothing_a_client_sends_raises_anything_else(message: object) -> None:
    try:
        wire.command_from_message(message)
    except wire.BadCommand:
        pass


def test_a_broken_line_of_the_log_is_named_as_such() -> None:
    for line in (b"", b"{}", b'{"type":"seat_taken"}', b'{"type":"x"}', b"\xff"):
        with pytest.raises(wire.BadLog):
            wire.event_from_json(line)
