"""What stands in a mail, as plain text and as a small page. Its words come in as arguments, in a reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import jinja2

from server.by_locale import colon

TEMPLATES = Path(__file__).parents[1] / "templates"


class CalendarFile(NamedTuple):
    """One entry, as a file. A REQUEST is of one UID (RFC 5546, 3.2.2), so several are several files."""

    method: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """Sentences before and after one link. `subject` is one line."""

    subject: str
    before: tuple[str, ...]
    """Each a paragraph."""
    link: str
    """Empty: there is nothing to press."""
    press: str
    after: tuple[str, ...]
    listed: tuple[str, ...] = ()
    """Lines of a list, below what stands before."""
    aside: tuple[str, str] | None = None
    """A second link, for whoever wants it: its words, and where it leads."""
    calendars: tuple[CalendarFile, ...] = ()
    """Entries for the reader's calendar."""


def as_text(letter: Letter, language: str) -> str:
    press = (f"{letter.press}{colon(language)}\n{letter.link}",) if letter.link else ()
    aside = (f"{letter.aside[0]}{colon(language)}\n{letter.aside[1]}",) if letter.aside else ()
    listed = ("\n".join(f"- {line}" for line in letter.listed),) if letter.listed else ()
    parts = (*letter.before, *listed, *press, *letter.after, *aside)
    return "\n\n".join(parts) + "\n"


def as_html(letter: Letter, language: str) -> str:
    return _page().render(letter=letter, lang=language)


@cache
def _page() -> jinja2.Template:
    loader = jinja2.FileSystemLoader(TEMPLATES)
    made = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return made.get_template("mail.html")
