"""Export and erasure of a person: all that leads from an address to somebody, and nothing of anybody else."""

from __future__ import annotations

import json
import re
from pathlib import Path

from server.store import Attendance, Group, Listed, Store, Terms, hours
from server.store.audit import broken
from server.store.tables import metadata
from tests.server.store.test_groups import NOW, SESSION, everything, seated

CARLA, DAY = "Carla@example.org", "2026-11-29"
ROSTER = (Listed("leader", "Anna", "anna@example.org"), Listed("member", "Carla", "carla@Example.org"))
PAGE = Path(__file__).parents[3] / "docs" / "personal-data.md"


async def lived(store: Store) -> Group:
    """Carla leads, belongs to two groups, is invited, was mailed, and is in a meeting that goes on."""
    carla = await store.leaders.add(CARLA, "Carla C.", operator=True)
    await store.leaders.may_sign_in(carla.leader, "unused", NOW, NOW + 60)
    await store.leaders.may_sign_in(carla.leader, "used", NOW, NOW + 60)
    await store.leaders.sign_in("used", NOW, NOW + 60)
    await store.passkeys.add(carla.leader, b"credential", b"public key", 0, "2026-11")
    await store.add_group("Wednesdays", "french", ROSTER, owner=carla.leader)
    await store.add_group("Others", "french", ROSTER[:1])
    group = await store.add_group("Tuesdays", "classic", ROSTER, Terms(telephone="+1 555 0100"))
    known = await store.group(group)
    assert known is not None
    member = known.members[1].member
    meeting = await store.meetings.plan(group, NOW)
    await store.meetings.begin(meeting, [member])
    await store.meetings.mailed(meeting, member, "sent")
    await store.meetings.invite(meeting, member, "planned", anew=False)
    await store.replies.note("planned", meeting, 0, True, NOW)
    led = Attendance(NOW, "Europe/Paris", 90, 87, "leader", "classic", "Tuesdays")
    await store._writer.write(
        lambda connection: hours.note(connection, store._keys, carla.leader, "1970-01", led)
    )
    await seated(store, known, "Anna", 1)
    await seated(store, known, "Carla", 4)
    return known


async def test_what_is_known_of_somebody_is_found_by_their_address_however_it_is_written(
    store: Store,
) -> None:
    await lived(store)
    found = await store.persons.known("CARLA@EXAMPLE.ORG")
    assert json.loads(json.dumps(found)) == {
        "address": "CARLA@EXAMPLE.ORG",
        "leader": {
            "name": "Carla C.", "operator": True, "last_signed_in": "1970-01", "browsers_signed_in": 1,
            "links_to_sign_in": 1, "passkeys_added": ["2026-11"], "groups_made": ["Wednesdays"],
            "last_letter_came_back": "",
            "months_of_own_records": [], "links_to_own_records": 0, "records_that_may_become_own": 0,
            "meetings_led": [
                {
                    "began": "1970-01-01T01:23+00:00", "minutes": 87, "of_minutes": 90, "role": "leader",
                    "format": "classic", "group": "Tuesdays",
                }
            ],
        },
        "groups": [
            {
                "group": "Tuesdays", "name": "Carla", "address": "carla@Example.org", "role": "member",
                "telephone_of_the_group": "+1 555 0100", "cases_presented": 0, "mails": ["sent"],
                "replies": [{"begins": "1970-01-01T01:23+00:00", "comes": True}],
                "last_letter_came_back": "", "time_zone": "", "language": "",
                "links_to_planned_meetings": 1, "links_known_as_theirs": 2,
                "open_meetings": [
                    {"opened": "1970-01-01T00:16+00:00", "name": "Carla", "role": "member", "seat": 4}
                ],
            },
            {
                "group": "Wednesdays", "name": "Carla", "address": "carla@Example.org", "role": "member",
                "telephone_of_the_group": "", "cases_presented": 0, "mails": [], "replies": [],
                "last_letter_came_back": "", "time_zone": "", "language": "",
                "links_to_planned_meetings": 0, "links_known_as_theirs": 0,
                "open_meetings": [],
            },
        ],
    }  # fmt: skip
    assert await store.persons.known("dan@example.org") is None


async def test_whoever_is_erased_leaves_a_receipt_and_nobody_else_is_touched(store: Store) -> None:
    group = await lived(store)
    erased = await store.persons.erase(CARLA, "operator", DAY)
    assert erased is not None and erased.scrubbed
    assert erased.rows == {
        "group_members": 2, "groups": 1, "invitations": 1, "leader_hours": 1, "leaders": 1,
        "meeting_links": 1, "meeting_mails": 1, "meeting_replies": 1, "passkeys": 1, "people": 1,
        "sign_ins": 1, "signed_in": 1,
    }  # fmt: skip
    said = json.loads(erased.line.text)
    assert (said["act"], said["who"], said["day"], said["rows"], said["records"]) == (
        "erased", "operator", DAY, erased.rows, {},
    )  # fmt: skip
    assert broken(await store.released.audit()) is None
    assert await store.persons.known(CARLA) is None and await store.leaders.listed() == []
    assert await store.names(SESSION) == {1: "Anna"} and await store.seats(SESSION) == {1, 4}
    assert await store.persons.erase(CARLA, "operator", DAY) is None
    assert len(await store.released.audit()) == 1, "nothing went, and nothing is noted"
    anna = await store.persons.known("anna@example.org")
    assert anna is not None and [one["group"] for one in anna["groups"]] == [
        "Others",
        "Tuesdays",
        "Wednesdays",
    ]
    after = await store.group(group.group)
    assert after is not None and (after.gone, after.revision) == (1, group.revision + 1)
    assert await store.owner_of("planned") is None


async def test_nothing_of_them_is_on_the_disk_any_more(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 1000.0)
    group = await lived(store)
    member = group.members[1].member.encode()
    assert member in everything(tmp_path)
    await store.persons.erase(CARLA, "operator", DAY)
    assert member not in everything(tmp_path)
    await store.close()


async def test_one_may_leave_one_group_and_stay_in_another(store: Store) -> None:
    group = await lived(store)
    left = await store.persons.leave(group.members[1].member, "member", DAY)
    assert left is not None and left.rows["group_members"] == 1 and "leaders" not in left.rows
    assert await store.persons.leave(group.members[1].member, "member", DAY) is None
    found = await store.persons.known(CARLA)
    assert found is not None and [one["group"] for one in found["groups"]] == ["Wednesdays"]


def test_every_column_is_gone_through_on_the_page_that_says_what_is_known_of_whom() -> None:
    said = set()
    for line in PAGE.read_text().splitlines():
        if line.startswith("| `"):
            table = ""
            for word in re.findall(r"`([a-z0-9_.]+)`", line.split("|")[1]):
                table, column = word.split(".") if "." in word else (table, word)
                said.add((table, column))
    assert said == {
        (table.name, column.name) for table in metadata.tables.values() for column in table.columns
    }
