"""`restarea group add`, `change`, `show`, `list`, `remove`: groups that meet again and again."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from facilitation.format import Format
from facilitation.vocabulary import Role
from server.formats import find
from server.groups.roster import RosterError, parse
from server.names import clean_name
from server.settings import Settings
from server.store import Group, GroupRefused, Listed, Store
from server.terminal import fail, with_store

app = typer.Typer(
    help="Groups that meet again and again: who belongs to them, and who has presented how often.",
    no_args_is_help=True,
)

Name = Annotated[str, typer.Argument(help="What the group is called, such as “Tuesdays”.")]
Roster = Annotated[
    Path,
    typer.Argument(
        help="A file that names one person a line, such as `member: Anna Berg`; - for standard input. "
        "Roles are leader, co-leader, member, observer."
    ),
]
FormatKey = Annotated[str, typer.Option(help="The format's key, as `restarea format list` shows it.")]


@app.command()
def add(name: Name, roster: Roster, format: FormatKey = "") -> None:
    """Add a group."""
    cleaned = clean_name(name)
    if cleaned is None:
        fail("The group's name is empty or too long.", 2)

    async def adding(store: Store, settings: Settings) -> None:
        form = _format(format, settings)
        try:
            await store.add_group(cleaned, form.key, people := _read(roster, form))
        except GroupRefused:
            fail(f"There is a group {cleaned!r} already; `restarea group change` changes it.")
        _warn_if_few(people, form)

    with_store(adding)
    typer.echo(
        f"{cleaned}: added. `restarea open --group {cleaned!r}` opens a meeting and prints everyone's link."
    )


@app.command()
def change(name: Name, roster: Roster, format: FormatKey = "") -> None:
    """Give a group another roster. Whoever stays on it, by the same name, keeps their tally."""

    async def changing(store: Store, settings: Settings) -> None:
        group = await find_group(store, name)
        form = _format(format or group.format, settings)
        try:
            await store.change_group(group.group, form.key, people := _read(roster, form))
        except GroupRefused:
            fail(f"The group {group.name!r} has just been removed.")
        before, now = {one.name: one.presented for one in group.members}, {one.name for one in people}
        for one in sorted(now - before.keys()):
            typer.echo(f"{one}: new, with a tally of 0")
        for one in sorted(before.keys() - now):
            typer.echo(f"{one}: no longer in the group; a tally of {before[one]} is gone")
        typer.echo(f"{group.name}: {len(people)} people now")
        _warn_if_few(people, form)

    with_store(changing)


@app.command()
def show(name: Name) -> None:
    """Show who belongs to a group, and how many cases each has presented in its meetings."""
    group = with_store(lambda store, _: find_group(store, name))
    for member in group.members:
        typer.echo(f"{member.role.replace('_', '-'):<10} {member.presented:>3}  {member.name}")


@app.command(name="list")
def list_(
    ids: Annotated[
        bool, typer.Option("--ids", help="Also how the key of each group's names is called.")
    ] = False,
) -> None:
    """List every group with its format and its size."""
    for group in with_store(lambda store, _: store.groups()):
        typer.echo(
            f"{f'{group.group} ' if ids else ''}{group.name}: {group.format}, {len(group.members)} people"
        )


@app.command()
def remove(
    name: Name,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    untold: Annotated[
        bool,
        typer.Option(
            "--untold", help="Also where people expect a meeting: nobody is told that there is none."
        ),
    ] = False,
) -> None:
    """Remove a group with everything that is known of it, its tally too. A meeting that is under way goes on."""

    async def removing(store: Store, _: Settings) -> tuple[Group, int, int]:
        group = await find_group(store, name)
        planned = [one for one in await store.meetings.of(group.group) if not one.cancelled]
        expect = {one.member for one in group.members for each in planned if each.concerns(one.member)}
        if expect and not untold:
            fail(
                f"{len(expect)} of {group.name!r} have been told of meetings to come, and this command tells nobody"
                " that they fall out. Whoever leads it removes it on its page, which tells them by mail;"
                " or use --untold, and tell them yourself."
            )
        if not yes:
            typer.confirm(
                f"Remove {group.name!r}, its {len(group.members)} people and their tally?", abort=True
            )
        await store.forget_group(group.group)
        return group, len(planned), len(expect)

    group, planned, expect = with_store(removing)
    typer.echo(f"{group.name}: removed, with its {len(group.members)} people and {planned} planned meetings.")
    if expect:
        typer.echo(f"Nobody has been told: {expect} of them expect a meeting.")


async def find_group(store: Store, name: str) -> Group:
    """The group of that name; ends the command if there is none."""
    groups = {group.name: group for group in await store.groups()}
    if (found := groups.get(clean_name(name) or "")) is None:
        fail(f"There is no group {name!r}." + (f" There are: {', '.join(groups)}." if groups else ""), 2)
    return found


def _format(key: str, settings: Settings) -> Format:
    """Raises FormatError."""
    if key.endswith(".toml"):
        fail("A group's format is named by its key: lay the file into RESTAREA_FORMATS_DIR.", 2)
    return find(key, settings.formats_dir).form


def _warn_if_few(people: Sequence[Listed], form: Format) -> None:
    """It may grow until it meets."""
    members = sum(one.role == Role.MEMBER for one in people)
    if members < form.members_min:
        typer.echo(
            f"This format works with {form.members_min} members or more; the roster names {members}.",
            err=True,
        )


def _read(roster: Path, form: Format) -> tuple[Listed, ...]:
    try:
        return parse(sys.stdin.read() if str(roster) == "-" else roster.read_text("utf-8"), form)
    except RosterError as error:
        fail(f"The roster cannot be used: {error}.", 2)
    except UnicodeDecodeError:
        fail("The roster is not written in UTF-8.", 2)
    except OSError as error:
        fail(f"The roster cannot be read: {error.strerror or error}.", 2)
