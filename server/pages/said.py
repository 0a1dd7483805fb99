"""What a press has done is said once, on the page to which it leads, in one place and one style.

It goes there in a cookie, as words of ours and one number each (of a date, its days since 1970), so that a page that is
loaded anew, or come back to, does not say it again. Whoever sees no page takes nothing: a script that looks at one, or
a picture.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from aiohttp import web

from server.by_locale import day
from server.pages import language
from server.pages.security import SETTINGS

COOKIE = "restarea_said"
OURS_ALONE = "__Host-"
"""Before its name, over HTTPS: else another name of our domain could give a browser one, which we cannot take away."""
LASTS_S = 60
WORDS = (
    "saved", "made", "whole-name", "whole-names", "new-address", "same-address", "same-addresses", "staying", "hours",
    "passed-gone", "passed-moved", "passed-there",
    "no-meeting", "planned", "series", "left-out", "moved", "not-moved",
    "cancelled",
    "letters", "no-letters", "revoked", "removed", "apart", "share-ended", "off", "erased", "passkey-added",
    "passkey-removed", "away", "signed-out", "refused",
    "refused-over", "refused-rehearsal",
)  # fmt: skip
"""How the messages are called, after `said-`."""
FIRST = date(1970, 1, 1)
_ONE = re.compile(r"([a-z-]{1,20})\.(\d{1,5})", re.ASCII)


def leads_to(request: web.Request, path: str, *said: str | tuple[str, int]) -> web.HTTPSeeOther:
    """The way to a page that says these, of `WORDS`, with how many."""
    there = web.HTTPSeeOther(path)
    if said:
        say(request, there, *said)
    return there


def letters(count: int) -> tuple[tuple[str, int], ...]:
    """That so many have been sent off; nothing is said of none."""
    return (("letters", count),) if count else ()


def of_day(word: str, when: date) -> tuple[str, int]:
    """One of `WORDS` that names a date."""
    return word, (when - FIRST).days


def say(request: web.Request, response: web.StreamResponse, *said: str | tuple[str, int]) -> None:
    """On the next page that this browser sees."""
    parts = ((one, 0) if isinstance(one, str) else one for one in said)
    response.set_cookie(
        _called(request),
        "_".join(f"{word}.{count}" for word, count in parts),
        max_age=LASTS_S,
        path="/",
        httponly=True,
        samesite="Strict",
        secure=request.app[SETTINGS].secure_cookies,
    )


def take(request: web.Request, chosen: str) -> str:
    """What this page shall say; empty: nothing. Whoever shows it also calls `forget`."""
    if request.method != "GET" or request.headers.get("Sec-Fetch-Dest", "document") != "document":
        return ""
    found = [_ONE.fullmatch(one) for one in request.cookies.get(_called(request), "")[:200].split("_")]
    known = [(one[1], int(one[2])) for one in found if one is not None and one[1] in WORDS]
    return " ".join(
        language.text(chosen, f"said-{word}", count=count, day=day(FIRST + timedelta(count), chosen))
        for word, count in known
    )


def forget(request: web.Request, response: web.StreamResponse) -> None:
    # Without `Secure` a browser takes no cookie of that name, nor word that it is over.
    response.del_cookie(_called(request), path="/", secure=request.app[SETTINGS].secure_cookies)


def _called(request: web.Request) -> str:
    return OURS_ALONE + COOKIE if request.app[SETTINGS].secure_cookies else COOKIE
