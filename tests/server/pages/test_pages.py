"""The pages themselves: headers on every response, the boot object, languages, assets, plain refusals."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Awaitable, Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from facilitation.vocabulary import LEADING
from server.pages.assets import STATIC, Assets
from server.pages.language import LOCALES, for_browsers, languages, text
from server.pages.rendering import DESK, FOLDED, TEMPLATES

EVERYWHERE = [
    ("GET", "/", 200),
    ("GET", "/join", 200),
    ("GET", "/healthz", 200),
    ("GET", "/readyz", 200),
    ("GET", "/nothing", 404),
    ("POST", "/join", 405),
    ("GET", "/room", 303),
    ("GET", "/static/assets/join-1a.js", 200),
    ("GET", "/static/assets/none.js", 404),
    ("POST", "/api/enter", 400),
    ("GET", "/api/nothing", 404),
]


WAY_IN_MOST = 60_000
"""Bytes: three seconds at 160 kbit/s."""
RELAY = {"urls": "turns:turn.example.org:443?transport=tcp", "username": "1:2", "credential": "3"}


class Page(HTMLParser):
    """What a browser would run and load, and whether it finds the boot object where it is."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.boot = ""
        self._in_boot = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_boot = tag == "script" and ("id", "boot") in attrs

    def handle_data(self, data: str) -> None:
        if self._in_boot:
            self.boot += data

    def handle_endtag(self, tag: str) -> None:
        self._in_boot = False

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


async def page_of(site: Any, path: str, **headers: str) -> tuple[Any, Page]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with site.client.get(path, headers=named, allow_redirects=False) as answer:
        return answer, Page(await answer.text())


@pytest.mark.parametrize(("method", "path", "status"), EVERYWHERE)
async def test_every_response_says_how_it_may_be_used(site: Any, method: str, path: str, status: int) -> None:
    async with site.client.request(method, path, allow_redirects=False) as answer:
        assert answer.status == status
        headers = answer.headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=(self), microphone=(self)" in headers["Permissions-Policy"]
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["style-src"] == "'self'"
    assert policy["media-src"] == "'self' blob: mediastream:"
    assert policy["img-src"] == "'self' data:"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "*" not in headers["Content-Security-Policy"]
    assert "Server" not in headers
    assert "Strict-Transport-Security" not in headers  # over plain HTTP, on this computer
    kept = "/static/assets/join" in path
    assert headers["Cache-Control"] == ("public, max-age=31536000, immutable" if kept else "no-store")


async def test_scripts_run_by_a_nonce_of_this_one_response(site: Any) -> None:
    seen = set()
    for _ in range(2):
        answer, page = await page_of(site, "/join")
        (nonce,) = re.findall(
            r"script-src 'nonce-([\w-]{20,})'(?:;|$)", answer.headers["Content-Security-Policy"]
        )
        scripts = [script for script in page.named("script") if script.get("type") != "application/json"]
        assert [script["nonce"] for script in scripts] == [nonce]
        assert [script["src"] for script in scripts] == ["/static/assets/join-1a.js"]
        seen.add(nonce)
    assert len(seen) == 2


async def test_the_socket_may_be_reached_and_nothing_else(open_site: Callable[..., Awaitable[Any]]) -> None:
    site = await open_site()
    answer, _ = await page_of(site, "/join")
    host = f"127.0.0.1:{site.client.port}"
    assert f"connect-src 'self' ws://{host};" in answer.headers["Content-Security-Policy"]
    answer, _ = await page_of(site, "/join", Host="a; script-src *")
    assert "connect-src 'self';" in answer.headers["Content-Security-Policy"]
    assert "*" not in answer.headers["Content-Security-Policy"]
    site = await open_site(public_url="https://room.example")
    answer, _ = await page_of(site, "/join")
    assert "connect-src 'self' wss://room.example;" in answer.headers["Content-Security-Policy"]


async def test_the_way_in_boots_with_its_words_and_no_snapshot(site: Any) -> None:
    _, page = await page_of(site, "/join?lang=fr")
    noted = {"certificates": 1, "hours": 14, "feedback": False}
    assert json.loads(page.boot) == {
        "lang": "fr",
        "catalogue": for_browsers("fr"),
        "languages": {"en": "English", "de": "Deutsch"},
        "noted": noted,
    }
    assert {"id": "join"} in page.named("div")


async def test_the_room_boots_with_its_first_picture(site: Any) -> None:
    await site.come_in()
    site.house.shown = {"people": {"1": "</script><script>alert(1)</script><!-- \u2028 & é 👩‍⚕️"}}
    answer, page = await page_of(site, "/room")
    assert answer.status == 200
    boot = json.loads(page.boot)
    assert boot.pop("noted") and boot.pop("languages")
    assert boot == {"lang": "en", "catalogue": for_browsers("en"), "snapshot": site.house.shown, "slots": 12}
    assert "<" not in page.boot
    assert len(page.named("script")) == 2
    assert {"id": "room"} in page.named("div")


