"""The places of one browser: where somebody sits, and the doors at which they only look."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from server.pages.join import ATTESTATION
from server.pages.places import COOKIE, DOOR_COOKIE
from server.store import Listed

SESSION = "5e55104"


@pytest.fixture
async def seated(site: Any) -> Any:
    """A leader's browser with a seat in one session, and links to a second and a third, which are open, too."""
    for other in ("second", "third"):
        site.house.stages[other] = "gathering"
        await site.house.store.create_session(other, "form", 1.0, 0.0)
        await site.house.store.invite(other, other, "member", 1, site.wall + 60)
    await site.come_in("leader", "Lea")
    return site


def cookies(site: Any) -> dict[str, str]:
    kept = site.client.session.cookie_jar.filter_cookies(site.client.make_url("/"))
    return {name: one.value for name, one in kept.items() if name in (COOKIE, DOOR_COOKIE)}


async def sits_in(site: Any) -> str:
    """The session whose room this browser opens; "" where it is led to the door."""
    async with site.client.get("/room", allow_redirects=False) as answer:
        if answer.status == 303:
            return ""
    return str((await site.house.store.person(cookies(site)[COOKIE])).session)


async def bare(site: Any, place: str = "") -> tuple[int, Any]:
    """What a page is told that is loaded anew: its role, else why there is no way in."""
    status, told = await site.post("/api/enter", {"token": "", "place": place})
    return status, told.get("role", told.get("code"))


async def look(site: Any) -> None:
    await site.post("/api/enter", {"token": "second"})


async def look_and_come_back(site: Any) -> None:
    await look(site)
    await bare(site, site.place)


async def look_at_two(site: Any) -> None:
    await look(site)
    await site.post("/api/enter", {"token": "third"})


async def look_twice(site: Any) -> None:
    await look(site)
    await look(site)


async def look_and_check_the_way(site: Any) -> None:
    await look(site)
    await site.post("/api/check", {"offer": "v=0", "place": site.place})


async def be_refused_a_name(site: Any) -> None:
    await look(site)
    assert (await site.give_name(" "))[0] == 400
    assert (await site.post("/api/name", {"name": "Lea", "place": site.place}))[0] == 409


async def be_too_late(site: Any) -> None:
    """Somebody else has used the link up."""
    await look(site)
    mine, place = cookies(site), site.place
    site.forget()
    await look(site)
    assert (await site.give_name("Ann"))[0] == 200
    site.forget()
    site.client.session.cookie_jar.update_cookies(mine)
    site.place = place
    assert (await site.give_name("Lea"))[0] == 410


async def look_at_what_is_over(site: Any) -> None:
    site.house.stages["second"] = "ended"
    await look(site)


VISITS = [
    look, look_and_come_back, look_at_two, look_twice, look_and_check_the_way, be_refused_a_name, be_too_late,
    look_at_what_is_over,
]  # fmt: skip


@pytest.mark.parametrize("visit", VISITS)
@pytest.mark.parametrize("over", [False, True], ids=["goes on", "is over"])
async def test_a_visit_to_a_door_takes_no_seat_away(
    seated: Any, visit: Callable[[Any], Awaitable[None]], over: bool
) -> None:
    """Nor the way to the record of a session that is over."""
    before = cookies(seated)[COOKIE]
    if over:
        seated.house.stages[SESSION] = "ended"
    await visit(seated)
    assert cookies(seated)[COOKIE] == before
    assert await sits_in(seated) == SESSION
    if not over:
        assert await bare(seated) == (200, "leader"), "a new tab goes on to the room"
        assert (await seated.post("/api/media", {"offer": "v=0"}))[0] == 200


