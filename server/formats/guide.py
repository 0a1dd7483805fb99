"""Writes the page of formats, and its drawings, from the same files that the server reads: `make docs`."""

from __future__ import annotations

import sys
from pathlib import Path

from facilitation.format import Format, Phase
from facilitation.vocabulary import ChosenBy, Latecomers, Stance
from server.formats.catalogue import Entry, load, name_of
from server.formats.commands import in_short
from server.formats.drawing import draw, minutes, phase_name, whose
from server.formats.speakers import Voice, voices
from server.pages.language import text

HEAD = """# Formats

Every way of working is one file in `facilitation/formats/`; this page is made from them by `make docs`, and the tables
by asking the engine. *Heard* is what the server passes on, whatever anybody's browser sends; where the floor is not
kept by the server it is shown, and nobody is cut off.

A group's own format is one more file, in the folder that `RESTAREA_FORMATS_DIR` names. `restarea format check FILE`
says whether it can be held and `restarea format draw FILE` draws it; nothing has to be programmed.
"""
LATE = {
    Latecomers.LEADER: "Latecomers wait until a leader admits them.",
    Latecomers.BOUNDARY: (
        "Latecomers come in at the next phase; once somebody has been removed, when a leader lets them in."
    ),
}
ROW = "| {phase} | {minutes} | {floor} | {heard} | {silent} |\n"


def guide(folder: Path) -> dict[Path, str]:
    """What belongs in the folder of documents: each file, and its text."""
    entries = load().entries
    files = {folder / "formats" / f"{key}.svg": draw(entry.form) for key, entry in entries.items()}
    page = HEAD + "".join(_section(key, entry) for key, entry in entries.items())
    return {folder / "formats.md": page, **files}


def _section(key: str, entry: Entry) -> str:
    form = entry.form
    table = ROW.format(
        phase="phase", minutes="minutes", floor="whose floor", heard="heard", silent="not heard"
    )
    table += "|---|---|---|---|---|\n" + "".join(_row(form, index) for index in range(len(form.phases)))
    name = name_of(form, "en")
    return f"\n## {name}\n\n`{key}`: {_told(form)}\n\n![{name}: its phases](formats/{key}.svg)\n\n{table}"


def _told(form: Format) -> str:
    """The format in a few sentences."""
    sentences = [f"{in_short(form)}.", LATE[form.latecomers]]
    if any(phase.stance is not Stance.IN_CIRCLE for phase in form.phases):
        sentences.append(
            "A presenter who has pushed back, asks to come back and is brought back by no leader within "
            f"{form.grace.recall_ms // 1000} seconds may come back alone; once no leader has been there for "
            f"{form.grace.alone_ms // 1000}, everyone in the circle is heard."
        )
    if form.circles:
        c = form.circles
        sentences.append(
            f"An inner circle of {c.inner_min} to {c.inner_max} works, an outer one of up to {c.outer_max} listens."
        )
    if any(phase.offers and phase.chosen_by is ChosenBy.GROUP for phase in form.phases):
        sentences.append("The group chooses who presents.")
    for phase in form.phases:
        if phase.again and (to := form.index(phase.again.to)) is not None:
            back = phase_name(form.phases[to], "en")
            sentences.append(
                f"From “{phase_name(phase, 'en')}” it may go back to “{back}”: {phase.again.most} times in all."
            )
    return " ".join(sentences)


def _row(form: Format, index: int) -> str:
    phase, everyone = form.phases[index], voices(form, index)
    return ROW.format(
        phase=phase_name(phase, "en") + (" *(may be left out)*" if phase.optional else ""),
        minutes=_span(phase),
        floor=whose(phase, "en"),
        heard=_named([voice for voice in everyone if voice.heard]),
        silent=_named([voice for voice in everyone if not voice.heard]),
    )


def _span(phase: Phase) -> str:
    return minutes(phase, "en").replace(" min, most often ", ", most often ")


def _named(voices: list[Voice]) -> str:
    return ", ".join(text("en", f"format-who-{voice.who}") for voice in voices)


def write(folder: Path) -> None:
    for file, content in guide(folder).items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
