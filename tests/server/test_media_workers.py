"""A server whose media is in workers: pages are told when theirs is gone, what was asked meanwhile holds, and the
operator sees it all."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.app import Server
from server.media.hiring import Process
from server.media.workers import Workers
from server.settings import Settings
from tests.server.test_hostile import Circle, circle_at, peer_of
from tests.server.test_metrics import read
from tests.waiting import until

REPLACED_S = 60
"""Where the one that stands ready has not read its modules yet, on a machine that is busy."""

pytestmark = [pytest.mark.paired, pytest.mark.slow]


class Told:
    """Whose pages were told that their connection is lost."""

    def __init__(self, circle: Circle) -> None:
        self.people = [circle.leader, circle.member, circle.hostile]
        self.seats: list[int] = []
        for person in self.people:
            person._socket.on("media_lost", lambda _, seat=person.seat: self.seats.append(seat))

    async def come_again(self) -> None:
        """As pages do. A page whose offer came as the worker died is refused for a moment."""
        await until(lambda: sorted(self.seats) == [person.seat for person in self.people])
        for person in self.people:
            former = peer_of(person)
            await person.media()
            await former.close()


def workers_of(server: Server) -> Workers:
    assert isinstance(server.plane, Workers)
    return server.plane


def pids(plane: Workers) -> list[int]:
    return [worker._hands.pid for worker in plane._at_work().values() if isinstance(worker._hands, Process)]


@pytest.fixture
async def circle(tmp_path: Path) -> AsyncIterator[Circle]:
    settings = Settings(
        data_dir=tmp_path, port=0, media_port=0, metrics_port=0, advertise=["127.0.0.1"], media_workers=1
    )
    async with circle_at(settings) as one:
        yield one


async def test_a_push_back_while_the_worker_is_dead_holds_when_the_next_one_is_there(circle: Circle) -> None:
    await circle.admit_all()
    await circle.push_back()
    await circle.leader.do("recall", about=circle.leader.view["phase"]["entry"])
    await circle.control()
    told = Told(circle)
    (pid,) = pids(workers_of(circle.server))
    os.kill(pid, signal.SIGKILL)
    await circle.leader.do("push_back", about=circle.leader.view["phase"]["entry"])
    await told.come_again()
    await circle.settle()
    assert circle.received() == [0, 0]
    assert await peer_of(circle.hostile).burst(200) > 100
    await circle.settle()
    assert circle.received() == [0, 0]
    await circle.leader.do("recall", about=circle.leader.view["phase"]["entry"])
    await circle.control()


async def test_a_stopped_worker_silences_its_room_and_people_are_heard_again(circle: Circle) -> None:
    await circle.admit_all()
    await circle.control()
    told = Told(circle)
    (pid,) = pids(workers_of(circle.server))
    os.kill(pid, signal.SIGSTOP)
    loop = asyncio.get_running_loop()
    began = loop.time()
    await circle.leader.do("remove", seat=circle.hostile.seat)
    assert loop.time() - began < 2
    assert pids(workers_of(circle.server)) != [pid]
    told.people.remove(circle.hostile)
    told.seats = [seat for seat in told.seats if seat != circle.hostile.seat]
    await told.come_again()
    await circle.settle()  # the leader and the member hear each other


async def test_an_operator_sees_each_worker(circle: Circle) -> None:
    await circle.admit_all()
    await circle.control()
    plane = workers_of(circle.server)
    sent = 0

    async def counted() -> bool:
        nonlocal sent
        samples, _ = await read(circle.server.metrics.address)
        sent = int(samples["restarea_forwarded_packets_total", "audio"])
        return sent >= 400 and samples["restarea_seats", "up"] == 3

    await until(counted, every_s=0.05)
    samples, text = await read(circle.server.metrics.address)
    assert samples["restarea_media_worker_lag_seconds_count", str(plane.port)] >= 10
    assert samples["restarea_media_workers_replaced_total", ""] == 0
    assert samples["restarea_rooms", ""] == 1
    assert f'restarea_media_worker_lag_seconds_bucket{{le="+Inf",port="{plane.port}"}}' in text
    os.kill(pids(plane)[0], signal.SIGKILL)

    async def replaced() -> bool:
        samples, _ = await read(circle.server.metrics.address)
        assert samples["restarea_forwarded_packets_total", "audio"] >= sent
        return samples["restarea_media_workers_replaced_total", ""] == 1 and len(plane._at_work()) == 1

    await until(replaced, REPLACED_S, every_s=0.05)


async def test_a_start_on_a_taken_media_port_leaves_no_process(tmp_path: Path) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
        taken.bind(("0.0.0.0", 0))
        port = taken.getsockname()[1] - 1  # the second worker's
        settings = Settings(data_dir=tmp_path, port=0, media_port=port, media_workers=2)
        server = Server(settings)
        with pytest.raises(OSError, match="in use"):
            await server.start()
    assert workers_of(server)._workers == set()
