"""Which language a page is in, and its words: one Fluent catalogue a language, for server and client."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import structlog
from fluent.runtime import FluentBundle, FluentResource

from facilitation.structure_record import FOUND_AGAIN_PERCENT

if TYPE_CHECKING:  # the commands, too, take their words from here, and start faster without it
    from aiohttp import web

log = structlog.get_logger()

LOCALES = Path(__file__).parents[1] / "locales"
DEFAULT = "en"
SERVERS_OWN = (
    "admin-", "cancel-", "certificate-", "compare-", "demo-", "deskopen-", "doctor-", "feedback-", "figure-",
    "format-", "groups-", "hours-", "mail-", "meeting-", "mine-", "myrecords-", "page-", "plot-", "record-",
    "records-", "remove-", "said-", "share-", "shared-", "signin-", "verify-",
)  # fmt: skip
"""How messages begin that the server alone says: in its own pages, in mails, at the command line."""
MEASURED = {"{ $found_again }": str(FOUND_AGAIN_PERCENT)}
"""What is the same for every reader, and stands in the program and not in a catalogue."""
COOKIE = "lang"
COOKIE_LASTS_S = 365 * 24 * 3600


@cache
def languages() -> tuple[str, ...]:
    """Those with a catalogue, the default first."""
    found = sorted(path.stem for path in LOCALES.glob("*.ftl"))
    return tuple(sorted(found, key=lambda name: name != DEFAULT))


@cache
def catalogue(language: str) -> str:
    """The Fluent text of one of `languages()`."""
    text = (LOCALES / f"{language}.ftl").read_text("utf-8")
    for variable, figure in MEASURED.items():
        text = text.replace(variable, figure)
    return text


@cache
def _sources(language: str) -> dict[str, str]:
    """What is written for each message. Each is parsed when it is first said: a whole catalogue at once takes longer
    than a voice may wait. So no message may refer to another."""
    entries = re.split(r"^(?=[a-z][\w-]* =)", catalogue(language), flags=re.MULTILINE)[1:]
    return {entry.partition(" ")[0]: entry for entry in entries}


@cache
def for_browsers(language: str) -> str:
    """The part of it that a page drawn by the client needs, two thirds: on a slow link that is a tenth of a second."""
    return "".join(entry for name, entry in _sources(language).items() if not name.startswith(SERVERS_OWN))


@cache
def _bundle(language: str) -> Any:
    return FluentBundle([language], use_isolating=False)


@cache
def others(chosen: str) -> dict[str, str]:
    """What the languages but this one call themselves."""
    return {one: text(one, "page-own-name") for one in languages() if one != chosen}


def text(language: str, message_id: str, **values: str | float) -> str:
    """The words for `message_id` with `values` put in; in the default language, or the id itself, where a catalogue
    lacks it."""
    for name in (language, DEFAULT):
        bundle, source = _bundle(name), _sources(name).get(message_id)
        if source and not bundle.has_message(message_id):
            bundle.add_resource(FluentResource(source))
        if bundle.has_message(message_id) and (pattern := bundle.get_message(message_id).value):
            said = str(bundle.format_pattern(pattern, values)[0])
            for value in values.values():
                if str(value).endswith("."):  # as initials do: it ends the sentence, too
                    said = said.replace(f"{value}.", str(value))
            return said
    log.warning("message_missing", reason=message_id)
    return message_id


def chosen(request: web.Request) -> str:
    """`?lang=`, else what was chosen before; empty where nobody has in this browser."""
    wishes = (request.query.get("lang", ""), request.cookies.get(COOKIE, ""))
    return next((wish for wish in wishes if wish in languages()), "")


def choose(request: web.Request) -> str:
    """What was chosen, else the browser's wish (RFC 9110, 12.5.4), else the default."""
    if wish := chosen(request):
        return wish
    wishes: list[tuple[float, str]] = []
    for part in request.headers.get("Accept-Language", "")[:500].split(","):
        tag, _, quality = part.partition(";")
        wishes.append((_weight(quality), tag.strip().lower().partition("-")[0]))
    for weight, tag in sorted(wishes, key=lambda wish: -wish[0]):
        if weight > 0 and tag in languages():
            return tag
    return DEFAULT


def _weight(quality: str) -> float:
    name, _, value = quality.strip().partition("=")
    if not name:
        return 1.0
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0


def remember(request: web.Request, response: web.StreamResponse) -> None:
    """Keeps what `?lang=` asked for."""
    from server.pages.security import SETTINGS

    wish = request.query.get("lang")
    if wish in languages():
        response.set_cookie(
            COOKIE, wish, max_age=COOKIE_LASTS_S, path="/", samesite="Strict", httponly=True,
            secure=request.app[SETTINGS].secure_cookies,
        )  # fmt: skip
