"""Display names: what is left of what people type."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.names import MOST, clean_name, distinct, looks_whole
from server.pages.language import text


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Anna Berg", True), ("Dr. Anna Berg", True), ("Anna", False), ("Dr. Anna", False), ("Anna B.", False),
        ("Jean-Paul", False), ("A. B.", False), ("", False), ("李 明", False),
    ],
)  # fmt: skip
def test_what_looks_like_a_full_name_is_what_the_pages_script_says(name: str, whole: bool) -> None:
    assert looks_whole(name) is whole


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Ann", "Ann"),
        ("  Ann \t\r\n  Smith  ", "Ann Smith"),
        ("Zoe\u0308", "Zoë"),  # composed
        ("Dr. O'Neill-Łukasz", "Dr. O'Neill-Łukasz"),
        ("李小龙", "李小龙"),
        ("محمد", "محمد"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # the joiner belongs to the word
        ("👩\u200d⚕️", "👩\u200d⚕️"),
        ("😀", "😀"),
        ("7", "7"),
        ("<b>Ann</b>", "<b>Ann</b>"),  # text it is, and text it stays: pages escape
        ("{{ 7*7 }} %s \\x", "{{ 7*7 }} %s \\x"),
        ("Ann\u202eevil", "Annevil"),
        ("\u2066Ann\u2069\u200f", "Ann"),
        ("A\u0000n\u0007n\u007f", "Ann"),
        ("A\ufeffn\u200bn\u00ad", "Ann"),
        ("Ann\ud800", "Ann"),
        ("Ann\ue000", "Ann"),
        ("Ann\u2028Smith\u00a0Jones", "Ann Smith Jones"),
        ("x" * 40, "x" * 40),
        (" " * 100 + "x" * 40 + "\u202e" * 100, "x" * 40),
        ("e\u0301" * 40, "é" * 40),
        ("x" * 41, None),
        ("x" * 200, None),
        ("", None),
        (" \n\t", None),
        ("\u202e\u200f\u2066", None),
        ("\u200d\u200c", None),
        ("\u0301", None),
        ("\u0000", None),
        ("\u3164", None),
        ("\u2800\uffa0\u115f\u1160", None),
        ("\u3164Ann\u2800", "Ann"),
        ("A\u034fn\u17b4n\u17b5", "Ann"),
        ("\u034f", None),
        ("\ufe0f", None),
        ("葛\U000e0100城", "葛\U000e0100城"),  # the form in which a family writes its name
    ],
)
def test_the_table(raw: str, name: str | None) -> None:
    assert clean_name(raw) == name


@given(st.text(alphabet=st.characters(codec=None), max_size=80))
def test_what_is_left_is_one_visible_line_and_stays_as_it_is(raw: str) -> None:
    name = clean_name(raw)
    if name is None:
        return
    assert 1 <= len(name) <= MOST
    assert clean_name(name) == name
    assert name == unicodedata.normalize("NFC", name.strip())
    assert not {unicodedata.category(char) for char in name} & {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert not set(name) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
    name.encode()


def test_one_that_ends_in_a_full_stop_ends_its_sentence_too() -> None:
    assert text("en", "desk-private-left", names="Ilse, v. H.") == "Stepped out, by themselves: Ilse, v. H."
    assert text("fr", "room-says-turn", name="v. H.") == "La parole est à v. H."
    assert text("en", "desk-private-left", names="Ilse, v. H") == "Stepped out, by themselves: Ilse, v. H."


@pytest.mark.parametrize(
    ("name", "taken", "told"),
    [
        ("Cleo", [], "Cleo"),
        ("Cleo", ["Ann", "Cleopatra", ""], "Cleo"),
        ("Cleo", ["Cleo"], "Cleo (2)"),
        ("Cleo", ["cleo (2)", "CLEO"], "Cleo (3)"),
        ("Cleo (2)", ["Cleo"], "Cleo (2)"),
        ("Cleo (2)", ["Cleo", "Cleo (2)"], "Cleo (3)"),
        ("Cleo", ["Cl\u200deo"], "Cleo (2)"),
        ("Cleo", ["Cleo\ufe0f"], "Cleo (2)"),
        ("Cleo", ["Cle\u180bo"], "Cleo (2)"),
        ("Cleo", ["Cle\u180fo"], "Cleo (2)"),
        ("Cle\U000e01efo", ["Cleo"], "Cle\U000e01efo (2)"),
        ("Cleo(2)", ["Cleo (2)"], "Cleo (3)"),
        ("Cleo (2)", ["Cleo( 2 )", "Cleo"], "Cleo (3)"),
        ("Cleo（2）", ["Cleo (2)"], "Cleo（2） (2)"),
        ("(2)", ["(2)"], "(2) (2)"),
        ("Сleo", ["Cleo"], "Сleo"),  # the first letter of one is Cyrillic: not told
        ("Zoe", ["Zoë"], "Zoe"),
        ("Strauß", ["STRAUSS"], "Strauß (2)"),
        ("A" * MOST, ["A" * MOST], "A" * (MOST - 4) + " (2)"),
        ("A" * 35 + "\u200dBBBB", ["A" * 35 + "BBBB"], "A" * 35 + " (2)"),
        ("\u200d" * 39 + "A", ["A"], "(2)"),
    ],
)
def test_a_name_that_is_taken_gets_a_number(name: str, taken: list[str], told: str) -> None:
    assert distinct(name, taken) == told


@given(st.lists(st.text(max_size=80), max_size=8))
def test_no_two_are_called_alike_and_each_name_stands(raw: list[str]) -> None:
    told: list[str] = []
    for name in filter(None, map(clean_name, raw)):
        told.append(distinct(name, told))
        assert clean_name(told[-1]) == told[-1]
        assert distinct(told[-1], told[:-1]) == told[-1]