async def test_whoever_goes_in_elsewhere_gives_up_their_seat_and_was_told_so(seated: Any) -> None:
    store = seated.house.store
    _, told = await seated.post("/api/enter", {"token": "second"})
    assert told["elsewhere"] == "seat"
    assert (await seated.give_name("Lea"))[0] == 200
    assert await sits_in(seated) == "second" and set(cookies(seated)) == {COOKIE}
    assert (await store.names(SESSION), await store.names("second")) == ({1: "Lea"}, {1: "Lea"})
    assert await bare(seated, told["place"]) == (200, "member"), "the page is loaded anew"


@pytest.mark.parametrize(
    "why", ["it is over", "they are removed", "its circle has closed", "no seat", "nobody's", "its own"]
)
async def test_nothing_is_said_of_a_seat_that_is_none(seated: Any, why: str) -> None:
    token = "second"
    match why:
        case "it is over":
            seated.house.stages[SESSION] = "ended"
        case "they are removed":
            await seated.house.store.remove(SESSION, 1)
        case "no seat":
            seated.forget()
            await seated.post("/api/enter", {"token": "third"})
            seated.client.session.cookie_jar.update_cookies({COOKIE: cookies(seated)[DOOR_COOKIE]})
        case "nobody's":
            seated.forget()
            seated.client.session.cookie_jar.update_cookies({COOKIE: "of-long-ago"})
        case "its circle has closed":
            seated.house.shut.add(SESSION)
        case "its own":
            token = await seated.link("co_leader")
    status, told = await seated.post("/api/enter", {"token": token})
    assert status == 200 and "elsewhere" not in told


async def test_a_member_s_own_link_to_the_same_session_takes_the_browser_s_seat_and_says_so(
    seated: Any,
) -> None:
    store = seated.house.store
    group = await store.group(await store.add_group("Tuesdays", "classic", [Listed("member", "Ann")]))
    await store.invite("own", SESSION, "member", 1, seated.wall + 60, group.members[0].member)
    status, told = await seated.post("/api/enter", {"token": "own"})
    assert (status, told["role"], told["elsewhere"]) == (200, "member", "seat")


@pytest.mark.parametrize(
    "what", ["it waits", "it is being made", "they were removed", "its circle has closed"]
)
async def test_whoever_would_lose_the_way_to_what_is_kept_is_told_so(seated: Any, what: str) -> None:
    """Of a seat that is none any more."""
    store = seated.house.store
    await store.create_session("kept", "form", 1.0, 0.0, keeping="aggregate")
    await store.invite("kept", "kept", "member", 1, seated.wall + 60)
    seated.house.stages["kept"] = "running"
    await seated.post("/api/enter", {"token": "kept"})
    assert (await seated.give_name("Lea"))[0] == 200
    match what:
        case "it waits":
            await store.end_session("kept", (), b"{}", 3600, [1], None)
            seated.house.stages["kept"] = "ended"
        case "it is being made":
            seated.house.stages["kept"] = "ended"
        case "they were removed":
            await store.remove("kept", 1)
        case "its circle has closed":
            seated.house.shut.add("kept")
    _, told = await seated.post("/api/enter", {"token": "second"})
    assert told["elsewhere"] == "record"
    assert (await seated.give_name("Lea"))[0] == 200
    _, told = await seated.post("/api/enter", {"token": "third"})
    assert told["elsewhere"] == "seat", "the record is none of this browser's any more"


async def test_each_page_goes_in_where_it_is_whichever_was_opened_last(seated: Any) -> None:
    _, second = await seated.post("/api/enter", {"token": "second"})
    _, back = await seated.post("/api/enter", {"token": ""})
    assert (second["role"], back["role"]) == ("member", "leader") and second["place"] != back["place"]
    said = {"name": "Lena", "attests": ATTESTATION}
    assert await seated.post("/api/name", said | {"place": back["place"]}) == (200, {"seat": 1})
    assert await seated.house.store.names(SESSION) == {1: "Lena"}
    assert await bare(seated, second["place"]) == (200, "member")
    assert (await seated.post("/api/name", said | {"place": second["place"]}))[0] == 200
    assert await sits_in(seated) == "second"


