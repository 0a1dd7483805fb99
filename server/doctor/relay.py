"""What came of a try of the operator's TURN server. May import the standard library only."""

from __future__ import annotations

from server.doctor.findings import Finding, Level

SUBJECT = "TURN"
_SAID = {
    "no_name": (
        "That name leads nowhere.",
        "Give it an address in the DNS; RESTAREA_TURN_HOST names it.",
    ),
    "silent": (
        "Nothing that speaks TURN answers there from here.",
        "Start coturn, and see that the proxy hands this name's connections on to it.",
    ),
    "no_tls": ("What answers there does not speak TLS.", "Check the port, and coturn's cert and pkey."),
    "untrusted": (
        "Browsers refuse the certificate that is shown there, and do not say so.",
        "It must be for this name, in time, and with its chain; send coturn SIGUSR2 after a renewal.",
    ),
    "refused": (
        "It does not take the credentials that this server makes.",
        "RESTAREA_TURN_SECRET and coturn's static-auth-secret must be the same, and both clocks right.",
    ),
    "full": ("It has no place left.", "Raise its total-quota, or see who takes it."),
    "barred": (
        "It lets people in and then not through to the media server.",
        "Name each address of RESTAREA_ADVERTISE as allowed-peer-ip in its configuration.",
    ),
    "loopback": (
        "It tells people that they come from 127.0.0.1, which Chromium does not mind and Firefox does.",
        "Let the proxy come to it from another address of this machine: proxy_bind in nginx.conf.",
    ),
}


def judge_relay(where: str, trial: str) -> Finding:
    """`where` is its name and port, empty where none is set; `trial` how far a try came (`server.media.relay`).

    Never a problem: whoever needs no relay meets without it."""
    if not where:
        return Finding(
            Level.FINE, SUBJECT, "None is set. It is for people whose network lets out nothing but HTTPS."
        )
    if trial == "works":
        return Finding(Level.FINE, SUBJECT, f"{where} lets people through to the media server.")
    observation, advice = _SAID[trial]
    return Finding(
        Level.WARNING,
        SUBJECT,
        f"{where}: {observation} Who needs it will see the room and hear nothing.",
        advice,
    )
