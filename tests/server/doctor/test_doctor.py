"""restarea doctor: what it finds, in which words, on machines that are fine and on machines that are not."""

from __future__ import annotations

import os
import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from server.doctor import Finding, Level, examine
from server.doctor.certificate import check_certificate, judge_validity
from server.doctor.machine import (
    check_folder,
    check_pages,
    judge_clock,
    judge_forwarding,
    judge_space,
    judge_workers,
    last_written,
)
from server.doctor.network import check_port, judge_media_address
from server.media.relay import Trial
from server.occupancy import occupy
from server.pages.language import catalogue, languages
from tests.certificate import pem_pair
from tests.server.test_typography import messages

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Settings:
    """Premises with nothing wrong, to be changed one by one."""

    data_dir: Path
    host: str = "127.0.0.1"
    port: int = 0
    media_host: str = "127.0.0.1"
    media_ports: tuple[int, ...] = (0,)
    media_over_tcp: bool = True
    advertise: tuple[str, ...] = ()
    public_url: str = ""
    tls_certificate_file: Path | None = None
    tls_key_file: Path | None = None


@contextmanager
def served_with(certificate: Path, private_key: Path) -> Iterator[int]:
    """A TLS server on loopback that shakes hands once; yields its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, private_key)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def shake_hands() -> None:
            with suppress(OSError):
                plain, _ = listening.accept()
                with plain, context.wrap_socket(plain, server_side=True) as served:
                    served.recv(1)

        thread = threading.Thread(target=shake_hands)
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            thread.join()


@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_a_port_that_another_program_holds_is_a_problem_and_free_again_afterwards(
    kind: socket.SocketKind,
) -> None:
    with socket.socket(socket.AF_INET, kind) as other:
        other.bind(("127.0.0.1", 0))
        if kind == socket.SOCK_STREAM:
            other.listen(1)
        port = other.getsockname()[1]
        taken = check_port("127.0.0.1", port, kind, "pages")
        own = check_port("127.0.0.1", port, kind, "pages", holder="likely")
    assert (own.level, "by the server that is running" in str(own)) == (Level.FINE, True)
    assert taken.level is Level.PROBLEM
    assert "Another program" in str(taken)
    assert check_port("127.0.0.1", port, kind, "pages").level is Level.FINE


@contextmanager
def answering(body: bytes) -> Iterator[int]:
    """A server that answers whatever it is asked with `body`; yields its port."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def test_its_own_running_server_is_no_other_program(tmp_path: Path) -> None:
    def pages(port: int) -> Finding:
        return examine(Settings(tmp_path, port=port), NOW)[0]

    with answering(b"ok\n") as port:
        elsewhere = pages(port)
        with occupy(tmp_path):
            own = pages(port)
    with answering(b"a shop") as port:
        other = pages(port)
    assert "no such port" in str(pages(70_000))
    assert (own.level, "your own server" in str(own)) == (Level.FINE, True)
    assert (elsewhere.level, "another data folder" in str(elsewhere)) == (Level.PROBLEM, True), (
        "no start here"
    )
    assert (other.level, "Another program" in str(other)) == (Level.PROBLEM, True)


@pytest.mark.parametrize(
    ("host", "port", "words"),
    [
        ("192.0.2.1", 8080, "not an address of this machine"),
        ("0.0.0.0", 70_000, "no such port"),
        ("0.0.0.0", -1, "no such port"),
        ("not an address", 8080, "no known name"),
        ("a" * 300, 8080, "no known name"),
    ],
)
def test_a_port_that_cannot_be_opened_says_why(host: str, port: int, words: str) -> None:
    found = check_port(host, port, socket.SOCK_DGRAM, "media")
    assert found.level is Level.PROBLEM
    assert words in str(found)
    assert found.advised


@pytest.mark.parametrize(
    ("address", "host", "beyond", "level"),
    [
        ("9.9.9.9", "0.0.0.0", True, Level.FINE),
        ("127.0.0.1", "0.0.0.0", False, Level.FINE),
        ("192.168.1.4", "0.0.0.0", True, Level.WARNING),
        ("fd00::4", "::", True, Level.WARNING),
        ("9.9.9.9", "::", True, Level.FINE),
        ("2620:fe::fe", "2620:fe::fe", True, Level.FINE),
        ("2620:fe::fe", "0.0.0.0", True, Level.PROBLEM),
        ("9.9.9.9", "2620:fe::fe", True, Level.PROBLEM),
        ("0.0.0.0", "0.0.0.0", False, Level.PROBLEM),
        ("rest.example", "0.0.0.0", True, Level.PROBLEM),
    ],
)
def test_the_media_address_must_be_reachable_from_where_people_are(
    address: str, host: str, beyond: bool, level: Level
) -> None:
    assert judge_media_address(address, host, beyond=beyond).level is level