@pytest.mark.parametrize(
    ("path", "asks"),
    [("/api/name", {"name": "Lena", "attests": ATTESTATION}), ("/api/check", {"offer": "v=0"})],
)
async def test_of_two_places_a_page_says_which_it_means(seated: Any, path: str, asks: dict[str, Any]) -> None:
    assert (await seated.post(path, asks))[0] == 200, "of one there is no doubt"
    await look(seated)
    status, told = await seated.post(path, asks)
    assert (status, told["code"]) == (400, "bad_request") and "place" in told["detail"]


async def test_a_page_at_a_door_that_this_browser_has_left_for_another_goes_in_nowhere(seated: Any) -> None:
    await look(seated)
    first = seated.place
    await seated.post("/api/enter", {"token": "third"})
    assert await bare(seated, first) == (401, "no_session")
    for path, body in (
        ("/api/name", {"name": "Lea", "attests": ATTESTATION}),
        ("/api/check", {"offer": "v=0"}),
    ):
        status, told = await seated.post(path, body | {"place": first})
        assert (status, told["code"]) == (401, "no_session")
    assert await sits_in(seated) == SESSION


async def test_without_a_seat_that_is_of_use_a_new_tab_finds_the_door(seated: Any) -> None:
    await look(seated)
    assert await bare(seated) == (200, "leader")
    await seated.house.store.remove(SESSION, 1)
    assert await bare(seated) == (200, "member")
    seated.house.stages["second"] = "ended"
    assert await bare(seated) == (403, "removed")


async def test_a_place_at_a_door_opens_nothing_but_the_door(site: Any) -> None:
    await site.post("/api/enter", {"token": await site.link()})
    assert set(cookies(site)) == {DOOR_COOKIE}
    assert await sits_in(site) == ""
    assert (await site.post("/api/media", {"offer": "v=0"}))[1]["code"] == "no_session"
    assert await bare(site) == (200, "member"), "a reload, or a server that was killed and started"


async def test_the_mark_of_a_place_is_no_secret_of_it(site: Any) -> None:
    _, told = await site.post("/api/enter", {"token": await site.link()})
    assert cookies(site)[DOOR_COOKIE] not in json.dumps(told)
    mark = told["place"]
    site.forget()
    for name in (COOKIE, DOOR_COOKIE):
        site.client.session.cookie_jar.update_cookies({name: mark})
        assert await bare(site, mark) == (401, "no_session")
        assert await bare(site) == (410, "place_unknown")
        site.forget()
    assert await bare(site, mark) == (404, "no_link")


async def test_a_link_to_lead_says_that_the_browser_s_place_is_a_member_s(site: Any) -> None:
    await site.come_in("member")
    _, body = await site.post("/api/enter", {"token": await site.link("leader", 5)})
    assert (body["role"], body["seated"], body.get("leads")) == ("member", True, True)
    _, body = await site.post("/api/enter", {"token": await site.link("member", 5)})
    assert "leads" not in body
    site.forget()
    await site.come_in("co_leader", "Bo")
    for role in ("leader", "member"):
        _, body = await site.post("/api/enter", {"token": await site.link(role, 7)})
        assert (body["role"], "leads" in body) == ("co_leader", False), "a place that leads does"


async def test_a_seat_is_not_lost_to_another_roles_link_in_the_same_browser(site: Any) -> None:
    await site.come_in("leader")
    token = await site.link("member")
    status, body = await site.post("/api/enter", {"token": token})
    assert (status, body["role"]) == (200, "leader")
    assert (await site.house.store.look_up(token, site.wall)).uses_left == 1


async def test_before_a_seat_is_taken_another_roles_link_counts(site: Any) -> None:
    await site.post("/api/enter", {"token": await site.link("member")})
    status, body = await site.post("/api/enter", {"token": await site.link("co_leader")})
    assert (status, body["role"], body["name"]) == (200, "co_leader", "")
