"""A certificate's code, and a leader's list as a table."""

from __future__ import annotations

import csv
import io
import string
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from server.groups.attendance import as_csv, begins, code_of, hours, vouched
from server.store import Attendance

SEAL, TICKET = b"k" * 32, "t" * 43
LATE = 1_793_745_000.0  # 3 November 2026, 23:30 in Vienna, 22:30 UTC
THEIRS = Attendance(LATE, "Europe/Vienna", 90, 87, "leader", "classic", "Tuesdays")


def test_it_begins_by_the_groups_clock() -> None:
    assert f"{begins(THEIRS):%d %H:%M}" == "03 23:30"
    nowhere = replace(THEIRS, zone="", began_at=LATE + 7200)
    assert f"{begins(nowhere):%d %H:%M}" == "04 00:30"
    assert begins(replace(THEIRS, zone="Nowhere/../Land")) == begins(replace(THEIRS, zone=""))
    assert [hours(minutes) for minutes in (0, 59, 60, 754)] == ["0:00", "0:59", "1:00", "12:34"]


def test_a_code_stands_for_the_day_and_the_minutes() -> None:
    code = code_of(SEAL, THEIRS, TICKET)
    assert len(code) == 29 and code.count("-") == 5 and code == code_of(SEAL, THEIRS, TICKET)
    assert vouched(SEAL, code) == (date(2026, 11, 3), 87)
    assert vouched(SEAL, f"  {code.replace('-', ' ').lower()}\n") == (date(2026, 11, 3), 87)
    assert vouched(SEAL, code.translate(str.maketrans("OIB", "018"))) == (date(2026, 11, 3), 87)
    assert code_of(SEAL, THEIRS, "u" * 43) != code, "two who were there as long have two codes"
    assert vouched(b"j" * 32, code) is None


@settings(max_examples=40)
@given(st.integers(0, 28), st.sampled_from(string.ascii_uppercase + "234567"))
def test_a_code_in_which_a_letter_is_another_is_none(at: int, letter: str) -> None:
    code = code_of(SEAL, THEIRS, TICKET)
    if code[at] not in ("-", letter):
        assert vouched(SEAL, code[:at] + letter + code[at + 1 :]) is None


@given(st.text())
def test_whatever_is_typed_is_answered(typed: str) -> None:
    assert vouched(SEAL, typed) is None


def test_a_table_opens_in_a_spreadsheet_and_reckons_nothing() -> None:
    led = [THEIRS, replace(THEIRS, group='=HYPERLINK("http://x";"y")', zone="")]
    table = as_csv(["Datum", "Gruppe"], led, lambda one: ("Leitung", "-Klassisch"), ";")
    assert table.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig")), delimiter=";"))
    assert rows[:2] == [
        ["Datum", "Gruppe"],
        ["2026-11-03", "23:30", "Europe/Vienna", "87", "Leitung", "'-Klassisch", "Tuesdays"],
    ]
    assert rows[2][2] == "UTC" and rows[2][6].startswith("'=HYPERLINK")
