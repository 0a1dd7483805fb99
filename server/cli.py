"""The command line: `restarea serve`, `open`, `demo`, `doctor`, `format`."""

from __future__ import annotations

import asyncio
from typing import Annotated, NoReturn

import typer

from facilitation.soundness import SEATS_MOST
from facilitation.toml_table import FormatError
from server import logs
from server.app import Server, serve_until_told
from server.formats import find
from server.formats.commands import app as formats
from server.formats.commands import check_formats
from server.opening import open_session
from server.pages.language import languages
from server.settings import Settings
from server.store import Store

app = typer.Typer(
    help="Restarea: a video room for Balint groups; the server keeps the form.", no_args_is_help=True
)


app.add_typer(formats, name="format")
FORMAT_HELP = "The format's key, as `restarea format list` shows it, or a file that ends in .toml."


def main() -> None:
    app()


@app.command()
def serve() -> None:
    """Run the server until SIGTERM. Settings come from RESTAREA_* variables; see docs/operating.md."""
    settings = _settings()
    logs.configure(settings.log_level)
    server = Server(settings)
    try:
        asyncio.run(serve_until_told(server, lambda: print(f"Restarea is ready at {server.url}", flush=True)))
    except OSError as error:
        _fail(f"The server cannot start: {error.strerror or error}. Try `restarea doctor`.")


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
) -> None:
    """Open a session on this server's data folder and print its links."""
    settings = _settings()

    async def opening() -> None:
        store = await Store.open(settings.data_dir / "restarea.db")
        try:
            url = settings.public_url.rstrip("/") or f"http://{settings.host}:{settings.port}"
            found = find(format, settings.formats_dir)
            most = members or found.form.members_max
            links = await open_session(store, found.text, url, members=most)
            print(
                f"lead     {links.lead}\nco-lead  {links.co_lead}\njoin     {links.join}\nobserve  {links.observe}"
            )
        finally:
            await store.close()

    try:
        asyncio.run(opening())
    except FormatError as error:
        _fail(f"The format cannot be used: {error}")
    except OSError as error:
        _fail(f"The data folder cannot be used: {error.strerror or error}. Try `restarea doctor`.")


@app.command()
def demo(
    members: Annotated[int, typer.Option(min=2, max=10, help="Fictitious members.")] = 6,
    speed: Annotated[
        float, typer.Option(min=1, max=200, help="Compressed time: 10 makes a minute six seconds.")
    ] = 4,
    seed: Annotated[int, typer.Option(help="The same seed, the same behaviour.")] = 1,
    language: Annotated[str, typer.Option(help="en or fr")] = "en",
    port: Annotated[int | None, typer.Option(help="The page's port.")] = None,
    format: Annotated[str, typer.Option(help=FORMAT_HELP)] = "",
) -> None:
    """Hold a rehearsal: a fictitious group that follows the form, and two links, to lead it or to join it."""
    from server.demo import Asked, rehearse

    logs.configure("warning")  # on this screen the two links are what matters
    settings = _settings() if port is None else _settings(port=port)
    if language not in languages():
        _fail(f"There is no language {language!r}; there are {', '.join(languages())}.")
    try:
        form = find(format, settings.formats_dir)
        asyncio.run(rehearse(settings, Asked(form.text, members, speed, seed, language)))
    except FormatError as error:
        _fail(f"The format cannot be used: {error}")
    except OSError as error:
        _fail(
            f"The rehearsal cannot start: {error.strerror or error}. Try `restarea doctor`, or another --port, "
            "and for sound and pictures another RESTAREA_MEDIA_PORT."
        )


@app.command()
def doctor() -> None:
    """Check ports, clock, certificates and disk, and say in plain words what is wrong."""
    from server.doctor import examine, judge_forwarding
    from server.media.fanout import best

    settings = _settings()
    findings = [*examine(settings), judge_forwarding(best().name), check_formats(settings.formats_dir)]
    for finding in findings:
        print(finding)
    if any(finding.wrong for finding in findings):
        raise typer.Exit(1)


def _settings(**given: int) -> Settings:
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValueError as error:
        _fail(f"A setting makes no sense: {error}")


def _fail(reason: str) -> NoReturn:
    typer.echo(reason, err=True)
    raise typer.Exit(1)
