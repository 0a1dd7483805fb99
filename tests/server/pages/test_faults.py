"""What goes wrong is said in every language, with what to do next, and by the page where it happens. What the client
shows is in client/src/faults.test.tsx."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from html import unescape
from pathlib import Path

import pytest

from server.pages import sign_in
from server.pages.language import catalogue, languages
from tests.letter_box import LetterBox
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import come, fresh, made, see, send
from tests.server.pages.test_meetings import planned, press
from tests.server.pages.test_record import nobody_ended
from tools.faults import Fault, faults, written

Ask = Callable[[], Awaitable[tuple[int, str]]]
NEXT = {
    "en": r"(?:^|[.:;,] |\b(?:or|then|please|by|and) )"
    r"(?:open|ask|copy|try|wait|tell|reach|choose|allow|plug|close|correct|press|send|give|tick|write|leave|see|have|turn|"
    r"move|reload|continue|saving|switch|end the)\b|by itself|will (?:send|get)|have date and time",
    "fr": r"(?<!vous )\b(?!avez|pouvez|chez)\w+ez\b|\bfaites\b|d’elle-même|vous enverra|recevrez|L’enregistrer le met",
    "de": r"\b(?!haben|werden|können)\w+n Sie\b|von selbst|schickt Ihnen|bekommen Sie|Wenn Sie speichern",
}
"""How a next step is asked for, or said to come by itself."""
FLAGS = re.IGNORECASE | re.MULTILINE


def test_they_are_many_and_their_page_is_as_they_are() -> None:
    assert len(faults()) >= 25
    assert len({(fault.at, fault.code) for fault in faults()}) == len(faults())
    assert Path("docs/faults.md").read_text(encoding="utf-8") == written(), "run `make docs`"


@pytest.mark.parametrize("language", languages())
def test_each_is_in_the_catalogue_and_says_what_to_do_next(language: str) -> None:
    for fault in faults():
        for message in fault.see:
            assert re.search(rf"^{message} =", catalogue(language), re.MULTILINE), message
    silent = [
        fault.code
        for fault in faults()
        if not re.search(NEXT[language], "\n".join(fault.seen(language)), FLAGS)
    ]
    assert silent == []


# --- how each comes about: what prepares it, and gives what asks for the page ---


async def missing(site: Site, box: LetterBox) -> Ask:
    return lambda: see(site, "/nowhere")


async def no_script(site: Site, box: LetterBox) -> Ask:
    return lambda: see(site, "/join")


async def broken(site: Site, box: LetterBox) -> Ask:
    await site.come_in()
    site.house.shown = object()
    return lambda: see(site, "/room")


async def unended(site: Site, box: LetterBox) -> Ask:
    await nobody_ended(site)
    return lambda: see(site, "/record")


async def soon(site: Site, box: LetterBox) -> Ask:
    await site.come_in()
    site.house.draining = True
    return lambda: see(site, "/room")


async def sign_in_over(site: Site, box: LetterBox) -> Ask:
    return lambda: send(site, "/sign-in/open", {"token": "an old one"})


async def no_address(site: Site, box: LetterBox) -> Ask:
    return lambda: send(site, "/sign-in", {"address": "anna"})


async def sign_in_too_fast(site: Site, box: LetterBox) -> Ask:
    for _ in range(int(sign_in.BURST)):
        await send(site, "/sign-in", {"address": "anna@example.org"})
    return lambda: send(site, "/sign-in", {"address": "anna@example.org"})


async def two_leaders(site: Site, box: LetterBox) -> Ask:
    await come(site)
    path = f"/groups/{(await made(site)).group}"
    mine = await fresh(site, path, name="Wednesdays")
    await send(site, path, await fresh(site, path, name="Thursdays"))
    return lambda: send(site, path, mine)


async def group_name(site: Site, box: LetterBox) -> Ask:
    await come(site)
    form = await fresh(site, name="x" * 200)
    return lambda: send(site, "/groups/new", form)


async def group_taken(site: Site, box: LetterBox) -> Ask:
    await come(site)
    await made(site)
    form = await fresh(site, name="Tuesdays", time_zone="Europe/Paris")
    return lambda: send(site, "/groups/new", form)


async def past(site: Site, box: LetterBox) -> Ask:
    await come(site)
    group = await made(site)
    _, to = await send(site, f"/groups/{group.group}/meetings", {"day": "1960-01-01", "at": "19:30"})
    return lambda: see(site, to)


async def not_delivered(site: Site, box: LetterBox, answer: str) -> Ask:
    await come(site)
    _, path = await planned(site)
    box.refuses = {"carla@example.org": answer}
    await press(site, f"{path}/invite")
    return lambda: see(site, path)


async def bounced(site: Site, box: LetterBox) -> Ask:
    return await not_delivered(site, box, "550 no such user")


async def came_back(site: Site, box: LetterBox) -> Ask:
    await come(site)
    group, path = await planned(site)
    returned = site.house.store.returned
    assert await returned.note(await returned.word_for(group.group, group.members[1]), "unknown")
    return lambda: see(site, path)


async def mail_later(site: Site, box: LetterBox) -> Ask:
    return await not_delivered(site, box, "451 later")


HOW = (
    missing, no_script, broken, unended, soon, sign_in_over, no_address, sign_in_too_fast, two_leaders, group_name,
    group_taken, past, bounced, came_back, mail_later,
)  # fmt: skip


@pytest.mark.parametrize("how", HOW, ids=lambda how: how.__name__)
async def test_the_page_says_it(
    open_site: Callable[..., Awaitable[Site]],
    box: LetterBox,
    how: Callable[[Site, LetterBox], Awaitable[Ask]],
) -> None:
    site = await open_site(**box.settings)
    ask = await how(site, box)
    (fault,) = [one for one in of_pages() if one.code == how.__name__]
    for language in languages():
        site.client.session.cookie_jar.update_cookies({"lang": language})
        _, page = await ask()
        for told in fault.seen(language):
            assert told in unescape(page), language


def of_pages() -> list[Fault]:
    return [fault for fault in faults() if fault.at in ("page", "form")]


def test_each_of_the_servers_pages_is_made_to_happen() -> None:
    assert {fault.code for fault in of_pages()} == {how.__name__ for how in HOW}
