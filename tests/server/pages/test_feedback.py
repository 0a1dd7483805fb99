"""Each who was there answers once; the sums are shown to leaders, once there are enough and the month is over."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

import pytest

from server.feedback.commands import EXAMPLE
from server.pages.language import languages
from server.store.feedback import allow
from tests.server.pages.conftest import Site
from tests.server.pages.test_certificate import BEGAN_AT, one, over
from tests.server.pages.test_groups import come, see, send

UNSENT = 'new Set([document.getElementById("answers")])'
ANSWERS = {"instrument": "after_the_meeting 1", "q-room_to_think": "4", "q-pace": "right", "q-sound": "yes"}


@pytest.fixture
async def asking(open_site: Callable[..., Awaitable[Site]]) -> Site:
    """Questions are asked; whoever is in this browser was at a meeting."""
    site = await open_site(feedback_file=EXAMPLE)
    site.wall = BEGAN_AT
    await site.house.store.invite("in", "5e55104", "member", 1, BEGAN_AT + 60)
    await site.post("/api/enter", {"token": "in"})
    await site.give_name("Ann")
    await over(site)
    return site


def voucher_of(page: str) -> str:
    (found,) = re.findall(r'name="voucher" value="([0-9a-f]{16})"', page)
    return str(found)


async def test_a_form_that_is_sent_twice_answers_for_one_meeting(asking: Site) -> None:
    store = asking.house.store
    await store.create_session("later", "form", 1.0, 0.0)
    await store.invite("again", "later", "member", 1, 9e9)
    asking.house.stages["later"] = "gathering"
    await asking.post("/api/enter", {"token": "again"})
    await asking.give_name("Ann")
    await over(asking, "later")
    answers = ANSWERS | {"voucher": voucher_of((await see(asking, "/feedback"))[1])}
    assert await send(asking, "/feedback", answers) == (303, "/feedback/thanks")
    assert await send(asking, "/feedback", answers) == (303, "/feedback/thanks"), "pressed twice"
    assert {one.times for one in await store.feedback.counts()} == {1}
    other = voucher_of((await see(asking, "/feedback"))[1])
    assert other != answers["voucher"]
    assert await send(asking, "/feedback", answers | {"voucher": other}) == (303, "/feedback/thanks")
    asking.forget()
    assert (await send(asking, "/feedback", answers))[0] == 404, "another browser hears nothing of it"


async def test_one_answers_once_and_skips_what_one_likes(asking: Site) -> None:
    status, page = await see(asking, "/feedback")
    assert status == 200 and page.count("<fieldset>") == 4 and "There was room to think" in page
    assert "new Set()" in page, "nothing is ticked"

    answers = ANSWERS | {"voucher": voucher_of(page)}
    assert 'formaction="/feedback?lang=de"' in page
    looked = (await send(asking, "/feedback?lang=de", answers | {"look": "1"}))[1]
    assert 'lang="de"' in looked and looked.count(" checked") == 3, "what is ticked comes along"
    assert UNSENT in looked, "and is not left behind unasked"
    assert await asking.house.store.feedback.counts() == [], "and nothing is sent off"
    await send(asking, "/feedback?lang=en", answers | {"look": "1"})
    status, page = await send(
        asking, "/feedback", answers | {"q-pace": "", "q-room_to_think": "9", "q-sound": ""}
    )
    assert status == 400 and "answer one question at least" in page
    status, page = await send(asking, "/feedback", answers | {"instrument": "after_the_meeting 0"})
    assert status == 400 and "have been changed" in page and page.count(" checked") == 3, "nothing is lost"
    assert UNSENT in page
    assert voucher_of(page) == answers["voucher"]
    assert (await send(asking, "/feedback", ANSWERS))[0] == 404, "of no meeting"
    assert await send(asking, "/feedback", answers) == (303, "/feedback/thanks")
    page = (await see(asking, "/feedback/thanks"))[1]
    assert (
        "Your answers have been counted" in page and 'href="/certificate"' in page and "/record" not in page
    )
    assert (await see(asking, "/feedback"))[0] == 404
    assert await send(asking, "/feedback", answers) == (303, "/feedback/thanks")
    counts = await asking.house.store.feedback.counts()
    assert {(one.month, one.question, one.answer, one.times) for one in counts} == {
        ("2026-11", "room_to_think", "4", 1), ("2026-11", "pace", "right", 1), ("2026-11", "sound", "yes", 1),
    }  # fmt: skip
    await send(asking, f"{await one(asking)}/forget", {})
    assert "/certificate" not in (await see(asking, "/feedback/thanks"))[1], "there is none any more"


async def test_whoever_was_at_no_meeting_or_where_nothing_is_asked_answers_nothing(
    asking: Site, site: Site
) -> None:
    asking.forget()
    status, page = await see(asking, "/feedback")
    assert status == 404 and "nothing to answer" in page
    assert (await send(asking, "/feedback", ANSWERS))[0] == 404
    assert (await see(site, "/feedback"))[0] == 404
    await come(site)
    assert (await see(site, "/feedback/results"))[0] == 404
    assert "/feedback" not in (await see(site, "/groups"))[1]


@pytest.mark.parametrize("language", languages())
async def test_leaders_see_sums_of_five_and_more_when_the_month_is_over(asking: Site, language: str) -> None:
    store = asking.house.store
    async with asking.client.get("/feedback/results", allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/sign-in")
    leader = await store.leaders.add("anna@example.org", "Anna")
    await store.leaders.may_sign_in(leader.leader, "token", BEGAN_AT, BEGAN_AT + 60)
    secret = await store.leaders.sign_in("token", BEGAN_AT, BEGAN_AT + 90 * 86_400) or ""
    asking.client.session.cookie_jar.update_cookies({"restarea_leader": secret})
    for number in range(5):
        await store._writer.write(lambda connection, n=number: allow(connection, f"{n}" * 43, "2026-11"))  # type: ignore[misc]
        assert await store.feedback.answer(
            f"{number}" * 43, "after_the_meeting 1", "2026-11", {"pace": "right"}
        )
    _, page = await see(asking, f"/feedback/results?lang={language}")
    assert "<table" not in page
    asking.wall = BEGAN_AT + 40 * 86_400
    _, page = await see(asking, "/feedback/results")
    assert page.count("<table") == 1 and "<td>0</td><td>5</td><td>0</td>" in page and "2026" in page
    assert [word for word in (">feedback-", ">page-") if word in page] == []
    assert "/feedback/results" in (await see(asking, "/groups"))[1]


async def test_a_broken_file_asks_nothing_and_keeps_nobody_out(open_site, tmp_path) -> None:  # type: ignore[no-untyped-def]
    broken = tmp_path / "own.toml"
    broken.write_text("key =")
    site: Site = await open_site(feedback_file=broken)
    assert (await see(site, "/feedback"))[0] == 404
    assert (await see(site, "/"))[0] == 200
    assert '"feedback": false' in (await see(site, "/join"))[1], "nor does the door promise any"
