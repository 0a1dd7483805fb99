"""Letters that come back: which letter a mail server's report is of and why, and that nothing else changes anything."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from email import message_from_bytes
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from typer.testing import CliRunner

from server.cli import app
from server.groups.bounced import NICE
from server.groups.letters import Letter
from server.groups.post import composed
from server.groups.reports import NoReport, Report, read
from server.store import Listed, Store

WORD = "abcdefghijklmnopqrstuvwx"
LETTER = Letter("Tuesdays", ("Hello Carla,",), "https://room.example/join#x", "Your link", ())


def sent(word: str = WORD) -> bytes:
    return composed("groups@example.org", "carla@example.org", LETTER, "en", word).as_bytes()


def report(action: str, status: str, letter: bytes = b"", *, whole: bool = True) -> bytes:
    """As RFC 3464 has it, with the whole letter or its headers alone."""
    mail = MIMEMultipart("report", report_type="delivery-status")
    mail["From"], mail["To"] = "MAILER-DAEMON@mx.example.net", "groups@example.org"
    mail.attach(MIMEText("I am sorry to have to inform you"))
    status_part = MIMEBase("message", "delivery-status")
    server, recipient = Message(), Message()
    server["Reporting-MTA"] = "dns; mx.example.net"
    recipient["Final-Recipient"] = "rfc822; carla@example.org"
    recipient["Action"], recipient["Status"] = action, status
    status_part.set_payload([server, recipient])
    mail.attach(status_part)
    letter = letter or sent()
    if whole:
        returned = MIMEBase("message", "rfc822")
        returned.set_payload([message_from_bytes(letter)])
        mail.attach(returned)
    else:
        mail.attach(MIMEText(letter.partition(b"\r\n\r\n")[0].decode(), "rfc822-headers"))
    return mail.as_bytes()


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(
    ("action", "status", "why"),
    [
        ("failed", "5.1.1", "unknown"),
        ("Failed", " 5.1.10 (bad address)", "unknown"),
        ("failed", "5.2.2", "full"),
        ("failed", "4.2.2", "full"),
        ("failed", "5.7.1", "refused"),
        ("failed", "5.0.0", "refused"),
        ("failed", "4.4.7", "later"),
        ("failed", "none", "later"),
        ("delayed", "4.4.1", None),
        ("relayed", "2.1.9", None),
    ],
)
def test_a_report_says_which_letter_and_why(action: str, status: str, why: str | None, whole: bool) -> None:
    assert read(report(action, status, whole=whole)) == Report(WORD, why)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0\xff" * 500,
        b"Subject: Hello\r\n\r\nI cannot come on Tuesday.",
        sent(),
        report("failed", "5.1.1", b"Message-ID: <another@example.org>\r\n\r\nHello"),
        report("failed", "5.1.1", b"Message-ID: <r-tooshort.0a@example.org>\r\n\r\nHello"),
        report("failed", "5.1.1")[:700],
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(3000)),
        b"Content-Type: message/rfc822\n\n" * 3000,
        b"Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n--x--",
    ],
)
def test_what_is_no_report_of_ours_is_said_so(raw: bytes) -> None:
    with pytest.raises(NoReport, match=r"This is no .*\."):
        read(raw)


@pytest.fixture
async def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A data folder with a group and a leader; the words of the letters to Carla and to Dora, who signs in."""
    monkeypatch.setenv("RESTAREA_DATA_DIR", str(tmp_path))
    store = await Store.open(tmp_path / "restarea.db")
    roster = (Listed("leader", "Anna", "anna@example.org"), Listed("member", "Carla", "carla@example.org"))
    group = await store.add_group("Tuesdays", "classic", roster)
    found = await store.group(group)
    assert found is not None
    leader = await store.leaders.add("dora@example.org", "Dora")
    made = [
        await store.returned.word_for(group, found.members[1]),
        await store.returned.word_for_leader(leader),
    ]
    await store.close()
    return made


async def known(folder: Path) -> dict[str, str]:
    store = await Store.open(folder / "restarea.db")
    (group,) = await store.groups()
    people = {one.name: one.returned for one in (*group.members, *await store.leaders.listed())}
    await store.close()
    return people


def hand_over(raw: bytes) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["mail", "bounced"], input=raw)
    return done.exit_code, done.output


async def test_a_letter_that_came_back_is_noted_at_the_address_and_goes_with_it(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carla, dora = words
    niced: list[int] = []
    monkeypatch.setattr("os.nice", niced.append)
    assert len(set(words)) == 2 and carla.isalnum()

    async def handed(raw: bytes) -> tuple[int, str]:
        return await asyncio.to_thread(hand_over, raw)

    nothing = {"Anna": "", "Carla": "", "Dora": ""}
    for raw, code in (
        (b"Subject: Hello\r\n\r\nHello", 65),
        (report("delayed", "4.4.1", sent(carla)), 0),
        (report("failed", "5.1.1"), 65),
    ):
        status, said = await handed(raw)
        assert status == code and "Nothing is changed." in said and "carla" not in said
        assert await known(tmp_path) == nothing
    status, said = await handed(report("failed", "5.1.1", sent(carla)))
    assert (status, said) == (0, "It is noted: the leader sees it on the group's page.\n")
    assert (await handed(report("failed", "5.2.2", sent(dora), whole=False)))[0] == 0
    assert await known(tmp_path) == {"Anna": "", "Carla": "unknown", "Dora": "full"}

    store = await Store.open(tmp_path / "restarea.db")
    (group,) = await store.groups()
    (anna, other) = (Listed(one.role, one.name, one.address, one.member) for one in group.members)
    await store.change_group(group.group, group.format, (anna, other))
    (same,) = await store.groups()
    assert same.members[1].returned == "unknown", "saved as it is, it stays"
    moved = Listed("member", "Carla", "c.b@example.org", other.member)
    await store.change_group(group.group, group.format, (anna, moved))
    await store.close()
    assert (await known(tmp_path))["Carla"] == "", "another address"
    status, said = await handed(report("failed", "5.1.1", sent(carla)))
    assert status == 65 and "has been changed since" in said, "a late report says nothing of the new address"
    with closing(sqlite3.connect(tmp_path / "restarea.db")) as database:
        database.execute("update alembic_version set version_num = '0016'")
        database.commit()
        status, said = await handed(report("failed", "5.1.1", sent(carla)))
        assert status == 75 and "another version" in said, "a mail brings no database to another version"
        assert database.execute("select version_num from alembic_version").fetchone() == ("0016",)
    assert niced == [NICE] * len(niced) and niced
    (tmp_path / "restarea.db").unlink()
    (tmp_path / "restarea.db").mkdir()
    assert (await handed(report("failed", "5.1.1", sent(carla))))[0] == 75, "to be tried again"
