"""The server's own certificate, over a real socket: shown, renewed while people are in, and kept where the new one is
broken."""

from __future__ import annotations

import asyncio
import socket
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from server.app import Server
from server.doctor.certificate import check_own
from server.doctor.findings import Level
from server.doctor.network import answers
from server.settings import Settings
from server.tls import Certificate, Unusable, names, read
from tests.certificate import pem_pair

NOW = datetime.now(UTC).replace(microsecond=0)
ENDS = NOW + timedelta(days=300)


def settings(folder: Path, certificate: Path, key: Path) -> Settings:
    return Settings(
        data_dir=folder / "var",
        port=0,
        media_port=0,
        advertise=["127.0.0.1"],
        public_url="https://localhost",
        tls_certificate_file=certificate,
        tls_key_file=key,
    )


def shown(port: int, version: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3) -> datetime:
    """When the certificate ends that a visitor is shown."""
    trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    trusting.minimum_version = trusting.maximum_version = version
    with (
        socket.create_connection(("127.0.0.1", port), timeout=5) as plain,
        trusting.wrap_socket(plain, server_hostname="localhost") as served,
    ):
        return x509.load_der_x509_certificate(served.getpeercert(binary_form=True) or b"").not_valid_after_utc


async def test_the_server_speaks_https_itself_and_takes_a_renewed_certificate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = pem_pair(tmp_path, "localhost", ENDS)
    server = Server(settings(tmp_path, *files))
    monkeypatch.setattr("server.tls.LOOKS_AGAIN_S", 0.01)
    await server.start()
    try:
        trusting = ssl.create_default_context(cafile=str(files[0]))
        async with aiohttp.ClientSession() as http:
            async with http.get(f"https://localhost:{server.port}/sign-in?lang=de", ssl=trusting) as page:
                assert page.status == 200
                assert page.headers["Strict-Transport-Security"] == "max-age=31536000"
                assert "; Secure" in page.headers["Set-Cookie"]
                assert "wss://localhost" in page.headers["Content-Security-Policy"]
            with pytest.raises(aiohttp.ClientError):
                await http.get(f"http://localhost:{server.port}/healthz")
        assert server.url == "https://localhost"
        assert await asyncio.to_thread(answers, "127.0.0.1", server.port, tls=True)
        assert not await asyncio.to_thread(answers, "127.0.0.1", server.port)
        assert await asyncio.to_thread(shown, server.port, ssl.TLSVersion.TLSv1_2) == ENDS
        pem_pair(tmp_path, "localhost", later := ENDS + timedelta(days=90))
        async with asyncio.timeout(10):
            while await asyncio.to_thread(shown, server.port) != later:
                pass  # each look is a handshake, in a thread of its own
    finally:
        await server.stop()


async def test_a_broken_new_file_keeps_the_one_before_until_it_is_mended(tmp_path: Path) -> None:
    files = pem_pair(tmp_path, "localhost", ENDS)
    certificate = Certificate(*files)
    listening = await asyncio.start_server(
        lambda _, out: out.close(), "127.0.0.1", 0, ssl=certificate.context
    )
    port = listening.sockets[0].getsockname()[1]
    async with listening:
        files[0].write_text("half a certif")
        certificate.look()
        assert await asyncio.to_thread(shown, port) == ENDS
        (broken,) = check_own(*files, "https://localhost", NOW)
        assert (
            broken.wrong and "RESTAREA_TLS_CERTIFICATE_FILE" in str(broken) and str(files[0]) in str(broken)
        )
        pem_pair(tmp_path, "localhost", ENDS + timedelta(days=1))
        certificate.look()
        assert await asyncio.to_thread(shown, port) == ENDS + timedelta(days=1)


def test_what_cannot_be_used_is_said_with_its_setting_and_file(tmp_path: Path) -> None:
    certificate, key = pem_pair(tmp_path, "localhost", ENDS)
    (tmp_path / "other").mkdir()
    _, stranger = pem_pair(tmp_path / "other", "localhost", ENDS)
    empty = tmp_path / "empty"
    empty.touch()
    unknown, curve, malformed = (tmp_path / name for name in ("unknown", "curve", "malformed"))
    whole_chain = x509.load_pem_x509_certificate(certificate.read_bytes()).public_bytes(
        serialization.Encoding.DER
    )
    for path, was, becomes in (
        (unknown, bytes.fromhex("a003020102"), bytes.fromhex("a003020109")),  # version 10
        (curve, bytes.fromhex("2a8648ce3d030107"), bytes.fromhex("2a8648ce3d03017f")),
        (malformed, bytes.fromhex("82096c6f63616c686f7374"), bytes.fromhex("82ff6c6f63616c686f7374")),
    ):
        assert was in whole_chain
        path.write_text(ssl.DER_cert_to_PEM_cert(whole_chain.replace(was, becomes)))
    locked = tmp_path / "locked"
    whole = serialization.load_pem_private_key(key.read_bytes(), None)
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    locked.write_bytes(whole.private_bytes(pem, form, serialization.BestAvailableEncryption(b"secret")))
    for chain, secret, setting, code in (
        (tmp_path / "none", key, "CERTIFICATE", "unreadable"),
        (certificate, tmp_path / "none", "KEY", "unreadable"),
        (empty, key, "CERTIFICATE", "no_certificate"),
        (unknown, key, "CERTIFICATE", "no_certificate"),
        (curve, key, "CERTIFICATE", "no_certificate"),
        (malformed, key, "CERTIFICATE", "no_certificate"),
        (certificate, empty, "KEY", "no_key"),
        (certificate, certificate, "KEY", "no_key"),
        (certificate, stranger, "KEY", "other_key"),
        (certificate, locked, "KEY", "encrypted"),
    ):
        with pytest.raises(
            Unusable, match=f"RESTAREA_TLS_{setting}_FILE: {chain if setting != 'KEY' else secret}"
        ) as said:
            Certificate(chain, secret)
        assert said.value.code == code


