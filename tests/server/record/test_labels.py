"""What a record may be called on a page: what its owner says, within bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.record.labels import BadLabel, label, of_file


@pytest.mark.parametrize("text", ["a", "ES2004a", "séance 3", "2026-11 Tuesdays", "a_b.c-d", "x" * 40])
def test_a_label_is_as_it_was_said(text: str) -> None:
    assert label(text) == text


@pytest.mark.parametrize(
    "text", ["", " a", "a ", "-a", ".a", "a/b", "a\\b", "<b>", "a\nb", "a\u202eb", "x" * 41]
)
def test_what_is_no_label_is_refused(text: str) -> None:
    with pytest.raises(BadLabel, match="has 1 to 40 letters"):
        label(text)


@pytest.mark.parametrize(
    ("file", "called"),
    [
        ("es2004a.json", "es2004a"), ("/a/b/séance 3.json", "séance 3"), ("a<b>.json", "a_b"),
        ("-.json", "record"), (f"{'x' * 60}.rttm", "x" * 40), ("x" * 39 + " y.json", "x" * 39),
    ],
)  # fmt: skip
def test_a_file_is_called_by_its_name_as_far_as_a_label_may_be_so(file: str, called: str) -> None:
    assert of_file(file) == called


@given(st.text(min_size=1))
def test_whatever_a_file_is_called_it_comes_to_a_label(name: str) -> None:
    assert label(of_file(name))
