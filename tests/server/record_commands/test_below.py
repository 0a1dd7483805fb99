"""A folder is read without the folders in it, and the commands that take a folder say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.record.example import examples
from server.record.schema import to_json
from tests.server.record_commands.asked import said

MADE = [to_json(one) for one in examples().values()]
SAID = "Records in folders below are not read ({}).\n"


@pytest.fixture(autouse=True)
def there(folder: Path) -> None:
    lying = (
        "some/a",
        "some/b",
        "some/seats/a",
        "some/march/records/a",
        "some/march/records/b",
        "some/.old/a",
        "some/march/.old/a",
        "year/a",
        "year/group/a",
        "year/group/b",
        "year/group/seats/a",
        "one/a",
        "one/deep/er/a",
        "one/deep/er/still/a",
        "one/deep/er/still/more/a",
    )
    for number, name in enumerate(lying):
        file = folder / f"{name}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(MADE[number % 2 * 2])
    (folder / "some/notes").mkdir()
    (folder / "some/notes/of_mine.json").write_text("{}")
    (folder / "alone/below").mkdir(parents=True)
    (folder / "alone/below/a.json").write_bytes(MADE[0])


@pytest.mark.parametrize(
    ("named", "below"),
    [
        (("some",), "3 in some/march/records, some/seats"),
        (("some", "some/seats"), "2 in some/march/records"),
        (("some", "some/seats/a.json"), "2 in some/march/records"),
        (("some", "some/march/records/a.json"), "2 in some/march/records, some/seats"),
        (("some", "some/march", "some/seats"), ""),
        (("year", "year/group/seats"), "2 in year/group"),
        (("year", "year/group/a.json"), "2 in year/group, year/group/seats"),
        (("year", "./year", "some/a.json"), "3 in year/group, year/group/seats"),
        (("year", "year/group"), "1 in year/group/seats"),
        (("one", "some/a.json"), "2 in one/deep/er, one/deep/er/still"),
        (("some", "./some/march/records", "some/seats"), ""),
        (("some/a.json", "some/b.json"), ""),
        (("some/march",), ""),
    ],
)
@pytest.mark.parametrize("asked", [("export", "--as", "zip", "-o", "all.zip"), ("compare", "-o", "all.html")])
def test_records_in_folders_below_are_counted_where_those_are_not_named(
    asked: tuple[str, ...], named: tuple[str, ...], below: str
) -> None:
    """Of what is no record there, and of hidden folders, nothing is said."""
    code, told = said(*asked, *named)
    assert code == 0
    assert [one for one in told.splitlines(keepends=True) if "below" in one] == (
        [SAID.format(below)] if below else []
    )


def test_of_a_record_that_is_drawn_those_below_are_counted_too() -> None:
    code, told = said("plot", "one", "-o", "one.html")
    assert (code, told) == (0, SAID.format("2 in one/deep/er, one/deep/er/still"))


def test_links_lead_nowhere_twice(folder: Path) -> None:
    """What is read by another name is not below, and a link to itself is a file that cannot be read."""
    (folder / "year/again").symlink_to(folder / "some")
    (folder / "year/itself.json").symlink_to("itself.json")
    code, told = said("export", "year", "some/a.json", "some/b.json", "--as", "zip", "-o", "all.zip")
    assert code == 2 and "itself.json cannot be read" in told
    assert told.startswith(
        SAID.format("6 in year/again/march/records, year/again/seats, year/group, year/group/seats")
    )


@pytest.mark.parametrize("asked", ["export", "compare"])
def test_where_records_lie_below_only_that_is_said_before_there_is_none(asked: str) -> None:
    code, told = said(asked, "alone")
    assert code == 2 and told.startswith(SAID.format("1 in alone/below")) and "no record is in this" in told
