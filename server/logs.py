"""The log: event names and a closed list of fields, to standard error, one JSON object a line.

What is not on the list never reaches it: no name, token, address or SDP can be logged by mistake, because no field
for them exists.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

ALLOWED = frozenset({
    "event", "level", "timestamp",
    "room", "seat", "code", "count", "reason", "phase", "version", "ms", "port",
})  # fmt: skip


def only_allowed(_logger: Any, _method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A structlog processor: drops every field that is not on the list."""
    return {key: value for key, value in entry.items() if key in ALLOWED}


def configure(level: str = "info") -> None:
    """Once, when a process starts. Standard library loggers (asyncio, aiohttp) keep to errors without their text."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            only_allowed,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(handlers=[_Named()], level=logging.ERROR, force=True)


class _Named(logging.Handler):
    """Other people's log records may quote what a client sent: only where and what kind is passed on."""

    def emit(self, record: logging.LogRecord) -> None:
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else record.levelname
        structlog.get_logger().error("library_error", reason=f"{record.name}: {kind}")
