"""From a link to a seat: what uses a link up and what does not, who comes back, and every refusal."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from typing import Any
from unittest.mock import ANY

import pytest

from facilitation.vocabulary import Code, Keeping, Refused
from server.groups.post import Post
from server.pages import join
from server.pages.join import ATTESTATION
from server.pages.language import text
from server.pages.places import COOKIE, DOOR_COOKIE
from server.store import Listed, NotSaved

SESSION = "5e55104"


def code(answer: tuple[int, dict[str, Any]]) -> tuple[int, str]:
    status, body = answer
    assert set(body) == {"code", "detail"}, body
    return status, body["code"]


WELCOME = {
    "role": "member",
    "name": "",
    "stage": "gathering",
    "seated": False,
    "group": False,
    "keeping": "nothing",
    "attested": False,
    "attestation": ATTESTATION,
    "place": ANY,
}


async def test_a_link_becomes_a_place_and_a_name_a_seat(site: Any) -> None:
    status, body = await site.post("/api/enter", {"token": await site.link("leader")})
    assert (status, body) == (
        200,
        WELCOME | {"role": "leader"},
    )
    assert site.house.asked == []  # the seat is taken by the next request
    assert await site.give_name("  Ann \n Smith ") == (200, {"seat": 1})
    assert await site.house.store.names(SESSION) == {1: "Ann Smith"}
    assert site.house.asked == ["take_seat", "names_changed"]


async def test_a_second_name_is_a_change_of_name(site: Any) -> None:
    seat = await site.come_in(name="Ann")
    assert await site.give_name("Anna") == (200, {"seat": seat})
    assert await site.house.store.names(SESSION) == {seat: "Anna"}


async def test_whoever_gives_another_s_name_is_not_in_yet_and_reads_which_is_free(site: Any) -> None:
    first = await site.come_in("leader", "Ann")
    site.forget()
    await site.post("/api/enter", {"token": await site.link()})
    taken = {"code": "name_taken", "detail": "somebody here has that name", "name": "ann (2)"}
    assert await site.give_name("ann") == (409, taken)
    assert await site.house.store.names(SESSION) == {first: "Ann"}, (
        "nobody waits, and nothing was said yes to"
    )
    _, told = await site.post("/api/enter", {"token": "", "place": site.place})
    assert (told["seated"], told["attested"]) == (False, False)
    assert await site.give_name("ann (2)") == (200, {"seat": 2})
    assert await site.give_name("Ann (2)") == (200, {"seat": 2}), "their own is not taken"


async def test_nobody_goes_in_without_having_said_what_is_asked_and_says_it_once_a_meeting(site: Any) -> None:
    token = await site.link()
    await site.post("/api/enter", {"token": token})
    for said in ({}, {"attests": 0}, {"attests": ATTESTATION + 1}):
        status, body = await site.post("/api/name", {"name": "Ann"} | said)
        assert (status, body) == (409, {"code": "not_attested", "detail": str(ATTESTATION)})
    assert site.house.asked == [] and await site.house.store.names(SESSION) == {}
    assert (await site.give_name("Ann"))[0] == 200
    assert (await site.post("/api/name", {"name": "Anna"}))[0] == 200, "not again"
    assert (await site.post("/api/enter", {"token": token}))[1]["attested"] is True
    await site.house.store.end_session(SESSION)
    (cookie,) = [one.value for one in site.client.session.cookie_jar if one.key == COOKIE]
    assert (await site.house.store.person(cookie)).attested == 0, "it goes with the names"


async def test_each_browser_says_for_itself_what_is_asked(site: Any) -> None:
    """A telephone in a train may open the link with which somebody sat alone at their desk."""
    store = site.house.store
    group = await store.group(await store.add_group("Tuesdays", "classic", [Listed("member", "Ann")]))
    await store.invite("own", SESSION, "member", 1, site.wall + 60, group.members[0].member)
    await site.post("/api/enter", {"token": "own"})
    assert (await site.give_name("Ann"))[0] == 200
    site.forget()
    for _ in range(2):
        body = (await site.post("/api/enter", {"token": "own"}))[1]
        assert (body["name"], body["seated"], body["attested"]) == ("Ann", True, False)
        assert code(await site.post("/api/name", {"name": "Ann"})) == (409, "not_attested")
    assert (await site.give_name("Ann"))[0] == 200
    assert (await site.post("/api/enter", {"token": "own"}))[1]["attested"] is True, "nor twice in that one"


async def test_where_the_words_mean_something_else_now_they_are_asked_again(
    site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = await site.link()
    await site.post("/api/enter", {"token": token})
    await site.give_name("Ann")
    monkeypatch.setattr(join, "ATTESTATION", ATTESTATION + 1)
    body = (await site.post("/api/enter", {"token": token}))[1]
    assert (body["attested"], body["attestation"]) == (False, ATTESTATION + 1)
    assert code(await site.give_name("Ann")) == (409, "not_attested")


def test_the_words_that_are_asked_are_those_of_their_version() -> None:
    """Where they mean something else, ATTESTATION goes up, and everyone is asked anew; then this is their new sum."""
    words = "\n".join(text(language, "join-attest") for language in ("en", "fr", "de"))
    assert (ATTESTATION, hashlib.sha256(words.encode()).hexdigest()[:16]) == (1, "55f28471fe631269")


@pytest.mark.parametrize("keeping", list(Keeping))
async def test_whoever_comes_reads_what_is_kept_of_this_session(site: Any, keeping: Keeping) -> None:
    site.house.stages["kept"] = "gathering"
    await site.house.store.create_session("kept", "form", 1.0, 0.0, keeping=keeping)
    await site.house.store.invite("kept", "kept", "member", 1, site.wall + 60)
    answer = (await site.post("/api/enter", {"token": "kept"}))[1]
    assert answer["keeping"] == keeping and "together" not in answer


async def test_whoever_comes_reads_that_it_is_kept_with_the_groups_earlier_records(site: Any) -> None:
    store, site.house.stages["kept"] = site.house.store, "gathering"
    group = await store.add_group("Tuesdays", "classic", [])
    await store.create_session("kept", "form", 1.0, 0.0, keeping="aggregate", together=group)
    await store.invite("kept", "kept", "member", 1, site.wall + 60)
    assert (await site.post("/api/enter", {"token": "kept"}))[1]["together"] is True


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_a_mail_scanner_uses_no_link_up(site: Any, method: str) -> None:
    token = await site.link()
    for path in ("/join", f"/join?token={token}", "/api/enter", f"/api/enter?token={token}"):
        async with site.client.request(method, path) as answer:
            assert answer.status == (405 if "enter" in path else 200)
            assert not answer.cookies
    assert (await site.house.store.look_up(token, site.wall)).uses_left == 1


async def test_the_same_browser_may_open_its_link_again_and_again(site: Any) -> None:
    token = await site.link()
    await site.post("/api/enter", {"token": token})
    await site.give_name("Ann")
    site.wall += 3600  # the link has expired meanwhile
    for _ in range(3):
        status, body = await site.post("/api/enter", {"token": token})
        assert (status, body) == (
            200,
            WELCOME | {"name": "Ann", "seated": True, "attested": True},
        )
    assert site.house.asked.count("may_come_back") == 3
    site.forget()
    site.wall -= 3600
    assert code(await site.post("/api/enter", {"token": token})) == (410, "used_link")


async def test_links_that_let_nobody_in(site: Any) -> None:
    for unknown in ("never-heard-of", "%00%ff", "%zz"):
        assert code(await site.post("/api/enter", {"token": unknown})) == (404, "unknown_link")
    assert code(await site.post("/api/enter", {"token": ""})) == (404, "no_link")
    expired = await site.link(lasts_s=0)
    assert code(await site.post("/api/enter", {"token": expired})) == (410, "expired_link")
    token = await site.link()
    browsers = []
    for _ in range(3):  # also a mail scanner that runs scripts: nothing is used up until somebody goes in
        assert (await site.post("/api/enter", {"token": token}))[0] == 200
        browsers.append(
            f"{DOOR_COOKIE}={site.client.session.cookie_jar.filter_cookies(site.client.make_url('/'))[DOOR_COOKIE].value}"
        )
        site.forget()
    assert (await site.give_name("Ann", Cookie=browsers[1]))[0] == 200
    assert (await site.give_name("Ann", Cookie=browsers[1]))[0] == 200, "an answer may be lost"
    site.forget()
    assert code(await site.give_name("Scanner", Cookie=browsers[0])) == (410, "used_link")
    assert code(await site.post("/api/enter", {"token": token})) == (410, "used_link")
    assert await site.house.store.names(SESSION) == {1: "Ann"}
    await site.house.store.end_session(SESSION)
    assert code(await site.post("/api/enter", {"token": token})) == (410, "session_ended")


async def test_a_session_that_ended_in_its_room_uses_no_link_up(site: Any) -> None:
    token = await site.link()
    site.house.stages[SESSION] = "ended"
    assert code(await site.post("/api/enter", {"token": token})) == (410, "session_ended")
    assert (await site.house.store.look_up(token, site.wall)).uses_left == 1


async def test_without_a_link_a_place_is_told_what_it_is_good_for(
    site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def bare() -> tuple[int, Any]:
        status, body = await site.post("/api/enter", {"token": ""})
        return status, body["code"] if status != 200 else (body["role"], body["seated"])

    await site.post("/api/enter", {"token": await site.link()})
    assert await bare() == (200, ("member", False))
    await site.give_name("Ann")
    assert await bare() == (200, ("member", True))
    site.house.knocks = True
    assert (await site.post("/api/enter", {"token": ""}))[1]["left"] is True
    site.house.stages[SESSION] = "ended"
    assert await bare() == (410, "place_ended")
    await site.house.store.remove(SESSION, 1)
    assert await bare() == (403, "removed")
    site.forget()
    assert await bare() == (404, "no_link")
    status, body = await site.post("/api/enter", {"token": ""}, Cookie=f"{COOKIE}=of-long-ago")
    assert (status, body["code"], "mail" in body) == (410, "place_unknown", False)
    monkeypatch.setattr(Post, "set_up", True)
    assert (await site.post("/api/enter", {"token": ""}))[1]["mail"] is True, "an earlier link offers one"


async def test_who_was_removed_stays_outside(site: Any) -> None:
    token = await site.link()
    await site.post("/api/enter", {"token": token})
    await site.give_name("Ann")
    await site.house.store.remove(SESSION, 1)
    site.house.asked.clear()
    assert code(await site.post("/api/enter", {"token": token})) == (403, "removed")
    assert code(await site.give_name("Ann")) == (403, "removed")
    assert code(await site.post("/api/media", {"offer": "v=0"})) == (403, "removed")
    async with site.client.get("/room") as answer:
        assert answer.status == 403
    assert site.house.asked == []


async def test_ones_own_link_lets_one_in_again_from_anywhere_when_it_has_expired(site: Any) -> None:
    store = site.house.store
    await store.add_group("Tuesdays", "classic", [Listed("member", "Ann")])
    (group,) = await store.groups()
    await store.invite("Ann's", SESSION, "member", 1, site.wall + 60, group.members[0].member)
    status, body = await site.post("/api/enter", {"token": "Ann's"})
    assert (status, body["name"], body["group"], body["seated"]) == (200, "Ann", True, False)
    await site.give_name("Ann")
    assert site.house.asked == ["take_seat", "names_changed"]
    site.forget()
    site.wall += 3600
    status, body = await site.post("/api/enter", {"token": "Ann's"})
    assert (status, body["seated"]) == (200, True)
    await site.give_name("Ann")
    assert site.house.asked[2:] == ["may_come_back", "take_seat", "moved", "names_changed"]
    site.forget()
    other = await site.link()
    site.wall += 3600
    assert code(await site.post("/api/enter", {"token": other})) == (410, "expired_link")


async def test_without_a_place_nothing_but_the_way_in(site: Any) -> None:
    assert code(await site.give_name("Ann")) == (401, "no_session")
    assert code(await site.post("/api/media", {"offer": "v=0"})) == (401, "no_session")
    assert code(await site.give_name("Ann", Cookie=f"{COOKIE}=forged")) == (
        401,
        "no_session",
    )
    await site.post("/api/enter", {"token": await site.link()})
    assert code(await site.post("/api/media", {"offer": "v=0"})) == (401, "no_session")  # no seat yet
    assert site.house.asked == []


@pytest.mark.parametrize(
    ("refusal", "expected"),
    [
        (Refused(Code.SESSION_FULL, "12 seats"), (409, "session_full")),
        (Refused(Code.SESSION_ENDED), (410, "session_ended")),
        (NotSaved(), (503, "not_saved")),
        (ZeroDivisionError("Ann"), (500, "server_error")),
    ],
)
async def test_what_the_house_refuses_is_passed_on(site: Any, refusal: Exception, expected: object) -> None:
    await site.post("/api/enter", {"token": await site.link()})
    site.refuse(refusal)
    assert code(await site.give_name("Ann")) == expected


async def test_whoever_is_not_let_in_has_no_name_and_keeps_none_from_others(site: Any) -> None:
    """The seat may be one's own, too: of a circle with as many leaders as it has room for."""
    seat = await site.come_in("leader", "Lea")
    site.refuse(Refused(Code.SESSION_FULL))
    assert code(await site.give_name("Ann")) == (409, "session_full")
    assert await site.house.store.names(SESSION) == {seat: "Lea"}
    mine = site.client.session.cookie_jar.filter_cookies(site.client.make_url("/"))[COOKIE].value
    site.forget()
    await site.post("/api/enter", {"token": await site.link()})
    assert code(await site.give_name("Ann")) == (409, "session_full")
    site.house.refusal = None
    assert (await site.post("/api/enter", {"token": "", "place": site.place}))[1]["name"] == ""
    site.forget()
    site.client.session.cookie_jar.update_cookies({COOKIE: mine})
    assert await site.give_name("Ann") == (200, {"seat": seat})


