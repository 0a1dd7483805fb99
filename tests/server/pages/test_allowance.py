"""The token bucket: whose it is, how it fills, and that it never grows without end."""

from __future__ import annotations

import pytest
from aiohttp.test_utils import make_mocked_request

from server.pages import allowance
from server.pages.allowance import BURST, PER_SECOND, Allowance, asker


def test_a_bucket_empties_and_fills_for_each_alone() -> None:
    now = 0.0
    bucket = Allowance(lambda: now)
    assert [bucket.spend("a") for _ in range(int(BURST) + 2)] == [True] * int(BURST) + [False, False]
    assert bucket.spend("b")
    now = 1.0
    assert [bucket.spend("a") for _ in range(3)] == [True] * int(PER_SECOND) + [False]
    now = 10_000.0
    assert [bucket.spend("a") for _ in range(int(BURST) + 1)] == [True] * int(BURST) + [False]


def test_memory_is_bounded_and_the_busy_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "REMEMBERED_MOST", 10)
    now = 0.0
    bucket = Allowance(lambda: now)
    for who in range(10):
        bucket.spend(f"passing{who}")
    now = 0.6  # whoever passed by once has a full bucket again
    while bucket.spend("busy"):
        pass
    for who in range(9):
        bucket.spend(f"newcomer{who}")
        assert len(bucket._buckets) <= 10
    assert not bucket.spend("busy")
    for who in range(100):
        bucket.spend(f"flood{who}")
        assert len(bucket._buckets) <= 10


@pytest.mark.parametrize(
    ("remote", "forwarded", "who"),
    [
        ("203.0.113.7", None, "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),  # only a proxy of this machine is believed
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("::1", "10.0.0.1, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", None, "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", None, "203.0.113.7"),
        ("fe80::1%eth0", None, "fe80::/64"),
        (None, None, ""),
    ],
)
def test_whose_bucket_pays(remote: str | None, forwarded: str | None, who: str) -> None:
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    request = make_mocked_request("POST", "/api/enter", headers=headers)
    assert asker(request.clone(remote=remote) if remote else request.clone(remote="")) == who
