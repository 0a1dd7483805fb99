"""A leader hears of it when a passkey is added: whoever found an open browser may have done so."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from server.pages import sign_in
from server.pages.language import languages, text
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.conftest import Site
from tests.server.pages.test_passkeys import ANNA, HERE, added, by_mail, device, entered, options, told


@pytest.mark.parametrize("language", languages())
async def test_a_leader_hears_by_mail_of_a_passkey_that_is_added(
    open_site: Callable[..., Awaitable[Site]], box: LetterBox, language: str
) -> None:
    site = await open_site(public_url=HERE, **box.settings)
    await site.house.store.leaders.add(ANNA, "")
    await by_mail(site)
    site.client.session.cookie_jar.update_cookies({"lang": language})
    asked = await options(site, "new")
    assert await told(site, "keep", {}) == "passkey_refused"
    assert await told(site, "keep", device().make(asked)) == "passkey_over"
    one = device()
    for answer in ("", "passkey_taken"):
        assert await told(site, "keep", one.make(await options(site, "new"))) == answer
    await sign_in.finish(site.client.app)  # type: ignore[arg-type]
    (letter,) = box.letters
    assert (letter["To"], letter["Subject"]) == (ANNA, text(language, "passkeys-mail-title"))
    said = plain_of(letter).splitlines()
    assert f"{HERE}/passkeys" in said and text(language, "passkeys-mail-not-you") in said


async def test_a_passkey_is_there_though_the_letter_is_lost(
    open_site: Callable[..., Awaitable[Site]], box: LetterBox
) -> None:
    site = await open_site(public_url=HERE, **box.settings)
    await site.house.store.leaders.add(ANNA, "")
    box.refuses[ANNA] = "550 no such user"
    one = await added(site)
    await sign_in.finish(site.client.app)  # type: ignore[arg-type]
    assert box.letters == [] and await entered(site, one) == ""
