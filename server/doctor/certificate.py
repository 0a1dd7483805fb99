"""Is the certificate with which the pages are served one that browsers accept, and for how long?

The server speaks plain HTTP behind a proxy that ends TLS, so the certificate is looked at where people meet it: at
the public address. May import cryptography.
"""

from __future__ import annotations

import socket
import ssl
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from cryptography import x509

from server.doctor.findings import Finding, Level

SUBJECT = "certificate"
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
            "Let a proxy end TLS before this server, and write https:// in the public address.",
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
            "Let the proxy serve a full chain from a known authority, for this name and in time.",
        )
    except ssl.SSLError:
        return Finding(Level.PROBLEM, SUBJECT, f"{where} does not speak TLS.", "Check the proxy's port.")
    except (OSError, ValueError):
        return Finding(
            Level.WARNING,
            SUBJECT,
            f"{where} does not answer from here.",
            "Open the public address in a browser elsewhere; start the proxy if it fails there too.",
        )
    if encoded is None:
        return Finding(Level.PROBLEM, SUBJECT, f"{where} shows none.", "Give the proxy a certificate.")
    return judge_validity(x509.load_der_x509_certificate(encoded).not_valid_after_utc, now)


def judge_validity(ends: datetime, now: datetime) -> Finding:
    """Is a certificate that ends at `ends` in time now, and for a while?"""
    if now > ends:
        return Finding(
            Level.PROBLEM, SUBJECT, f"It ended on {ends:%d %B %Y}; browsers refuse it.", "Renew it."
        )
    if ends - now < RENEW_WITHIN:
        days = (ends - now).days
        return Finding(
            Level.WARNING, SUBJECT, f"It ends in {days} days, on {ends:%d %B %Y}.", "Renew it now."
        )
    return Finding(Level.FINE, SUBJECT, f"It is valid until {ends:%d %B %Y}.")
