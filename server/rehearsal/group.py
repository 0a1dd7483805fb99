"""The fictitious group: who they are, and their running side by side in one process.

May import the rehearsal's own modules and the standard library.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence

import structlog

from server.media.dtls import Certificate
from server.rehearsal.door import Link
from server.rehearsal.mediafile import bundled, load
from server.rehearsal.member import Member, Person
from server.rehearsal.places import Places

log = structlog.get_logger()

NAMES = {
    "en": ("Alma", "Bram", "Cleo", "Dora", "Edwin", "Flora", "Gus", "Hugh", "Iris", "June"),
    "fr": (
        "Adèle",
        "Basile",
        "Capucine",
        "Delphine",
        "Edgar",
        "Fanny",
        "Gaspard",
        "Hector",
        "Inès",
        "Jeanne",
    ),
    "de": ("Antje", "Bernd", "Clara", "Doris", "Eberhard", "Frieda", "Georg", "Harald", "Ilse", "Johanna"),
}
"""Fictitious first names, in the order of the bundled voices."""
CASES = 2
ARRIVAL_S = 4.0


def people(
    links: Sequence[Link], count: int, *, speed: float = 1.0, seed: int = 1, language: str = "en"
) -> list[Person]:
    """`count` members, at most ten, who come in by `links` in turn. The same seed gives the same people.

    Raises ValueError for an unknown language or a group that is too large.
    """
    names, files = NAMES.get(language, ()), bundled()
    if not 1 <= count <= min(len(names), len(files)):
        raise ValueError(f"there are 1 to {len(files)} members, who are called in one of {', '.join(NAMES)}")
    rng = random.Random(seed)
    with_case = set(rng.sample(range(count), min(CASES, count)))
    return [
        Person(
            link=links[index % len(links)],
            name=names[index],
            media=load(files[index]),
            seed=rng.randrange(1 << 32),
            has_case=index in with_case,
            speed=speed,
            arrives_after_s=rng.uniform(0, ARRIVAL_S) / speed,
        )
        for index in range(count)
    ]


async def play(group: Sequence[Person], places: Places | None = None) -> None:
    """Let them take part until the session is over for all. Cancel it to make them leave.

    Who has a place in `places` comes back to it; the others' are kept there.
    """
    certificate, places = Certificate(), places or Places()
    async with asyncio.TaskGroup() as tasks:
        for person in group:
            tasks.create_task(_take_part(Member(person, certificate, places)))


async def _take_part(member: Member) -> None:
    try:
        await member.run()
    except Exception as error:  # one member's fault is not the group's
        log.error("member_failed", seat=member.outlook.seat, reason=type(error).__name__)
