"""Mail, over the operator's mail server. Nothing of a mail is logged: neither whom it is for, nor what became of it.

The only importer of aiosmtplib.
"""

from __future__ import annotations

import secrets
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from typing import Literal

import aiosmtplib

from server.clock import utc_now
from server.groups.letters import Letter, as_html, as_text
from server.settings import Settings

WITHIN_S = 20.0


class Undelivered(Exception):
    """`refused`: the mail server says that there is no such address, or that it takes no mail for it.
    `later`: it could not be reached, or takes nothing now; another attempt may do."""

    def __init__(self, code: Literal["refused", "later"]) -> None:
        super().__init__(code)
        self.code: Literal["refused", "later"] = code


class Post:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def set_up(self) -> bool:
        return bool(self._settings.mail_host)

    async def send(self, address: str, letter: Letter, language: str, word: str = "") -> None:
        """One mail to one address. `word` is by what it is known if it comes back. Raises Undelivered."""
        settings = self._settings
        password = settings.mail_password.get_secret_value()
        try:
            await aiosmtplib.send(
                composed(settings.mail_from, address, letter, language, word),
                hostname=settings.mail_host,
                port=settings.mail_port,
                use_tls=settings.mail_security == "tls",
                start_tls=settings.mail_security == "starttls",
                username=settings.mail_user or None,
                password=password or None,
                timeout=WITHIN_S,
            )
        except aiosmtplib.SMTPRecipientsRefused as refused:
            final = all(one.code >= 500 for one in refused.recipients)
            raise Undelivered("refused" if final else "later") from None
        except (aiosmtplib.SMTPException, OSError):
            raise Undelivered("later") from None


def composed(sender: str, address: str, letter: Letter, language: str, word: str = "") -> EmailMessage:
    """As plain text and as a page. Raises ValueError for a subject of more than one line."""
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"] = f"Restarea <{sender}>", address, letter.subject
    made["Date"] = format_datetime(utc_now())
    # Not the machine's name, which a mail server's owner may not want to tell.
    domain = sender.rpartition("@")[2]
    made["Message-ID"] = f"<r-{word}.{secrets.token_hex(8)}@{domain}>" if word else make_msgid(domain=domain)
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(as_text(letter, language))
    made.add_alternative(as_html(letter, language), subtype="html")
    # Beside the letter (RFC 6047, 2.4), never an alternative to it: a program that knows calendars would show the entry
    # in the letter's place (RFC 2046, 5.1.4), and in the entry there is no link.
    for method, name, content in letter.calendars:
        made.add_attachment(content.decode(), subtype="calendar", params={"method": method}, filename=name)
    return made
