"""Two leaders write one group at once: the second reads all that the first has changed, and chooses what is kept."""

from __future__ import annotations

from typing import Any

from server.pages.language import text
from tests.server.pages.test_groups import Fields, come, fresh, made, see, send, stored


async def test_what_only_the_other_has_changed_is_shown_at_the_top_and_stays(site: Any) -> None:
    await come(site)
    group = await made(site, name_2="Dan", telephone="+33 1 99 00 12")
    path = f"/groups/{group.group}"
    hers = await fresh(
        site, path, telephone="+33 1 99 00 77", kind="months", nth="2", weekday="3", language="de"
    )
    his = await fresh(site, path, name_3="Eve", name="Tuesday evenings")
    assert (await send(site, path, hers))[0] == 303
    status, page = await send(site, path, his)
    said = [
        "as the other has saved it: +33 1 99 00 77",
        "as it was before: +33 1 99 00 12",
        "as the other has saved it: Every month, on the second Thursday, 19:30",
        "as it was before: Each meeting is planned by itself",
        "as the other has saved it: Deutsch",
    ]
    assert status == 409 and [one for one in said if one not in page] == []
    assert text("en", "groups-changed-kept") in page, "nothing is to be chosen"
    assert page.index(said[0]) < page.index(text("en", "groups-meetings")), "above everything else"
    assert "Name Eve" not in page, "the list has been changed by one of them only"
    assert (await send(site, path, Fields(page).values))[0] == 303
    now = await stored(site, group.group)
    assert (now.name, [one.name for one in now.members]) == (
        "Tuesday evenings",
        ["Anna", "Carla", "Dan", "Eve"],
    )
    assert (now.terms.telephone, now.terms.rhythm, now.terms.language) == (
        "+33 1 99 00 77", "months 2 3 19:30", "de",
    )  # fmt: skip


async def test_what_both_have_changed_is_chosen_between(site: Any) -> None:
    await come(site)
    group = await made(site)
    path = f"/groups/{group.group}"
    for choice, telephone in (({}, "+33 1 99 00 2"), ({"keep-telephone": "theirs"}, "+33 1 99 00 3")):
        typed = "+33 1 99 00 2" if choice == {} else "+33 1 99 00 4"
        his = await fresh(site, path, telephone=typed)
        hers = await fresh(site, path, telephone="+33 1 99 00 3")
        assert (await send(site, path, hers))[0] == 303
        status, page = await send(site, path, his)
        assert status == 409
        assert "as the other has saved it: +33 1 99 00 3" in page and f"as you typed it: {typed}" in page
        assert (await send(site, path, Fields(page).values | choice))[0] == 303
        assert (await stored(site, group.group)).terms.telephone == telephone


async def test_two_who_write_about_different_people_lose_nothing_of_each_other(site: Any) -> None:
    await come(site)
    group = await made(site, name_2="Dan", name_3="Eve")
    path = f"/groups/{group.group}"
    hers = await fresh(site, path, name_1="Carla B.", name_3="", name_4="Flo", address_4="flo@example.org")
    his = await fresh(site, path, role_2="observer", name_4="Gus")
    assert (await send(site, path, hers))[0] == 303
    status, page = await send(site, path, his)
    assert status == 409 and "keep-person" not in page, "nothing is to be chosen"
    assert "as the other has saved it: Name Carla B." in page and "as it was before: Name Carla<" in page
    assert "as it was before: not on the list" in page, "Flo"
    assert (await send(site, path, Fields(page).values))[0] == 303
    now = await stored(site, group.group)
    assert [(one.name, one.role) for one in now.members] == [
        ("Anna", "leader"), ("Carla B.", "member"), ("Dan", "observer"), ("Flo", "member"), ("Gus", "member"),
    ]  # fmt: skip
    assert now.members[1].member == group.members[1].member


async def test_about_one_person_both_have_written_of_it_is_asked_and_of_nobody_else(site: Any) -> None:
    await come(site)
    group = await made(site, name_2="Dan")
    path = f"/groups/{group.group}"
    carla = group.members[1].member
    for choice, typed in (("mine", "Carla C."), ("theirs", "Carla D.")):
        hers = await fresh(site, path, name_1="Carla B.", address_1="b@example.org", name_2=f"Dan {choice}")
        his = await fresh(site, path, name_1=typed, address_1="d@example.org")
        assert (await send(site, path, hers))[0] == 303
        status, page = await send(site, path, his)
        assert status == 409 and page.count('value="theirs"') == 1
        assert "as the other has saved it: Name Carla B.; E-mail address b@example.org" in page
        assert f"as you typed it: Name {typed}; E-mail address d@example.org" in page
        assert (await send(site, path, Fields(page).values | {f"keep-person-{carla}": choice}))[0] == 303
        now = (await stored(site, group.group)).members
        assert [(one.name, one.address) for one in now[1:]] == [
            (typed, "d@example.org") if choice == "mine" else ("Carla B.", "b@example.org"),
            (f"Dan {choice}", ""),
        ]
    hers = await fresh(site, path, role_1="observer")
    his = await fresh(site, path, name_1="", address_1="")
    assert (await send(site, path, hers))[0] == 303
    status, page = await send(site, path, his)
    assert "as you typed it: not on the list" in page
    assert (await send(site, path, Fields(page).values))[0] == 303
    assert len((await stored(site, group.group)).members) == 2


async def test_what_was_typed_of_somebody_whom_the_other_has_taken_off_is_told_and_not_kept(
    site: Any,
) -> None:
    await come(site)
    group = await made(site, name_2="Dan", name_3="Eve")
    path = f"/groups/{group.group}"
    hers = await fresh(site, path, name_2="", name_3="")
    his = await fresh(site, path, name_2="Daniel", role_2="co_leader", name_4="Flo")
    assert (await send(site, path, hers))[0] == 303
    status, page = await send(site, path, his)
    assert status == 409 and "<legend>Daniel</legend>" in page and text("en", "groups-changed-kept") in page
    assert "as the other has saved it: not on the list" in page
    assert "as you typed it, and is not kept: Name Daniel; Role co-leader" in page
    assert "<legend>Eve" not in page, "of her nothing was typed"
    assert (await send(site, path, Fields(page).values))[0] == 303
    assert [one.name for one in (await stored(site, group.group)).members] == ["Anna", "Carla", "Flo"]


async def test_what_was_chosen_between_is_asked_again_where_it_has_changed_once_more(site: Any) -> None:
    await come(site)
    group = await made(site)
    path = f"/groups/{group.group}"
    his = await fresh(site, path, name="Mine")
    for telephone in ("+33 1 99 00 3", "+33 1 99 00 4"):
        assert (await send(site, path, await fresh(site, path, telephone=telephone)))[0] == 303
        status, page = await send(site, path, his)
        assert status == 409 and f"as the other has saved it: {telephone}" in page
        his = Fields(page).values
    assert (await send(site, path, his))[0] == 303
    assert (await see(site, path))[0] == 200
    now = await stored(site, group.group)
    assert (now.name, now.terms.telephone) == ("Mine", "+33 1 99 00 4")
