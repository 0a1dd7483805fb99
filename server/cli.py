"""The command line: `restarea serve`, `open`, `demo`, `doctor`, `feedback`, `format`, `group`, `leader`,
`mail`, `person`, `record`, `backup`, `restore`."""

from __future__ import annotations

import asyncio
import shlex
import time
from enum import StrEnum
from typing import Annotated

import typer

from facilitation.soundness import SEATS_MOST
from facilitation.structure_record import FOUND_AGAIN_PERCENT
from facilitation.toml_table import FormatError
from facilitation.vocabulary import Keeping
from server import logs
from server.backup import backup, restore
from server.feedback.commands import app as feedback
from server.formats import find
from server.formats.commands import app as formats
from server.groups import links_anew, open_meeting
from server.groups.bounced import app as mail
from server.groups.commands import app as groups
from server.groups.commands import find_group
from server.groups.roster import RosterError, check
from server.leaders import app as leaders
from server.occupancy import Occupied
from server.opening import LASTS_S, LEADERS_USES, OBSERVERS_USES, open_session
from server.pages.language import DEFAULT, languages
from server.persons import app as persons
from server.ports import beside, taken
from server.record_commands.app import app as records
from server.settings import Settings
from server.store import LinkRefused, Store
from server.terminal import fail, settings_now, url_now, with_store
from server.whereabouts import where_is

app = typer.Typer(
    help="Restarea: a video room for Balint groups; the server keeps the form.", no_args_is_help=True
)


app.add_typer(feedback, name="feedback")
app.add_typer(formats, name="format")
app.add_typer(groups, name="group")
app.add_typer(leaders, name="leader")
app.add_typer(mail, name="mail")
app.add_typer(persons, name="person")
app.add_typer(records, name="record")


class Keep(StrEnum):
    """What may be chosen, for typer."""

    NOTHING = Keeping.NOTHING.value
    AGGREGATE = Keeping.AGGREGATE.value
    SEAT_TIMELINE = Keeping.SEAT_TIMELINE.value


COME_BACK = (
    "Whoever has come in may come back until the session ends, which it does after a day at the latest."
)
FORMAT_HELP = "The format's key, as `restarea format list` shows it, or a file that ends in .toml."


def main() -> None:
    app()


@app.command()
def serve() -> None:
    """Run the server until SIGTERM. Settings come from RESTAREA_* variables; see docs/operating.md."""
    from server.app import Server, serve_until_told  # a second's work, which other commands do without
    from server.media.waiting import Loop

    settings = settings_now()
    logs.configure(settings.log_level)
    server = Server(settings)
    try:
        with asyncio.Runner(loop_factory=Loop) as runner:
            runner.run(
                serve_until_told(server, lambda: print(f"Restarea is ready at {server.url}", flush=True))
            )
    except OSError as error:
        fail(f"The server cannot start: {_why_not(settings, error)}")


def _why_not(settings: Settings, error: OSError) -> str:
    """Of a folder that has its server that one is named first: its ports are taken because it has them."""
    if not isinstance(error, Occupied):
        return taken(settings) or f"{error.strerror or error}. Try `restarea doctor`."
    try:
        runs = where_is(settings.data_dir)
    except OSError:
        runs = None
    where = f", at {runs.url}" if runs else ""
    return f"the server of the data folder {settings.data_dir} is running already{where}. Nothing more is needed."


app.command()(backup)
app.command()(restore)


@app.command(name="open")
def open_(
    format: Annotated[str, typer.Option(help=FORMAT_HELP)] = "",
    members: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=SEATS_MOST,
            help="How many browsers the members' link serves; the format's group if not said.",
        ),
    ] = None,
    group: Annotated[
        str, typer.Option(help="A meeting of this group: everyone gets a link of their own.")
    ] = "",
    new_links: Annotated[
        bool,
        typer.Option(
            "--new-links",
            help="New links to the group's open meeting; those before open nothing any more.",
        ),
    ] = False,
    keep: Annotated[
        Keep,
        typer.Option(
            help="What is kept of how it goes: nothing, sums without names, or which seat spoke when, without names, "
            "if everyone who was there agrees afterwards (else sums); of such seats "
            f"{FOUND_AGAIN_PERCENT} in 100 were found again in a group's next record, in an experiment. Everyone in "
            "the room sees what is kept, and may say no to the record afterwards. It cannot be changed later."
        ),
    ] = Keep.NOTHING,
    together: Annotated[
        bool,
        typer.Option(
            "--together",
            help="With --group and --keep: its record is kept together with the group's earlier ones, so that its "
            "leaders see them side by side, and whoever has several may tell that they are one group's. Everyone in "
            "the room is told.",
        ),
    ] = False,
) -> None:
    """Open a session on this server's data folder and print its links."""
    keeping = Keeping(keep)

    async def opening(store: Store, settings: Settings) -> None:
        url = url_now(settings)
        if group:
            await _open_meeting(store, settings, url, group, keeping, together=together, new_links=new_links)
            return
        found = find(format, settings.formats_dir)
        most = members or found.form.members_max
        links = await open_session(store, found.text, url, members=most, keeping=keeping)
        print(
            f"lead     {links.lead}\nco-lead  {links.co_lead}\njoin     {links.join}\nobserve  {links.observe}\n\n"
            f"They let people in for {LASTS_S // 3600} hours: lead and co-lead {LEADERS_USES} browsers each,"
            f" join {most}, observe {OBSERVERS_USES}. {COME_BACK}"
        )

    if group and (format or members):
        fail("A group has its own format and members; `restarea group change` changes them.", 2)
    if new_links and keeping is not Keeping.NOTHING:
        fail("What is kept of a meeting is said when it is opened, and cannot be changed.", 2)
    if together and (not group or keeping is Keeping.NOTHING):
        fail("Only records of a group can be kept together: say which, with --group and --keep.", 2)
    if not group and new_links:
        fail("Only a group has meetings: say which, with --group.", 2)
    with_store(opening)