def test_a_clock_is_judged_by_its_date_first_then_by_who_keeps_it() -> None:
    assert judge_clock(datetime(1970, 1, 1, tzinfo=UTC), True).level is Level.PROBLEM
    assert judge_clock(NOW, False).level is Level.WARNING
    assert judge_clock(NOW, None).level is Level.FINE
    assert judge_clock(NOW, True).level is Level.FINE


def test_a_database_that_was_written_in_the_future_says_that_the_clock_was_or_is_wrong(
    tmp_path: Path,
) -> None:
    database = tmp_path / "restarea.db"
    for ahead, level in (
        (timedelta(0), Level.FINE),
        (timedelta(seconds=50), Level.FINE),
        (YEAR, Level.WARNING),
    ):
        database.touch()
        os.utime(database, times=((NOW + ahead).timestamp(),) * 2)
        (clock,) = [one for one in examine(Settings(tmp_path), NOW) if one.about == "clock"]
        judged = judge_clock(NOW, True, last_written(tmp_path))
        assert judged.level is level and (level is Level.FINE or clock == judged)
    assert "it is behind now, or was ahead then" in str(judged)


def test_no_certificate_is_needed_on_this_computer() -> None:
    assert check_certificate("", NOW).level is Level.FINE


@pytest.mark.parametrize(
    "address", ["http://rest.example", "rest.example", "https://", "https://rest:port", "https://["]
)
def test_a_public_address_without_https_is_a_problem(address: str) -> None:
    found = check_certificate(address, NOW)
    assert found.wrong
    assert "https://" in str(found)


def test_a_certificate_is_looked_at_where_it_is_served(tmp_path: Path) -> None:
    ends = datetime.now(UTC).replace(microsecond=0) + YEAR
    certificate, key = pem_pair(tmp_path, "localhost", ends)
    trusting = ssl.create_default_context(cafile=str(certificate))

    with served_with(certificate, key) as port:
        assert check_certificate(f"https://localhost:{port}", ends - YEAR, trusting).level is Level.FINE
    with served_with(certificate, key) as port:
        soon = check_certificate(f"https://localhost:{port}", ends - timedelta(days=9), trusting)
    assert (soon.level, "in 9 days" in str(soon)) == (Level.WARNING, True)
    with served_with(certificate, key) as port:
        stranger = check_certificate(f"https://localhost:{port}", NOW)
    assert (stranger.level, "self-signed" in str(stranger)) == (Level.PROBLEM, True)


def test_a_certificate_for_another_name_or_that_ended_is_refused(tmp_path: Path) -> None:
    certificate, key = pem_pair(tmp_path, "other.example", datetime.now(UTC) + YEAR)
    trusting = ssl.create_default_context(cafile=str(certificate))
    with served_with(certificate, key) as port:
        assert check_certificate(f"https://localhost:{port}", NOW, trusting).wrong

    certificate, key = pem_pair(tmp_path, "localhost", datetime.now(UTC) - timedelta(days=1))
    trusting = ssl.create_default_context(cafile=str(certificate))
    with served_with(certificate, key) as port:
        assert "expired" in str(check_certificate(f"https://localhost:{port}", NOW, trusting))


def test_a_public_address_that_is_silent_from_here_is_only_a_warning() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert check_certificate(f"https://127.0.0.1:{port}", NOW).level is Level.WARNING


def test_a_certificate_is_watched_until_after_its_end() -> None:
    assert judge_validity(NOW + YEAR, NOW).level is Level.FINE
    assert judge_validity(NOW + timedelta(days=9), NOW).level is Level.WARNING
    assert judge_validity(NOW - timedelta(seconds=1), NOW).level is Level.PROBLEM


