"""Bad names, at every door by which a name comes in: a clear answer, what was typed is not lost, what was there stays.

The rest of what may be wrong with somebody's input has its tests where it belongs: two leaders who change one group
(test_groups), a scanner that opens a link first (test_way_in, test_meetings, test_sign_in), mail that bounces
(test_meetings), a clock set wrong and a browser without WebRTC (client/src/join/Join.test.tsx).
"""

from __future__ import annotations

from tests.server.pages.conftest import SESSION, Site
from tests.server.pages.test_groups import Fields, come, fresh, made, send, stored

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
