"""Bad input, at every door by which some comes in: a clear answer, what was typed is not lost, what was there stays.

| what is wrong | where it is tested |
|---|---|
| names: empty, of 200 characters, HTML, emoji, marks of direction, a mail's head | here, each door by itself |
| anything of that, and control characters, in every field of every form | here, `FORMS` |
| a form that is refused keeps what was typed | here; test_groups, test_admin, test_sign_in |
| addresses and telephone numbers that are none | test_sign_in, test_admin, test_telephone; what is one: ../test_names |
| two leaders who change one group | test_groups; two who press at once: test_meetings |
| a scanner opens a link by GET, by HEAD, or runs its scripts | here; test_way_in, test_meetings, test_sign_in |
| a letter that is refused at once, or comes back days later | test_meetings, test_said; test_returned |
| a clock set wrong, a browser without WebRTC | client/src/join/Join.test.tsx |
| what is no form, too large, in no encoding, or of another site | test_requests, test_sign_in |
"""

from __future__ import annotations

import re

from server.store import Listed
from tests.server.pages.conftest import SESSION, Site
from tests.server.pages.test_groups import Fields, come, fresh, made, see, send, stored

NAMES = [
    ("empty", "", None),
    ("spaces alone", " \n\t", None),
    ("200 characters", "x" * 200, None),
    ("marks that turn text around, alone", "\u202e\u200f\u2066", None),
    ("a mark that turns text around", "Dr. \u202eAnna", "Dr. Anna"),
    ("HTML", "<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("quotes", "\"'><img src=x>", "\"'><img src=x>"),
    ("a family of four, one character to people", "👨‍👩‍👧‍👦 Anna", "👨‍👩‍👧‍👦 Anna"),
    ("a line of a mail's head", "Anna\r\nBcc: evil@example.org", "Anna Bcc: evil@example.org"),
]


async def test_at_the_door_and_in_the_room_a_name_is_text_or_refused(site: Site) -> None:
    """One's own, as a leader gives it to another, and on the plate of a part."""
    await site.come_in("leader", "Lea")
    called = "Lea"
    for what, typed, kept in NAMES:
        called = kept or called
        refused = (200, None) if kept else (400, "bad_name")
        status, answer = await site.give_name(typed)
        assert (status, answer.get("code")) == refused, what
        assert await site.house.store.names(SESSION) == {1: called}, what
        site.house.asked.clear()
        status, answer = await site.post("/api/rename", {"seat": 1, "name": typed})
        assert (status, answer.get("code")) == refused, what
        takes_off = typed.strip() == ""
        status, answer = await site.post("/api/plate", {"part": 1, "text": typed})
        assert (status, answer.get("code")) == ((200, None) if takes_off else refused), what
        said = [f"rename 1 {kept}", f"plate 1 {kept}"] if kept else ["plate 1 "] if takes_off else []
        assert site.house.asked == said, what
        site.steady += 60


async def test_in_a_group_it_is_too_and_the_page_that_refuses_keeps_what_was_typed(site: Site) -> None:
    await come(site)
    group = await made(site)
    path = f"/groups/{group.group}"
    fields = await fresh(site, path)
    for what, typed, kept in NAMES:
        before = await stored(site, group.group)
        tried = fields | {"revision": str(before.revision), "name": typed, "name-1": typed}
        status, page = await send(site, path, tried)
        now = await stored(site, group.group)
        if kept:
            assert (status, now.name, now.members[1].name) == (303, kept, kept), what
            status, page = await send(site, path, tried)  # as another leader, who saw it before that
            assert status == 409, what
        else:
            assert (status, now) == (400, before), what
        shown = Fields(page).values
        assert " ".join((shown["name"] + shown["name-1"]).split()) == " ".join((typed * 2).split()), what
        assert "<script>alert" not in page and "<img src=x" not in page, what


ALIKE = ("spaces alone", "a mark that turns text around")
INPUTS = {what: typed for what, typed, _ in NAMES if what not in ALIKE} | {"control": "a\x00\x07\x1b[2J"}
TOKEN_PAGES = ("/sign-in/open", "/mine", "/shared", "/desk/open")
FORMS: list[tuple[str, tuple[str, ...], dict[str, str]]] = [
    ("/sign-in", ("address",), {}),
    ("/certificate/verify", ("code",), {}),
    *((path, ("token",), {}) for path in TOKEN_PAGES if path != "/desk/open"),  # signaling/test_second_desk
    ("/feedback", ("voucher", "instrument"), {}),
    ("/admin/leaders", ("address", "name"), {}),
    ("/groups/new", ("name", "telephone", "name-1", "address-1", "role-1", "member-1", "format", "language"), {}),
    ("/groups/new", ("time_zone", "kind", "nth", "weekday", "at"), {"kind": "months"}),
    ("/groups/new", ("every", "first", "at", "revision"), {"kind": "weeks"}),
    ("{group}", ("revision", "member-0", "name-0", "address-0"), {}),
    ("{group}/meetings", ("day", "at"), {}),
    ("{group}/series", ("count", "shown", "invite"), {}),
    ("{group}/shares", ("days", "record"), {}),
    ("{meeting}/move", ("day", "at", "keep"), {}),
    ("{meeting}/invite", ("member", "keep", "together", "day"), {}),
    ("{meeting}/link", ("member", "early"), {}),
    ("{meeting}/revoke", ("member",), {}),
    ("{meeting}/open", ("keep", "together", "early"), {}),
    ("/hours/forget", ("entry", "all"), {}),
    ("/passkeys/remove", ("passkey",), {}),
    ("/records/mine/off", ("record",), {}),
    ("/records/mine/away", ("as", "all"), {}),
]  # fmt: skip
"""Every form that takes what somebody types, or what a page of ours puts there: its fields, and what else is sent."""


