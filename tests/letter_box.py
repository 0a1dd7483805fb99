"""A real mail server for tests, on a port of this machine: it keeps what it takes, and refuses whom it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from email import message_from_bytes
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.policy import default
from functools import lru_cache
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session
from icalendar import Calendar

# Whoever asks for a header has Python read it anew: ten times in a letter, which costs more than all else of it.
READ_ONCE = default.clone(header_factory=lru_cache(1_000)(HeaderRegistry()))


class LetterBox:
    """`async with LetterBox() as box`: `box.settings` is what a server needs to send to it."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.refuses: dict[str, str] = {}
        """Address → what is answered for it, such as "550 no such user"."""
        self.came: Callable[[], None] = lambda: None
        self._server: asyncio.Server | None = None

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content: Any = envelope.content
        letter = message_from_bytes(content, policy=READ_ONCE)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        self.came()
        return "250 OK"

    @property
    def settings(self) -> dict[str, Any]:
        assert self._server is not None
        host, port = self._server.sockets[0].getsockname()[:2]
        return {
            "mail_host": host,
            "mail_port": port,
            "mail_security": "none",
            "mail_from": "groups@restarea.example",
        }

    async def __aenter__(self) -> LetterBox:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: SMTP(self, hostname="here"), "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        await self._server.wait_closed()


def plain_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def entries_of(letter: EmailMessage) -> list[tuple[str, Any]]:
    """Of each calendar's file in the mail the METHOD, and the event, as another's library reads them."""
    parts = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    calendars = [Calendar.from_ical(str(part.get_content())) for part in parts]
    return [(str(one["METHOD"]), event) for one in calendars for event in one.walk("VEVENT")]
