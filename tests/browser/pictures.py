"""`make pictures`: every page as a picture, at three widths, in light and dark, into docs/pictures; and what axe finds
on each in every language, as a table. Fails where axe finds something serious.

English is kept in docs/pictures; the other languages are for looking, in var/screenshots. Not part of the tests.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import re
import shutil
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.async_api import Page, async_playwright

from server.feedback.commands import EXAMPLE
from server.pages.language import languages
from tests.browser.calm import QUIET, calm, count
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.house import House
from tests.browser.test_accessible import AXE, SCHEMES
from tests.browser.tour import Tour, with_a_leader
from tests.chromium import find_chromium
from tests.letter_box import LetterBox

PARTS = ["plain", "leader", "door", "room", "scene", "seldom"]
KEPT, LOOKED_AT, CALM = Path("docs/pictures"), Path("var/screenshots"), Path("docs/calm.md")
WIDTHS = {360: 740, 768: 1024, 1440: 900}
"""Width and height of the window."""
LONGEST_PX = 1800
QUALITY, SCALE = 27, {360: 1, 768: 0.75, 1440: 0.6}
"""All of docs/pictures stays below 7 megabytes."""
DRAWN = """() => {
  scrollTo(0, 0);
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
CHECK = """async (asked) => {
  const { violations } = await axe.run(document, { runOnly: asked });
  return violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.map(({ target }) => String(target)) }));
}"""
Scheme = Literal["light", "dark"]


class Album:
    """Pictures of one language, and what axe found."""

    def __init__(self, folder: Path, language: str, *, every: bool) -> None:
        self.folder, self.language, self.every = folder, language, every
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.faces: dict[str, str] = {}
        """And the address of each."""
        self.found: list[tuple[str, Scheme, dict[str, Any]]] = []
        self.quiet: dict[str, list[int]] = {}

    async def look(self, page: Page, face: str, *widths: int) -> None:
        """`widths`: of the window, where the face is seen in no other."""
        print(f"{self.language} {face}", flush=True)
        self.faces[face] = re.sub(r"[0-9a-f]{16}", "…", urlsplit(page.url).path)
        if face in QUIET:
            self.quiet[face] = await count(page)
        before = page.viewport_size
        for width, height in WIDTHS.items():
            if width not in (widths or WIDTHS) or not (self.every or width != 768):
                continue
            await page.set_viewport_size({"width": width, "height": height})
            for scheme in SCHEMES:
                if self.every or scheme == "light":
                    await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                    await self._shoot(page, width, f"{face}-{width}-{scheme}")
            await self._not_wider(page, face, width)
        if before is not None:
            await page.set_viewport_size(before)
        await self._check(page, face)

    async def _shoot(self, page: Page, width: int, name: str) -> None:
        """All of the page from its top, in a window as high as it: what stays in sight hides nothing."""
        high = min(await page.evaluate("document.documentElement.scrollHeight"), LONGEST_PX)
        await page.set_viewport_size({"width": width, "height": high})
        await page.evaluate(DRAWN)
        chromium = await page.context.new_cdp_session(page)
        clip = {"x": 0, "y": 0, "width": width, "height": high, "scale": SCALE[width]}
        taken = await chromium.send(
            "Page.captureScreenshot", {"format": "webp", "quality": QUALITY, "clip": clip}
        )
        await chromium.detach()
        (self.folder / f"{name}.webp").write_bytes(base64.b64decode(taken["data"]))

    async def _not_wider(self, page: Page, face: str, width: int) -> None:
        wide = await page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            self.found.append(
                (face, "light", {"id": f"{wide} px wide at {width}", "impact": "serious", "where": []})
            )

    async def _check(self, page: Page, face: str) -> None:
        await page.evaluate(AXE.read_text())
        for scheme, asked in SCHEMES.items():
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            self.found += [(face, scheme, one) for one in await page.evaluate(CHECK, asked)]
        await page.emulate_media(color_scheme="light")


async def album(language: str, folder: Path, parts: list[str], *, every: bool) -> Album:
    made = Album(folder, language, every=every)
    async with async_playwright() as running, LetterBox() as box:
        browser = await running.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        with TemporaryDirectory(prefix="restarea-") as data:
            settings = box.settings | {"feedback_file": EXAMPLE, "organisation": "Landkreis Beispielstadt"}
            # By a name: a number has no passkeys.
            async with House(
                Path(data), "localhost", **{key: str(value) for key, value in settings.items()}
            ) as house:
                await with_a_leader(Path(data))
                tour = Tour(browser, house, box, language, made.look)
                for part in parts:
                    await getattr(tour, part)()
        await browser.close()
    return made


def table(albums: list[Album]) -> str:
    """Each page, and how much axe finds in each language and scheme."""
    columns = [(one, scheme) for one in albums for scheme in SCHEMES]
    counts = {(id(one), face, scheme): 0 for one in albums for face in one.faces for scheme in SCHEMES}
    counts = Counter(counts)
    for one in albums:
        counts.update((id(one), face, scheme) for face, scheme, _ in one.found)
    lines = [f"{'':24}" + "".join(f"{one.language + ' ' + scheme:>10}" for one, scheme in columns)]
    for face in albums[0].faces:
        row = "".join(f"{counts[id(one), face, scheme]:>10}" for one, scheme in columns)
        lines.append(f"{face:24}{row}")
    return "\n".join(lines)


def write(kept: Album) -> None:
    (KEPT / "README.md").write_text(index(kept.faces), encoding="utf-8")
    CALM.write_text(calm(kept.quiet), encoding="utf-8")


def index(faces: dict[str, str]) -> str:
    lines = [
        "# The pages, as pictures",
        "",
        "Made by `make pictures`, which also lets axe look at each page in every language. Each is 360, 768 and 1440",
        "px wide, in light and in dark; what differs from another by a sentence is 360 px wide alone. What the other",
        "languages look like it leaves in `var/screenshots`.",
    ]
    for face, address in faces.items():
        shown = [width for width in WIDTHS if (KEPT / f"{face}-{width}-light.webp").exists()]
        lines += ["", f"## {face.replace('-', ' ').capitalize()}", "", f"`{address}`", ""]
        lines += [
            " ".join(
                f'<img src="{face}-{width}-{scheme}.webp" width="{min(width, 480) // 2}" alt="{width} px, {scheme}">'
                for width in shown
                for scheme in SCHEMES
            )
        ]
    return "\n".join(lines) + "\n"


async def main() -> int:
    asked = argparse.ArgumentParser(prog="make pictures", description=__doc__)
    asked.add_argument("--only", nargs="*", default=PARTS, choices=PARTS, help="parts of the tour")
    asked.add_argument(
        "--languages", default=",".join(languages()), help="which, in this order (%(default)s)"
    )
    albums = []
    chosen = asked.parse_args()
    for language in chosen.languages.split(","):
        kept = language == "en" and chosen.only == PARTS
        albums.append(await album(language, KEPT if kept else LOOKED_AT / language, chosen.only, every=kept))
        if kept:
            write(albums[-1])
    print(table(albums))
    if albums[0].quiet:
        print(calm(albums[0].quiet))
    wrong = 0
    for one in albums:
        for face, scheme, found in one.found:
            wrong += found["impact"] in ("serious", "critical")
            print(
                f"{one.language} {face}, {scheme}: {found['impact']} {found['id']} {'; '.join(found['where'])[:200]}"
            )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
