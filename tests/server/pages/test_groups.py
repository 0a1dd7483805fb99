"""A leader makes groups and changes them by page; what is typed is never lost, and nobody sees another's group."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from server.groups.written import ROWS_MOST
from server.pages.language import languages, text
from server.pages.leader import COOKIE
from server.store import Group, Leader, Listed, Terms
from tests.server.pages.conftest import NOW, Site

FORM = {"Sec-Fetch-Site": "same-origin"}
HOSTILE = {
    "empty": "",
    "200 characters": "x" * 200,
    "right to left": "\u202eanna",
    "HTML": "<script>alert(1)</script>",
    "emoji": "👩‍⚕️ Anna",
    "header": "Anna\r\nBcc: evil@example.org",
    "invisible": "\u200b",
    "quotes": "\"'><img src=x>",
}


OF_A_FORM = re.compile(r"<(?:input|select|option)\b[^>]*>")


class Fields(HTMLParser):
    """What a browser would send of the page's last form. Of six hundred time zones only the first and the chosen one
    are read: the others were a sixth of what the tests of pages cost."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._select = ""
        for before, tag in pairwise(["", *OF_A_FORM.findall(page)]):
            if not (before.startswith("<option") and tag.startswith("<option") and "selected" not in tag):
                self.feed(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = {name: value or "" for name, value in attrs}
        if tag == "input" and (one.get("type") != "radio" or "checked" in one):
            self.values[one["name"]] = one.get("value", "")
        elif tag == "select":
            self._select = one["name"]
        elif tag == "option" and (self._select not in self.values or "selected" in one):
            self.values[self._select] = one.get("value", "")


async def come(site: Site, address: str = "anna@example.org", name: str = "Anna") -> Leader:
    """Somebody signs in, in this browser."""
    leaders = site.house.store.leaders
    leader = await leaders.by_address(address) or await leaders.add(address, name)
    await leaders.may_sign_in(leader.leader, address, NOW, NOW + 60)
    site.client.session.cookie_jar.update_cookies(
        {COOKIE: await leaders.sign_in(address, NOW, NOW + 3600) or ""}
    )
    return leader


async def see(site: Site, path: str) -> tuple[int, str]:
    async with site.client.get(path) as answer:
        return answer.status, await answer.text()


async def send(site: Site, path: str, fields: dict[str, str]) -> tuple[int, str]:
    """Where it leads and, unless it leads somewhere, the page."""
    async with site.client.post(path, data=fields, headers=FORM, allow_redirects=False) as answer:
        return answer.status, answer.headers.get("Location") or await answer.text()


async def fresh(site: Site, path: str = "/groups/new", **typed: str) -> dict[str, str]:
    """The page's form as it comes, and what is typed into it."""
    status, page = await see(site, path)
    assert status == 200
    named = {name.replace("_", "-") if name[-1].isdigit() else name: value for name, value in typed.items()}
    values = Fields(page).values
    assert named.keys() <= values.keys()
    return values | named


async def made(site: Site, **typed: str) -> Group:
    begun = {
        "name": "Tuesdays",
        "time_zone": "Europe/Paris",
        "name_1": "Carla",
        "address_1": "carla@example.org",
    }
    status, to = await send(site, "/groups/new", await fresh(site, **(begun | typed)))
    assert status == 303, to
    return await stored(site, to.removeprefix("/groups/").partition("?")[0])


async def stored(site: Site, group: str) -> Group:
    (found,) = [one for one in await site.house.store.groups() if one.group == group]
    return found


async def test_a_leader_makes_a_group_from_nothing(site: Site) -> None:
    anna = await come(site)
    _, page = await see(site, "/groups")
    assert "You have no group yet" in page and "anna@example.org" in page
    group = await made(site, kind="months", nth="1", weekday="1", at="19:30", language="fr")
    assert (group.name, group.format, group.owner) == ("Tuesdays", "classic", anna.leader)
    assert group.terms == Terms("fr", "Europe/Paris", "months 1 1 19:30")
    assert [(one.role, one.name, one.address) for one in group.members] == [
        ("leader", "Anna", "anna@example.org"), ("member", "Carla", "carla@example.org"),
    ]  # fmt: skip
    _, page = await see(site, "/groups")
    assert "Tuesdays" in page
    assert "Tuesday, 6 January 1970, 19:30 (Paris): by its rhythm, not planned yet" in page
    _, page = await see(site, "/groups?lang=fr")
    assert "mardi 6 janvier 1970, 19:30 (Paris)\u00a0: selon son rythme" in page
    assert (await send(site, f"/groups/{group.group}/meetings", {"day": "1970-01-06", "at": "19:30"}))[
        0
    ] == 303
    _, page = await see(site, "/groups?lang=en")
    assert "Tuesday, 6 January 1970, 19:30 (Paris)" in page and "not planned yet" not in page


async def test_what_is_shown_and_sent_back_changes_nothing(site: Site) -> None:
    await come(site)
    group = await made(
        site, kind="weeks", every="2", first="2026-12-01", at="20:00", telephone="+33 1 99 00 12"
    )
    assert group.terms.telephone
    path = f"/groups/{group.group}"
    assert (await send(site, path, await fresh(site, path)))[1] == path
    again = await stored(site, group.group)
    assert (again.members, again.terms, again.revision) == (group.members, group.terms, group.revision + 1)


async def test_whoever_is_renamed_is_the_same_person_and_the_list_may_be_reordered(site: Site) -> None:
    await come(site)
    group = await made(site, name_2="Dan")
    path = f"/groups/{group.group}"
    carla, dan = group.members[1].member, group.members[2].member
    typed = await fresh(site, path, name_1="Dan", address_1="", name_2="Carla", name_3="Eve")
    assert (await send(site, path, typed))[0] == 303
    assert [(one.name, one.member, one.address) for one in (await stored(site, group.group)).members[1:3]] == [
        ("Dan", carla, ""), ("Carla", dan, ""),
    ]  # fmt: skip
    await send(site, path, await fresh(site, path, name_1="", address_1=""))
    assert [one.name for one in (await stored(site, group.group)).members] == ["Anna", "Carla", "Eve"]


async def test_the_second_of_two_is_told_and_keeps_what_they_typed(site: Site) -> None:
    await come(site)
    group = await made(site)
    path = f"/groups/{group.group}"
    hers, his = (
        await fresh(site, path, name_2="Dan"),
        await fresh(site, path, name_2="Eve", name="Tuesday evenings"),
    )
    assert (await send(site, path, hers))[0] == 303
    status, page = await send(site, path, his)
    assert (
        status == 409 and "Somebody else has changed this group" in page and "Name Dan; Role member" in page
    )
    kept = Fields(page).values
    assert (kept["name"], [kept[f"name-{number}"] for number in range(4)]) == (
        "Tuesday evenings", ["Anna", "Carla", "Dan", "Eve"],
    )  # fmt: skip
    assert [one.name for one in (await stored(site, group.group)).members] == ["Anna", "Carla", "Dan"]
    assert (await send(site, path, kept))[0] == 303
    now = await stored(site, group.group)
    assert (now.name, [one.name for one in now.members]) == (
        "Tuesday evenings",
        ["Anna", "Carla", "Dan", "Eve"],
    )


async def test_whoever_was_erased_while_somebody_wrote_does_not_come_back(site: Site) -> None:
    await come(site)
    group = await made(site)
    path = f"/groups/{group.group}"
    typed = await fresh(site, path, name_2="Dan")
    await site.house.store.persons.leave(group.members[1].member, "member", "2026-11-29")
    status, page = await send(site, path, typed)
    assert status == 409 and "One person has left this group" in page and "Carla" not in page
    assert (await send(site, path, Fields(page).values))[0] == 303
    assert [one.name for one in (await stored(site, group.group)).members] == ["Anna", "Dan"]


async def test_an_operators_change_counts_as_anothers(site: Site) -> None:
    await come(site)
    group = await made(site)
    typed = await fresh(site, f"/groups/{group.group}")
    await site.house.store.change_group(
        group.group, "french", [Listed("leader", "Anna"), Listed("member", "Carla")]
    )
    assert (await send(site, f"/groups/{group.group}", typed))[0] == 409
    assert [one.address for one in (await stored(site, group.group)).members] == [
        "anna@example.org", "carla@example.org",
    ], "whoever is written down without an address keeps theirs"  # fmt: skip


async def test_nobody_sees_or_changes_anothers_group(site: Site) -> None:
    await come(site)
    group = await made(site)
    path, typed = f"/groups/{group.group}", await fresh(site, f"/groups/{group.group}", name="Mine")
    await come(site, "bela@example.org", "Bela")
    assert "Tuesdays" not in (await see(site, "/groups"))[1]
    assert (await see(site, path))[0] == (await send(site, path, typed))[0] == 404
    site.forget()
    assert (await send(site, path, typed)) == (303, "/sign-in")
    assert (await stored(site, group.group)).name == "Tuesdays"


async def test_whoever_leads_by_the_roster_has_the_group_too(site: Site) -> None:
    await come(site)
    group = await made(site, name_2="Bela", role_2="co_leader", address_2="Bela@Example.org")
    await come(site, "carla@example.org")
    assert "Tuesdays" not in (await see(site, "/groups"))[1], "a member leads nothing"
    await come(site, "bela@example.org")
    path = f"/groups/{group.group}"
    typed = await fresh(site, path, name_2="", address_2="")
    assert await send(site, path, typed) == (303, "/groups"), "whoever takes themselves off is led away"
    assert (await see(site, path))[0] == 404


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"name": "x" * 41}, "name", "groups-wrong-name"),
        ({"format": "nowhere"}, "format", "groups-wrong-format"),
        ({"time_zone": "Europe/Atlantis"}, "time_zone", "groups-wrong-zone"),
        ({"language": "xx"}, "language", "groups-wrong-language"),
        ({"kind": "weeks", "first": ""}, "kind", "groups-wrong-rhythm"),
        ({"kind": "weeks", "first": "2026-12-01", "every": "0"}, "kind", "groups-wrong-rhythm"),
        ({"kind": "months", "at": "25:00"}, "kind", "groups-wrong-rhythm"),
        ({"kind": "moons"}, "kind", "groups-wrong-rhythm"),
        ({"name_1": ""}, "name-1", "groups-wrong-person"),
        ({"name_1": "Anna"}, "name-1", "groups-wrong-twice"),
        ({"address_1": "carla"}, "address-1", "groups-wrong-address"),
        ({"role_0": "member"}, "roster", "groups-roster-leaders"),
        ({"role_1": "nurse"}, "roster", "groups-wrong-role"),
    ],
)
async def test_what_is_wrong_is_said_where_it_stands_and_nothing_is_lost(
    site: Site, typed: dict[str, str], field: str, said: str
) -> None:
    await come(site)
    begun = {
        "name": "Tuesdays",
        "time_zone": "Europe/Paris",
        "name_1": "Carla",
        "address_1": "carla@example.org",
    }
    fields = await fresh(site, **(begun | typed))
    status, page = await send(site, "/groups/new", fields)
    assert status == 400
    where = page.index(f'id="wrong-{field}"')
    assert text("en", said) in page[where : where + 300]
    kept = Fields(page).values
    assert kept["unsent"] == "wrong" and "new Set([" in page
    (first,) = re.findall(r'<section class="wrong"[^>]* autofocus>(.*?)</section>', page, re.DOTALL)
    (mended,) = re.findall(r'<a href="#([^"]+)">([^<]*)</a>', first)
    assert f' id="{mended[0]}"' in page and text("en", said) in mended[1]
    choices = {
        "format",
        "time_zone",
        "language",
        "kind",
        "role-1",
        "unsent",
    }  # of those, nothing else than was offered
    assert {name: kept[name] for name in fields if name not in choices} == {
        name: value for name, value in fields.items() if name not in choices
    }
    assert await site.house.store.groups() == []


