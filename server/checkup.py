"""All that the doctor says of a server's settings and machine: for the command, and for the operator's page."""

from __future__ import annotations

import asyncio
import time

from server.doctor import (
    Finding,
    Level,
    check_mail,
    examine,
    found,
    is_here,
    judge_answers,
    judge_forwarding,
    judge_relay,
    judge_workers,
)
from server.doctor.machine import ALONE
from server.feedback.commands import check_questions
from server.formats.commands import check_formats
from server.media.addresses import answering_untold, listening, own_addresses
from server.media.compiled import best
from server.media.relay import try_relay
from server.relay import relay_for_one
from server.settings import Settings, cores
from server.whereabouts import Unsaid, where_is


def _as_served(settings: Settings) -> tuple[Settings, list[Finding]]:
    """With the ports of the server that holds the data folder, if one does; and what there is to say of that."""
    folder = settings.data_dir
    try:
        server = where_is(folder)
    except Unsaid:
        said = "folder-unsaid"
        return settings, [found(Level.WARNING, ALONE, said, said, folder=str(folder))]
    except OSError:  # said of the folder itself
        return settings, []
    if server is None:
        return settings, []
    served = settings.model_copy(update={"port": server.port, "media_port": server.media_port})
    other = (served.port, served.media_port) != (settings.port, settings.media_port)
    told = {"url": server.url, "port": str(settings.port), "media": str(settings.media_port)}
    return served, [found(Level.FINE, ALONE, "folder-elsewhere", **told)] if other else []


def look_while_serving(settings: Settings) -> list[Finding]:
    """The same for the server itself, which need not be told that it runs."""
    return [finding for finding in look(settings) if finding.about != ALONE]


def look(settings: Settings) -> list[Finding]:
    """Takes some seconds where something is silent: never in a loop that others wait for. Raises nothing."""
    settings, whereabouts = _as_served(settings)
    told = settings.media_host, settings.advertise
    untold = answering_untold(*told)
    return [
        *examine(settings.model_copy(update={"media_host": listening(*told)})),
        *([judge_answers(untold)] if untold else []),
        *whereabouts,
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
