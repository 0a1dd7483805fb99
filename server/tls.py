"""The server's own certificate, where no proxy ends TLS for it: read, judged, and taken anew when it is renewed.

May import the standard library, cryptography and structlog; nothing of the project, so that the doctor may use it.
"""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
from datetime import UTC, datetime
from pathlib import Path

import structlog
from cryptography import x509
from cryptography.hazmat.primitives import serialization

log = structlog.get_logger()

LOOKS_AGAIN_S = 60.0
CERTIFICATE, KEY = "RESTAREA_TLS_CERTIFICATE_FILE", "RESTAREA_TLS_KEY_FILE"


class Unusable(OSError):
    """Which setting names a file that cannot be used, which file, and why; in plain words."""

    def __init__(self, setting: str, path: Path, code: str, said: str) -> None:
        super().__init__(f"{setting}: {path} {said}")
        self.setting, self.path, self.code = setting, path, code


def read(certificate: Path, key: Path) -> x509.Certificate:
    """The first certificate of the chain, to which the key belongs. Raises Unusable."""
    chain = _content(CERTIFICATE, certificate)
    secret = _content(KEY, key)
    try:
        first = x509.load_pem_x509_certificates(chain)[0]
        public, _ = _spki(first.public_key()), first.extensions
    except (
        Exception
    ):  # of an unknown version, kind of key or curve, or with extensions that cannot be read, too
        raise Unusable(CERTIFICATE, certificate, "no_certificate", "holds no certificate in PEM") from None
    try:
        own = _spki(serialization.load_pem_private_key(secret, password=None).public_key())
    except TypeError:
        raise Unusable(
            KEY, key, "encrypted", "is encrypted; a server that starts by itself has no password"
        ) from None
    except Exception:  # ValueError, and what cryptography raises of a kind of key that it does not know
        raise Unusable(KEY, key, "no_key", "holds no private key in PEM") from None
    if own != public:
        raise Unusable(KEY, key, "other_key", "is not the key of the certificate")
    return first


def _content(setting: str, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unusable(setting, path, "unreadable", f"cannot be read: {error.strerror}") from None


def _spki(key: object) -> bytes:
    return key.public_bytes(  # type: ignore[attr-defined, no-any-return]
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def names(certificate: x509.Certificate, host: str) -> bool:
    """Whether a browser takes it for this host: its alternative names alone count, a * for one part of a name."""
    try:
        said = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return False
    try:
        return ipaddress.ip_address(host) in said.get_values_for_type(x509.IPAddress)
    except ValueError:
        wanted = host.lower()
    known = {name.lower() for name in said.get_values_for_type(x509.DNSName)}
    return wanted in known or f"*.{wanted.partition('.')[2]}" in known


def load(certificate: Path, key: Path) -> ssl.SSLContext:
    """For a socket that listens. Raises Unusable."""
    read(certificate, key)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(certificate, key, password="")
    except (OSError, ValueError):  # OpenSSL asks more of it than cryptography does, such as longer keys
        raise Unusable(
            CERTIFICATE, certificate, "refused", "is refused by OpenSSL, as browsers would"
        ) from None
    return context


class Certificate:
    """`context` is for a socket that listens; who connects is shown the newest certificate that could be used."""

    def __init__(self, certificate: Path, key: Path, host: str = "") -> None:
        """`host` is by which people come; empty: whatever the certificate names. Raises Unusable."""
        self._certificate, self._key, self._host = certificate, key, host
        self._seen = self._marks()
        self._newest = load(self._certificate, self._key)
        self.context = load(self._certificate, self._key)
        self.context.sni_callback = self._show_newest

    def _show_newest(self, connection: ssl.SSLObject, name: str | None, first: ssl.SSLContext) -> None:
        # Each is made whole and then shown: nobody meets a certificate with another's key.
        connection.context = self._newest

    def look(self) -> None:
        """Takes a renewed certificate. One that cannot be used changes nothing, and is said once in the log."""
        marks = self._marks()
        if marks == self._seen:
            return
        self._seen = marks
        try:
            if worse := self._worse(read(self._certificate, self._key)):
                log.error("certificate_kept", reason=f"{CERTIFICATE}: {worse}")
                return
            self._newest = load(self._certificate, self._key)
            log.info("certificate_renewed")
        except Unusable as unusable:  # its two files are not renewed in one moment
            log.error("certificate_kept", reason=f"{unusable.setting}: {unusable.code}")

    def _worse(self, renewed: x509.Certificate) -> str:
        """Why browsers would refuse it; empty: they would not."""
        if self._host and not names(renewed, self._host):
            return "other_name"
        return "ended" if renewed.not_valid_after_utc < datetime.now(UTC) else ""

    async def keep_fresh(self) -> None:
        """Looks once a minute, beside the loop: a disk may be slow. Whatever goes wrong, it looks again."""
        while True:
            await asyncio.sleep(LOOKS_AGAIN_S)
            try:
                await asyncio.to_thread(self.look)
            except Exception as error:
                log.error("certificate_kept", reason=type(error).__name__)

    def _marks(self) -> tuple[object, ...]:
        """By which a file is known to be another, or to be readable now."""
        return tuple(_mark(path) for path in (self._certificate, self._key))


def _mark(path: Path) -> tuple[int, ...] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
