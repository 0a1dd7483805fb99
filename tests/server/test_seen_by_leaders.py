"""What the room tells everyone that leaders see of them is what leaders' browsers receive and nobody else's."""

from __future__ import annotations

import re
from pathlib import Path

from server.pages.language import languages
from tests.server.test_role_table import LEADERS_ALONE

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "client" / "src" / "room" / "WhoSees.tsx"
TOLD = {
    "facts.links": "seen-leaders-link",
    "facts.unspoken": "seen-leaders-unspoken",
    "people.earlier": "seen-leaders-cases",
    "snapshot.earlier": "seen-leaders-cases",
    "snapshot.view.presented": "seen-leaders-cases",
    "snapshot.view.hint": "seen-leaders-cases",
    "people.awaited": "seen-leaders-coming",
    "snapshot.awaited": "seen-leaders-coming",
    "people.declined": "seen-leaders-coming",
    "snapshot.declined": "seen-leaders-coming",
    "snapshot.view.turn.began_at": "seen-leaders-turn",
    "snapshot.view.turn.ends_at": "seen-leaders-turn",
}
OF_NOBODY = {
    "people.uninvited", "snapshot.uninvited",
    "desk", "desk.open", "snapshot.desk", "there", "snapshot.notes", "snapshot.view.again", "snapshot.view.back_to",
    "snapshot.view.leads", "snapshot.view.marks", "snapshot.view.named", "snapshot.view.past",
    "snapshot.view.paused_since", "snapshot.view.presenter_overdue", "snapshot.view.quorum", "snapshot.view.undo",
    "snapshot.view.whispering", "snapshot.view.phase.limit_reached", "snapshot.view.phase.extend_ms",
    "snapshot.view.plan[].prompts", "snapshot.view.plan[].again", "snapshot.view.plan[].typical_ms",
    "snapshot.view.plan[].needs_presenter", "snapshot.view.plan[].within", "snapshot.view.seats.*.free_at",
}  # fmt: skip
"""Of the form, of the leaders themselves or of their own pages: of nobody else."""
OF_THE_LINK = {
    "quality": "seen-leaders-link", "sound": "seen-leaders-voice", "silent_ms": "seen-leaders-voice",
    "up": "seen-all-voice", "voice": "seen-all-voice", "audio_in": "seen-all-voice",
}  # fmt: skip
"""What `facts.links` has of each: everyone sees whose link is lost, who speaks and whose microphone is off."""
WORDS = "seen-leaders-words"
"""Members have `words` of the presenter's own alone: the table has them as less of it, not as nothing."""


def test_whatever_leaders_alone_receive_of_a_person_is_told_to_that_person() -> None:
    assert TOLD.keys() | OF_NOBODY == LEADERS_ALONE
    assert not TOLD.keys() & OF_NOBODY
    golden = (ROOT / "tests" / "golden" / "role_table.txt").read_text()
    assert set(re.findall(r"^facts\.links\.\*\.(\w+)", golden, re.MULTILINE)) == OF_THE_LINK.keys()
    lines = set(re.findall(r'"(seen-(?:leaders|all)-\w+)"', PAGE.read_text()))
    told = {*TOLD.values(), *OF_THE_LINK.values(), WORDS}
    assert {line for line in lines if "leaders" in line} == told - {"seen-all-voice"}
    for language in languages():
        written = (ROOT / "server" / "locales" / f"{language}.ftl").read_text()
        assert set(re.findall(r"^(seen-(?:leaders|all)-\w+) = ", written, re.MULTILINE)) == lines
