"""A leader signs in with a passkey; whatever is not quite theirs, not here or not now lets nobody in."""

from __future__ import annotations

import base64
import dataclasses
from collections.abc import Awaitable, Callable
from html import unescape
from typing import Any

import pytest

from server.pages import allowance
from server.pages.challenges import EACH_MOST, OUT_MOST, Challenges
from server.pages.language import languages
from server.pages.leader import COOKIE
from server.pages.passkeys import CHALLENGED, ENTER, TO_ENTER
from server.passkeys import ANSWERED_IN_S, Place, place_of
from server.store import Leader
from server.store.passkeys import MOST
from tests.server.authenticator import PRESENT, Authenticator, content, text
from tests.server.pages.conftest import NOW, Site
from tests.server.pages.test_sign_in import FORM, send
from tools.faults import faults

HERE = "http://localhost:8080"
ANNA, BELA = "anna@example.org", "bela@example.org"
Json = dict[str, Any]


def device() -> Authenticator:
    return Authenticator(HERE, "localhost")


@pytest.fixture
async def here(open_site: Callable[..., Awaitable[Site]]) -> Site:
    """Anna and Bela may sign in; nobody has."""
    site = await open_site(public_url=HERE)
    for address in (ANNA, BELA):
        await site.house.store.leaders.add(address, "")
    return site


async def leader(site: Site, address: str = ANNA) -> Leader:
    found = await site.house.store.leaders.by_address(address)
    assert found is not None
    return found


async def by_mail(site: Site, address: str = ANNA) -> str:
    """This browser is signed in; its cookie."""
    site.forget()
    leaders = site.house.store.leaders
    await leaders.may_sign_in((await leader(site, address)).leader, "token", NOW, NOW + 60)
    cookie = await leaders.sign_in("token", NOW, NOW + 60)
    assert cookie is not None
    site.client.session.cookie_jar.update_cookies({COOKIE: cookie})
    return cookie


async def options(site: Site, what: str) -> Json:
    status, answer = await site.post(f"/api/passkeys/{what}", {}, **FORM)
    assert status == 200, answer
    return answer


async def told(site: Site, what: str, credential: Json) -> str:
    """The code by which it is refused; "" where it is not."""
    status, answer = await site.post(f"/api/passkeys/{what}", {"credential": credential}, **FORM)
    assert (status == 200) == ("code" not in answer)
    return str(answer.get("code", ""))


async def added(site: Site, one: Authenticator | None = None, address: str = ANNA) -> Authenticator:
    """A passkey; the browser is another one afterwards."""
    one = one or device()
    await by_mail(site, address)
    assert await told(site, "keep", one.make(await options(site, "new"))) == ""
    site.forget()
    return one


async def entered(site: Site, one: Authenticator) -> str:
    return await told(site, "enter", one.show(await options(site, "ask")))


async def who(site: Site) -> str:
    async with site.client.get("/groups", allow_redirects=False) as answer:
        page = await answer.text()
    return next((address for address in (ANNA, BELA) if address in page), "")


async def test_a_leader_adds_a_passkey_and_signs_in_with_it(here: Site) -> None:
    await by_mail(here)
    asked = await options(here, "new")
    assert asked["rp"] == {"id": "localhost", "name": "Restarea"} and asked["attestation"] == "none"
    chosen = asked["authenticatorSelection"]
    assert (chosen["residentKey"], chosen["userVerification"]) == ("required", "required")
    assert (asked["user"]["name"], asked["excludeCredentials"]) == (ANNA, [])
    one = device()
    assert await told(here, "keep", one.make(asked)) == ""
    again = await options(here, "new")
    assert again["excludeCredentials"] == [{"id": text(one.credential), "type": "public-key"}]
    assert again["user"]["id"] == asked["user"]["id"], "a device makes a second one in place of the first"
    async with here.client.get("/passkeys") as answer:
        page = await answer.text()
    assert "Passkey 1" in page and "January 1970" in page and "passkeys-6f.js" in page
    assert ANNA not in page and text(one.credential) not in page
    here.forget()
    assert await who(here) == ""
    for _ in range(2):
        assert await entered(here, one) == "" and await who(here) == ANNA
        here.forget()
    seen = (await leader(here)).seen
    assert seen == "1970-01", "as by mail"


