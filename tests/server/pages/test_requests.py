"""What a hostile or broken client may send: refused with a code, never an exception, never in the log."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import structlog.testing

from facilitation.vocabulary import Code, Refused
from server.media.sdp import SdpError

PATHS = ["/api/enter", "/api/name", "/api/media", "/api/media/restart", "/api/plate", "/api/rename"]
BODIES = {
    "empty": b"",
    "no json": b"token=secret-word",
    "an array": b'["secret-word"]',
    "a number": b"17",
    "null": b"null",
    "empty object": b"{}",
    "wrong type": b'{"token": 1, "name": 1, "offer": 1}',
    "null members": b'{"token": null, "name": null, "offer": null}',
    "nested": b'{"token": {"token": "secret-word"}, "name": {}, "offer": []}',
    "not utf-8": b'{"token": "\xff", "name": "\xff", "offer": "\xff"}',
    "a lone surrogate": b'{"token": "\\ud800", "name": "\\ud800", "offer": "\\ud800"}',
    "cut short": b'{"token": "secret-word',
    "deep": b"[" * 60_000,
    "deep objects": b'{"a":' * 10_000,
    "NaN": b'{"token": NaN, "name": NaN, "offer": NaN}',
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
async def test_what_is_no_request_is_refused(site: Any, path: str, body: bytes) -> None:
    await site.come_in()
    site.house.asked.clear()
    with structlog.testing.capture_logs() as logged:
        async with site.client.post(path, data=body, headers={"Content-Type": "application/json"}) as answer:
            text = await answer.text()
    assert answer.status == 400
    assert json.loads(text)["code"] == "bad_request"
    assert "secret-word" not in text
    assert site.house.asked == []
    assert logged == []


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("chunked", [False, True])
async def test_more_than_64_kb_is_refused(site: Any, path: str, chunked: bool) -> None:
    await site.come_in()
    site.house.asked.clear()
    body = json.dumps({"token": "x" * 70_000, "name": "x" * 70_000, "offer": "x" * 70_000}).encode()

    async def pieces() -> Any:
        for start in range(0, len(body), 8192):
            yield body[start : start + 8192]

    sent = pieces() if chunked else body
    async with site.client.post(path, data=sent, headers={"Content-Type": "application/json"}) as answer:
        assert answer.status == 413
        assert (await answer.json())["code"] == "too_large"
    assert site.house.asked == []


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
async def test_what_a_form_of_another_site_can_send_is_refused(site: Any, kind: str) -> None:
    token = await site.link()
    body = json.dumps({"token": token})
    async with site.client.post("/api/enter", data=body, headers={"Content-Type": kind}) as answer:
        assert (answer.status, (await answer.json())["code"]) == (400, "bad_request")


async def test_other_sites_may_not_post(site: Any) -> None:
    body, own = {"token": await site.link()}, str(site.client.make_url("")).rstrip("/")
    for headers in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": own + ".evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Origin": own, "Sec_Fetch_Site": "cross-site"},
    ):
        status, answer = await site.post("/api/enter", body, **headers)
        assert (status, answer["code"]) == (403, "other_site"), headers
    assert (await site.house.store.look_up(body["token"], site.wall)).uses_left == 1
    status, _ = await site.post("/api/enter", body, Origin=own, Sec_Fetch_Site="same-origin")
    assert status == 200


async def test_behind_a_public_name_only_that_name_may_post(
    open_site: Callable[..., Awaitable[Any]],
) -> None:
    site = await open_site(public_url="https://Room.example/")
    body = {"token": await site.link(uses=2)}
    own = str(site.client.make_url("")).rstrip("/")
    assert (await site.post("/api/enter", body, Origin=own))[0] == 403
    assert (await site.post("/api/enter", body, Origin="http://room.example"))[0] == 403
    assert (await site.post("/api/enter", body, Origin="https://room.example"))[0] == 200


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SdpError("too_large", "48 kB at most"), "sdp_too_large"),
        (SdpError("bad_sdp", "no m-line"), "bad_sdp"),
        (SdpError("bad_ice", "no ufrag"), "bad_ice"),
    ],
)
async def test_a_bad_offer_says_what_is_wrong(site: Any, error: SdpError, code: str) -> None:
    await site.come_in()
    site.refuse(error)
    answer = await site.post("/api/media", {"offer": "v=0"})
    assert answer == (400, {"code": code, "detail": error.detail})


async def test_an_offer_gets_its_answer(site: Any) -> None:
    await site.come_in()
    assert await site.post("/api/media", {"offer": "v=0"}) == (200, {"answer": "answer to v=0"})


async def test_a_connection_is_restarted(site: Any) -> None:
    asked = {"connection": "ours", "ufrag": "theirs"}
    assert (await site.post("/api/media/restart", asked))[0] == 401
    await site.come_in()
    assert await site.post("/api/media/restart", asked) == (200, {"ufrag": "ours+theirs", "pwd": "secret"})
    site.refuse(SdpError("no_connection", "there is none"))
    assert await site.post("/api/media/restart", asked) == (
        400, {"code": "no_connection", "detail": "there is none"},
    )  # fmt: skip
    site.house.newest = 20
    assert (await site.post("/api/media/restart", asked | {"shown_at": 10}))[0] == 409


async def test_each_answer_brings_a_relay_that_opens_now(site: Any) -> None:
    await site.come_in()
    site.house.ways = [{"username": "1:a"}, {"username": "2:b"}]
    for way in list(site.house.ways):
        assert await site.post("/api/media", {"offer": "v=0"}) == (
            200,
            {"answer": "answer to v=0", "relay": way},
        )
    site.house.ways = [{"username": "3:c"}]
    site.refuse(Refused(Code.NOT_SEATED))
    assert "relay" not in (await site.post("/api/media", {"offer": "v=0"}))[1]


async def test_the_way_is_looked_at_before_there_is_a_seat(site: Any) -> None:
    assert (await site.post("/api/check", {"offer": "v=0"}))[0] == 401
    await site.post("/api/enter", {"token": await site.link()})
    site.house.ways = [{"username": "1:a"}]
    assert await site.post("/api/check", {"offer": "v=0"}) == (
        200, {"answer": "answer to v=0", "relay": {"username": "1:a"}},
    )  # fmt: skip
    site.house.checks_are_many = True
    assert (await site.post("/api/check", {"offer": "v=0"}))[1]["code"] == "too_fast"
    site.house.checks_are_many = False
    assert [(await site.post("/api/check", {"offer": "v=0"}))[0] for _ in range(5)] == [200] * 4 + [429]
    site.steady += 10
    assert (await site.post("/api/check", {"offer": "v=0"}))[0] == 200


async def test_an_offer_of_a_page_that_another_has_replaced_is_refused(site: Any) -> None:
    await site.come_in()
    site.house.newest = 20
    assert await site.post("/api/media", {"offer": "v=0", "shown_at": 10}) == (
        409, {"code": "replaced", "detail": ""},
    )  # fmt: skip
    assert (await site.post("/api/media", {"offer": "v=0", "shown_at": 20}))[0] == 200


async def test_an_error_of_ours_is_logged_without_what_was_sent(site: Any) -> None:
    await site.come_in()
    site.refuse(ValueError("Ann said secret-word"))
    with structlog.testing.capture_logs() as logged:
        status, body = await site.post("/api/media", {"offer": "secret-word"})
    assert (status, body) == (500, {"code": "server_error", "detail": ""})
    assert [entry["event"] for entry in logged] == ["request_failed"]
    assert logged[0]["reason"].startswith("ValueError at ")
    assert "secret-word" not in str(logged)
    assert "Ann" not in str(logged)


async def test_a_strange_cookie_is_nobody(site: Any) -> None:
    for cookie in (
        "restarea=\xff\xfe",
        "restarea=" + "x" * 3000,
        "restarea",
        "restarea=;lang=../../etc",
        "=;=;",
    ):
        async with site.client.get("/room", headers={"Cookie": cookie}, allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/join")


@pytest.mark.parametrize("path", ["/api/nothing", "/api/enter/", "/api/"])
async def test_an_unknown_request_is_refused_as_json(site: Any, path: str) -> None:
    assert await site.post(path, {}) == (404, {"code": "not_found", "detail": ""})


async def test_a_wrong_method_is_refused_as_json(site: Any) -> None:
    async with site.client.put("/api/enter", json={}) as answer:
        assert (answer.status, await answer.json()) == (405, {"code": "bad_method", "detail": ""})
        assert answer.headers["Allow"] == "POST"


async def test_a_plate_goes_to_the_house_in_one_line_or_empty(site: Any) -> None:
    await site.come_in()
    assert await site.post("/api/plate", {"part": 2, "text": " the\n mother\u202e "}) == (200, {"ok": True})
    assert await site.post("/api/plate", {"part": 2, "text": "  "}) == (200, {"ok": True})
    assert [asked for asked in site.house.asked if "plate" in asked] == ["plate 2 the mother", "plate 2 "]
    for text in ("x" * 41, "\u202e\u200b"):
        status, answer = await site.post("/api/plate", {"part": 2, "text": text})
        assert (status, answer["code"]) == (400, "bad_name")
    site.refuse(Refused(Code.NO_CAST, "part 9"))
    assert (await site.post("/api/plate", {"part": 9, "text": "the son"}))[1]["code"] == "no_cast"
    site.forget()
    assert (await site.post("/api/plate", {"part": 2, "text": "the son"}))[0] == 401
