"""What a leader has chosen on a meeting's page and not yet sent off: whatever they press there, it stands as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from facilitation.vocabulary import Keeping


class Choices(NamedTuple):
    keep: Keeping
    together: bool
    early: bool
    day: str
    """To which it may be moved, as typed; empty: nothing was."""
    at: str

    @property
    def query(self) -> str:
        """That brings them to the page again, with its question mark; empty where nothing was chosen."""
        said = {
            "keep": "" if self.keep is Keeping.NOTHING else self.keep.value,
            "together": "yes" if self.together else "",
            "early": "yes" if self.early else "",
            "day": self.day,
            "at": self.at,
        }
        chosen = urlencode({name: value for name, value in said.items() if value})
        return f"?{chosen}" if chosen else ""


def of_fields(fields: Mapping[str, str], day: str = "", at: str = "") -> Choices:
    """`day` and `at` are when it is planned for, as they looked at it: what is as it was has not been typed. What is no
    choice keeps nothing."""
    keep = fields.get("keep", "")
    typed_day, typed_at = fields.get("day", "")[:10], fields.get("at", "")[:5]
    return Choices(
        Keeping(keep) if keep in list(Keeping) else Keeping.NOTHING,
        fields.get("together") == "yes",
        fields.get("early") == "yes",
        "" if typed_day == day else typed_day,
        "" if typed_at == at else typed_at,
    )
