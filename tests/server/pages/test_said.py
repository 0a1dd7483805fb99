"""What a press has done is said once on the page that follows; what else was chosen stands; another language leads to
the same page."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from server.pages import sign_in
from server.pages.language import languages, text
from server.pages.said import WORDS
from server.pages.said import _words as words
from server.store import Listed
from tests.letter_box import LetterBox
from tests.server.pages.conftest import SESSION, Site
from tests.server.pages.test_groups import Fields, come, fresh, made, see, send, stored
from tests.server.pages.test_meetings import AT, DAY, START, come_again, mailed, planned, token_of
from tests.server.pages.test_series import ticked

__all__ = ["mailed"]


async def said(site: Site, path: str, **fields: str) -> str:
    """What the page says to which this press leads; loaded anew it says nothing."""
    status, to = await send(site, path, fields)
    assert status == 303, to
    await sign_in.finish(site.client.app)  # type: ignore[arg-type]
    found, again = [re.findall(r'class="done" role="status">(.*?)<', (await see(site, to))[1]) for _ in "12"]
    assert again == [] and len(found) <= 1
    return "".join(found)


async def test_every_press_says_once_what_it_has_done(mailed: Site, box: LetterBox) -> None:
    group = await made(mailed, kind="months", name_2="Dan", address_2="dan@example.org")
    path = f"/groups/{group.group}"
    assert "The group is made." in (await see(mailed, path))[1]
    assert "The group is made." not in (await see(mailed, path))[1]
    assert await said(mailed, path, **await fresh(mailed, path)) == "Saved."
    planned = await said(mailed, f"{path}/meetings", day=DAY, at=AT)
    assert planned == "The meeting is planned. Nobody has been invited yet."
    (plan,) = await mailed.house.store.meetings.of(group.group)
    meeting, carla = f"{path}/meetings/{plan.meeting}", group.members[1].member
    assert await said(mailed, f"{meeting}/invite") == "3 letters go out now."
    assert await said(mailed, f"{meeting}/invite") == "No letter goes out."
    assert await said(mailed, f"{meeting}/invite", member=carla) == "One letter goes out now."
    await mailed.house.store.replies.note(token_of(box.letters[-1]), plan.meeting, 0, True, mailed.wall)
    same = await said(mailed, f"{meeting}/move", day=DAY, at=AT)
    assert same == "The meeting is at this time already: nothing has changed."
    assert (await mailed.house.store.meetings.of(group.group))[0].replies == {carla: True}
    moved = await said(mailed, f"{meeting}/move", day="1970-02-04", at=AT)
    assert moved == "The meeting has been moved. 3 letters go out now."
    assert await said(mailed, f"{meeting}/revoke", member=carla) == "The link has been taken back."
    cancelled = await said(mailed, f"{meeting}/cancel")
    assert cancelled == "The meeting is cancelled. 3 letters go out now."
    shown = Fields((await see(mailed, f"{path}/series?count=3"))[1]).values["shown"]
    series = await said(mailed, f"{path}/series", **ticked(shown, 1), invite="1")
    assert series == "One meeting is planned. One date is left out. 3 letters go out now."
    removed = await said(mailed, f"{path}/remove")
    assert removed == "The group has been removed. 3 letters go out now."
    assert await said(mailed, "/hours/forget", all="yes") == "It has been erased."
    assert await said(mailed, "/sign-out") == "You are signed out."


async def test_full_names_are_hinted_at_once_where_they_are_first_written(site: Site) -> None:
    await come(site)
    path = f"/groups/{(await made(site, name_1='Carla Berg', name_2='Dan Kohl')).group}"
    hint = "These look like full names: Carla Berg, Dan Kohl. First names or initials are enough here."
    assert hint in (await see(site, path))[1]
    assert "look like full names" not in (await see(site, path))[1]
    assert await said(site, path, **await fresh(site, path)) == "Saved."
    many = {f"name-{row}": f"Eva Roth {row}" for row in range(3, 9)}
    many |= {f"address-{row}": "carla@example.org" for row in range(3, 9)}
    many |= {f"role-{row}": "member" for row in range(3, 9)}
    told = await said(site, path, **(await fresh(site, path) | many))
    assert [told.count(f"Eva Roth {row}") for row in range(3, 9)] == [2] * 6, "each name, each address"


async def test_nobody_is_named_on_another_groups_page_nor_where_the_list_has_changed_since(
    site: Site,
) -> None:
    await come(site)
    one, other = [await made(site, name=name, name_2="Dan", address_2="") for name in ("Mondays", "Fridays")]
    there = f"/groups/{one.group}"
    await see(site, there)
    _, to = await send(site, there, await fresh(site, there, name_1="Carla Berg"))
    page = (await see(site, f"/groups/{other.group}"))[1]
    assert 'role="status">Saved.<' in page and "full name" not in page
    _, to = await send(site, there, await fresh(site, there, name_1="Carla Kohl"))
    now, eva = (
        await stored(site, one.group),
        [Listed("leader", "Eva", "anna@example.org"), Listed("member", "Dan")],
    )
    await site.house.store.rewrite_group(one.group, now.revision, "Mondays", one.format, eva, one.terms)
    page = (await see(site, to))[1]
    assert 'role="status">Saved.<' in page and "full name" not in page
    _, to = await send(site, there, await fresh(site, there, name_1="Carla Roth"))
    assert "This looks like a full name: Carla Roth." in (await see(site, to))[1]


def test_whoever_is_not_on_the_list_any_more_is_not_named() -> None:
    assert words("en", "whole-names", [2, 3], ["Anna", "Carla Berg"]) == text(
        "en", "said-whole-names", count=1, names="Carla Berg"
    )
    assert words("en", "same-addresses", [3], ["Anna"]) == ""


async def test_where_no_mail_is_set_up_no_letter_is_said_to_go_out(site: Site) -> None:
    await come(site)
    group, path = await planned(site)
    await send(site, f"{path}/link", {"member": group.members[1].member})
    assert await said(site, f"{path}/move", day="1970-02-04", at=AT) == "The meeting has been moved."
    assert await said(site, f"{path}/cancel") == "The meeting is cancelled."
    (plan,) = await site.house.store.meetings.of(group.group)
    assert plan.mails == {group.members[1].member: "handed"}, "and none fails"
    assert await said(site, f"/groups/{group.group}/remove") == "The group has been removed."


async def test_what_is_said_is_ours_whatever_stands_in_the_cookie(site: Site) -> None:
    for language in languages():
        for word in WORDS:
            assert text(language, f"said-{word}", count=2) not in ("", f"said-{word}")
    for forged in ("admin-title.1", "saved", "saved.-1", "saved.٣", "<b>.1", "saved.1" * 60):
        quoted = {"Cookie": f"restarea_said={forged}"}
        async with site.client.get("/", headers=quoted) as answer:
            assert 'role="status"' not in await answer.text(), forged


async def test_whoever_looks_without_showing_a_page_takes_no_message(mailed: Site, box: LetterBox) -> None:
    """In a second tab a meeting's page looks every three seconds whom the letters have reached."""
    _, path = await planned(mailed)
    await send(mailed, f"{path}/invite", {})
    await sign_in.finish(mailed.client.app)  # type: ignore[arg-type]
    for looks in ({"Sec-Fetch-Dest": "empty"}, {"Sec-Fetch-Dest": "image"}):
        async with mailed.client.get(path, headers=looks) as answer:
            assert 'role="status"' not in await answer.text() and not answer.cookies
    _, wrong = await send(mailed, f"{path}/move", {"day": "1960-01-01"})
    assert 'role="status"' not in wrong
    async with mailed.client.get(path, headers={"Sec-Fetch-Dest": "document"}) as answer:
        assert "letters go out now." in await answer.text()