@pytest.mark.parametrize("what", HOSTILE)
async def test_hostile_names_are_taken_clean_or_refused_with_a_word(site: Site, what: str) -> None:
    await come(site)
    begun = {
        "name": f"Tuesdays {HOSTILE[what]}",
        "time_zone": "UTC",
        "name_1": HOSTILE[what],
        "address_1": "c@example.org",
    }
    status, page = await send(site, "/groups/new", await fresh(site, **begun))
    if status == 303:
        group = await stored(site, page.removeprefix("/groups/"))
        assert what in ("right to left", "HTML", "emoji", "header", "quotes")
        assert not any(mark in group.members[1].name for mark in "\r\n\u202e")
        _, page = await see(site, f"/groups/{group.group}")
        assert Fields(page).values["name-1"] == group.members[1].name
    else:
        assert (status, what in ("empty", "200 characters", "invisible")) == (400, True)
    assert "<img src=x" not in page and "<script>alert" not in page


async def test_more_rows_save_nothing_and_lose_nothing_until_there_are_enough(site: Site) -> None:
    await come(site)
    fields = await fresh(site, name="Tues", name_5="Frida")
    for _ in range(12):
        status, page = await send(site, "/groups/new", fields | {"more": "1"})
        assert status == 200
        fields = Fields(page).values
        assert (fields["name"], fields["name-5"]) == ("Tues", "Frida")
    assert (
        f"name-{ROWS_MOST - 1}" in fields and f"name-{ROWS_MOST}" not in fields and 'name="more"' not in page
    )
    assert await site.house.store.groups() == []
    (focus,) = re.findall(
        r"<input id=\"name-(\d+)\"[^>]* autofocus",
        (await send(site, "/groups/new", await fresh(site) | {"more": "1"}))[1],
    )
    assert focus == "6", "one writes on where the new rows begin"


