"""A leader signs in by a link in a mail; nobody learns from an answer whose addresses are known."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from server.pages import leader, sign_in
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.conftest import NOW, Site

ANNA = "anna@example.org"
FORM = {"Sec-Fetch-Site": "same-origin"}
Answer = tuple[int, str, str]


@pytest.fixture
async def mailed(open_site: Callable[..., Awaitable[Site]], box: LetterBox) -> AsyncIterator[Site]:
    site = await open_site(public_url="https://room.example.org", **box.settings)
    await site.house.store.leaders.add(ANNA, "Anna")
    yield site


async def send(site: Site, path: str, **fields: str) -> Answer:
    """Status, where it leads, and the page."""
    async with site.client.post(path, data=fields, headers=FORM, allow_redirects=False) as answer:
        return answer.status, answer.headers.get("Location", ""), await answer.text()


async def ask(site: Site, address: str = ANNA) -> Answer:
    answer = await send(site, "/sign-in", address=address)
    await sign_in.finish(site.client.app)  # type: ignore[arg-type]
    return answer


def token_of(text: str) -> str:
    (token,) = re.findall(r"/sign-in/open#(\S+)", text)
    return str(token)


async def signed_in(site: Site) -> bool:
    async with site.client.get("/groups", allow_redirects=False) as answer:
        return answer.status == 200


async def test_a_link_goes_by_mail_and_one_press_signs_in(
    open_site: Callable[..., Awaitable[Site]], box: LetterBox
) -> None:
    site = await open_site(**box.settings)
    await site.house.store.leaders.add(ANNA, "Anna")
    assert not await signed_in(site)
    assert (await ask(site, " Anna@Example.org "))[:2] == (303, "/sign-in/sent")
    (letter,) = box.letters
    assert (letter["To"], letter["Subject"]) == (ANNA, "Your link to sign in")
    page = letter.get_body(("html",))
    assert page is not None and token_of(plain_of(letter)) in page.get_content()
    status, to, _ = await send(site, "/sign-in/open", token=token_of(plain_of(letter)))
    assert (status, to) == (303, "/groups")
    assert await signed_in(site)
    assert (await send(site, "/sign-out"))[:2] == (303, "/sign-in")
    assert not await signed_in(site)


async def test_the_link_begins_with_the_servers_address_whatever_a_request_says(
    mailed: Site, box: LetterBox
) -> None:
    form = {**FORM, "Host": "evil.example", "Origin": "https://room.example.org"}
    async with mailed.client.post("/sign-in", data={"address": ANNA}, headers=form, allow_redirects=False):
        await sign_in.finish(mailed.client.app)  # type: ignore[arg-type]
    assert "https://room.example.org/sign-in/open#" in plain_of(box.letters[0])
    assert "evil" not in box.letters[0].as_string()


async def test_the_answer_is_the_same_for_everybody(mailed: Site, box: LetterBox) -> None:
    assert await ask(mailed) == await ask(mailed, "nobody@example.org")
    box.refuses[ANNA] = "550 no such user"
    assert (await ask(mailed))[:2] == (303, "/sign-in/sent")
    assert [letter["To"] for letter in box.letters] == [ANNA]


async def test_a_scanner_that_opens_the_link_uses_nothing_up(mailed: Site, box: LetterBox) -> None:
    await ask(mailed)
    token = token_of(plain_of(box.letters[0]))
    for _ in range(3):
        async with mailed.client.get(f"/sign-in/open#{token}") as answer:
            assert answer.status == 200 and token not in await answer.text()
    assert (await send(mailed, "/sign-in/open", token=token))[0] == 303


async def test_a_link_is_good_once_and_for_a_quarter_of_an_hour(mailed: Site, box: LetterBox) -> None:
    await ask(mailed)
    await ask(mailed)
    first, second = (token_of(plain_of(letter)) for letter in box.letters)
    assert (await send(mailed, "/sign-in/open", token=first))[0] == 303
    mailed.forget()
    status, _, page = await send(mailed, "/sign-in/open", token=first)
    assert status == 410 and "has been used" in page
    mailed.wall = NOW + sign_in.LINK_LASTS_S
    assert (await send(mailed, "/sign-in/open", token=second))[0] == 410
    assert (await send(mailed, "/sign-in/open", token=""))[0] == 410


async def test_a_second_press_of_whoever_is_in_is_no_error(
    open_site: Callable[..., Awaitable[Site]], box: LetterBox
) -> None:
    site = await open_site(**box.settings)
    await site.house.store.leaders.add(ANNA, "")
    await ask(site)
    token = token_of(plain_of(box.letters[0]))
    for _ in range(2):
        assert (await send(site, "/sign-in/open", token=token))[:2] == (303, "/groups")


async def test_the_cookie_is_for_thirty_days_and_for_no_script(mailed: Site, box: LetterBox) -> None:
    await ask(mailed)
    token = token_of(plain_of(box.letters[0]))
    async with mailed.client.post(
        "/sign-in/open", data={"token": token}, headers=FORM, allow_redirects=False
    ) as answer:
        cookie = answer.cookies[leader.COOKIE]
    assert cookie["httponly"] and cookie["secure"] and cookie["samesite"] == "Strict"
    assert cookie["max-age"] == str(30 * 24 * 3600)
    leaders = mailed.house.store.leaders
    assert await leaders.by_cookie(cookie.value, NOW + 30 * 24 * 3600 - 1) is not None
    assert await leaders.by_cookie(cookie.value, NOW + 30 * 24 * 3600) is None


async def test_whoever_is_removed_is_signed_in_no_more(
    open_site: Callable[..., Awaitable[Site]], box: LetterBox
) -> None:
    site = await open_site(**box.settings)
    one = await site.house.store.leaders.add(ANNA, "")
    await ask(site)
    await ask(site)
    first, second = (token_of(plain_of(letter)) for letter in box.letters)
    await send(site, "/sign-in/open", token=first)
    assert await signed_in(site)
    await site.house.store.leaders.remove(one.leader)
    assert not await signed_in(site)
    assert (await send(site, "/sign-in/open", token=second))[0] == 410


async def test_nobodys_letter_box_is_flooded_and_nobody_asks_without_end(
    mailed: Site, box: LetterBox
) -> None:
    answers = [(await ask(mailed))[0] for _ in range(11)]
    assert answers == [303] * 10 + [429]
    assert len(box.letters) == 3
    mailed.steady += 300
    assert (await ask(mailed))[0] == 303
    assert len(box.letters) == 4


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "anna",
        "anna@",
        "a@b",
        "a b@example.org",
        "a@example.org\nBcc: c@example.org",
        "<b>@example.org",
        "é@example.org",
        "a" * 300 + "@example.org",
    ],
)
async def test_what_is_no_address_is_said_so_and_kept(mailed: Site, box: LetterBox, raw: str) -> None:
    status, _, page = await ask(mailed, raw)
    assert status == 400 and "This is no e-mail address" in page and "<b>" not in page
    assert box.letters == []


async def test_in_another_language_it_is_said_again_and_a_press_for_it_sends_nothing(
    mailed: Site, box: LetterBox
) -> None:
    (there,) = re.findall(r'formaction="(/sign-in\?lang=fr)"', (await ask(mailed, "anna"))[2])
    for address, status in (("anna", 400), (ANNA, 200)):
        answer = await send(mailed, there, address=address, look="1")
        assert answer[0] == status and '<html lang="fr">' in answer[2] and f'value="{address}"' in answer[2]
        assert 'new Set([document.getElementById("ask")])' in answer[2], "it is not left behind unasked"
    await sign_in.finish(mailed.client.app)  # type: ignore[arg-type]
    assert box.letters == []


async def test_without_mail_the_link_is_printed_and_never_logged(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    one = await site.house.store.leaders.add(ANNA, "Anna")
    await ask(site)
    async with site.client.get("/sign-in/sent") as answer:
        assert "This server sends no mail" in await answer.text()
    said = capsys.readouterr()
    assert one.leader in said.out and ANNA not in said.out and "#" not in said.err
    assert (await send(site, "/sign-in/open", token=token_of(said.out)))[0] == 303


async def test_a_mail_that_does_not_get_there_leaves_a_word_without_an_address(
    mailed: Site, box: LetterBox, capsys: pytest.CaptureFixture[str]
) -> None:
    box.refuses[ANNA] = "550 no such user"
    await ask(mailed)
    said = capsys.readouterr()
    assert "sign_in_link_lost" in said.out + said.err and "example.org" not in said.out + said.err


async def test_another_site_cannot_press_for_anybody(mailed: Site, box: LetterBox) -> None:
    await ask(mailed)
    token = token_of(plain_of(box.letters[0]))
    for path, fields in (
        ("/sign-in/open", {"token": token}),
        ("/sign-out", {}),
        ("/sign-in", {"address": ANNA}),
    ):
        for headers in (
            {"Sec-Fetch-Site": "cross-site"},
            {"Origin": "https://evil.example"},
            {"Origin": "null"},
        ):
            async with mailed.client.post(
                path, data=fields, headers=headers, allow_redirects=False
            ) as answer:
                assert answer.status == 403, (path, headers)
    assert (await send(mailed, "/sign-in/open", token=token))[0] == 303


async def test_a_form_in_no_encoding_is_a_bad_request(mailed: Site) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded; charset=nonsense"):
        headers = {**FORM, "Content-Type": kind}
        async with mailed.client.post("/sign-in", data=b"address=%ff", headers=headers) as answer:
            assert answer.status == 400
