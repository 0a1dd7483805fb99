"""A page is the same in every language but for its words: what axe does not find on the English one (tests/browser) is
not on the others either. `make pictures` lets axe look at all of them."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import zip_longest

import pytest

from server.pages.language import languages
from tests.letter_box import LetterBox
from tests.server.pages.conftest import SESSION, Site
from tests.server.pages.test_certificate import one, over
from tests.server.pages.test_groups import come, see, send
from tests.server.pages.test_meetings import mailed, planned, press
from tests.server.pages.test_record import RECORD, WAITS_S
from tests.server.pages.test_records import SEATS, TEXTS, keep

__all__ = ["mailed"]

WORDED = {
    "alt",
    "aria-label",
    "content",
    "formaction",
    "href",
    "hreflang",
    "lang",
    "nonce",
    "data-making",
    "data-says",
    "placeholder",
    "title",
    "value",
}
"""Attributes that hold words, or what a language chooses."""
NAMED = {"a", "button", "h1", "h2", "h3", "label", "legend", "option", "summary", "th", "title"}
VOID = {"input", "meta", "link", "br", "img", "hr"}


class Skeleton(HTMLParser):
    """Of the elements: their names, their attributes, and whether there are words where there must be some. Of a
    drawing that there is one: what has room in it each language decides, and drawings have tests of their own."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.bones: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.language = ""
        self.wordless: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.language = dict(attrs).get("lang") or "" if tag == "html" else self.language
        if tag == "svg":
            self.bones.append((tag, ()))
        elif not any(opened == "svg" for opened, _ in self._open):
            kept = ((name, None if name in WORDED else value) for name, value in attrs if name != "selected")
            self.bones.append((tag, tuple(kept)))
        self.wordless += [
            f"{tag} {name}" for name, value in attrs if name in ("aria-label", "alt") and not value
        ]
        if tag not in VOID:
            self._open.append((tag, bool(dict(attrs).get("aria-label"))))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._open = [(tag, True) for tag, _ in self._open]

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            opened, worded = self._open.pop()
            if opened == tag:
                self.wordless += [tag] if tag in NAMED and not worded else []
                return


async def alike(site: Site, *paths: str, status: int = 200) -> None:
    for path in paths:
        found = {}
        await see(site, path)  # what the last press has done is said once
        for language in languages():
            answered, page = await see(site, f"{path}{'&' if '?' in path else '?'}lang={language}")
            assert answered == status, path
            found[language] = Skeleton(page)
            assert found[language].language == language, path
        for language, skeleton in found.items():
            assert skeleton.wordless == found["en"].wordless, (path, language)
            differs = [pair for pair in zip_longest(skeleton.bones, found["en"].bones) if pair[0] != pair[1]]
            assert differs == [], (path, language)


async def test_the_pages_of_a_leader_are_alike_in_every_language(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    of_it = f"/groups/{group.group}"
    pages = (
        "/groups",
        "/groups/new",
        of_it,
        f"{of_it}/series?count=3",
        f"{of_it}/remove",
        f"{of_it}/links",
        path,
    )
    await alike(mailed, *pages, "/hours", "/hours/forget", "/records", "/records/mine", "/passkeys")
    kept = await keep(mailed, group, SEATS, TEXTS["2026-12"])
    await alike(mailed, "/records", *(f"/records/{record}" for record in kept))
    mailed.forget()
    await alike(mailed, "/", "/sign-in", "/sign-in/sent", "/sign-in/open", "/mine", "/shared", "/desk/open")
    await alike(mailed, "/nowhere", status=404)


async def test_the_pages_of_whoever_was_there_are_alike_in_every_language(site: Site) -> None:
    await alike(site, "/certificate", "/record", "/feedback", status=404)
    await site.come_in()
    await over(site)
    await alike(site, await one(site), "/certificate/verify")


@pytest.mark.parametrize("asks", [False, True], ids=["aggregate", "seat timeline"])
async def test_the_pages_that_ask_for_consent_are_alike_in_every_language(site: Site, asks: bool) -> None:
    """Of a leader, who may also keep the record among their own."""
    await come(site)
    seat = await site.come_in("leader")
    await alike(site, "/record", status=404)
    kept = (SEATS, WAITS_S, [seat], RECORD) if asks else (RECORD, WAITS_S, [seat])
    await site.house.store.end_session(SESSION, (), *kept)
    site.house.shown = None
    await alike(site, "/record")
    await alike(site, "/room", status=410)
    for path, answer in (("/record/agree", "agrees"), ("/record/keep", "keeps")):
        assert (await send(site, path, {answer: "yes"}))[0] == 303
    await alike(site, "/record")
    await alike(site, "/room", status=410)
