"""Is the certificate with which the pages are served one that browsers accept, and for how long?

It is looked at where people meet it, at the public address: most servers speak plain HTTP behind a proxy that ends TLS.
Where the server has a certificate of its own, its files are looked at, too: what is there is what is shown in a minute.
May import cryptography and server.tls.
"""

from __future__ import annotations

import socket
import ssl
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509

from server import tls
from server.doctor.findings import Finding, Level

SUBJECT = "certificate"
OWN = "certificate file"
RENEW_WITHIN = timedelta(days=14)
WAIT_S = 5.0


def check_certificate(public_url: str, now: datetime, context: ssl.SSLContext | None = None) -> Finding:
    """One finding about the certificate served at `public_url`; empty means that people join on this computer only.

    Connects to that address, for `WAIT_S` at most. `context` decides whom to trust, by default as this system does.
    """
    if not public_url:
        return Finding(Level.FINE, SUBJECT, "None is needed while people join on this computer only.")
    try:
        address = urlsplit(public_url)
        host, port = address.hostname, address.port or 443
    except ValueError:
        host = None
    if not host:
        return Finding(
            Level.PROBLEM, SUBJECT, f"{public_url} is no address.", "Write it like https://rest.example."
        )
    if address.scheme != "https":
        return Finding(
            Level.PROBLEM,
            SUBJECT,
            f"{public_url} is not served over HTTPS, and browsers allow camera and microphone only there.",
            "Let a proxy end TLS before this server, or give it a certificate of its own "
            "(RESTAREA_TLS_CERTIFICATE_FILE), and write https:// in the public address.",
        )
    return _judge_served(host, port, now, context or ssl.create_default_context())


def _judge_served(host: str, port: int, now: datetime, context: ssl.SSLContext) -> Finding:
    where = f"{host}:{port}"
    try:
        with (
            socket.create_connection((host, port), timeout=WAIT_S) as plain,
            context.wrap_socket(plain, server_hostname=host) as served,
        ):
            encoded = served.getpeercert(binary_form=True)
    except ssl.SSLCertVerificationError as refusal:
        return Finding(
            Level.PROBLEM,
            SUBJECT,
            f"Browsers refuse what {where} shows: {refusal.verify_message}",
            "The proxy, or this server, must serve a full chain from a known authority, for this name and in time.",
        )
    except ssl.SSLError:
        return Finding(Level.PROBLEM, SUBJECT, f"{where} does not speak TLS.", "Check the proxy's port.")
    except (OSError, ValueError):
        return Finding(
            Level.WARNING,
            SUBJECT,
            f"{where} does not answer from here.",
            "Open the public address in a browser elsewhere; start the proxy, or this server, if it fails there too.",
        )
    if encoded is None:
        return Finding(Level.PROBLEM, SUBJECT, f"{where} shows none.", "Give the proxy a certificate.")
    return judge_validity(x509.load_der_x509_certificate(encoded).not_valid_after_utc, now)


def check_own(certificate: Path | None, key: Path | None, public_url: str, now: datetime) -> list[Finding]:
    """Of the files that the server itself serves with; none where a proxy ends TLS."""
    if certificate is None or key is None:
        return []
    try:
        first = tls.read(certificate, key)
    except tls.Unusable as unusable:
        return [
            Finding(
                Level.PROBLEM,
                OWN,
                f"{unusable}.",
                "No server starts with it; one that runs goes on with the one before until this is mended.",
            )
        ]
    host = urlsplit(public_url).hostname or ""
    if not tls.names(first, host):
        return [
            Finding(
                Level.PROBLEM,
                OWN,
                f"It is not for {host}, and browsers refuse it there.",
                "Get one that names the host of RESTAREA_PUBLIC_URL.",
            )
        ]
    return [judge_validity(first.not_valid_after_utc, now, OWN)]


def judge_validity(ends: datetime, now: datetime, subject: str = SUBJECT) -> Finding:
    """Is a certificate that ends at `ends` in time now, and for a while?"""
    if now > ends:
        return Finding(
            Level.PROBLEM, subject, f"It ended on {ends:%d %B %Y}; browsers refuse it.", "Renew it."
        )
    if ends - now < RENEW_WITHIN:
        days = (ends - now).days
        return Finding(
            Level.WARNING, subject, f"It ends in {days} days, on {ends:%d %B %Y}.", "Renew it now."
        )
    return Finding(Level.FINE, subject, f"It is valid until {ends:%d %B %Y}.")
