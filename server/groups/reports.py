"""What a mail server says of a letter that it could not deliver (RFC 3464): which letter, and why.

Anybody may have sent what is read here."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from email.parser import HeaderParser
from typing import NamedTuple

from server.store.rows import Why

MOST_BYTES = 1024 * 1024
OURS = re.compile(r"<r-([a-z2-7]{24})\.[0-9a-f]+@[^<>@\s]+>")
"""The Message-ID of a letter that is known again."""
_STATUS = re.compile(r"\s*([245])\.(\d{1,3})\.(\d{1,3})")
_GOES_ON = ("delayed", "delivered", "relayed", "expanded")


class NoReport(ValueError):
    """It is no report of a letter of ours; in plain words."""


class Report(NamedTuple):
    word: str
    why: Why | None
    """None: the letter has arrived, or is under way still."""


def read(raw: bytes) -> Report:
    """Raises NoReport."""
    try:
        return _read(raw)
    except RecursionError:  # parts within parts within parts
        raise NoReport("This is no delivery report (RFC 3464).") from None


def _read(raw: bytes) -> Report:
    mail = message_from_bytes(raw)
    statuses: list[Message] = []
    words: list[str] = []
    for part in mail.walk():
        kind = part.get_content_type()
        inside = part.get_payload()
        if kind == "message/delivery-status" and isinstance(inside, list):
            statuses += [one for one in inside if isinstance(one, Message)]
        elif kind == "message/rfc822" and isinstance(inside, list) and inside:
            words += _word(inside[0])
        elif kind == "text/rfc822-headers":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                words += _word(HeaderParser().parsestr(content.decode("utf-8", "replace")))
    said = [one for one in statuses if one.get("Action") or one.get("Status")]
    if not said:
        raise NoReport("This is no delivery report (RFC 3464).")
    if not words:
        raise NoReport("This is no report of a letter that this server has sent.")
    return Report(words[0], next((why for one in said if (why := _why(one)) is not None), None))


def _word(letter: object) -> list[str]:
    found = OURS.search(str(letter.get("Message-ID", ""))) if isinstance(letter, Message) else None
    return [] if found is None else [found[1]]


def _why(said: Message) -> Why | None:
    """Of one recipient; our letters have no more."""
    if str(said.get("Action", "failed")).strip().lower() in _GOES_ON:
        return None
    status = _STATUS.match(str(said.get("Status", "")))
    if status is None:
        return "later"
    if status[2] == "2" and status[3] == "2":
        return "full"
    if status[1] != "5":
        return "later"
    return "unknown" if status[2] == "1" else "refused"
