"""Display names: what a person may call themselves on other people's screens; and the addresses that mail reaches
them at. Imports the standard library only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

MOST = 40
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters, marks and a symbol that are drawn as nothing."""
_JOINERS = "\u200c\u200d"
"""Invisible, and needed: Persian words and emoji families are spelt with them."""
_SELECTORS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Invisible, and needed by emoji, Mongolian and some Japanese names: which form of the character before is meant."""


ADDRESS_MOST = 254
_ADDRESS = re.compile(
    r"(?=.{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
    re.IGNORECASE | re.ASCII,
)


def clean_address(raw: str) -> str | None:
    """A mail address as it stands, without what is around it; None if it is none that every mail server takes (RFC
    5321, in ASCII, without quotes). So it holds no space, line or bracket, and may stand in a header."""
    address = raw.strip()
    return address if len(address) <= ADDRESS_MOST and _ADDRESS.fullmatch(address) else None


TELEPHONE_MOST = 30


def clean_telephone(raw: str) -> str | None:
    """A telephone number as somebody writes it, empty for none; None if it is none: digits, three at least, with spaces
    and + ( ) - / between them, at most 30 characters. So it may stand in a link and in a calendar."""
    number = " ".join(raw.split())
    sound = re.fullmatch(r"[0-9 +()/-]*", number) is not None and sum(char.isdigit() for char in number) >= 3
    return number if number == "" or (sound and len(number) <= TELEPHONE_MOST) else None


def clean_name(raw: str) -> str | None:
    """`raw` in one line, composed (NFC), without characters that are invisible or turn text around.

    None if nothing visible or more than 40 characters are left: a cut name is not what anybody is called.
    """
    kept = [" " if char.isspace() else char for char in raw if char.isspace() or _shown(char)]
    name = unicodedata.normalize("NFC", " ".join("".join(kept).split()))
    visible = any(unicodedata.category(char)[0] in "LNPS" for char in name)
    return name if visible and len(name) <= MOST else None


def distinct(name: str, taken: Iterable[str]) -> str:
    """`name`, or with the first number from 2 on that tells it from those taken: “Cleo (2)”. The same are letters of
    either case, with or without what is invisible, or a space at a bracket; not those of two scripts that look alike.
    Never longer than a name may be."""
    seen = {_looks(one) for one in taken}
    told, number = name, 1
    bare = re.sub(r"(?<=.) ?\(\d+\)$", "", name)
    while _looks(told) in seen:
        number += 1
        mark = f" ({number})"
        told = (bare[: MOST - len(mark)].rstrip(_JOINERS + " ") + mark).strip()
    return told


def _looks(name: str) -> str:
    seen = _SELECTORS.sub("", name).translate(dict.fromkeys(map(ord, _JOINERS)))
    return re.sub(r" ?([()]) ?", r"\1", unicodedata.normalize("NFKC", seen).casefold())


_TITLE = re.compile(r"(dr|prof|mr|mrs|ms|mme|mlle|m|herr|frau)\.?", re.IGNORECASE)


def looks_whole(name: str) -> bool:
    """Whether it looks like a first name and a surname, as client/src/naming.ts has it: two words or more of two
    letters or more, titles apart. A hint, and never a refusal."""
    words = [word for word in name.split() if not _TITLE.fullmatch(word)]
    return sum(re.search(r"[^\W\d_]{2}", word) is not None for word in words) > 1


def _shown(char: str) -> bool:
    """Not blank, and no control, surrogate, private or unassigned character, nor mark of direction (category C)."""
    return char not in _BLANK and (char in _JOINERS or unicodedata.category(char)[0] != "C")
