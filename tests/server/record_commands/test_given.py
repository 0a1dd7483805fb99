"""`restarea record`: what is given on the command line is what is meant, and what cannot be is refused."""

from __future__ import annotations

import csv
import zipfile
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from server.record.example import examples
from server.record.schema import to_json
from tests.server.record_commands.asked import RTTM, kept, said

ONE, TWO, *_ = map(to_json, examples().values())
ALONE = "Say one record, by its id or its .json: all is for `export` and `compare`.\n"
PAGE = "A record is drawn on a page, as -o NAME.html; one figure of it, with --figure, as .svg or .png.\n"


@pytest.fixture(autouse=True)
def there(folder: Path) -> None:
    (folder / "one.json").write_bytes(ONE)


def records(table: str) -> list[str]:
    return [row["record"] for row in csv.DictReader(Path(table).read_text().splitlines())]


def test_all_are_those_of_the_server_whatever_lies_there(folder: Path) -> None:
    (record_id,) = kept(ONE)
    (folder / "all").mkdir()
    (folder / "all" / "two.json").write_bytes(TWO)
    assert said("export", "all", "--as", "csv", "--table", "sessions", "-o", "x.csv") == (0, "")
    assert records("x.csv") == [record_id] and said("audit", "--as", "json")[1].count("{") == 2
    assert said("plot", "all") == (2, ALONE)
    assert said("compare", "all", "one.json", "-o", "x.html")[0] == 0
    assert said("plot", "./all", "-o", "x.html")[0] == 0, "a folder is named as one"
    assert said("destroy", "0" * 16, "--yes") == (2, f"There is no record {'0' * 16!r}.\n")


@pytest.mark.parametrize("asked", [("export", ""), ("plot", ""), ("compare", "", "one.json")])
def test_nothing_is_not_the_folder_one_is_in(asked: tuple[str, ...]) -> None:
    assert said(*asked) == (2, "Say which record: nothing stands there.\n")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (("plot", "one.json", "-o", "x.pdf"), PAGE),
        (
            ("plot", "one.json", "--figure", "course", "-o", "x.JPG"),
            "One figure is written as .svg or .png; without --figure there is a page with all of them.\n",
        ),
        (
            ("compare", "one.json", "./one.json", "-o", "x.pdf"),
            "Side by side records are drawn on a page, as -o NAME.html; one figure of it, with --figure, as .svg or "
            ".png.\n",
        ),
    ],
)
def test_an_ending_that_cannot_be_kept_to_is_refused(
    folder: Path, asked: tuple[str, ...], answer: str
) -> None:
    assert said(*asked) == (2, answer)
    assert not list(folder.glob("x.*"))


def test_an_ending_of_another_format_is_said(folder: Path) -> None:
    (folder / "m.rttm").write_text(RTTM)
    told = "x.parquet is written as csv, whatever its ending says: --as parquet would make it one.\n"
    for asked in (("export", "one.json"), ("import-rttm", "m.rttm")):
        assert said(*asked, "--as", "csv", "-o", "x.parquet") == (0, told)


def test_two_records_of_one_name_in_a_zip_are_two(folder: Path) -> None:
    with zipfile.ZipFile("by hand.zip", "w") as packed:
        for name, text in {
            "a/m.json": ONE,
            "b/m.json": TWO,
            "a/schema.json": b"{}",
            "__MACOSX/a/._m.json": b"?",
        }.items():
            packed.writestr(name, text)
    said("export", "by hand.zip", "--as", "csv", "--table", "sessions", "-o", "x.csv")
    assert records("x.csv") == ["m", "m_2"]


def test_a_files_name_is_no_formula_and_an_editors_mark_no_damage(folder: Path) -> None:
    (folder / "some").mkdir()
    (folder / "some" / "=1+1.json").write_bytes(BOM_UTF8 + ONE)
    (folder / "some" / "B.JSON").write_bytes(TWO)
    said("export", "some", "--as", "csv", "--table", "sessions", "-o", "x.csv")
    assert records("x.csv") == ["1_1", "B"]
