"""One record as a page that stands by itself: to be looked at, printed, or laid beside others. No script, no date."""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

import jinja2

from facilitation.structure_record import OWN, Lack, StructureRecord, Whole
from server.by_locale import month
from server.formats import load, name_of
from server.record import voices
from server.record.bars import SPEAKERS, Words, listed
from server.record.canvas import LINE_PX, broken, rect, write_lines
from server.record.compare import alike, compared, hides_any, numbers, of_sessions
from server.record.compare import heading as of_several
from server.record.drawing import figures
from server.record.example import is_example
from server.record.figure import Figure, decimal, minutes, percent, spoken
from server.record.suppression import published

_templates = jinja2.Environment(
    loader=jinja2.PackageLoader("server"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


_OF_DRAWINGS = re.compile(r"^:root \{\n[^}]*\}|^(?:@media [^{\n]*\{ )?svg .*", re.MULTILINE)
"""What of a page's style they need: the colours, and their own rules."""
_ON_A_SCREEN = re.compile(r"@media screen and [^{]*\{\n.*?\n\}\n", re.DOTALL)
SVG = "http://www.w3.org/2000/svg"
EDGE_PX = 16
"""Around a drawing that stands alone."""
PAPER = ":root { color-scheme: light; --paper: #fff; }\n"


def page(record: StructureRecord, language: str, words: Words) -> str:
    """HTML, with all that it needs."""
    example = of_example([record], words)
    of, drawn = heading(record, language, words), figures(record, words)
    roles, words = Lack.ROLES_UNKNOWN not in record.lacks, voices.words_for(record, words)
    return _templates.get_template("plot.html").render(
        lang=language,
        t=words,
        style=_style(),
        timeline=record.timeline is not None and roles,
        roles=roles,
        few=voices.few_sat(record),
        sums=voices.of_sums(record),
        figures=drawn,
        example=example,
        svgs=to_save(drawn, of_all(of, example)),
        totals=totals(record, language, words),
        command=command(),
    )


def side_by_side(
    records: Sequence[StructureRecord], language: str, words: Words, names: Sequence[str] = ()
) -> str:
    """Two records or more on a page of their own, so; `names` are what somebody calls them."""
    example, same = of_example(records, words), alike(records, language, words, names)
    drawn = compared(records, language, words, names, same)
    return _templates.get_template("compared.html").render(
        lang=language,
        t=words,
        style=_style(),
        figures=drawn,
        example=example,
        svgs=to_save(drawn, of_all(of_several(records, language, words, names), example)),
        of_sessions=of_sessions(records),
        alike=same,
        numbers=numbers(records, language, names),
        hides=hides_any(records),
        imported=any(map(published, records)),
        command=command(),
    )


def command() -> str:
    """As this program was started, where that leads to it from where one stands; no folder is told."""
    return sys.argv[0] if sys.argv[0] == ".venv/bin/restarea" else "restarea"


class Sums(NamedTuple):
    """What belongs together; the first row is the one to look at."""

    heading: str
    rows: list[tuple[str, str]]
    """A figure's name, and the figure."""


def totals(record: StructureRecord, language: str, words: Words) -> list[Sums]:
    """Of the whole session what no figure shows."""
    whole, roles = record.whole, Lack.ROLES_UNKNOWN not in record.lacks
    words, counted = voices.words_for(record, words), voices.how_many(record)
    size = words(f"record-{record.members}") if counted is None else str(counted)
    none = "–" if roles else words("figure-not-known")
    members = f"record-members{'-apart' if record.cases else ''}"
    leaders, presenter, others = _spoken(record, words)
    talk = [
        (members if roles else "record-everyone", others),
        ("record-presenter", presenter),
        ("record-leaders", leaders),
        ("record-overlap", minutes(whole.overlap_s)),
    ]
    if whole.reciprocity is not None:
        talk.append(("record-reciprocity", decimal(whole.reciprocity, words)))
    if whole.shares is None:
        talk.append(("record-shares", voices.untold(record, words)))
    groups = {
        "figure-short-roles": talk,
        "figure-short-silences": [
            ("figure-silences-all", _silence(whole, words)),
            ("record-silence-kept", percent(whole.silence_kept, words, none)),
        ],
        "figure-leader": [
            ("record-leader-share", voices.leader_share(record, words, none)),
            ("record-led", none if record.leaders is None else str(record.leaders)),
        ],
        "record-setting": [
            ("record-measured", minutes(whole.measured_s)),
            ("record-month", month(record.month, language) if record.month else none),
            ("record-format", _format(record, language, words)),
            (f"record-size{'-presented' if record.cases else ''}" if roles else "record-voices", size),
            ("record-cases", none if record.cases is None else str(record.cases)),
        ],
    }
    told = [Sums(words(of), [(words(name), figure) for name, figure in rows]) for of, rows in groups.items()]
    return told if roles else _unknown_last(told, words)


def _unknown_last(groups: list[Sums], words: Words) -> list[Sums]:
    """What a file of voices cannot tell, on one line."""
    none = words("figure-not-known")
    unknown = listed([name for of in groups for name, figure in of.rows if figure == none], words)
    known = [of._replace(rows=[one for one in of.rows if one[1] != none]) for of in groups]
    known[-1].rows.append((words("record-unknown"), unknown))
    return [of for of in known if of.rows]


def heading(record: StructureRecord, language: str, words: Words) -> str:
    """Of which session a drawing is, for whoever has it alone."""
    if record.month is None:
        return words("records-of-none")
    return words("records-of", month=month(record.month, language))


def of_example(records: Sequence[StructureRecord], words: Words) -> str:
    """That there is no such group, where records are those of the example; nothing where none is."""
    found = [is_example(one) for one in records]
    return words(f"example-{'all' if all(found) else 'some'}") if any(found) else ""


def of_all(of: str, example: str) -> str:
    """What stands above a drawing alone: of which sessions it is, and whether they are of the example."""
    return " · ".join(filter(None, (of, example.removesuffix("."))))


def alone(figure: Figure, of: str) -> str:
    """A figure as an SVG document with its own colours: those of paper, wherever it is looked at. Above it stands what
    it is called, `of` which session or sessions, what its figures are, and what one must know wherever it is shown."""
    ET.register_namespace("", SVG)
    svg = ET.fromstring(figure.svg)
    _headed(svg, figure, of)
    style = ET.Element("style")
    style.text = "\n".join(_OF_DRAWINGS.findall(_ON_A_SCREEN.sub("", _style()))) + "\n" + PAPER
    svg.insert(0, style)
    return ET.tostring(svg, encoding="unicode") + "\n"


def to_save(drawn: Sequence[Figure], of: str) -> dict[str, str]:
    """Each drawing alone, as an address that holds it all: such a page has no server to ask, and no script."""
    written = {one.key: alone(one, of).encode() for one in drawn if one.svg}
    return {key: f"data:image/svg+xml;base64,{b64encode(svg).decode()}" for key, svg in written.items()}


def _headed(svg: ET.Element, figure: Figure, of: str) -> None:
    """The drawing makes room for its heading, and for an edge around both."""
    long = int(svg.attrib["width"])
    about = broken(" · ".join(filter(None, (of, figure.unit))), long)
    label = broken(figure.label, long)
    title = broken(figure.title, long)
    down = LINE_PX * len(title + about + label) + EDGE_PX
    width, height = long + 2 * EDGE_PX, int(svg.attrib["height"]) + down + 2 * EDGE_PX
    svg.attrib |= {"width": str(width), "height": str(height)}
    svg.attrib["viewBox"] = f"{-EDGE_PX} {-EDGE_PX} {width} {height}"
    drawn = [one for one in svg if one.tag != f"{{{SVG}}}title"]
    for one in drawn:
        svg.remove(one)
    rect(svg, "sheet", -EDGE_PX, -EDGE_PX, width, height)
    write_lines(svg, 0, title, kind="head")
    write_lines(svg, LINE_PX * len(title), about, kind="label soft")
    write_lines(svg, LINE_PX * len(title + about), label)
    ET.SubElement(svg, "g", transform=f"translate(0 {down})").extend(drawn)


def _style() -> str:
    assert _templates.loader is not None
    return _templates.loader.get_source(_templates, "plain.css")[0]


def _format(record: StructureRecord, language: str, words: Words) -> str:
    if published(record):
        return words("figure-not-known")
    if record.format == OWN:
        return words("records-format-own")
    entry = load().entries.get(record.format)
    name = record.format if entry is None else name_of(entry.form, language)
    return words("record-format-of", name=name, version=record.format_version)


def _spoken(record: StructureRecord, words: Words) -> list[str]:
    """For how long each role spoke, in all."""
    return [
        spoken(
            getattr(record.whole.speech_s, who),
            sum(getattr(one.turns, who) or 0 for one in record.phases),
            words,
        )
        for who in SPEAKERS
    ]


def _silence(whole: Whole, words: Words) -> str:
    """How long, and which part of the time at work: that alone where the steps of five seconds would say that there was
    none."""
    said = minutes(whole.silence_s)
    if whole.silence_share is None:
        return said
    part = percent(whole.silence_share, words)
    return f"{said} · {part}" if whole.silence_s or round(100 * whole.silence_share) == 0 else part
