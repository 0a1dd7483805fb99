"""Whoever was there prints a certificate in the browser that was there; and anybody can check its code."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from server.feedback.commands import EXAMPLE
from server.pages.attended import COOKIE, MOST
from server.pages.language import languages
from server.settings import Settings
from server.store import Attended, Noting, Stay
from tests.server.pages.conftest import SESSION, Site
from tests.server.pages.test_groups import see, send

LEADS_TO = ('href="/certificate"', 'href="/feedback"')
BEGAN_AT = 1_793_730_600.0  # 3 November 2026, 18:30 UTC


async def over(site: Site, session: str = SESSION, minutes: int = 87, began_at: float = BEGAN_AT) -> None:
    """Whoever is in this browser was there, and the session has ended."""
    stays = {1: Stay("member", "member", minutes, 90)}
    attended = Attended(began_at, "classic", stays, Noting(True, True, True))
    await site.house.store.end_session(session, attended=attended)


async def one(site: Site) -> str:
    """The address of the only certificate."""
    status, to = await see_only(site, "/certificate")
    assert status == 303 and re.fullmatch(r"/certificate/[0-9a-f]{16}", to)
    return to


async def see_only(site: Site, path: str) -> tuple[int, str]:
    async with site.client.get(path, allow_redirects=False) as answer:
        return answer.status, answer.headers.get("Location", "")


async def test_whoever_was_there_finds_a_certificate_without_a_name(site: Site) -> None:
    await site.come_in(name="Ann Quillzephyr")
    await over(site)
    status, page = await see(site, await one(site))
    assert status == 200
    for figure in (
        "Tuesday, 3 November 2026, 18:30 (UTC)",
        "87 minutes (1:27 h)",
        "90 minutes (1:30 h)",
        ">member<",
    ):
        assert figure in page, figure
    assert "until the end of December 2026" in page
    assert "Quillzephyr" not in page and '<input id="holder"' in page, "they write it themselves"
    assert 'name="holder"' not in page and page.count("<form") == 1, "and it is sent nowhere"


async def test_its_code_is_known_to_this_server_and_says_no_more_than_the_paper(site: Site) -> None:
    await site.come_in()
    await over(site)
    _, page = await see(site, await one(site))
    (code,) = re.findall(r'class="code">([A-Z2-7-]{29})<', page)
    site.forget()
    status, checked = await send(site, "/certificate/verify", {"code": code.lower()})
    assert status == 200 and "for a meeting on 3 November 2026, 87 minutes attended" in checked
    wrong = code.replace(code[0], "A" if code[0] != "A" else "B", 1)
    for typed in (wrong, "", "<script>", "x" * 500):
        status, checked = await send(site, "/certificate/verify", {"code": typed})
        assert 'formaction="/certificate/verify?lang=fr"' in checked, (
            "what is said of it can be had in another language"
        )
        assert status == 404 and "never gave this code" in checked and "<script>" not in checked
        assert ('new Set([document.getElementById("check")])' in checked) == bool(typed), "to be put right"
    statuses = [(await send(site, "/certificate/verify", {"code": wrong}))[0] for _ in range(40)]
    assert 429 in statuses


async def test_nobody_else_finds_it_and_what_is_erased_is_gone(site: Site) -> None:
    await site.come_in()
    await over(site)
    at = await one(site)
    theirs = site.client.session.cookie_jar.filter_cookies(site.client.make_url("/"))[COOKIE].value
    for cookie in ("", "x" * 43, "../.." * 99, theirs[:-1]):
        site.forget()
        site.client.session.cookie_jar.update_cookies({COOKIE: cookie})
        assert (await see(site, at))[0] == (await see(site, "/certificate"))[0] == 404
        assert (await send(site, f"{at}/forget", {}))[0] == 404
    site.forget()
    site.client.session.cookie_jar.update_cookies({COOKIE: theirs})
    assert (await see(site, at))[0] == 200
    assert await send(site, f"{at}/forget", {}) == (303, "/certificate")
    assert (await see(site, at))[0] == (await see(site, "/certificate"))[0] == 404


async def test_several_are_listed_the_newest_first(site: Site) -> None:
    await site.come_in()
    await over(site)
    await site.house.store.create_session("later", "form", 1.0, 0.0)
    await site.house.store.invite("again", "later", "member", 1, 9e9)
    site.house.stages["later"] = "gathering"
    await site.post("/api/enter", {"token": "again"})
    await site.give_name("Ann")
    status, page = await see(site, "/certificate")
    assert (status, page.count("/forget")) == (200, 1), "of the one that goes on there is none yet"
    await over(site, "later", began_at=BEGAN_AT + 7 * 86_400)
    _, page = await see(site, "/certificate")
    assert page.index("10 November 2026") < page.index("3 November 2026")


async def test_before_the_end_it_is_said_that_it_comes(site: Site) -> None:
    await site.come_in()
    status, page = await see(site, "/certificate")
    assert status == 404 and "The session has not ended yet" in page
    await site.house.store.end_session(SESSION)
    assert "There is no certificate here" in (await see(site, "/certificate"))[1]


async def test_the_page_of_a_room_that_is_gone_leads_to_it(site: Site) -> None:
    await site.come_in()
    await over(site)
    site.house.shown = None
    status, page = await see(site, "/room")
    assert status == 410 and 'href="/certificate"' in page and "/feedback" not in page


async def test_the_end_of_a_session_that_nobody_began_leads_to_nothing_that_is_not_there(open_site) -> None:  # type: ignore[no-untyped-def]
    site: Site = await open_site(feedback_file=EXAMPLE)
    await site.come_in()
    site.house.shown = None
    assert [one in (await see(site, "/room"))[1] for one in LEADS_TO] == [True, True], (
        "it has not been ended yet"
    )
    await site.house.store.end_session(SESSION)
    status, page = await see(site, "/room")
    assert status == 410 and [one in page for one in LEADS_TO] == [False, False]


@pytest.mark.parametrize("language", languages())
async def test_organisation_and_accreditation_stand_on_it_in_every_language(open_site, language: str) -> None:  # type: ignore[no-untyped-def]
    site: Site = await open_site(organisation="Balint & Söhne", accreditation="1 hour, <category> A")
    await site.come_in()
    await over(site)
    _, page = await see(site, f"{await one(site)}?lang={language}")
    assert "Balint &amp; Söhne" in page and "1 hour, &lt;category&gt; A" in page
    for path in (await one(site), "/certificate/verify"):
        _, page = await see(site, path)
        assert [word for word in (">certificate-", ">verify-", ">page-", ">room-") if word in page] == []


async def test_a_browser_remembers_the_meetings_of_the_months_for_which_they_are_kept(site: Site) -> None:
    others = ".".join(f"{number:043}" for number in range(40))
    site.client.session.cookie_jar.update_cookies({COOKIE: others})
    await site.come_in()
    (kept,) = [one for one in site.client.session.cookie_jar if one["max-age"] == str(62 * 86_400)]
    assert len(kept.value.split(".")) == 24 and kept.key == COOKIE
    assert len(f"{COOKIE}={'.'.join(['x' * 43] * MOST)}") < 4096
    with pytest.raises(ValidationError):
        Settings(certificates_months=13)


async def test_where_none_are_given_no_browser_remembers_anything(open_site) -> None:  # type: ignore[no-untyped-def]
    site: Site = await open_site(certificates_months=0)
    await site.come_in()
    assert COOKIE not in site.client.session.cookie_jar.filter_cookies(site.client.make_url("/"))