async def test_over_https_no_other_name_of_the_domain_gives_a_browser_a_message(
    open_site: Callable[..., Awaitable[Site]],
) -> None:
    site = await open_site(public_url="https://room.example")
    for name, says in (("restarea_said", False), ("__Host-restarea_said", True)):
        async with site.client.get("/sign-in", headers={"Cookie": f"{name}=saved.0"}) as answer:
            assert ('role="status"' in await answer.text()) is says
            taken = answer.headers.get("Set-Cookie", "")
            assert all(one in taken for one in (f"{name}=", "Max-Age=0", "Path=/", "Secure")) is says


async def test_what_was_chosen_for_a_meeting_stands_whatever_is_pressed(mailed: Site, box: LetterBox) -> None:
    mailed.wall = START.timestamp() - 3600
    await come_again(mailed)
    group, path = await planned(mailed)
    assert "?" not in path
    carla = group.members[1].member
    chosen = {"keep": "seat_timeline", "together": "yes", "early": "yes", "day": "1970-02-05", "at": "18:00"}
    stands = ('value="seat_timeline" checked', 'value="yes" checked aria-describedby="together-hint"',
              'value="yes" checked aria-describedby="early-hint"', 'value="1970-02-05"', 'value="18:00"')  # fmt: skip
    for act, more in (("invite", {}), ("invite", {"member": carla}), ("revoke", {"member": carla})):
        status, to = await send(mailed, f"{path}/{act}", chosen | more)
        assert status == 303
        await sign_in.finish(mailed.client.app)  # type: ignore[arg-type]
        page = (await see(mailed, to))[1]
        assert [one for one in stands if one not in page] == [], act
    _, page = await send(mailed, f"{path}/link", chosen | {"member": carla})
    (back,) = re.findall(r'<nav><a href="([^"]+)"', page)
    assert [one for one in stands if one not in (await see(mailed, back.replace("&amp;", "&")))[1]] == []
    status, page = await send(mailed, f"{path}/move", chosen | {"day": "1960-01-01"})
    assert status == 400 and all(one in page for one in stands[:3])
    status, page = await send(mailed, f"{path}/open", chosen | {"keep": "nothing"})
    assert status == 400 and all(one in page for one in stands[1:])
    status, to = await send(mailed, f"{path}/move", chosen | {"day": DAY, "at": "20:00"})
    page = (await see(mailed, to))[1]
    assert "3 February 1970, 20:00" in page and all(one in page for one in stands[:3])
    assert "day=" not in to, "it is moved"
    for elsewhere in ("cross-site", "same-site", "none"):
        async with mailed.client.get(to, headers={"Sec-Fetch-Site": elsewhere}) as answer:
            page = await answer.text()
        assert answer.status == 200 and not any(one in page for one in stands[:4]), elsewhere
    hostile = f"{path}?keep=%22%3E%3Cscript&day=%22%3E%3Cb%3E&together=1"
    page = (await see(mailed, hostile))[1]
    assert "<script>" not in page and 'value="nothing" checked' in page


