"""The codebook is current, and says of every column and every lack what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.pages.language import text
from server.record import codebook, tables
from server.record.codebook import Undefined

DEFINITIONS = (Path(__file__).parents[3] / "docs" / codebook.DEFINITIONS).read_text("utf-8")


def test_the_codebook_is_current() -> None:
    assert codebook.text() == codebook.written(DEFINITIONS), "it is old: run `make docs`"


def test_it_names_the_purposes_that_members_are_told_of_and_no_other() -> None:
    terms = codebook.text().partition(codebook.TERMS)[2].partition("\n- ")[0]
    told = text("en", "record-shown")
    assert all(purpose in terms and purpose in told for purpose in ("for their training", "supervisor"))
    assert (
        terms.count("research") == 1 and "for research, or\nfor anything else, asks those who were" in terms
    )


def test_every_column_is_there_with_what_it_holds() -> None:
    rows = dict(line.split("|")[1:3] for line in codebook.text().splitlines() if line.startswith("| `"))
    for table in tables.tables({}):
        for column in table.columns:
            assert rows[f" `{column.name}` "].strip(), column.name
    assert rows[" `silences_over_3_s` "] == " a number "
    assert rows[" `began_s` "] == " seconds, in steps of 5 "
    assert rows[" `gini` "] == " parts of 1, in hundredths "
    assert rows[" `level` "] == " one of `nothing`, `aggregate`, `seat_timeline` "


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        (DEFINITIONS.replace("- `gini`:", "- gini:"), "gini"),
        (DEFINITIONS + "\n- `mood`: of the group.\n", "mood"),
    ],
)
def test_a_field_without_a_meaning_and_a_meaning_without_a_field_are_errors(changed: str, named: str) -> None:
    with pytest.raises(Undefined, match=f"^{named}$"):
        codebook.written(changed)