async def test_a_renewed_certificate_that_browsers_would_refuse_is_not_taken(tmp_path: Path) -> None:
    certificate = Certificate(*pem_pair(tmp_path, "localhost", ENDS), "localhost")
    listening = await asyncio.start_server(
        lambda _, out: out.close(), "127.0.0.1", 0, ssl=certificate.context
    )
    async with listening:
        for name, ends, taken in (
            ("other.example.org", ENDS + timedelta(days=1), ENDS),
            ("localhost", NOW - timedelta(days=1), ENDS),
            ("localhost", ENDS + timedelta(days=2), ENDS + timedelta(days=2)),
        ):
            pem_pair(tmp_path, name, ends)
            certificate.look()
            assert await asyncio.to_thread(shown, listening.sockets[0].getsockname()[1]) == taken


async def test_who_connects_and_says_nothing_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.app.HANDSHAKE_S", 0.05)
    monkeypatch.setattr("server.app.DRAIN_S", 0.0)
    server = Server(settings(tmp_path, *pem_pair(tmp_path, "localhost", ENDS)))
    await server.start()
    try:
        heard, said = await asyncio.open_connection("127.0.0.1", server.port)
        async with asyncio.timeout(10):
            assert await heard.read() == b""
        said.close()
    finally:
        await server.stop()


async def test_a_look_that_fails_is_followed_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, again = Certificate(*pem_pair(tmp_path, "localhost", ENDS)), asyncio.Event()
    loop, looks = asyncio.get_running_loop(), 0

    def look() -> None:
        nonlocal looks
        looks += 1
        if looks == 1:
            raise RuntimeError("of a kind that nobody expects")
        loop.call_soon_threadsafe(again.set)

    monkeypatch.setattr("server.tls.LOOKS_AGAIN_S", 0.0)
    monkeypatch.setattr(certificate, "look", look)
    task = asyncio.create_task(certificate.keep_fresh())
    async with asyncio.timeout(10):
        await again.wait()
    task.cancel()


async def test_a_server_that_cannot_start_looks_at_its_certificate_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(settings(tmp_path, *pem_pair(tmp_path, "localhost", ENDS)))

    async def cannot(_: object) -> None:
        raise OSError("taken")

    monkeypatch.setattr("server.house.House.start", cannot)
    with pytest.raises(OSError, match="taken"):
        await server.start()
    assert not [task for task in asyncio.all_tasks() if task.get_name() == "certificate"]


async def test_a_server_whose_certificate_cannot_be_used_does_not_start(tmp_path: Path) -> None:
    server = Server(settings(tmp_path, tmp_path / "none.pem", tmp_path / "key.pem"))
    with pytest.raises(OSError, match=r"RESTAREA_TLS_CERTIFICATE_FILE: .*none.pem"):
        await server.start()


def test_the_doctor_looks_at_its_name_its_end_and_its_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = pem_pair(tmp_path, "*.example.org", ENDS)
    first = read(*files)
    hosts = ("room.example.org", "example.org", "a.room.example.org", "192.0.2.1")
    assert [names(first, host) for host in hosts] == [True, False, False, False]

    def level(host: str, now: datetime = NOW) -> Level:
        (found,) = check_own(*files, f"https://{host}", now)
        return found.level

    assert [level("room.example.org"), level("example.org")] == [Level.FINE, Level.PROBLEM]
    assert level("room.example.org", ENDS - timedelta(days=9)) is Level.WARNING
    assert level("room.example.org", ENDS + timedelta(days=9)) is Level.PROBLEM
    assert check_own(None, None, "", NOW) == []
    files[1].chmod(0o640)
    _, readable = check_own(*files, "https://room.example.org", NOW)
    assert readable.level is Level.WARNING and "(mode 640)" in str(readable)
    monkeypatch.setattr("server.doctor.certificate.MOST_RSA_BITS", 2047)
    files = pem_pair(tmp_path, "room.example.org", ENDS, rsa.generate_private_key(65537, 2048))
    _, slow = check_own(*files, "https://room.example.org", NOW)
    assert slow.level is Level.WARNING and "RSA key of 2048 bits" in str(slow)
