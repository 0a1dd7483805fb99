"""`python -m tests.fuzz --minutes 10`: hostile input for as long as one likes, to each engine in turn. Ends at the
first thing that goes wrong, with the seed that does it again.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import secrets
import sys
import time
import traceback
from pathlib import Path

from server.media import fanout
from server.media.compiled import built
from tests.fuzz.forwarding import HostileRoom, parse_or_refuse
from tests.fuzz.port import HostilePort
from tests.fuzz.test_fuzz import SILENT_MOST_S, engines, rss_mb

TURN_S = 10.0


async def turn(engine: fanout.Engine, seed: int, *, hurried: bool = True) -> str:
    """One turn of each kind; what it did. Raises AssertionError; with `hurried` for a silence, too."""
    parsed = parse_or_refuse(seed, TURN_S / 4)
    room = HostileRoom(engine, seed)
    room.run(TURN_S)
    async with HostilePort(engine, seed) as port:
        await port.run(TURN_S)
        sizes = port.sizes()
    assert not port.complaints, port.complaints
    silence_s = port.longest_silence_s()
    assert silence_s < SILENT_MOST_S or not hurried, f"{silence_s:.2f} s of silence"
    return (
        f"{engine.name:6}  parsed {parsed:6}  in a room {room.sent:6}  at the port {port.sent:6}"
        f"  offers {port.offers:4}  silence {silence_s * 1000:4.0f} ms"
        f"  descriptors {sizes['descriptors']:3}  {rss_mb():5.0f} MB"
    )


def main() -> int:
    asked = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    asked.add_argument("--minutes", type=float, default=10.0)
    asked.add_argument("--seed", type=int, default=None, help="the first seed; by default any")
    asked.add_argument(
        "--built", type=Path, help="of the forwarding in C this build alone, however slow it is"
    )
    given = asked.parse_args()
    wanted = engines() if given.built is None else [built(given.built)]
    first = secrets.randbelow(1 << 32) if given.seed is None else given.seed
    ends = time.monotonic() + 60 * given.minutes
    started_mb = 0.0
    for seed in itertools.count(first):
        for engine in wanted:
            try:
                print(f"seed {seed:10}  {asyncio.run(turn(engine, seed, hurried=given.built is None))}")
            except Exception:
                traceback.print_exc()
                print(f"{engine.name}: again by --seed {seed}")
                return 1
        started_mb = started_mb or rss_mb()
        if time.monotonic() >= ends:
            break
    print(f"nothing went wrong; {rss_mb() - started_mb:+.1f} MB since the first turn")
    return 0


if __name__ == "__main__":
    sys.exit(main())
