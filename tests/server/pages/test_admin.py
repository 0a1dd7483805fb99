"""The operator's page: numbers, leaders, nobody else's name; and nothing at all for whoever does not run the server."""

from __future__ import annotations

import re
import threading
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import pytest

from server.at_work import AtWork
from server.by_locale import size
from server.doctor import Finding, Level, found
from server.doctor.findings import Bytes
from server.pages import admin
from server.pages.language import languages, text
from server.pages.said import COOKIE, OURS_ALONE
from server.store import Leader, Listed
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.conftest import NOW, SESSION, Site
from tests.server.pages.test_groups import HOSTILE, come, see, send
from tests.server.store.test_attendance import held

UNSENT = 'new Set([document.getElementById("add")])'
SAID = OURS_ALONE + COOKIE
ROSTER = (Listed("leader", "Anna", "anna@example.org"), Listed("member", "Carla", "carla@example.org"))


async def runs(site: Site) -> Leader:
    """Anna runs the server, and has signed in."""
    anna = await come(site)
    await site.house.store.leaders.entrust(anna.leader, operator=True)
    return anna


@pytest.fixture
async def at(open_site: Callable[..., Awaitable[Site]], box: LetterBox, tmp_path: Path) -> Site:
    site = await open_site(
        **box.settings, data_dir=tmp_path, records_months=12, public_url="https://room.example"
    )
    await runs(site)
    return site


async def invite(site: Site, address: str, name: str = "") -> str:
    """The page that the operator reads then."""
    status, to = await send(site, "/admin/leaders", {"address": address, "name": name})
    assert (status, to.startswith("/admin?")) == (303, True), to
    return (await see(site, to))[1]


