"""Does the mail of this server get away? Its mail server is asked up to name and password; no letter is sent.

May import the standard library only.
"""

from __future__ import annotations

import smtplib
import ssl

from server.doctor.findings import Finding, Level, found

ABOUT = "mail"
WORKS = "mail-works"
WAIT_S = 5.0


def check_mail(host: str, port: int, security: str, user: str, password: str, *, beyond: bool) -> Finding:
    """`host` is empty where no mail is set up; `security` as the setting has it. `beyond`: others join than whoever
    sits at this computer. Never a problem: a group meets without mail, by links that are handed on.

    Waits for `WAIT_S` at most, for each answer."""
    if not host:
        level = Level.WARNING if beyond else Level.FINE
        return found(level, ABOUT, "mail-printed", "mail-printed" if beyond else "")
    where, outcome = f"{host}:{port}", _tried(host, port, security, user, password)
    if outcome == WORKS:
        return found(Level.FINE, ABOUT, WORKS, where=where)
    return found(Level.WARNING, ABOUT, outcome, outcome, where=where)


def _tried(host: str, port: int, security: str, user: str, password: str) -> str:
    context = ssl.create_default_context()
    try:
        with _connected(host, port, context if security == "tls" else None) as server:
            if security == "starttls":
                server.starttls(context=context)
            if user:
                return _let_in(server, user, password)
    except ssl.SSLCertVerificationError:
        return "mail-untrusted"
    except (ssl.SSLError, smtplib.SMTPNotSupportedError):
        return "mail-no-tls"
    except (smtplib.SMTPException, OSError, ValueError, OverflowError):
        return "mail-silent"
    return WORKS


def _connected(host: str, port: int, context: ssl.SSLContext | None) -> smtplib.SMTP:
    # With a name of ours: to find this machine's may take long where there is no DNS.
    if context is None:
        return smtplib.SMTP(host, port, local_hostname="restarea", timeout=WAIT_S)
    return smtplib.SMTP_SSL(host, port, local_hostname="restarea", timeout=WAIT_S, context=context)


def _let_in(server: smtplib.SMTP, user: str, password: str) -> str:
    try:
        server.login(user, password)
    except (smtplib.SMTPAuthenticationError, smtplib.SMTPNotSupportedError):
        return "mail-refused"
    return WORKS