async def test_whose_passkey_it_is_decides_who_is_in(here: Site) -> None:
    annas, belas = await added(here), await added(here, address=BELA)
    assert await entered(here, belas) == "" and await who(here) == BELA
    here.forget()
    belas.owner = annas.owner
    assert await entered(here, belas) == "passkey_refused" and await who(here) == ""
    belas.owner, belas.credential = annas.owner, annas.credential
    assert await entered(here, belas) == "passkey_refused" and await who(here) == ""


@pytest.mark.parametrize(
    "changed",
    [
        {"origin": "https://localhost:8080"},
        {"origin": "http://localhost:8081"},
        {"origin": "https://evil.example"},
        {"place": "evil.example"},
        {"flags": PRESENT},
        {"flags": 0},
    ],
    ids=str,
)
async def test_another_place_or_an_unlocked_device_proves_nothing(here: Site, changed: Json) -> None:
    one = await added(here)
    assert await entered(here, dataclasses.replace(one, **changed)) == "passkey_refused"
    assert await who(here) == ""
    await by_mail(here)
    other = dataclasses.replace(device(), **changed)
    assert await told(here, "keep", other.make(await options(here, "new"))) == "passkey_refused"
    assert len(await here.house.store.passkeys.of((await leader(here)).leader)) == 1


async def test_a_challenge_is_for_one_answer_one_browser_one_purpose_and_five_minutes(here: Site) -> None:
    one = await added(here)
    answer = one.show(await options(here, "ask"))
    (cookie,) = (one.value for one in here.client.session.cookie_jar if one.key == CHALLENGED)
    assert await told(here, "enter", answer) == ""
    here.forget()
    assert await told(here, "enter", answer) == "passkey_over", "another browser has it"
    here.client.session.cookie_jar.update_cookies({CHALLENGED: cookie})
    assert await told(here, "enter", answer) == "passkey_over", "it has been used"
    await options(here, "ask")
    assert await told(here, "enter", answer) == "passkey_refused", "and it is of an earlier challenge"
    assert await entered(here, one) == ""
    answer = one.show(await options(here, "ask"))
    here.steady += ANSWERED_IN_S
    assert await told(here, "enter", answer) == "passkey_over"
    await by_mail(here)
    made = device().make(await options(here, "new"))
    assert await told(here, "enter", one.show(await options(here, "ask"))) == ""
    assert await told(here, "keep", made) == "passkey_over", "the cookie is gone with the answer"
    await by_mail(here)
    to_add = await options(here, "new")
    assert await told(here, "enter", one.show(to_add)) == "passkey_over", "that was to add one"


async def test_another_leaders_challenge_adds_nothing(here: Site) -> None:
    await by_mail(here)
    made = device().make(await options(here, "new"))
    belas = await here.house.store.leaders.by_address(BELA)
    assert belas is not None
    await here.house.store.leaders.may_sign_in(belas.leader, "other", NOW, NOW + 60)
    cookie = await here.house.store.leaders.sign_in("other", NOW, NOW + 60)
    here.client.session.cookie_jar.update_cookies({COOKIE: cookie or ""})
    assert await told(here, "keep", made) == "passkey_over"


async def test_a_count_that_goes_back_is_refused_and_one_that_never_counts_is_not(here: Site) -> None:
    one = await added(here)
    one.count = 7
    assert await entered(here, one) == ""
    here.forget()
    for count in (7, 2):
        one.count = count - 1
        assert await entered(here, one) == "passkey_refused" and await who(here) == ""
    one.count = 8
    assert await entered(here, one) == ""
    plain = await added(here, Authenticator(HERE, "localhost", counts=False), BELA)
    for _ in range(2):
        assert await entered(here, plain) == "" and await who(here) == BELA
    known = await here.house.store.passkeys.by_credential(one.credential)
    assert known is not None
    assert await here.house.store.passkeys.sign_in(known, 20, NOW, NOW + 60)
    assert await here.house.store.passkeys.sign_in(known, 21, NOW, NOW + 60) is None, "two at the same moment"