async def test_the_room_boots_with_a_relay_where_there_is_one(site: Any) -> None:
    await site.come_in()
    site.house.ways = [RELAY]
    _, page = await page_of(site, "/room")
    assert json.loads(page.boot)["relay"] == RELAY
    assert "relay" not in json.loads((await page_of(site, "/join"))[1].boot)


@pytest.mark.parametrize("role", ["member", "observer", "co_leader", "leader"])
async def test_a_page_loads_what_its_script_imports_and_all_its_styles_and_leaders_the_desk(
    site: Any, role: str
) -> None:
    """What is imported comes before what imports it: the desk's styles stand on those that all pages share. They have
    their place, and the desk waits for them: not the room."""
    await site.come_in(role)
    _, page = await page_of(site, "/room")
    links = [(link["rel"], link["href"]) for link in page.named("link") if link["rel"] != "icon"]
    leads = role in LEADING
    assert links == [
        ("stylesheet", "/static/assets/shared-5e.css"),
        ("stylesheet", "/static/assets/room-4d.css"),
        *([("preload", "/static/assets/desk-8b.css")] if leads else []),
        ("modulepreload", "/static/assets/shared-3c.js"),
        *([("modulepreload", "/static/assets/desk-7a.js")] if leads else []),
    ]
    assert [one["src"] for one in page.named("script") if "src" in one] == ["/static/assets/room-2b.js"]
    parts = {
        "desk": "/static/assets/desk-7a.js",
        "style": "/static/assets/desk-8b.css",
        "folded": "/static/assets/folded-9c.js",
    }
    assert json.loads(page.boot).get("parts") == (parts if leads else None)


def test_a_part_asks_for_nothing_that_its_page_has_not() -> None:
    """A part that did not come is asked for by another address; all that it stands on came with the page."""
    manifest = json.loads((STATIC / "manifest.json").read_text("utf-8"))
    assets = Assets(STATIC)
    for part in (DESK, FOLDED):
        wanted = {assets.address(one) for one in manifest[part]["imports"]}
        for page in ("room", "second"):
            entry = assets.entry(f"src/{page}/main.tsx")
            assert entry is not None and wanted <= {entry.script, *entry.imports}, (part, page)
    assert "css" not in manifest[FOLDED], "nothing would load it"
    assert len(manifest[DESK]["css"]) == 1, "the page tells of one"
    assert DESK not in manifest["src/room/main.tsx"]["imports"]


async def test_nothing_is_loaded_from_elsewhere_and_nothing_is_inline(site: Any) -> None:
    await site.come_in()
    for path in ("/", "/join", "/room", "/nothing"):
        _, page = await page_of(site, path)
        for tag, attributes in page.tags:
            address = attributes.get("src") or attributes.get("href") or "/"
            assert address.startswith(("/", "?lang=")), (path, tag, address)
            assert not address.startswith("//")
            assert not {name for name in attributes if name.startswith("on") or name == "style"}
            assert tag != "style"
        for link in page.named("link") + page.named("img"):
            async with site.client.get(link.get("href") or link.get("src")) as answer:
                assert answer.status == 200


@pytest.mark.parametrize("language", languages())
async def test_the_way_in_is_small(open_site: Callable[..., Awaitable[Any]], language: str) -> None:
    """The page with its words, scripts, styles and icon, as they travel before the room is entered."""
    site = await open_site(STATIC)
    _, page = await page_of(site, f"/join?lang={language}")
    loaded = {"/join": 0} | {
        str(one.get("href") or one.get("src")): 0
        for one in page.named("link") + page.named("script")
        if one.keys() & {"href", "src"}
    }
    assert len(loaded) >= 4, "a script, what it imports, a style"
    for path in loaded:
        async with site.client.get(
            path, headers={"Accept-Encoding": "gzip"}, auto_decompress=False
        ) as answer:
            loaded[path] = len(await answer.read())
    assert sum(loaded.values()) < WAY_IN_MOST, loaded


# --- the room's door ------------------------------------------------------------------------------------


async def test_without_a_seat_the_room_sends_to_the_way_in(site: Any) -> None:
    answer, _ = await page_of(site, "/room")
    assert (answer.status, answer.headers["Location"]) == (303, "/join")
    await site.post("/api/enter", {"token": await site.link()})
    answer, _ = await page_of(site, "/room")
    assert (answer.status, answer.headers["Location"]) == (303, "/join")


async def test_a_session_that_is_over_has_a_plain_page(site: Any) -> None:
    await site.come_in()
    site.house.shown = None
    async with site.client.get("/room") as answer:
        assert answer.status == 410
        assert "This session has ended" in await answer.text()