async def _open_meeting(
    store: Store,
    settings: Settings,
    url: str,
    name: str,
    keeping: Keeping,
    *,
    together: bool,
    new_links: bool,
) -> None:
    group = await find_group(store, name)
    found = find(group.format, settings.formats_dir)
    try:
        check(group.members, found.form)
    except RosterError as error:
        fail(f"The group cannot meet in its format any more: {error}. `restarea group change` changes it.")
    is_open = await store.meeting_of([member.member for member in group.members], time.time())
    if is_open and not new_links:
        fail(
            f"A meeting of {group.name!r} is open: end it first. Its links cannot be shown again, for only their "
            "hashes are kept: --new-links makes new ones in their place."
        )
    if new_links and not is_open:
        fail(f"No meeting of {group.name!r} is open.")
    if is_open and new_links:
        try:
            links = await links_anew(store, is_open, group, url)
        except LinkRefused:
            fail(f"The meeting of {group.name!r} has just ended.")
    else:
        links = await open_meeting(store, group, found.text, url, keeping=keeping, together=together)
    for invited in links:
        print(f"{invited.role.replace('_', '-'):<10} {invited.name}\n           {invited.link}")
    print(f"\nEach lets in whose it is, for {LASTS_S // 3600} hours. {COME_BACK}")


@app.command()
def demo(
    context: typer.Context,
    members: Annotated[int, typer.Option(min=2, max=10, help="Fictitious members.")] = 6,
    speed: Annotated[
        float, typer.Option(min=1, max=200, help="Compressed time: 10 makes a minute six seconds.")
    ] = 1,
    seed: Annotated[int, typer.Option(help="The same seed, the same behaviour.")] = 1,
    language: Annotated[str, typer.Option(help=f"One of {', '.join(languages())}.")] = DEFAULT,
    port: Annotated[
        int | None, typer.Option(help="The pages' port; sound and pictures take the next one that is free.")
    ] = None,
    format: Annotated[str, typer.Option(help=FORMAT_HELP)] = "",
    keep: Annotated[
        bool,
        typer.Option("--keep", help="Make a record of it, in sums, to be looked at until it is stopped."),
    ] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="Another one, where one that was killed could go on.")
    ] = False,
) -> None:
    """Hold a rehearsal: a fictitious group that follows the form, and two links, to lead it or to join it. One that was
    killed goes on."""
    from server.asked import Asked
    from server.demo import NotHeld, OtherWords, hold

    logs.configure("warning")  # on this screen the two links are what matters
    settings = settings_now() if port is None else beside(settings_now(port=port))
    if language not in languages():
        fail(f"There is no language {language!r}; there are {', '.join(languages())}.", 2)
    keeping = Keeping.AGGREGATE if keep else Keeping.NOTHING
    try:
        text = find(format, settings.formats_dir).text
        chosen = "" if port is None else f"--port={port}"
        asked = Asked(text, members, speed, seed, language, keeping, settings.port, _given(context), chosen)
        hold(settings, asked, anew=anew)
    except FormatError as error:
        fail(f"The format cannot be used: {error}", 2)
    except NotHeld as why:
        fail(str(why), 2 if isinstance(why, OtherWords) else 1)


BESIDE = ("anew", "port")
"""Options that make no other rehearsal."""


def _given(context: typer.Context) -> str:
    """The options that were given for it, as they are given again."""
    sources = {name: context.get_parameter_source(name) for name in context.params if name not in BESIDE}
    given = [name for name, source in sources.items() if source is not None and source.name == "COMMANDLINE"]
    values = {name: context.params[name] for name in given}
    return shlex.join(
        f"--{name}" if value is True else f"--{name}={value:g}" if name == "speed" else f"--{name}={value}"
        for name, value in values.items()
    )


@app.command()
def doctor() -> None:
    """Check ports, clock, certificates and disk, and say in plain words what is wrong."""
    from server.checkup import look

    findings = look(settings_now())
    for finding in findings:
        print(finding)
    if any(finding.wrong for finding in findings):
        raise typer.Exit(1)