async def test_a_passkey_that_is_removed_opens_nothing_and_signs_out_everywhere_else(here: Site) -> None:
    one = await added(here)
    assert await entered(here, one) == ""
    (kept,) = await here.house.store.passkeys.of((await leader(here)).leader)
    here.forget()
    lost = await by_mail(here)
    await by_mail(here, BELA)
    assert (await send(here, "/passkeys/remove", passkey=kept.passkey))[:2] == (303, "/passkeys")
    assert not here.client.session.cookie_jar.filter_cookies(here.client.make_url("/")).get("restarea_said")
    assert len(await here.house.store.passkeys.of(kept.leader)) == 1, "it is not Bela's to remove"
    await by_mail(here)
    assert (await send(here, "/passkeys/remove", passkey=kept.passkey))[:2] == (303, "/passkeys")
    assert await who(here) == ANNA
    assert await here.house.store.leaders.by_cookie(lost, NOW) is None
    here.forget()
    assert await entered(here, one) == "passkey_unknown" and await who(here) == ""


async def test_a_leader_who_is_removed_takes_their_passkeys_along(here: Site) -> None:
    one = await added(here)
    await by_mail(here)
    made = device().make(await options(here, "new"))
    gone = await leader(here)
    await here.house.store.leaders.remove(gone.leader)
    assert await told(here, "keep", made) == "no_session"
    await here.house.store.passkeys.add(gone.leader, b"late", b"key", 0, "2026-11")
    assert await here.house.store.passkeys.by_credential(b"late") is None
    assert await entered(here, one) == "passkey_unknown"


async def test_ten_are_enough_and_none_is_added_twice(here: Site) -> None:
    one = await added(here)
    await by_mail(here, BELA)
    assert await told(here, "keep", one.make(await options(here, "new"))) == "passkey_taken"
    anna = await leader(here)
    for number in range(2, MOST):
        await here.house.store.passkeys.add(anna.leader, b"%d" % number, b"key", 0, "2026-11")
    await by_mail(here)
    asked = await options(here, "new")
    await here.house.store.passkeys.add(anna.leader, b"%d" % MOST, b"key", 0, "2026-11")
    assert await told(here, "keep", device().make(asked)) == "passkeys_many"
    status, answer = await here.post("/api/passkeys/new", {}, **FORM)
    assert (status, answer["code"]) == (409, "passkeys_many"), "before a device makes one in vain"


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"rawId": "AAAA"},
        {"rawId": 5, "response": {"userHandle": "AA"}},
        {"rawId": "é", "response": {"userHandle": "AA"}},
        {"rawId": "AAAA", "response": []},
        {"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "e30", "signature": "oA"}},
        {"id": "AA", "rawId": "AA", "type": "nonsense", "response": {"clientDataJSON": 1, "attestationObject": None}},
    ],
    ids=str,
)  # fmt: skip
async def test_what_is_no_answer_is_refused(here: Site, broken: Json) -> None:
    await options(here, "ask")
    assert await told(here, "enter", broken) == "passkey_refused"
    await by_mail(here)
    await options(here, "new")
    assert await told(here, "keep", broken) == "passkey_refused"


async def test_a_signature_that_was_touched_is_refused(here: Site) -> None:
    one = await added(here)
    for part in ("signature", "authenticatorData", "clientDataJSON", "userHandle"):
        answer = one.show(await options(here, "ask"))
        touched = bytearray(content(answer["response"][part]))
        touched[-1] ^= 1
        answer["response"][part] = text(bytes(touched))
        assert await told(here, "enter", answer) == "passkey_refused", part


async def test_only_our_own_page_and_not_without_end(here: Site) -> None:
    for what in ("new", "keep", "ask", "enter"):
        headers = {"Sec-Fetch-Site": "cross-site"}
        assert (await here.post(f"/api/passkeys/{what}", {}, **headers))[1]["code"] == "other_site"
    assert (await here.post("/api/passkeys/new", {}, **FORM))[1]["code"] == "no_session"
    answers = [(await here.post("/api/passkeys/ask", {}, **FORM))[0] for _ in range(int(allowance.BURST) + 1)]
    assert answers == [200] * int(allowance.BURST) + [429]