async def test_an_ended_session_takes_no_names(site: Any) -> None:
    await site.come_in()
    site.house.stages[SESSION] = "ended"
    assert code(await site.give_name("Ann")) == (410, "session_ended")


async def test_a_server_that_goes_down_changes_nothing_any_more(site: Any) -> None:
    token = await site.link()
    site.house.draining = True
    for path, body in (
        ("/api/enter", {"token": token}), ("/api/name", {"name": "Ann"}), ("/api/media", {"offer": "v=0"}),
    ):  # fmt: skip
        assert code(await site.post(path, body)) == (503, "draining")
    assert (await site.house.store.look_up(token, site.wall)).uses_left == 1
    assert site.house.asked == []


async def test_a_bad_name_changes_nothing(site: Any) -> None:
    await site.come_in(name="Ann")
    site.house.asked.clear()
    for bad in ("", "   ", "x" * 41, "\u202e", "\u0000"):
        assert code(await site.give_name(bad)) == (400, "bad_name")
    assert await site.house.store.names(SESSION) == {1: "Ann"}
    assert site.house.asked == []


# --- the cookie -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("public_url", "secure"),
    [("", False), ("http://room.example", False), ("https://room.example", True)],
)
async def test_the_cookie_is_for_this_site_and_no_script(
    open_site: Callable[..., Awaitable[Any]], public_url: str, secure: bool
) -> None:
    site = await open_site(public_url=public_url)
    token = await site.link()
    async with site.client.post("/api/enter", json={"token": token}) as answer:
        cookie = answer.cookies[DOOR_COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
    assert bool(cookie["secure"]) is secure
    assert cookie["domain"] == ""
    assert len(cookie.value) >= 40
    assert token not in cookie.value


async def test_the_place_outlasts_a_long_meeting_and_an_outage(site: Any) -> None:
    token = await site.link()
    await site.post("/api/enter", {"token": token})
    lasts = []
    async with site.client.post("/api/name", json={"name": "Ann", "attests": ATTESTATION}) as answer:
        lasts.append(answer.cookies[COOKIE]["max-age"])
    for _ in "there", "ended":
        async with site.client.get("/room", allow_redirects=False) as answer:
            lasts.append(answer.cookies[COOKIE]["max-age"])
        site.house.shown = None
    assert lasts == [str(72 * 3600)] * 3


# --- too much -------------------------------------------------------------------------------------------


async def test_trying_links_has_a_measure_that_fills_again(site: Any) -> None:
    statuses = [(await site.post("/api/enter", {"token": f"guess{n}"}))[0] for n in range(41)]
    assert statuses == [404] * 40 + [429]
    token = await site.link()
    assert code(await site.post("/api/enter", {"token": token})) == (429, "too_fast")
    site.steady += 1
    assert (await site.post("/api/enter", {"token": token}))[0] == 200


async def test_a_proxy_on_this_machine_asks_for_others(site: Any) -> None:
    guesses = [{"token": f"guess{n}"} for n in range(41)]
    for body in guesses:
        status, _ = await site.post("/api/enter", body, X_Forwarded_For="198.51.100.9, 203.0.113.7")
    assert status == 429
    assert (await site.post("/api/enter", guesses[0], X_Forwarded_For="203.0.113.7, 203.0.113.8"))[0] == 404
    assert (await site.post("/api/enter", guesses[0], X_Forwarded_For="203.0.113.7"))[0] == 429


async def test_one_person_may_not_change_their_name_without_end(site: Any) -> None:
    assert (await site.post("/api/enter", {"token": await site.link()}))[0] == 200
    statuses = [(await site.give_name(f"Ann {n}"))[0] for n in range(41)]
    assert statuses == [200] * 40 + [429]
    site.steady += 1
    assert (await site.give_name("Ann"))[0] == 200


async def test_a_leader_asks_for_another_name_and_a_name_that_is_none_is_refused(site: Any) -> None:
    await site.come_in("leader")
    assert await site.post("/api/rename", {"seat": 2, "name": "  Ann \u202e"}) == (200, {"ok": True})
    assert site.house.asked[-1] == "rename 2 Ann"
    status, answer = await site.post("/api/rename", {"seat": 2, "name": " \u200b "})
    assert (status, answer["code"]) == (400, "bad_name")
    site.refuse(Refused(Code.NOT_ALLOWED))
    assert (await site.post("/api/rename", {"seat": 2, "name": "Ann"}))[1]["code"] == "not_allowed"
