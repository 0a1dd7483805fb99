"""`restarea leader add`, `list`, `remove`: who may sign in, by a link that goes to their mail address."""

from __future__ import annotations

from typing import Annotated

import typer

from server.names import clean_address, clean_name
from server.settings import Settings
from server.store import Leader, LeaderRefused, Store
from server.terminal import fail, url_now, with_store

app = typer.Typer(help="Leaders: who may sign in, make groups and open their meetings.", no_args_is_help=True)

Address = Annotated[str, typer.Argument(help="Their mail address, such as anna@example.org.")]


@app.command()
def add(
    address: Address,
    name: Annotated[str, typer.Option(help="What they are called in their groups.")] = "",
    operator: Annotated[
        bool | None,
        typer.Option(
            "--operator/--no-operator",
            help="They run the server, too, and see /admin; also for somebody who is a leader already.",
        ),
    ] = None,
) -> None:
    """Let somebody sign in. They are not told: send them to the page that this prints."""
    cleaned, called = clean_address(address), clean_name(name) if name else ""
    if cleaned is None:
        fail("This is no mail address.", 2)
    if called is None:
        fail("The name is empty or too long.", 2)

    async def adding(store: Store, settings: Settings) -> tuple[str, str]:
        done, url = "added", url_now(settings)
        try:
            await store.leaders.add(cleaned, called, operator=bool(operator))
        except LeaderRefused:
            if operator is None:
                fail("There is a leader of this address already.")
            await store.leaders.entrust((await _find(store, cleaned)).leader, operator=operator)
            done = "changed"
        return done, url

    done, url = with_store(adding)
    page = f"{url}/sign-in" + (f", and see {url}/admin" if operator else "")
    typer.echo(f"{cleaned}: {done}. They sign in at {page}")


@app.command(name="list")
def list_() -> None:
    """List all leaders. Where no mail is set up, the server names a leader by the first column, with their link."""
    for leader in with_store(lambda store, _: store.leaders.listed()):
        runs = "  runs the server" if leader.operator else ""
        typer.echo(f"{leader.leader}  {leader.address}  {leader.name}".rstrip() + runs)


@app.command()
def remove(address: Address) -> None:
    """Let somebody sign in no more, nor stay signed in. Their groups stay; what they led is forgotten."""

    async def removing(store: Store, _: Settings) -> str:
        leader = await _find(store, address)
        await store.leaders.remove(leader.leader)
        return leader.address

    gone = with_store(removing)
    typer.echo(
        f"{gone}: removed. They are signed out everywhere; their groups stay. They have not been told."
    )


async def _find(store: Store, address: str) -> Leader:
    if (leader := await store.leaders.by_address(address.strip())) is None:
        fail("There is no leader of this address; `restarea leader list` shows them.", 2)
    return leader