async def test_where_no_browser_has_passkeys_none_are_offered_and_the_page_says_why(site: Site) -> None:
    await site.house.store.leaders.add(ANNA, "")
    async with site.client.get("/sign-in") as answer:
        assert "data-passkey" not in await answer.text()
    await by_mail(site)
    async with site.client.get("/passkeys") as answer:
        page = await answer.text()
    assert 'id="no-passkeys">' in page and "data-passkey" not in page
    assert (await site.post("/api/passkeys/new", {}, **FORM))[1]["code"] == "passkeys_not_here"


async def test_what_is_refused_is_told_on_the_page_and_the_script_has_its_nonce(here: Site) -> None:
    known = [fault for fault in faults() if fault.at == "passkey"]
    assert {fault.code for fault in known} == {"passkey_unknown", "passkey_refused"}
    for language in languages():
        here.client.session.cookie_jar.update_cookies({"lang": language})
        async with here.client.get("/sign-in") as answer:
            page, policy = unescape(await answer.text()), answer.headers["Content-Security-Policy"]
        assert f'data-passkey="enter" data-origin="{HERE}" hidden' in page
        for fault in known:
            assert f'data-{fault.code}="{fault.seen(language)[0]}"' in page, language
        assert policy.partition("'nonce-")[2].partition("'")[0] in page


async def test_nothing_of_a_passkey_is_in_the_database_in_plain(here: Site) -> None:
    one = await added(here)
    (kept,) = await here.house.store.passkeys.of((await leader(here)).leader)
    assert kept.credential == one.credential and kept.public_key
    copy = await here.house.store._writer.read(lambda connection: repr(_rows(connection)).encode())
    for secret in (one.credential, kept.public_key, one.owner):
        as_stored = base64.b64encode(secret).decode()
        for plain in (repr(secret)[2:-1], text(secret), as_stored):
            assert plain.encode() not in copy


def _rows(connection: Any) -> list[Any]:
    return [tuple(row) for row in connection.exec_driver_sql("SELECT * FROM passkeys")]


@pytest.mark.parametrize(
    ("public_url", "host", "place"),
    [
        ("https://room.example.org", "evil.example", ("room.example.org", "https://room.example.org")),
        ("https://room.example.org:8443", "", ("room.example.org", "https://room.example.org:8443")),
        ("https://room.example.org:443", "", ("room.example.org", "https://room.example.org")),
        ("http://localhost:8080", "", ("localhost", "http://localhost:8080")),
        ("http://room.localhost", "", ("room.localhost", "http://room.localhost")),
        ("", "localhost:8080", ("localhost", "http://localhost:8080")),
        ("", "localhost", ("localhost", "http://localhost")),
        ("", "127.0.0.1:8080", None),
        ("", "[::1]:8080", None),
        ("", "room.example.org", None),
        ("", "", None),
        ("", "localhost:nonsense", None),
        ("", "[nonsense", None),
        ("http://room.example.org", "localhost", None),
        ("https://192.0.2.7", "localhost", None),
        ("https://[2001:db8::7]", "localhost", None),
    ],
)
def test_passkeys_are_good_where_browsers_have_them(
    public_url: str, host: str, place: tuple[str, str] | None
) -> None:
    assert place_of(public_url, host) == (None if place is None else Place(*place))


def test_challenges_do_not_fill_the_memory() -> None:
    out = Challenges(lambda: 0.0, 1.0)
    first, _ = out.give("enter", "first")
    given = [out.give("enter", f"asker {number}") for number in range(OUT_MOST)]
    assert out.take(first, "enter") is None
    assert out.take(given[-1][0], "enter") == given[-1][1]


def test_whoever_asks_without_end_loses_only_their_own_challenges() -> None:
    out = Challenges(lambda: 0.0, 1.0)
    another, challenge = out.give("enter", "another")
    given = [out.give("enter", "one")[0] for _ in range(2 * OUT_MOST)]
    assert out.take(another, "enter") == challenge
    assert [out.take(one, "enter") is None for one in given[-EACH_MOST - 1 :]] == [True] + [False] * EACH_MOST


async def test_no_stranger_takes_a_leaders_challenge_away(here: Site) -> None:
    await by_mail(here)
    made = device().make(await options(here, "new"))
    strangers = here.client.app[TO_ENTER]  # type: ignore[index]
    for number in range(OUT_MOST):
        strangers.give(ENTER, f"{number}")
    assert await told(here, "keep", made) == ""
