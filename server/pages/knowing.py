"""Who knows of a planned meeting, who comes to it, and whom no letter has reached; in words for those who lead it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from facilitation.vocabulary import LEADING
from server.pages import language
from server.store import Group, Member, Planned
from server.store.meetings import untold
from server.store.rows import FAILED


def told(group: Group, meeting: Planned, chosen: str) -> list[tuple[str, bool]]:
    """What became of a meeting's invitations, in a few words each, and whether somebody has to look at it. Whose last
    letter came back is not counted among those who know."""
    if meeting.cancelled:
        return _told_off(group, meeting, chosen)
    by_state: dict[str, list[str]] = {}
    for one in group.members:
        state = meeting.mails.get(one.member, "none")
        by_state.setdefault("back" if state == "sent" and one.returned else state, []).append(one.name)
    reached = sum(_reached(meeting, one) for one in group.members)
    failed = [*by_state.get("refused", []), *by_state.get("later", [])]
    say = partial(language.text, chosen)
    before = [one.name for one in group.members if _knows_before(meeting, one)]
    under_way, unsure = by_state.get("under_way", []), by_state.get("unsure", [])
    said = [(say("groups-under-way", count=len(under_way)), False)] if under_way else []
    if failed:
        said.append((say("groups-not-delivered", names=", ".join(failed)), True))
    if unsure:
        said.append((say("groups-not-certain", names=", ".join(unsure)), True))
    if before:
        said.append((say("groups-know-before", names=", ".join(before)), True))
    if back := by_state.get("back"):
        said.append((say("groups-letter-back", names=", ".join(back)), True))
    linkless = [one for one in group.members if meeting.mails.get(one.member, "none") == "none"]
    for addressed, words in ((True, "groups-uninvited"), (False, "groups-no-address")):
        names = ", ".join(one.name for one in linkless if bool(one.address) == addressed)
        if reached and names:
            said.append((say(words, names=names), False))
    if revoked := by_state.get("revoked"):
        said.append((say("groups-revoked", names=", ".join(revoked)), False))
    told = [(say("groups-told", count=reached), False), *said] if reached or not said else said
    return [*told, (coming(group, meeting, chosen), False)] if meeting.replies else told


def _told_off(group: Group, meeting: Planned, chosen: str) -> list[tuple[str, bool]]:
    """Of one that is cancelled: that it is, or was left out, and whom that has not reached."""
    unaware = [
        one.name
        for one in group.members
        if meeting.mails.get(one.member) in (*FAILED, "handed") and meeting.concerns(one.member)
    ]
    said = [(language.text(chosen, "groups-left-out" if meeting.left_out else "groups-cancelled"), False)]
    if unaware:
        said.append((language.text(chosen, "groups-off-untold", names=", ".join(unaware)), True))
    return said


def told_of(group: Group, meeting: Planned) -> list[Member]:
    """Whom a letter can tell what becomes of it: they have an address, and have been told of it."""
    return [one for one in group.members if one.address and meeting.concerns(one.member)]


def linked(group: Group, meeting: Planned) -> list[Member]:
    """Of those, whoever has a link to it: not from whom it has been taken back."""
    return [one for one in told_of(group, meeting) if meeting.mails.get(one.member) != "revoked"]


def to_come_of(planned: Iterable[Planned], now: datetime) -> list[Planned]:
    return [one for one in planned if not one.cancelled and one.starts_at > now.timestamp()]


def to_renew(group: Group, planned: Iterable[Planned], now: datetime) -> list[Planned]:
    """Those to come to which somebody has a link."""
    return [one for one in to_come_of(planned, now) if linked(group, one)]


def knowing(group: Group, planned: Iterable[Planned]) -> list[Member]:
    """Whoever has a link to one of these."""
    known = [linked(group, each) for each in planned]
    return [one for one in group.members if any(one in each for each in known)]


def numbered(meeting: Planned) -> str:
    """As a form has it: which meeting, and as how many its entries in calendars count."""
    return f"{meeting.meeting}.{meeting.sequence}"


def on_the_way(group: Group, meeting: Planned) -> bool:
    """Whether letters are, and `told` says so."""
    letters = (meeting.mails.get(one.member) for one in group.members)
    return not meeting.cancelled and "under_way" in letters


def missing(group: Group, meeting: Planned) -> bool:
    """Whether somebody with an address has not been told of a meeting of which others have."""
    reached = any(state in ("sent", "handed") for state in meeting.mails.values())
    return (
        not meeting.cancelled
        and reached
        and any(one.address and untold(meeting, one.member) for one in group.members)
    )


def coming(group: Group, meeting: Planned, chosen: str) -> str:
    """Who comes to it, who cannot, and how many who have been told have not said; who leads is not asked. Nobody
    else is told."""
    said = [(one, meeting.replies.get(one.member)) for one in group.members]
    cannot = ", ".join(one.name for one, comes in said if comes is False)
    return language.text(
        chosen,
        "groups-coming-but" if cannot else "groups-coming",
        count=sum(comes is True for _, comes in said),
        names=cannot,
        open=sum(comes is None and one.role not in LEADING and _reached(meeting, one) for one, comes in said),
    )


def _knows_before(meeting: Planned, one: Member) -> bool:
    """It has been moved since they were told, and no letter has been tried: their link came by hand, they have no
    address any more, or there is no mail."""
    return _told(meeting, one) and meeting.knows_another(one.member) is not None


def _reached(meeting: Planned, one: Member) -> bool:
    """Not who knows another time of it alone: they are named."""
    return _told(meeting, one) and meeting.knows_another(one.member) is None


def _told(meeting: Planned, one: Member) -> bool:
    """Not whose last letter came back: they are named."""
    state = meeting.mails.get(one.member)
    return state == "handed" or (state == "sent" and not one.returned)
