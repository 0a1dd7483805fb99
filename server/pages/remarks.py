"""What a leader may want to look at once more in a list that is saved: it names people, and keeps nobody from it. Each
is the rows of the list of which it is so, from 1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from server.names import looks_whole
from server.pages.said import Said
from server.store import Group, Listed, Member, Planned
from server.store.rows import BY_HAND


def whole_names(roster: Iterable[Listed], there: Iterable[Member] = ()) -> tuple[Said, ...]:
    """Which names look like full ones, whoever has written them. Of those that were there it has been said."""
    known = {one.name for one in there}
    return _of("whole-names", [one.name not in known and looks_whole(one.name) for one in roster])


def same_address(roster: Iterable[Listed], there: Iterable[Member] = ()) -> tuple[Said, ...]:
    """That whoever reads there gets the letters of several: whose address stands above. It is not said again of those
    of whom it was so before."""
    before = [one.address.casefold() for one in there]
    said = [(one.address or "").casefold() for one in roster]
    above = [(address, said[:row].count(address)) for row, address in enumerate(said)]
    return _of(
        "same-addresses",
        [bool(address) and count > 0 and before.count(address) <= count for address, count in above],
    )


def new_addresses(before: Group, now: Group, planned: Sequence[Planned]) -> tuple[Said, ...]:
    """Who has been told of a meeting at an address that is another now."""
    told = {
        member
        for one in planned
        for member, state in one.mails.items()
        if one.concerns(member) and state not in BY_HAND
    }
    known = {one.member: one.address for one in before.members if one.address and one.member in told}
    return _of(
        "new-address",
        [one.member in known and one.address not in ("", known[one.member]) for one in now.members],
    )


def _of(word: str, rows: Iterable[bool]) -> tuple[Said, ...]:
    found = [row for row, is_so in enumerate(rows, 1) if is_so]
    return ((word, *found),) if found else ()