async def test_whatever_is_typed_into_whichever_form_is_answered_and_changes_nothing_by_itself(
    site: Site,
) -> None:
    """Each bad input in all fields of each form at once. One by one they stand above, and in test_groups."""
    anna = await come(site)
    await site.house.store.leaders.entrust(anna.leader, operator=True)
    group = await made(site, kind="months")
    _, meeting = await send(site, f"/groups/{group.group}/meetings", {"day": "1970-02-03", "at": "19:30"})
    for what, typed in INPUTS.items():
        for path, fields, more in FORMS:
            path = path.format(group=f"/groups/{group.group}", meeting=meeting)
            status, page = await send(site, path, more | dict.fromkeys(fields, typed))
            assert status in (200, 303, 400, 404, 409, 410, 429), (what, path, status)
            assert "<script>alert" not in page and "<img src=x" not in page, (what, path)
    now = await stored(site, group.group)
    assert (now.name, [one.name for one in now.members]) == ("Tuesdays", ["Anna", "Carla"])
    (plan,) = await site.house.store.meetings.of(group.group)
    assert not plan.cancelled


async def test_a_refused_form_shows_each_field_as_it_was_typed(site: Site) -> None:
    await come(site)
    typed = {"telephone": "ring <b>me</b>", "address-1": "\"'><i>@x", "name": "\u202e" * 3, "every": "<0>"}
    for field, value in typed.items():
        status, page = await send(site, "/groups/new", await fresh(site) | {field: value, "kind": "weeks"})
        assert status == 400 and Fields(page).values[field] == value, field
    status, page = await send(site, "/certificate/verify", {"code": "<b>RA"})
    assert (status, Fields(page).values["code"]) == (404, "<b>RA")
    status, page = await send(site, "/sign-in", {"address": "<b>anna"})
    assert (status, Fields(page).values["address"]) == (400, "<b>anna")


async def test_a_mail_scanner_opens_every_page_of_a_link_and_nothing_is_sent_without_a_press(
    site: Site,
) -> None:
    """By GET, by HEAD, and with a script engine that presses nothing: no script of these pages sends anything."""
    for path in TOKEN_PAGES:
        for method in ("GET", "HEAD"):
            async with site.client.request(method, path) as answer:
                assert answer.status == 200 and not answer.cookies.keys() - {"restarea_said"}, path
                page = await answer.text()
        _, page = await see(site, path)
        script = "".join(re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL))
        assert "location.hash" in script and "<form" in page, path
        assert not re.search(r"fetch|\.submit\(|requestSubmit|sendBeacon|\.click\(|XMLHttp", script), path


async def test_a_scanner_that_runs_the_scripts_of_the_door_leaves_the_link_to_its_owner(site: Site) -> None:
    """The page gives the token away at once, and takes no place by that: a place is had by whoever says the words."""
    store = site.house.store
    group = await store.add_group("Tuesdays", "classic", [Listed("member", "Carla")])
    (carla,) = [one.member for known in await store.groups() if known.group == group for one in known.members]
    await store.invite("own", SESSION, "member", 1, site.wall + 60, carla)
    for _ in range(3):
        site.forget()
        assert (await site.post("/api/enter", {"token": "own"}))[0] == 200
    site.forget()
    assert (await site.post("/api/enter", {"token": "own"}))[0] == 200
    assert (await site.give_name("Carla"))[0] == 200
    carlas = {one.key: one.value for one in site.client.session.cookie_jar}
    site.forget()
    status, answer = await site.post("/api/enter", {"token": "own"})  # a scanner once more
    assert (status, answer["seated"]) == (200, True)
    assert await store.names(SESSION) == {1: "Carla"}
    site.forget()
    site.client.session.cookie_jar.update_cookies(carlas)
    async with site.client.get("/room", allow_redirects=False) as answer:
        assert answer.status == 200, "her browser has the place still"
