"""`python -m server.rehearsal`: a fictitious group in a process of its own; ends cleanly on SIGTERM.

It reads the members' links from its standard input: a command line can be read by everyone on the machine. With
`--held` they are one line, and the group goes home at once when that input ends, as it does when the server is killed:
one that stayed would take its places from the group that comes after it.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from pathlib import Path

import structlog

from server.rehearsal.door import Link
from server.rehearsal.group import NAMES, people, play
from server.rehearsal.member import Person
from server.rehearsal.places import Places


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("server.rehearsal", description="A fictitious group joins a session.")
    parser.add_argument("--members", type=int, default=6, help="how many; links are used in turn")
    parser.add_argument(
        "--speed", type=float, default=1.0, help="compressed time: 10 makes a minute six seconds"
    )
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same behaviour")
    parser.add_argument("--language", choices=sorted(NAMES), default="en", help="of the names")
    parser.add_argument("--places", type=Path, help="a file that keeps their places, should this be killed")
    parser.add_argument("--held", action="store_true", help="go home when the standard input ends")
    return parser


def parse_arguments(arguments: list[str], urls: list[str]) -> tuple[list[Person], Places]:
    """The group that a command line asks for, by these links, and where its places are kept.

    Exits with a message if that is nothing sensible.
    """
    parser = _arguments()
    asked = parser.parse_args(arguments)
    if asked.speed <= 0:
        parser.error("--speed is a number above 0")
    if not urls:
        parser.error("a member's link is needed on the standard input")
    try:
        links = [Link.parse(url) for url in urls]
        group = people(links, asked.members, speed=asked.speed, seed=asked.seed, language=asked.language)
        return group, Places(asked.places)
    except (OSError, ValueError) as error:
        parser.error(str(error))


async def run(group: list[Person], places: Places, *, held: bool = False) -> None:
    """Play until it is over or the process is told to stop; if it is `held`, until its standard input ends."""
    playing, loop = asyncio.ensure_future(play(group, places)), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, playing.cancel)
    if held:
        loop.add_reader(sys.stdin.fileno(), playing.cancel)  # nothing more is written there
    try:
        await playing
    except asyncio.CancelledError:
        pass


def main() -> None:
    """Play, and end with code 0. What goes wrong is logged to stderr; all else would clutter the demo's two links."""
    structlog.configure(
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger("warning"),
    )
    held = _arguments().parse_args().held
    urls = (sys.stdin.readline() if held else sys.stdin.read()).split()
    asyncio.run(run(*parse_arguments(sys.argv[1:], urls), held=held))


if __name__ == "__main__":
    main()
