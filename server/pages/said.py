"""What a press has done is said once, on the page to which it leads, in one place and one style.

It goes there in a cookie, as words of ours and numbers (of a date, its days since 1970; of people, their rows in the
group's list, with the mark of that list), so that a page that is loaded anew, or come back to, does not say it again.
Whoever sees no page takes nothing: a script that looks at one, or a picture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date, timedelta

from aiohttp import web

from server.by_locale import day
from server.pages import language
from server.pages.security import SETTINGS
from server.store import Group

COOKIE = "restarea_said"
OURS_ALONE = "__Host-"
"""Before its name, over HTTPS: else another name of our domain could give a browser one, which we cannot take away."""
LASTS_S = 60
WORDS = (
    "saved", "made", "whole-names", "new-address", "same-addresses", "staying", "hours",
    "passed-gone", "passed-moved", "passed-there",
    "no-meeting", "planned", "there", "series", "left-out", "moved", "not-moved",
    "cancelled",
    "letters", "no-letters", "revoked", "removed", "apart", "share-ended", "off", "erased", "passkey-added",
    "passkey-removed", "away", "signed-out", "refused",
    "refused-over", "refused-rehearsal",
)  # fmt: skip
"""How the messages are called, after `said-`."""
NAMING = ("whole-names", "new-address", "same-addresses")
"""Those of which people are named."""
FIRST = date(1970, 1, 1)
MOST = 500
"""Characters in all: more than a list of which everybody is named."""
_ONE = re.compile(r"([a-z-]{1,20})((?:\.\d{1,5})+)", re.ASCII)

Said = str | tuple[str, *tuple[int, ...]]
"""One of `WORDS`, with how many, or with the rows of those who are named."""


def leads_to(request: web.Request, path: str, *said: Said, of: Group | None = None) -> web.HTTPSeeOther:
    """The way to a page that says these. `of`: whose list it is of which people are named."""
    there = web.HTTPSeeOther(path)
    if said:
        say(request, there, *said, of=of)
    return there


def letters(count: int) -> tuple[tuple[str, int], ...]:
    """That so many have been sent off; nothing is said of none."""
    return (("letters", count),) if count else ()


def of_day(word: str, when: date) -> tuple[str, int]:
    """One of `WORDS` that names a date."""
    return word, (when - FIRST).days


def say(request: web.Request, response: web.StreamResponse, *said: Said, of: Group | None = None) -> None:
    """On the next page that this browser sees."""
    parts = ((one, 0) if isinstance(one, str) else one for one in said)
    marked = () if of is None else (_mark(of),)
    response.set_cookie(
        _called(request),
        "_".join((*marked, *(".".join(map(str, one)) for one in parts))),
        max_age=LASTS_S,
        path="/",
        httponly=True,
        samesite="Strict",
        secure=request.app[SETTINGS].secure_cookies,
    )


def take(request: web.Request, chosen: str, group: Group | None = None) -> str:
    """What this page shall say; empty: nothing. `group`: of which the page is. Nobody is named on the page of another,
    nor where its list has changed since. Whoever shows it also calls `forget`."""
    if request.method != "GET" or request.headers.get("Sec-Fetch-Dest", "document") != "document":
        return ""
    parts = request.cookies.get(_called(request), "")[:MOST].split("_")
    roster = [one.name for one in group.members] if group is not None and _mark(group) in parts else []
    found = [_ONE.fullmatch(one) for one in parts]
    known = [
        (one[1], [*map(int, one[2][1:].split("."))]) for one in found if one is not None and one[1] in WORDS
    ]
    words = (_words(chosen, word, numbers, roster) for word, numbers in known)
    return " ".join(one for one in words if one)


def _words(chosen: str, word: str, numbers: Sequence[int], roster: Sequence[str]) -> str:
    """Empty where somebody is to be named, and is not there."""
    if word not in NAMING:
        when = day(FIRST + timedelta(numbers[0]), chosen)
        return language.text(chosen, f"said-{word}", count=numbers[0], day=when)
    names = [roster[row - 1] for row in numbers if 0 < row <= len(roster)]
    return language.text(chosen, f"said-{word}", count=len(names), names=", ".join(names)) if names else ""


def _mark(group: Group) -> str:
    """Of its list as it is now."""
    said = f"{group.group} {group.revision} {group.gone}"
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def forget(request: web.Request, response: web.StreamResponse) -> None:
    # Without `Secure` a browser takes no cookie of that name, nor word that it is over.
    response.del_cookie(_called(request), path="/", secure=request.app[SETTINGS].secure_cookies)


def _called(request: web.Request) -> str:
    return OURS_ALONE + COOKIE if request.app[SETTINGS].secure_cookies else COOKIE