async def test_another_language_keeps_what_is_typed_and_says_again_what_is_wrong(site: Site) -> None:
    await come(site)
    group = await made(site)
    for path in ("/groups/new", f"/groups/{group.group}"):
        fields = await fresh(site, path, name="Mondays", name_3="Ève", time_zone="Europe/Atlantis")
        (press,) = re.findall(
            r'<button form="about"[^>]*formaction="([^"]*lang=fr)"[^>]*name="look"',
            (await see(site, f"{path}?lang=en"))[1],
        )
        status, page = await send(site, press, fields | {"look": "1"})
        kept = Fields(page).values
        assert (status, kept["name"], kept["name-3"], kept["unsent"]) == (200, "Mondays", "Ève", "")
        assert '<html lang="fr">' in page and "new Set()" in page, (
            "nothing was typed, as far as the page says"
        )
        _, page = await send(site, path, fields)
        status, page = await send(site, press, Fields(page).values | {"look": "1"})
        assert status == 400 and text("fr", "groups-wrong-zone") in page and "new Set([" in page
    assert [one.name for one in await site.house.store.groups()] == ["Tuesdays"]


async def test_a_name_that_another_group_has_is_said_so(site: Site) -> None:
    await come(site)
    group = await made(site)
    await made(site, name="Mondays")
    typed = await fresh(site, f"/groups/{group.group}", name="Mondays")
    status, page = await send(site, f"/groups/{group.group}", typed)
    assert status == 409 and "Another group has this name" in page
    status, page = await send(site, "/groups/new", typed)
    assert status == 409 and "Another group has this name" in page


async def test_addresses_and_names_lie_in_no_row_that_can_be_read(site: Site) -> None:
    await come(site)
    await made(site)

    def rows(connection):  # type: ignore[no-untyped-def]
        return b"".join(repr(tuple(row)).encode() for name in ("leaders", "groups", "group_members")
                        for row in connection.exec_driver_sql(f"select * from {name}"))  # fmt: skip

    kept = await site.house.store._writer.read(rows)
    assert b"Europe/Paris" in kept
    for word in (b"anna", b"carla", b"Anna", b"Carla", b"Tuesdays", b"example"):
        assert word not in kept


@pytest.mark.parametrize("language", languages())
def test_every_word_of_these_pages_is_there(language: str) -> None:
    roles = ("leader", "co-leader", "member", "observer")
    ids = [f"groups-role-{role}" for role in roles] + [f"groups-roster-no-{role}" for role in roles]
    ids += [f"groups-nth-{nth}" for nth in ("1", "2", "3", "4", "last")] + [
        f"groups-weekday-{day}" for day in range(7)
    ]
    assert [one for one in ids if text(language, one) == one] == []
