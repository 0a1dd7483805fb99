"""Commands and events to and from JSON, validated. The only place that knows how they look outside the process.

Types are derived from the dataclasses of `facilitation`, so a new command or event is on the wire once it exists there.
May not import socketio, aiohttp or anything of the media plane.
"""

from __future__ import annotations

import hashlib
import re
import types
import typing
from dataclasses import MISSING, fields
from typing import Annotated, Any, NamedTuple

import msgspec

from facilitation import commands, events
from facilitation.vocabulary import SeatId

PROTOCOL = 1
"""Of the messages between page and server."""


class BadCommand(Exception):
    """A message that is no command. `detail` says what is wrong, in a few words of ours and never of the sender's."""

    code = "bad_command"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class BadLog(Exception):
    """A stored event that cannot be read."""


_BOUNDS: dict[Any, Any] = {
    int: Annotated[int, msgspec.Meta(ge=0, le=2**53)],
    SeatId: Annotated[int, msgspec.Meta(ge=1, le=1000)],
    str: Annotated[str, msgspec.Meta(min_length=1, max_length=64)],
}


def _bounded(hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        result = _bounded(hint.__args__[0])
        for other in hint.__args__[1:]:
            result |= _bounded(other)
        return result
    if typing.get_origin(hint) is tuple:
        several = types.GenericAlias(tuple, (_bounded(typing.get_args(hint)[0]), ...))
        return Annotated[several, msgspec.Meta(max_length=1000)]
    return _BOUNDS.get(hint, hint)


def type_name(cls: type) -> str:
    """`PhaseEntered` is `phase_entered` on the wire and in the log."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


_LOGGED = typing.get_args(events.Event)


def _struct(cls: type) -> type[msgspec.Struct]:
    hints = typing.get_type_hints(cls)
    members: list[Any] = []
    for f in fields(cls):
        hint = _bounded(hints[f.name])
        # The log leaves out what is None. What an older page leaves out of a command is not guessed at.
        unsaid = cls in _LOGGED and type(None) in typing.get_args(hints[f.name])
        default = None if unsaid else f.default
        members.append((f.name, hint) if default is MISSING else (f.name, hint, default))
    return msgspec.defstruct(
        cls.__name__,
        members,
        tag_field="type",
        tag=type_name(cls),
        forbid_unknown_fields=True,
        frozen=True,
        kw_only=True,
        omit_defaults=True,  # a field that is new is unknown to an older server: it reads on what says nothing new
    )


def _tagged(union: Any) -> tuple[dict[type[msgspec.Struct], type], Any]:
    """struct → dataclass, and the union type of all the structs."""
    back = {_struct(cls): cls for cls in typing.get_args(union)}
    # msgspec reads a typing.Union of tagged structs; the members are only known at run time.
    return back, typing.Union[tuple(back)]  # noqa: UP007


_COMMANDS, _AnyCommand = _tagged(commands.PersonalCommand)
_EVENTS, _AnyEvent = _tagged(events.Event)
_EVENT_STRUCTS = {cls: struct for struct, cls in _EVENTS.items()}
_event_decoder = msgspec.json.Decoder(_AnyEvent)
_encoder = msgspec.json.Encoder()


class Sent(NamedTuple):
    id: str
    """As it is kept."""
    command: commands.PersonalCommand
    until_ms: int | None
    """The session time until which it is to be done; None: whenever it comes."""

    def is_late(self, now_ms: int) -> bool:
        return self.until_ms is not None and now_ms > self.until_ms


def command_from_message(message: object) -> Sent:
    """What a client sent. Raises BadCommand."""
    if not isinstance(message, dict):
        raise BadCommand("not an object")
    rest = {key: value for key, value in message.items() if key not in ("id", "until")}
    command_id = message.get("id")
    if not isinstance(command_id, str) or not 1 <= len(command_id) <= 64 or not command_id.isascii():
        # JSON can hold half a character, which no database keeps.
        raise BadCommand("id: a text of 1 to 64 ASCII characters is needed")
    until_ms = message.get("until")
    if until_ms is not None and not (type(until_ms) is int and 0 <= until_ms <= 2**53):
        raise BadCommand("until: a session time in ms is needed")
    try:
        struct = msgspec.convert(rest, _AnyCommand)
    except msgspec.ValidationError as error:
        raise BadCommand(_without_values(str(error))) from None
    except (TypeError, ValueError, RecursionError):
        raise BadCommand("cannot be read") from None
    return Sent(kept_id(command_id), _back(struct, _COMMANDS), until_ms)


def kept_id(command_id: str) -> str:
    """The only words of a client that would reach the log: what they are known by instead."""
    return hashlib.blake2b(command_id.encode("ascii"), digest_size=16).hexdigest()


def event_to_json(event: events.Event) -> bytes:
    struct = _EVENT_STRUCTS[type(event)]
    return _encoder.encode(struct(**{name: getattr(event, name) for name in struct.__struct_fields__}))


def event_from_json(line: bytes) -> events.Event:
    """Raises BadLog."""
    try:
        return typing.cast(events.Event, _back(_event_decoder.decode(line), _EVENTS))
    except msgspec.MsgspecError as error:
        raise BadLog(_without_values(str(error))) from None


def to_json(message: Any) -> bytes:
    return _encoder.encode(message)


def from_json(text: bytes) -> dict[str, Any]:
    """An answer of ours, as stored."""
    return msgspec.json.decode(text, type=dict[str, Any])


def _back(struct: Any, table: dict[type[msgspec.Struct], type]) -> Any:
    cls = table[type(struct)]
    return cls(**msgspec.structs.asdict(struct))


def _without_values(text: str) -> str:
    """msgspec quotes what a client wrote; a refusal says what is wrong without repeating it."""
    quotes = "Invalid" in text or "unknown field" in text
    return (re.sub(r"`[^`]*`|'[^']*'", "…", text) if quotes else text)[:200]
