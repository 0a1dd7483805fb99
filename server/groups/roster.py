"""A roster: who belongs to a group, as an operator writes it, one person a line.

leader:     Anna Berg
co-leader:  Bela
member:     Carla <carla@example.org>
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitation.format import Format
from facilitation.vocabulary import Role
from server.names import MOST, clean_address, clean_name
from server.store import Listed, Member

_ROLES = {role.replace("_", "-"): role for role in Role}


class RosterError(ValueError):
    """What is wrong with a roster, and in which line, in plain words; names are not repeated. `code` is of what is
    wrong with the roster as a whole, whoever wrote it, and `count` how many the format takes."""

    def __init__(self, said: str, code: str = "", count: int = 0) -> None:
        super().__init__(said)
        self.code, self.count = code, count


def parse(text: str, form: Format) -> tuple[Listed, ...]:
    """Whom the roster names, in its order; empty lines and what follows a # are nothing. Raises RosterError."""
    roster: list[Listed] = []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split("#")[0].strip()
        if not line:
            continue
        listed = _one(line, number)
        if listed.name in {other.name for other in roster}:
            raise RosterError(
                f"line {number}: this name is on the roster already; write the two so that they differ"
            )
        roster.append(listed)
    check(roster, form)
    return tuple(roster)


def _one(line: str, number: int) -> Listed:
    written, colon, name = line.partition(":")
    role = _ROLES.get(written.strip().lower().replace("_", "-"))
    if not colon or role is None:
        raise RosterError(f"line {number}: it begins with no role and a colon; roles are {', '.join(_ROLES)}")
    name, bracket, rest = name.partition("<")
    address = clean_address(rest.strip().removesuffix(">")) if bracket else None
    if bracket and (address is None or not rest.strip().endswith(">")):
        raise RosterError(f"line {number}: what stands in <> is no mail address")
    cleaned = clean_name(name)
    if cleaned is None:
        raise RosterError(f"line {number}: a name has 1 to {MOST} characters, at least one of them visible")
    return Listed(role, cleaned, address)


def check(roster: Sequence[Listed | Member], form: Format) -> None:
    """Whether the format takes these people: it may have changed since they were written down. Raises RosterError."""
    roles = [listed.role for listed in roster]
    for role in roles:
        if Role(role) not in form.roles:
            raise RosterError(f"this format knows no {role.replace('_', '-')}", f"no_{role}")
    if roles.count(Role.LEADER) != 1:
        raise RosterError("a group has one leader; whoever leads along is a co-leader", "leaders")
    members = roles.count(Role.MEMBER)
    if members > form.members_max:
        raise RosterError(
            f"this format takes at most {form.members_max} members, and the roster names {members}",
            "members",
            form.members_max,
        )
    if len(roster) > form.seats:
        raise RosterError(
            f"this format has {form.seats} seats, and the roster names {len(roster)} people",
            "seats",
            form.seats,
        )
