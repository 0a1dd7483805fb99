"""Words that are broken into lines have room in each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.record.canvas import broken, long_px

WORDS = st.from_regex(r"[ab](\u00a0?[%·]|[ab]){0,4}", fullmatch=True)
"""Some with a no-break space."""


@given(st.lists(WORDS, min_size=1), st.sampled_from([186, 368, 400]))
def test_no_line_is_wider_than_there_is_room_and_no_word_is_lost(words: list[str], px: int) -> None:
    lines = broken(" ".join(words), px)
    assert all(long_px(one) <= px for one in lines)
    assert " ".join(lines) == " ".join(words)