async def test_whoever_does_not_run_the_server_finds_no_such_page(site: Site) -> None:
    other = await site.house.store.leaders.add("bela@example.org", "Bela")
    paths = ("/admin", f"/admin/leaders/{other.leader}")
    site.forget()
    for path in paths:
        async with site.client.get(path, allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/sign-in")
    anna = await come(site)
    assert not anna.operator
    for path in paths:
        assert (await see(site, path))[0] == 404
    for path in ("/admin/leaders", paths[1]):
        assert (await send(site, path, {"address": "dan@example.org"}))[0] == 404
    assert "/admin" not in (await see(site, "/groups"))[1]
    assert len(await site.house.store.leaders.listed()) == 2


async def test_it_says_in_numbers_what_is_there_and_names_no_member(at: Site) -> None:
    store = at.house.store
    group = await store.add_group("Tuesdays", "classic", ROSTER)
    await store.meetings.plan(group, NOW + 60)
    await store.meetings.plan(group, NOW - 60)
    await store.append(SESSION, await store.acquire(SESSION), 0, [b"one", b"two"], 1, None)
    await store.add_speech(SESSION, [(1, 2, 3)])
    for session, month in (("a", "2026-03"), ("b", "2026-02")):
        await store.create_session(session, "form", 1.0, 0.0)
        await store.end_session(session, (), b"{}", 1.0, month=month)
    await store.release_records(1.0)
    at.house.working = AtWork(
        2, 9, {"up": 7, "connecting": 1, "down": 1}, {"good": 6, "weak": 1, "very_weak": 0}, "C", 2, 1
    )
    status, page = await see(at, "/admin")
    said = [
        "Meetings that go on</th><td>2<", "Seats taken in them</th><td>9<", "7 connected, 1 connecting, 1 interrupted",
        "6 good, 1 weak, 0 very weak", "in C: 2; replaced since the start: 1", "Groups</th><td>1<",
        "Meetings that are planned</th><td>1<", "at their end</th><td>3<", "Records that were released</th><td>2<",
        "its own month and 12 more. The next go when February 2027 is over.", "has not destroyed any so far",
        "certificate of attendance is kept for its own month and one more.", "list for its own month and 14 more.",
        "No questions are asked after meetings.",
        "comes from groups@restarea.example", "Restarea 0.1.0, protocol 1", "signed in last in January 1970, runs this",
    ]  # fmt: skip
    assert (status, [one for one in said if one not in page]) == (200, [])
    await store.released.expire("2026-03", "2026-11-29")
    assert "last destroyed some on 29 November 2026." in (await see(at, "/admin"))[1]
    for name in ("Carla", "carla@", "Tuesdays"):
        assert name not in page
    page = (await see(at, "/groups"))[1]
    assert 'href="/admin"' in page and page.count("<nav>") == 1, "landmarks without a name are one of a kind"
    for language in languages():
        assert text(language, "admin-storage") in (await see(at, f"/admin?lang={language}"))[1]


async def test_a_leader_is_invited_by_mail_and_told_where_one_signs_in(at: Site, box: LetterBox) -> None:
    page = await invite(at, " Bela@example.org ", "Bela")
    assert "Bela@example.org may sign in now, and has been told by mail." in page
    (letter,) = box.letters
    assert letter["To"] == "Bela@example.org" and "https://room.example/sign-in" in plain_of(letter)
    page = await invite(at, "BELA@example.org", "Bela")
    assert "Bela@example.org may sign in already." in page and len(box.letters) == 1, "a second press"
    box.refuses["dan@example.org"] = "550 no such user"
    page = await invite(at, "dan@example.org")
    assert "the mail was not delivered. Tell them where: https://room.example/sign-in" in page
    assert [one.address for one in await at.house.store.leaders.listed()] == [
        "Bela@example.org", "anna@example.org", "dan@example.org",
    ]  # fmt: skip


async def test_without_mail_the_operator_tells_them(site: Site) -> None:
    await runs(site)
    page = await invite(site, "dan@example.org")
    assert "No mail is set up here, so tell them where" in page
    page = (await see(site, "/admin"))[1]
    assert "None is set up: nobody is invited by mail" in page and "until somebody destroys them" in page


async def test_what_is_no_address_or_no_name_stays_as_it_was_typed_and_lets_nobody_in(at: Site) -> None:
    for raw in HOSTILE.values():
        status, page = await send(at, "/admin/leaders", {"address": raw, "name": "Bela"})
        assert status == 400 and 'role="alert"' in page and "<script>alert" not in page
    status, page = await send(at, "/admin/leaders", {"address": "bela@example.org", "name": "x" * 200})
    assert status == 400 and "x" * 200 in page and UNSENT in page
    (french,) = re.findall(r'formaction="(/admin/leaders\?lang=fr)"', page)
    put_right = {"address": "bela@example.org", "name": "Bela", "look": "1"}
    status, page = await send(at, french, put_right)
    assert status == 200 and 'value="Bela"' in page and '<html lang="fr">' in page, (
        "a language invites nobody"
    )
    assert UNSENT in page, "what has not been sent off is not left behind unasked"
    assert len(await at.house.store.leaders.listed()) == 1


def said(site: Site) -> list[str]:
    return [one.value for one in site.client.session.cookie_jar if one.key == SAID]


async def test_access_is_taken_away_when_one_has_been_asked_and_never_ones_own(at: Site) -> None:
    store = at.house.store
    bela = await store.leaders.add("bela@example.org", "Bela")
    await store.leaders.may_sign_in(bela.leader, "bela", NOW, NOW + 60)
    cookie = await store.leaders.sign_in("bela", NOW, NOW + 60)
    path = f"/admin/leaders/{bela.leader}"
    assert "they have led" not in (await see(at, path))[1]
    await held(store)
    group = await store.add_group("Mondays", "classic", ROSTER, owner=bela.leader)
    status, page = await see(at, path)
    assert "is destroyed at once, with one meeting." in page
    assert status == 200 and "bela@example.org" in page and "The groups stay" in page
    assert len(await store.leaders.listed()) == 2, "looking takes nothing away"
    assert await send(at, path, {}) == (303, "/admin")
    assert said(at) == ["away.0"]
    at.client.session.cookie_jar.clear(lambda one: one.key == SAID)
    assert cookie and await store.leaders.by_cookie(cookie, NOW) is None
    assert await store.group(group) is not None
    assert (await see(at, path))[0] == 404, "gone already"
    assert await send(at, path, {}) == (303, "/admin"), "a second press"
    assert said(at) == [], "which has done nothing"
    (anna,) = await store.leaders.listed()
    for status, _ in (
        await see(at, f"/admin/leaders/{anna.leader}"),
        await send(at, f"/admin/leaders/{anna.leader}", {}),
    ):
        assert status == 404


async def test_the_doctor_looks_in_a_thread_once_a_minute_and_is_not_waited_for_long(
    at: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(admin, "WAITS_S", 0.01)
    free, looks = threading.Event(), 0

    def look() -> Sequence[Finding]:
        nonlocal looks
        looks += 1
        free.wait(5)
        if looks > 1:
            raise OSError
        full = found(
            Level.PROBLEM, "disk", "disk-full", "disk-full", free=Bytes(3_100_000), folder="/var/<x>"
        )
        return [full, found(Level.FINE, "pages", "pages-built")]

    checkup = at.client.app[admin.CHECKUP]  # type: ignore[index]
    monkeypatch.setattr(checkup, "_look", look)
    assert "It is still looking" in (await see(at, "/admin"))[1]
    free.set()
    monkeypatch.setattr(admin, "WAITS_S", 5.0)
    page = (await see(at, "/admin"))[1]
    said = "Only 3.1\u00a0MB are free in /var/&lt;x&gt;: sessions could not be kept. Make room."
    assert "to be mended" in page and said in page and "In order: pages" in page
    page = (await see(at, "/admin?lang=de"))[1]
    assert "Nur 3,1\u00a0MB sind in /var/&lt;x&gt; frei" in page and "In Ordnung: Seiten" in page
    page = (await see(at, "/admin?lang=fr"))[1]
    assert f"Il ne reste que {size(3_100_000, 'fr')} dans" in page and "Faites de la place." in page
    assert looks == 1
    at.steady += 61
    assert await checkup.findings() == () and looks == 2, "a doctor who fails finds nothing"
