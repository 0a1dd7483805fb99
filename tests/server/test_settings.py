"""Settings: variables, the file beside the server, and values that make no sense."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import typer
from pydantic import ValidationError

from server.settings import Settings
from server.terminal import settings_now


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("HOST", "PORT", "ADVERTISE", "PUBLIC_URL", "TURN_HOST", "TURN_SECRET", "MEDIA_WORKERS"):
        monkeypatch.delenv(f"RESTAREA_{name}", raising=False)
    return tmp_path


def test_by_default_people_come_from_this_computer() -> None:
    settings = Settings()
    assert (settings.host, settings.port, settings.media_port) == ("127.0.0.1", 8080, 8081)
    assert (settings.advertise, settings.public_url, settings.secure_cookies) == ([], "", False)


def test_a_variable_wins_over_the_file(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (elsewhere / "restarea.env").write_text("RESTAREA_PORT=7000\nRESTAREA_HOST=0.0.0.0\n")
    monkeypatch.setenv("RESTAREA_PORT", "7001")
    assert (Settings().host, Settings().port) == ("0.0.0.0", 7001)


def test_a_word_that_is_no_setting_is_said_so(elsewhere: Path) -> None:
    (elsewhere / "restarea.env").write_text("RESTAREA_PROT=7000\n")
    with pytest.raises(ValidationError, match="prot"):
        Settings()


def test_a_word_that_is_no_setting_is_named_as_it_is_written(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RESTAREA_PORTT", "7001")
    settings_now()
    assert capsys.readouterr().err.startswith("RESTAREA_PORTT is no setting, and does nothing.")
    (elsewhere / "restarea.env").write_text("RESTAREA_MAIL_HOSTT=mail.example.org\n")
    with pytest.raises(typer.Exit):
        settings_now()
    assert "no sense: RESTAREA_MAIL_HOSTT: there is no such setting." in capsys.readouterr().err


def test_addresses_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESTAREA_ADVERTISE", "203.0.113.7, 198.51.100.1,")
    assert Settings().advertise == ["203.0.113.7", "198.51.100.1"]


@pytest.mark.parametrize(
    ("given", "kept", "secure"),
    [
        ("https://Room.Example/", "https://room.example", True),
        ("https://room.example:8443", "https://room.example:8443", True),
        ("http://10.0.0.1:8080", "http://10.0.0.1:8080", False),
    ],
)
def test_a_public_address_is_an_origin(given: str, kept: str, secure: bool) -> None:
    settings = Settings(public_url=given)
    assert (settings.public_url, settings.secure_cookies) == (kept, secure)


@pytest.mark.parametrize(
    "address",
    ["room.example", "ftp://room.example", "https://", "https://room.example/balint", "https://a@b/"],
)
def test_an_address_that_links_cannot_begin_with_is_refused(address: str) -> None:
    with pytest.raises(ValidationError, match="public_url"):
        Settings(public_url=address)


def test_a_certificate_of_its_own_needs_its_key_and_an_address_in_https() -> None:
    chain, key = Path("chain.pem"), Path("key.pem")
    room = "https://room.example"
    assert Settings(public_url=room, tls_certificate_file=chain, tls_key_file=key).secure_cookies
    for said, given in (
        ("RESTAREA_TLS_KEY_FILE", {"public_url": room, "tls_certificate_file": chain}),
        ("RESTAREA_TLS_CERTIFICATE_FILE", {"public_url": room, "tls_key_file": key}),
        ("RESTAREA_PUBLIC_URL", {"tls_certificate_file": chain, "tls_key_file": key}),
        ("https://", {"public_url": "http://room", "tls_certificate_file": chain, "tls_key_file": key}),
    ):
        with pytest.raises(ValidationError, match=said):
            Settings(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize("port", [-1, 65536])
def test_a_port_is_one(port: int) -> None:
    with pytest.raises(ValidationError, match="port"):
        Settings(port=port)


SECRET = "0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize(
    "name",
    ["https://turn.example.org", "turn.example.org:443", "turn.example.org/", "[::1]", "a..b", "a b", "a?b"],
)
def test_a_turn_server_is_a_name(name: str) -> None:
    with pytest.raises(ValidationError, match="turn_host"):
        Settings(turn_host=name, turn_secret=SECRET)
    assert Settings(turn_host="Turn.Example.ORG", turn_secret=SECRET).turn_host == "turn.example.org"


def test_its_secret_comes_from_a_variable_or_from_a_file(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (elsewhere / "secret").write_text(SECRET + "\n")
    by_file = Settings(turn_host="turn.example.org", turn_secret_file=elsewhere / "secret")
    monkeypatch.setenv("RESTAREA_TURN_SECRET", SECRET)
    for settings in (by_file, Settings(turn_host="turn.example.org")):
        assert settings.turn_secret.get_secret_value() == SECRET


def test_a_turn_server_needs_one_secret_that_is_long(elsewhere: Path) -> None:
    (elsewhere / "secret").write_text(SECRET)
    (elsewhere / "empty").touch()
    for given, words in (
        ({}, "is needed"),
        ({"turn_secret": SECRET[:-1]}, "is needed"),
        ({"turn_secret_file": elsewhere / "empty"}, "is needed"),
        ({"turn_secret_file": elsewhere / "missing"}, "cannot be read"),
        ({"turn_secret": SECRET, "turn_secret_file": elsewhere / "secret"}, "one secret is enough"),
    ):
        with pytest.raises(ValidationError, match=words) as raised:
            Settings(turn_host="turn.example.org", **given)  # type: ignore[arg-type]
        assert [error["loc"] for error in raised.value.errors()] == [("turn_secret",)]


def test_a_secret_is_in_no_word_about_the_settings() -> None:
    settings = Settings(turn_host="turn.example.org", turn_secret=SECRET)
    with pytest.raises(ValidationError) as raised:
        Settings(turn_host="turn.example.org", turn_secret=SECRET[:-1])
    assert SECRET[:-1] not in f"{settings!r} {settings} {settings.model_dump()} {raised.value}"


def test_by_default_the_server_forwards_by_itself() -> None:
    settings = Settings()
    assert (settings.workers, settings.media_ports, settings.media_over_tcp) == (0, [8081], True)
    assert Settings(media_port=0, media_workers=3).media_ports == [0]


def test_each_worker_has_the_next_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESTAREA_MEDIA_WORKERS", "3")
    settings = Settings(media_port=9000)
    assert (settings.workers, settings.media_ports) == (3, [9000, 9001, 9002])
    assert Settings(media_port=8079).media_ports == [8079, 8080, 8081]
    assert not Settings(media_port=8079).media_over_tcp  # the pages have the one in the middle
    assert Settings(media_port=65533).media_ports[-1] == 65535
    with pytest.raises(ValidationError, match="RESTAREA_MEDIA_PORT"):
        Settings(media_port=65534)


@pytest.mark.parametrize(("cores", "workers"), [(1, 0), (2, 2), (16, 16)])
def test_one_worker_a_core_and_none_where_there_is_one_core(
    monkeypatch: pytest.MonkeyPatch, cores: int, workers: int
) -> None:
    monkeypatch.setenv("RESTAREA_MEDIA_WORKERS", "auto")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)))
    assert Settings().workers == workers


@pytest.mark.parametrize("count", ["-1", "65", "two"])
def test_a_number_of_workers_that_makes_no_sense(monkeypatch: pytest.MonkeyPatch, count: str) -> None:
    monkeypatch.setenv("RESTAREA_MEDIA_WORKERS", count)
    with pytest.raises(ValidationError, match="media_workers"):
        Settings()


MAIL = {"mail_host": "mail.example.org", "mail_from": "groups@example.org"}


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"mail_host": "mail.example.org"}, "mail_from"),
        (MAIL | {"mail_from": "groups"}, "mail_from"),
        (MAIL | {"mail_from": "a@example.org\nBcc: b@example.org"}, "mail_from"),
        (MAIL | {"mail_host": "smtp://mail.example.org"}, "mail_host"),
        (MAIL | {"mail_user": "groups"}, "mail_password"),
        (MAIL | {"mail_password": "s3cret"}, "mail_password"),
        (MAIL | {"mail_user": "groups", "mail_password": "s3cret", "mail_security": "none"}, "mail_password"),
        (MAIL | {"mail_security": "maybe"}, "mail_security"),
    ],
)
def test_mail_that_cannot_be_sent_is_said_so_at_the_start(given: dict[str, str], named: str) -> None:
    with pytest.raises(ValidationError, match=named) as refused:
        Settings(**given)  # type: ignore[arg-type]
    assert "s3cret" not in str(refused.value)


def test_the_password_for_mail_may_lie_in_a_file(elsewhere: Path) -> None:
    (elsewhere / "password").write_text("s3crét\n", "utf-8")
    settings = Settings(**MAIL, mail_user="groups", mail_password_file=elsewhere / "password")  # type: ignore[arg-type]
    assert settings.mail_password.get_secret_value() == "s3crét" and "s3crét" not in repr(settings)
