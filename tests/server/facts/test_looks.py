"""What a page says it shows: read strictly, for it comes from a client."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.facts.looks import SEATS_MOST, Looks, looks_in
from server.media.layers import Wish
from server.media.negotiated import Layer


def test_sizes_by_seat_and_a_wish() -> None:
    looks = looks_in({"sizes": {"1": "large", "12": "none", "3": "small"}, "wish": "save"})
    assert looks == Looks({1: Layer.LARGE, 12: Layer.NONE, 3: Layer.SMALL}, Wish.SAVE)
    assert looks_in({"sizes": {}, "wish": "all"}) == Looks()


@pytest.mark.parametrize(
    "message",
    [
        None, [], {}, {"sizes": {}}, {"wish": "all"}, {"sizes": [], "wish": "all"},
        {"sizes": {}, "wish": "more"}, {"sizes": {}, "wish": []}, {"sizes": {}, "wish": "all", "more": 1},
        {"sizes": {"1": "huge"}, "wish": "all"}, {"sizes": {"1": []}, "wish": "all"},
        {"sizes": {"-1": "small"}, "wish": "all"}, {"sizes": {"x": "small"}, "wish": "all"},
        {"sizes": {"٣": "small"}, "wish": "all"}, {"sizes": {"1000": "small"}, "wish": "all"},
        {"sizes": {str(seat): "small" for seat in range(SEATS_MOST + 1)}, "wish": "all"},
    ],
)  # fmt: skip
def test_anything_else_is_none(message: Any) -> None:
    assert looks_in(message) is None


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@given(st.fixed_dictionaries({"sizes": json, "wish": json}) | json)
def test_nothing_a_client_sends_raises(message: Any) -> None:
    looks_in(message)
