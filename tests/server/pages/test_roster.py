"""Who comes off a group's list is told so, and out of whose calendar what goes; another address has no older link."""

from __future__ import annotations

from server.pages.remarks import whole_names
from server.store import Listed
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import fresh, made, see
from tests.server.pages.test_meetings import enter, entry_of, mailed, planned, press, token_of

__all__ = ["mailed"]


async def test_whoever_is_taken_off_the_list_is_told_once_of_all_their_dates(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    page = f"/groups/{group.group}"
    await press(mailed, page, **await fresh(mailed, page, name_2="", address_2=""))
    assert box.letters == [], "Dan had been told of nothing"
    await press(mailed, f"{path}/invite")
    box.letters.clear()
    await press(mailed, page, **await fresh(mailed, page, name_1="", address_1=""))
    (letter,) = box.letters
    assert (letter["To"], letter["Subject"]) == (
        "carla@example.org",
        "Tuesdays: you are no longer on its list",
    )
    text = plain_of(letter)
    assert "Tuesday, 3 February 1970, 19:30" in text and "http" not in text
    method, event = entry_of(letter)
    assert (method, str(event["STATUS"]), int(event["SEQUENCE"])) == ("CANCEL", "CANCELLED", 1)
    assert str(event["UID"]).startswith(path.rpartition("/")[2]) and "no longer" in str(event["DESCRIPTION"])
    assert "One letter goes out now" in (await see(mailed, page))[1]
    out = event
    box.letters.clear()
    await press(mailed, page, **await fresh(mailed, page, name_2="Carla", address_2="carla@example.org"))
    await press(mailed, f"{path}/invite")
    (again,) = (letter for letter in box.letters if letter["To"] == "carla@example.org")
    method, event = entry_of(again)
    assert (method, str(event["UID"])) == ("REQUEST", str(out["UID"]))
    assert int(event["SEQUENCE"]) > int(out["SEQUENCE"]), "an older number would stay out of the calendar"


async def test_links_that_went_to_another_address_open_nothing_and_the_leader_is_told(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    page = f"/groups/{group.group}"
    await press(mailed, f"{path}/invite")
    carla, dan = (token_of(letter) for letter in box.letters[1:])
    typed = await fresh(
        mailed, page, address_1="carla@example.net", name_3="Eve", address_3="eve@example.org"
    )
    await press(mailed, page, **typed)
    _, shown = await see(mailed, page)
    assert "Carla has a new address" in shown and "not invited yet: Eve" in shown
    box.letters.clear()
    assert (await mailed.post("/api/fresh", {"token": carla}))[1] == {"coming": True}
    assert (await enter(mailed, carla))[1]["code"] == "earlier_link"
    assert (await enter(mailed, dan))[1]["code"] == "not_open_yet", "nobody else's"


async def test_a_corrected_address_is_shown_as_failed_no_more_and_one_press_invites_to_all_dates(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    page = f"/groups/{group.group}"
    second = await press(mailed, f"{page}/meetings", day="1970-03-03", at="19:30")
    box.refuses["carla@example.org"] = "550 no such user"
    for one in (path, second):
        await press(mailed, f"{one}/invite")
    assert (await see(mailed, page))[1].count("not delivered to Carla") == 2
    assert "Invite those who are missing" not in (await see(mailed, page))[1], "it would fail once more"
    await press(mailed, page, **await fresh(mailed, page, address_1="carla@example.net"))
    shown = (await see(mailed, page))[1]
    assert "not delivered" not in shown and shown.count("not invited yet: Carla") == 2
    assert "not invited yet" in (await see(mailed, second))[1]
    box.letters.clear()
    assert await press(mailed, f"{page}/invite") == page
    (letter,) = box.letters
    assert letter["To"] == "carla@example.net" and "3 March 1970" in plain_of(letter)
    assert "Invite those who are missing" not in (await see(mailed, page))[1]
    await press(mailed, f"{page}/invite")
    assert len(box.letters) == 1, "nobody is told twice"


async def test_which_name_looks_like_a_full_one_is_said_also_of_the_one_that_was_filled_in(
    mailed: Site,
) -> None:
    store = mailed.house.store
    leader = await store.leaders.by_address("anna@example.org")
    assert leader is not None
    group, _ = await planned(mailed)
    page = f"/groups/{group.group}"
    await press(mailed, page, **await fresh(mailed, page, name_1="Carla Berg"))
    assert "This looks like a full name: Carla Berg." in (await see(mailed, page))[1]
    await press(mailed, page, **await fresh(mailed, page, name_1="Carla Roth", name_2="Dan Roth"))
    assert "These look like full names: Carla Roth, Dan Roth." in (await see(mailed, page))[1]
    assert whole_names([Listed("leader", "Anna Berg"), Listed("member", "Dan")]) == (("whole-names", 1),)


async def test_two_with_one_address_are_taken_and_it_is_said_once(mailed: Site) -> None:
    group = await made(mailed, name_2="Dan", address_2="Carla@example.org")
    there = f"/groups/{group.group}"
    assert "The address of Dan is somebody else" in (await see(mailed, there))[1]
    assert [one.address.casefold() for one in group.members[1:]] == ["carla@example.org"] * 2
    await press(mailed, there, **await fresh(mailed, there))
    assert "is somebody else" not in (await see(mailed, there))[1], "it was meant"
    await press(mailed, there, **await fresh(mailed, there, name_3="Eva", address_3="anna@example.org"))
    assert "The address of Eva is" in (await see(mailed, there))[1]
    shared = {"name_4": "Fay", "address_4": "carla@example.org", "address_3": "carla@example.org"}
    await press(mailed, there, **await fresh(mailed, there, **shared))
    assert "are somebody else’s, too: Eva, Fay." in (await see(mailed, there))[1]
