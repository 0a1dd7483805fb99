"""All that the doctor says of a server's settings and machine: for the command, and for the operator's page."""

from __future__ import annotations

import asyncio
import time

from server.doctor import Finding, check_mail, examine, is_here, judge_forwarding, judge_relay, judge_workers
from server.doctor.machine import ALONE
from server.feedback.commands import check_questions
from server.formats.commands import check_formats
from server.media.compiled import best
from server.media.plane import own_addresses
from server.media.relay import try_relay
from server.relay import relay_for_one
from server.settings import Settings, cores


def look_while_serving(settings: Settings) -> list[Finding]:
    """The same for the server itself, which need not be told that it runs."""
    return [finding for finding in look(settings) if finding.about != ALONE]


def look(settings: Settings) -> list[Finding]:
    """Takes some seconds where something is silent: never in a loop that others wait for. Raises nothing."""
    return [
        *examine(settings),
        judge_forwarding(best().name),
        judge_workers(settings.workers, cores()),
        judge_relay(*_tried_relay(settings)),
        check_mail(
            settings.mail_host,
            settings.mail_port,
            settings.mail_security,
            settings.mail_user,
            settings.mail_password.get_secret_value(),
            beyond=not is_here(settings.public_url),
        ),
        check_formats(settings.formats_dir),
        check_questions(settings.feedback_file),
    ]


def _tried_relay(settings: Settings) -> tuple[str, str]:
    """The operator's TURN server, and how far one came through it; two empty words where there is none."""
    host, port = settings.turn_host, settings.turn_port
    relay = relay_for_one(settings, time.time(), "doctor")
    if relay is None:
        return "", ""
    peers = [(address, settings.media_port or 9) for address in settings.advertise or own_addresses()]
    return f"{host}:{port}", asyncio.run(try_relay(host, port, relay["username"], relay["credential"], peers))