async def test_the_next_needed_press_stands_out_and_no_other(mailed: Site, box: LetterBox) -> None:
    def main(page: str) -> list[str]:
        return re.findall(r'<button[^>]*class="main"[^>]*>(.*?)<', page)

    mailed.wall = START.timestamp() - 3600
    await come_again(mailed)
    _, path = await planned(mailed)
    assert main((await see(mailed, path))[1]) == ["Invite by mail"]
    box.refuses = {"dan@example.org": "550 no such user"}
    await said(mailed, f"{path}/invite")
    page = (await see(mailed, path))[1]
    assert main(page) == ["Open the meeting"] and "Try again with those" in page


async def test_the_groups_page_says_whom_letters_have_reached(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    home = f"/groups/{group.group}"
    assert "nobody has been invited yet" in (await see(mailed, home))[1]
    box.refuses = {"dan@example.org": "550 no such user", "carla@example.org": "451 later"}
    await said(mailed, f"{path}/invite")
    page = (await see(mailed, home))[1]
    assert "one person has been told" in page and "not delivered to Dan, Carla" in page
    store, carla = mailed.house.store, group.members[1]
    await store.returned.note(await store.returned.word_for(group.group, carla), "full")
    assert "The last letter came back from Carla" in (await see(mailed, home))[1]
    dan = group.members[2]
    await store.meetings.mailed(path.rpartition("/")[2], dan.member, "sent")
    await store.returned.note(await store.returned.word_for(group.group, dan), "full")
    page = (await see(mailed, home))[1]
    assert "one person has been told" in page and "a letter came back from Dan" in page, (
        "and Dan is not counted"
    )
    assert ">sent<" not in (await see(mailed, path))[1].partition("Dan")[2], (
        "what came back has not been sent"
    )
    fields = await fresh(mailed, home, name_3="Eve", address_2="dan@example.net")
    await said(mailed, home, **fields)
    assert "no address and no link yet: Eve" in (await see(mailed, home))[1]
    for one in group.members:
        await said(mailed, f"{path}/revoke", member=one.member)
    page = (await see(mailed, home))[1]
    assert "no link any more for Anna, Carla, Dan" in page
    assert not any(words in page for words in ("nobody has been invited", "been told", "not delivered"))


async def test_another_language_leads_to_the_same_page_with_what_is_chosen_there(mailed: Site) -> None:
    group, path = await planned(mailed)
    for place in ("/groups", "/hours", "/passkeys", f"/groups/{group.group}/series?count=3"):
        page = (await see(mailed, f"{place}{'&' if '?' in place else '?'}lang=en"))[1]
        (link,) = re.findall(r'href="(\?[^"]*lang=de)"', page)
        german = (await see(mailed, place.partition("?")[0] + link.replace("&amp;", "&")))[1]
        assert '<html lang="de">' in german and (("count=3" in link) is ("series" in place)), place
    with_its_form = f'form="meeting" formmethod="get" formaction="{path}" name="lang" value="fr"'
    assert with_its_form in (await see(mailed, path))[1]
    for place in ("/sign-in/open", "/desk/open", "/shared", "/mine"):
        assert "one.href += location.hash" in (await see(mailed, place))[1], (
            "the link in the address comes along"
        )


async def test_whoever_led_is_led_on_from_the_end(site: Site) -> None:
    await site.come_in("leader", "Lea")
    site.house.shown = None
    assert 'href="/groups"' not in (await see(site, "/room"))[1], "nobody has groups here"
    await come(site)
    page = (await see(site, "/room"))[1]
    assert 'href="/groups"' in page and 'href="/hours"' in page and "The next meeting" not in page
    await made(site, kind="months")
    assert "Tuesdays, Tuesday, 6 January 1970, 19:30 (Paris)" in (await see(site, "/room"))[1]
    site.forget()
    assert (await site.post("/api/enter", {"token": await site.link("member")}))[0] == 200
    assert (await site.give_name("Mina"))[0] == 200
    assert 'href="/groups"' not in (await see(site, "/room"))[1]
    assert SESSION not in page
