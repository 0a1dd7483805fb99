"""What is asked after a meeting: the operator's questions, and the sums of their answers."""

from __future__ import annotations

from server.feedback.instrument import Instrument, Kind, Question, load, parse, usable
from server.feedback.sums import LEAST, Sums, sums

__all__ = ["LEAST", "Instrument", "Kind", "Question", "Sums", "load", "parse", "sums", "usable"]