def test_the_folder_must_be_writable_or_makeable(tmp_path: Path) -> None:
    assert check_folder(tmp_path / "new" / "deeper").level is not Level.PROBLEM
    file = tmp_path / "file"
    file.touch()
    assert check_folder(file / "under").level is Level.PROBLEM
    assert check_folder(Path("/proc/x")).said == "disk-not-writable", "to root, too; nothing is scarce there"
    assert [one.name for one in tmp_path.iterdir()] == ["file"], "what was tried is gone"
    if os.geteuid() != 0:  # root may write anywhere
        tmp_path.chmod(0o500)
        assert check_folder(tmp_path).level is Level.PROBLEM


def test_space_is_judged_by_what_is_free(tmp_path: Path) -> None:
    assert judge_space(10 * 1024**3, tmp_path).level is Level.FINE
    assert judge_space(100 * 1024**2, tmp_path).level is Level.WARNING
    assert judge_space(1024**2, tmp_path).level is Level.PROBLEM


def test_it_is_said_which_loop_forwards() -> None:
    assert "in C" in str(judge_forwarding("C"))
    python = judge_forwarding("Python")
    assert python.level is Level.FINE
    assert "compiler" in str(python)


def test_more_workers_than_cores_are_too_many() -> None:
    assert [judge_workers(workers, 2).level for workers in (0, 1, 2)] == [Level.FINE] * 3
    assert "by itself" in str(judge_workers(0, 2))
    assert "2 processes" in str(judge_workers(2, 2))
    too_many = judge_workers(3, 2)
    assert too_many.level is Level.WARNING
    assert "RESTAREA_MEDIA_WORKERS" in str(too_many)


def test_pages_that_are_not_built_are_a_problem(tmp_path: Path) -> None:
    assert check_pages(tmp_path).level is Level.PROBLEM
    (tmp_path / "manifest.json").write_text("{}")
    assert check_pages(tmp_path).level is Level.FINE


def test_an_examination_finds_nothing_wrong_where_nothing_is(tmp_path: Path) -> None:
    findings = examine(Settings(tmp_path), NOW)
    assert [finding for finding in findings if finding.wrong and finding.about != "pages"] == []


def test_an_examination_covers_every_subject_and_says_what_to_do_about_each_fault(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    faulty = Settings(
        data_dir=file,
        host="192.0.2.1",
        port=8080,
        media_host="192.0.2.1",
        media_ports=(8081, 8082),
        advertise=("0.0.0.0",),
        public_url="http://rest.example",
    )
    findings = examine(faulty, datetime(1970, 1, 1, tzinfo=UTC))
    subjects = {finding.told("en").subject for finding in findings if finding.wrong}
    assert subjects >= {
        "TCP port 8080",
        "TCP port 8081",
        "UDP port 8081",
        "TCP port 8082",
        "UDP port 8082",
        "media address",
        "clock",
        "certificate",
        "disk",
    }
    assert all(
        finding.told("en").advice in str(finding) and finding.advised for finding in findings if finding.wrong
    )


def test_every_word_of_the_doctor_is_there_in_every_language_and_none_is_left_over() -> None:
    """What is written out in the code, and what it puts together of the ways that things may be."""
    sources = [
        *Path("server/doctor").glob("*.py"),
        *map(Path, ("server/checkup.py", "server/formats/commands.py")),
    ]
    text = "".join(file.read_text() for file in (*sources, Path("server/feedback/commands.py")))
    written = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', text)) | {"backup", "file"}
    codes = re.findall(r'Unusable\([^)]*?"([a-z_]+)"', Path("server/tls.py").read_text(), re.DOTALL)
    made = {f"turn-{trial}" for trial in Trial} | {f"file-{code}" for code in codes}
    made |= {f"port-{purpose}-{how}" for purpose in ("pages", "media") for how in ("free", "taken", "likely")}
    known = written | {one.replace("_", "-") for one in made} | {"port-ours", "port-elsewhere"}
    for language in languages():
        said = {
            one.id.name.removeprefix("doctor-") for one in messages(language) if one.id.name[:7] == "doctor-"
        }
        words = {one for one in said if not one.startswith("about-")}
        assert {one.removesuffix("-advice") for one in words} <= known
        assert made_of(known, words) == set()
    assert all(
        f"doctor-about-{about}" in catalogue("en") for about in re.findall(r'found\([^,]+, "(\w+)"', text)
    )


def made_of(known: set[str], words: set[str]) -> set[str]:
    """Those that are nobody's words."""
    subjects = {one.partition("-")[0] for one in words}
    mine = {one for one in known if one.partition("-")[0] in subjects}
    return {one for one in mine if one not in words and f"{one}-advice" not in words}
