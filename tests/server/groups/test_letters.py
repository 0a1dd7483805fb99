"""A letter as its reader's mail program has it: its words first, who invites, and the calendar's file beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from icalendar import Calendar

from server.groups.invitations import Kind, Paper, letter_of
from server.groups.post import composed
from server.pages.language import languages, text
from server.store import Group, Member, Planned, Terms
from tests.letter_box import plain_of

ANNA, CARLA = (
    Member(name, role, name, 0, f"{name}@example.org")
    for name, role in (("Anna", "leader"), ("Carla", "member"))
)
GROUP = Group(
    "g", "Tuesdays", "classic", (ANNA, CARLA), terms=Terms("en", "Europe/Paris"), owner=None, revision=0
)
NOW = datetime(2026, 11, 29, tzinfo=UTC)
MEETINGS = [
    Planned(f"m{day}", "g", datetime(2026, 12, day, 18, 30, tzinfo=UTC).timestamp(), 0, False, {})
    for day in (1, 8)
]


def sent(kind: Kind, meetings: list[Planned], member: Member = CARLA, language: str = "en"):  # type: ignore[no-untyped-def]
    paper = Paper(GROUP, 90, "groups@example.org", language, partial(text, language), NOW)
    letter = letter_of(kind, meetings, member, "https://r.example/join#token", paper)
    return composed("groups@example.org", member.address, letter, language)


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("kind", ["invited", "cancelled"])
def test_the_calendars_files_lie_beside_the_letter_and_never_in_its_place(kind: Kind, count: int) -> None:
    letter = sent(kind, MEETINGS[:count])
    words, *files = letter.iter_parts()
    assert (
        letter.get_content_type() == "multipart/mixed" and words.get_content_type() == "multipart/alternative"
    )
    assert [part.get_content_type() for part in words.iter_parts()] == ["text/plain", "text/html"]
    assert [file.get_content_type() for file in files] == ["text/calendar"] * count
    assert all(file.get_content_disposition() == "attachment" and file.get_filename() for file in files)
    assert "attached" in plain_of(letter) and "BEGIN:" not in plain_of(letter)
    assert ("/join#token" in plain_of(letter)) is (kind == "invited")


def test_a_calendars_entry_says_where_its_link_is_and_how_to_come_by_another_and_holds_none() -> None:
    files = list(sent("invited", MEETINGS).iter_parts())[1:]
    first, second = (
        str(Calendar.from_ical(file.get_content()).walk("VEVENT")[0]["description"]) for file in files
    )
    assert "Your link is in the mail" in first and "a day before" in second
    for said in (first, second):
        assert "offers to send you a new one" in said and "https://r.example/join\n" in said
        assert said.endswith("What a calendar answers does not reach your leader.")
    (cancelled,) = list(sent("cancelled", MEETINGS[:1]).iter_parts())[1:]
    assert "/join" not in cancelled.get_content()


def test_it_says_who_invites_but_to_whoever_does_and_not_in_a_reminder() -> None:
    assert "Anna, who leads the group, invites you." in plain_of(sent("invited", MEETINGS))
    assert "invites" not in plain_of(sent("invited", MEETINGS, ANNA))
    assert "invites" not in plain_of(sent("reminded", MEETINGS[:1]))


@pytest.mark.parametrize("language", languages())
def test_its_lists_stand_below_what_announces_them_and_its_links_below_their_words(language: str) -> None:
    lines = plain_of(sent("invited", MEETINGS, language=language)).replace("\r\n", "\n").split("\n\n")
    (dates,) = [at for at, line in enumerate(lines) if line.startswith("- ")]
    assert lines[dates].count("\n- ") == 1 and lines[dates - 1].endswith(":")
    (link,) = [line for line in lines if "/join#token" in line]
    colon = "\u00a0:" if language == "fr" else ":"
    assert link.startswith(f"{text(language, 'mail-series-press')}{colon}\n")
