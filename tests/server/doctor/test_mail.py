"""restarea doctor on the operator's mail server: how far one comes, without a letter."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.doctor import Level, check_mail, is_here
from server.doctor.certificate import check_certificate
from tests.certificate import pem_pair
from tests.letter_box import LetterBox
from tests.server.doctor.test_doctor import served_with


async def found(
    port: int, security: str = "none", user: str = "", host: str = "127.0.0.1"
) -> tuple[str, str]:
    finding = await asyncio.to_thread(check_mail, host, port, security, user, "secret", beyond=True)
    assert finding.level is (Level.FINE if finding.said == "mail-works" else Level.WARNING)
    assert "secret" not in str(finding)
    return finding.said, finding.advised


async def test_a_mail_server_is_asked_up_to_name_and_password_and_gets_no_letter() -> None:
    async with LetterBox() as box:
        port = box.settings["mail_port"]
        assert await found(port) == ("mail-works", "")
        assert await found(port, user="anna") == ("mail-refused", "mail-refused"), "it knows no names"
        assert await found(port, "starttls") == ("mail-no-tls", "mail-no-tls")
        assert await found(port, "tls") == ("mail-no-tls", "mail-no-tls")
        assert box.letters == []
    assert (await found(port))[0] == "mail-silent"
    assert (await found(99999))[0] == (await found(25, host="no name"))[0] == "mail-silent"


async def test_a_certificate_that_nobody_trusts_is_said_so(tmp_path: Path) -> None:
    with served_with(*pem_pair(tmp_path, "localhost", datetime.now(UTC) + timedelta(days=300))) as port:
        assert (await found(port, "tls", host="localhost"))[0] == "mail-untrusted"


def test_without_mail_it_is_said_where_links_stand_and_amiss_only_where_others_join() -> None:
    alone, beyond = (check_mail("", 587, "starttls", "", "", beyond=beyond) for beyond in (False, True))
    assert (alone.level, alone.advised) == (Level.FINE, "")
    assert (beyond.level, beyond.advised) == (Level.WARNING, "mail-printed")
    assert "the server’s own output" in str(alone)


@pytest.mark.parametrize(
    ("address", "here"),
    [("", True), ("http://127.0.0.1:8080", True), ("http://localhost", True), ("http://[::1]:80", True),
     ("http://10.0.0.1", False), ("http://localhost.example", False), ("https://[", False), ("rest", False)],
)  # fmt: skip
def test_an_address_of_this_computer_alone_is_fine_for_trying_out(address: str, here: bool) -> None:
    assert is_here(address) is here
    if here:
        assert check_certificate(address, datetime.now(UTC)).level is Level.FINE