async def test_a_server_that_goes_down_asks_for_a_moment(site: Any) -> None:
    await site.come_in()
    site.house.draining = True
    answer, page = await page_of(site, "/room")
    assert answer.status == 503
    assert {"http-equiv": "refresh", "content": "5"} in page.named("meta")


async def test_pages_that_were_not_built_are_said_to_be_missing(
    open_site: Callable[..., Awaitable[Any]], tmp_path: Path
) -> None:
    site = await open_site(tmp_path / "nothing")
    answer, _ = await page_of(site, "/join")
    assert answer.status == 503
    async with site.client.get("/readyz") as ready:
        assert (ready.status, await ready.text()) == (
            503, "the pages are not built: run `make client`, or install a release\n",
        )  # fmt: skip


async def test_ready_says_why_not(site: Any) -> None:
    site.house.reason = "the server is going down"
    async with site.client.get("/readyz") as answer:
        assert (answer.status, await answer.text()) == (503, "the server is going down\n")
    async with site.client.get("/healthz") as answer:
        assert (answer.status, await answer.text()) == (200, "ok\n")


# --- assets ---------------------------------------------------------------------------------------------


async def test_assets_travel_compressed_where_the_browser_can(site: Any, static: Path) -> None:
    plain = (static / "assets" / "room-2b.js").read_bytes()
    client = site.client.session
    address = site.client.make_url("/static/assets/room-2b.js")
    async with client.get(address, headers={"Accept-Encoding": "gzip"}, auto_decompress=False) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(await answer.read()) == plain
        assert answer.content_type == "text/javascript"
    async with client.get(address, headers={"Accept-Encoding": "identity"}) as answer:
        assert "Content-Encoding" not in answer.headers
        assert await answer.read() == plain


@pytest.mark.parametrize(
    "path", ["manifest.json", "../conftest.py", "assets/../manifest.json", "%2e%2e/x", "x\0"]
)
async def test_only_what_was_built_for_browsers_is_served(site: Any, path: str) -> None:
    async with site.client.get("/static/" + path) as answer:
        assert answer.status == 404


# --- languages ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "cookie", "accept", "expected"),
    [
        ("", "", "", "en"),
        ("", "", "fr", "fr"),
        ("", "", "fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("", "", "it, en;q=0.4, fr;q=0.7", "fr"),
        ("", "", "de-AT, en;q=0.4, fr;q=0.7", "de"),
        ("", "", "fr;q=0, en;q=0.1", "en"),
        ("", "", "it", "en"),
        ("", "", ",;q=;;,fr;q=x,*", "en"),
        ("", "", "fr," * 1000, "fr"),
        ("", "fr", "en", "fr"),
        ("", "../../etc/passwd", "fr", "fr"),
        ("?lang=fr", "en", "en", "fr"),
        ("?lang=xx", "fr", "en", "fr"),
        ("?lang=../en", "", "", "en"),
    ],
)
async def test_the_language_is_the_asked_the_chosen_or_the_browsers(
    site: Any, query: str, cookie: str, accept: str, expected: str
) -> None:
    headers = {"Accept-Language": accept} | ({"Cookie": f"lang={cookie}"} if cookie else {})
    async with site.client.get("/" + query, headers=headers) as answer:
        assert f'<html lang="{expected}">' in await answer.text()
        assert answer.headers["Content-Language"] == expected
        kept = answer.cookies.get("lang")
    assert (kept.value if kept else None) == ("fr" if query == "?lang=fr" else None)


PLAIN = ("front", "refused", "missing", "broken", "ended", "soon", "unbuilt")


def words_of(template: str) -> set[str]:
    found = set(re.findall(r't(?:_in\(language, |\()["\'](page-[a-z-]+)["\']', template))
    if 'page ~ "-title"' in template:
        found |= {f"page-{page}-title" for page in (*PLAIN, "join", "room")}
    if 'page ~ "-text"' in template:
        found |= {f"page-{page}-text" for page in PLAIN}
    return found


@pytest.mark.parametrize("language", languages())
def test_every_word_of_the_templates_is_in_every_language(language: str) -> None:
    wanted = set().union(*(words_of(path.read_text()) for path in TEMPLATES.glob("*.html")))
    assert len(wanted) > 15
    parsed = FluentParser().parse((LOCALES / f"{language}.ftl").read_text("utf-8"))
    known = {entry.id.name for entry in parsed.body if isinstance(entry, Message)}
    assert wanted - known == set()
    assert all(text(language, word) != word for word in wanted)


def test_a_word_that_is_nowhere_shows_its_name_and_breaks_nothing() -> None:
    assert text("fr", "page-that-nobody-wrote") == "page-that-nobody-wrote"
