"""How bad a simulated meeting's luck is: how often links, servers and people do what one would rather they did not."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Weather:
    """Shares are of what they are written at; the rest is times a meeting."""

    loses_link: float = 0.0
    """Each time a person looks up."""
    media_too: float = 0.8
    """Of lost links: the media path is lost with the page's, and not kept on another address."""
    media_alone: float = 0.0
    """Each time a person looks up: the media path is lost for a while, the page is not."""
    no_media: float = 0.0
    """Of people: their browser brings no media path about."""
    twice: float = 0.0
    """A command arrives twice."""
    late: float = 0.5
    """What was under way when a link was cut is lost, or arrives after all, behind what was sent since."""
    late_timers: float = 0.0
    """Of rings: a moment after the deadline, so that a command may come first."""
    dies: float = 0.0
    """Of a command, to be the server's last."""
    kills: float = 0.0
    partitions: float = 0.0
    """Several people at once are cut off."""
    jumps: float = 0.0
    """Somebody sets the wall clock."""
    tabs: float = 0.0
    """Each time a person looks up: they open the room a second time, and for a moment press in both."""
    together: float = 0.0
    """Of what leaders press: another leader presses the same at the same time."""
    stale: float = 0.0
    """Each time a person looks up: they press what they saw a while ago."""
    junk: float = 0.0
    """Each time a person looks up: they press what nobody should be able to do."""


CALM = Weather()
USUAL = Weather(
    loses_link=0.005, twice=0.05, late_timers=0.1, dies=0.001, kills=0.2, partitions=0.5, jumps=0.5, tabs=0.003,
    together=0.1, stale=0.01, junk=0.01, media_alone=0.002, no_media=0.03,
)  # fmt: skip
STORM = Weather(
    loses_link=0.02, twice=0.2, late_timers=0.1, dies=0.003, kills=0.5, partitions=1.5, jumps=2.0, tabs=0.01,
    together=0.4, stale=0.05, junk=0.05, media_alone=0.01, no_media=0.1,
)  # fmt: skip


def drawn(rng: Random) -> Weather:
    """Most meetings have the usual luck."""
    return rng.choices([CALM, USUAL, STORM], [1, 6, 3])[0]
