"""Where the media plane listens, and whether answers come from where browsers ask."""

from __future__ import annotations

import pytest

from server.media import addresses
from server.media.addresses import answering_untold, is_own, listening, own_addresses

NEAR, OTHER, SIX = "192.0.2.4", "192.0.2.5", "2001:db8::4"


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_all", lambda: ["127.0.0.1", NEAR, OTHER, SIX])
    monkeypatch.setattr(addresses, "nearest", lambda: NEAR)


def test_own_addresses_start_with_loopback() -> None:
    found = own_addresses()
    assert found[0] == "127.0.0.1"
    assert len(set(found)) == len(found)
    assert is_own(found[-1]) and not is_own("203.0.113.7") and not is_own("a name")


@pytest.mark.usefixtures("machine")
@pytest.mark.parametrize(
    ("host", "told", "where", "untold"),
    [
        ("0.0.0.0", [], "0.0.0.0", ""),
        ("0.0.0.0", [OTHER], OTHER, ""),
        ("0.0.0.0", ["2001:DB8:0::4"], SIX, ""),
        ("0.0.0.0", ["2001:db8::5"], "0.0.0.0", ""),
        ("0.0.0.0", [OTHER, NEAR], "0.0.0.0", ""),
        ("0.0.0.0", [OTHER, "127.0.0.1"], "0.0.0.0", NEAR),
        ("0.0.0.0", ["203.0.113.7"], "0.0.0.0", ""),
        ("0.0.0.0", ["203.0.113.7", "203.0.113.8"], "0.0.0.0", ""),
        ("127.0.0.1", [OTHER, "127.0.0.1"], "127.0.0.1", ""),
    ],
)
def test_where_it_listens_and_what_it_answers_from(
    host: str, told: list[str], where: str, untold: str
) -> None:
    assert (listening(host, told), answering_untold(host, told)) == (where, untold)
