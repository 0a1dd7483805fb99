"""What is said after the end, of a session and of a rehearsal."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(("speed", "rehearsed"), [(1.0, False), (4.0, True)])
async def test_after_the_end_it_is_said_to_whom_the_link_belonged_and_whether_it_was_a_rehearsal(
    site: Any, speed: float, rehearsed: bool
) -> None:
    store = site.house.store
    await store.create_session("over", "form", speed, 0.0)
    for role in ("leader", "co_leader", "member"):
        await store.invite(role, "over", role, 1, 9e9)
    await store.end_session("over")
    rehearsal = {"rehearsal": True} if rehearsed else {}
    for role, more in (("leader", {"leads": True}), ("co_leader", {"leads": True}), ("member", {})):
        refused = {"code": "session_ended", "detail": "", **more, **rehearsal}
        assert (await site.post("/api/enter", {"token": role})) == (410, refused), role


@pytest.mark.parametrize(("speed", "rehearsed"), [(1.0, False), (4.0, True)])
async def test_after_a_rehearsal_its_last_page_says_how_to_hold_another(
    site: Any, speed: float, rehearsed: bool
) -> None:
    await site.house.store.create_session("now", "form", speed, 0.0)
    await site.house.store.invite("now", "now", "leader", 1, 9e9)
    site.house.stages["now"] = "gathering"
    await site.post("/api/enter", {"token": "now"})
    assert (await site.give_name("Lea"))[0] == 200
    site.house.shown = None
    async with site.client.get("/room") as answer:
        html = await answer.text()
    assert ("This was a rehearsal." in html) is rehearsed
    assert not rehearsed or html.index("You can close this page.") < html.index("This was a rehearsal.")
