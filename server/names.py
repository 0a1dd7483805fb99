"""Display names: what a person may call themselves on other people's screens; and the addresses that mail reaches
them at. Imports the standard library only."""

from __future__ import annotations

import re
import unicodedata

MOST = 40
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and a symbol that are drawn as nothing."""
_JOINERS = "\u200c\u200d"
"""Invisible, and needed: Persian words and emoji families are spelt with them."""


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


def clean_name(raw: str) -> str | None:
    """`raw` in one line, composed (NFC), without characters that are invisible or turn text around.

    None if nothing visible or more than 40 characters are left: a cut name is not what anybody is called.
    """
    kept = [" " if char.isspace() else char for char in raw if char.isspace() or _shown(char)]
    name = unicodedata.normalize("NFC", " ".join("".join(kept).split()))
    visible = any(unicodedata.category(char)[0] in "LNPS" for char in name)
    return name if visible and len(name) <= MOST else None


def _shown(char: str) -> bool:
    """Not blank, and no control, surrogate, private or unassigned character, nor mark of direction (category C)."""
    return char not in _BLANK and (char in _JOINERS or unicodedata.category(char)[0] != "C")
