"""What `restarea record list` says of a record is in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.structure_record import Lack
from server.pages.language import text
from server.record_commands.listed import LACKS, in_words
from tests.facilitation.worked_session import SAID, a_group_of, record
from tests.server.record_commands.asked import SUMS


@pytest.mark.parametrize(
    ("seconds", "took"), [(60, ", 1 minute;"), (115, ", 1 minute;"), (120, ", 2 minutes;")]
)
def test_the_list_counts_minutes_in_words(seconds: int, took: str) -> None:
    assert took in in_words("a", record(a_group_of(6, seconds), SAID[:2]))


def test_the_list_has_words_for_all_that_a_record_may_lack() -> None:
    lacking = in_words("a", replace(SUMS, lacks=tuple(Lack)))
    assert LACKS.keys() == set(Lack) and "_" not in lacking


def test_where_nobody_spoke_what_follows_from_it_is_not_listed() -> None:
    follow = (Lack.TOO_SHORT, Lack.TOO_FEW_MEMBERS, Lack.INTERVENTIONS_NOT_NOTED)
    silent = in_words("a", replace(SUMS, lacks=(Lack.NOT_ENDED, Lack.NO_SPEECH, *follow)))
    assert silent.endswith(f"; {LACKS[Lack.NOT_ENDED]}; nobody spoke")
    spoken = in_words("a", replace(SUMS, lacks=follow))
    assert spoken.endswith("".join(f"; {LACKS[one]}" for one in follow))


@pytest.mark.parametrize(
    ("language", "minutes", "said"),
    [
        ("en", 0, ", under a minute,"),
        ("en", 1, ", 1 minute,"),
        ("en", 62, ", 62 minutes,"),
        ("fr", 1, ", 1 minute,"),
        ("de", 1, ", 1 Minute,"),
    ],
)
def test_so_do_the_lists_of_pages(language: str, minutes: int, said: str) -> None:
    assert said in text(language, "records-line", month="–", format="", minutes=minutes, members="")
