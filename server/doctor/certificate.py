"""Is the certificate with which the pages are served one that browsers accept, and for how long?

It is looked at where people meet it, at the public address: most servers speak plain HTTP behind a proxy that ends TLS.
Where the server has a certificate of its own, its files are looked at, too: what is there is what is shown in a minute.
May import cryptography and server.tls.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from server import tls
from server.doctor.findings import Finding, Level, found

ABOUT = "certificate"
OWN = "file"
RENEW_WITHIN = timedelta(days=14)
WAIT_S = 5.0
MOST_RSA_BITS = 2048
"""Signing with a longer one takes milliseconds, in which the loop forwards no voice."""


def check_certificate(public_url: str, now: datetime, context: ssl.SSLContext | None = None) -> Finding:
    """One finding about the certificate served at `public_url`; empty means that people join on this computer only.

    Connects to that address, for `WAIT_S` at most. `context` decides whom to trust, by default as this system does.
    """
    if not public_url:
        return found(Level.FINE, ABOUT, "certificate-not-needed")
    try:
        address = urlsplit(public_url)
        host, port = address.hostname, address.port or 443
    except ValueError:
        host = None
    if not host:
        said = "certificate-no-address"
        return found(Level.PROBLEM, ABOUT, said, said, url=public_url)
    if address.scheme == "http" and is_here(public_url):
        return found(Level.FINE, ABOUT, "certificate-here", url=public_url)
    if address.scheme != "https":
        return found(Level.PROBLEM, ABOUT, "certificate-plain", "certificate-plain", url=public_url)
    return _judge_served(host, port, now, context or ssl.create_default_context())


def is_here(public_url: str) -> bool:
    """Whether this address leads to this computer alone; an empty one does, too."""
    try:
        host = urlsplit(public_url).hostname or ""
    except ValueError:
        return False
    if not public_url or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _judge_served(host: str, port: int, now: datetime, context: ssl.SSLContext) -> Finding:
    where = f"{host}:{port}"
    try:
        with (
            socket.create_connection((host, port), timeout=WAIT_S) as plain,
            context.wrap_socket(plain, server_hostname=host) as served,
        ):
            encoded = served.getpeercert(binary_form=True)
    except ssl.SSLCertVerificationError as refusal:
        said, reason = "certificate-refused", refusal.verify_message
        return found(Level.PROBLEM, ABOUT, said, said, where=where, reason=reason)
    except ssl.SSLError:
        return found(Level.PROBLEM, ABOUT, "certificate-no-tls", "certificate-no-tls", where=where)
    except (OSError, ValueError):
        return found(Level.WARNING, ABOUT, "certificate-silent", "certificate-silent", where=where)
    if encoded is None:
        return found(Level.PROBLEM, ABOUT, "certificate-none", "certificate-none", where=where)
    return judge_validity(x509.load_der_x509_certificate(encoded).not_valid_after_utc, now)


def check_own(certificate: Path | None, key: Path | None, public_url: str, now: datetime) -> list[Finding]:
    """Of the files that the server itself serves with; none where a proxy ends TLS."""
    if certificate is None or key is None:
        return []
    try:
        first = tls.read(certificate, key)
        tls.load(certificate, key)
    except tls.Unusable as unusable:
        said, file = f"file-{unusable.code.replace('_', '-')}", str(unusable.path)
        return [found(Level.PROBLEM, OWN, said, "file", setting=unusable.setting, file=file)]
    host = urlsplit(public_url).hostname or ""
    if not tls.names(first, host):
        return [found(Level.PROBLEM, OWN, "file-other-name", "file-other-name", host=host)]
    return [judge_validity(first.not_valid_after_utc, now, OWN), *_judge_key(first, key)]


def _judge_key(first: x509.Certificate, key: Path) -> list[Finding]:
    """Its kind and who may read it, where these are not as they should be."""
    public, mode, judged = first.public_key(), key.stat().st_mode & 0o777, []
    if isinstance(public, rsa.RSAPublicKey) and public.key_size > MOST_RSA_BITS:
        judged.append(found(Level.WARNING, OWN, "file-slow", "file-slow", bits=str(public.key_size)))
    if mode & 0o077:
        judged.append(found(Level.WARNING, OWN, "file-open", "file-open", file=str(key), mode=f"{mode:o}"))
    return judged


def judge_validity(ends: datetime, now: datetime, about: str = ABOUT) -> Finding:
    """Is a certificate that ends at `ends` in time now, and for a while?"""
    if now > ends:
        return found(Level.PROBLEM, about, "certificate-ended", "certificate-ended", ends=ends.date())
    if ends - now < RENEW_WITHIN:
        days = (ends - now).days
        return found(
            Level.WARNING, about, "certificate-ends", "certificate-ends", days=days, ends=ends.date()
        )
    return found(Level.FINE, about, "certificate-valid", ends=ends.date())
