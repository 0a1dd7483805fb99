"""A client's side of a connection over a port without a socket: for tests of the connection modules."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from pathlib import Path

from aioice import stun
from pylibsrtp import Session

from server.media import fanout
from server.media.dtls import Certificate, Dtls, SrtpSessions
from server.media.ice import Address
from server.media.peer import Phase
from server.media.plane import Plane
from server.media.port import Port
from server.media.taking import Intake, PythonTaker, Taker
from server.media.workers import AnyPlane, Workers
from tests.waiting import until

GOLDEN = Path(__file__).parents[2] / "golden"
OFFER = (GOLDEN / "offer-chromium.sdp").read_bytes().decode()
OFFERED_FINGERPRINT = (
    "BD:FD:0A:A8:F5:EA:43:5E:A3:DB:B7:BA:DE:8E:10:39:CB:2E:69:E1:FC:58:E4:45:0A:96:86:02:FD:B6:17:FF"
)
AUDIO_SSRC = 1513700140
AUDIO_PAYLOAD_TYPE = 111
LEVEL_ID = 1

ROOM = "circle"
HOME: Address = ("192.0.2.1", 5000)
OTHER: Address = ("192.0.2.2", 5000)
MOVED: Address = ("192.0.2.1", 6000)
STRANGER: Address = ("203.0.113.9", 666)


class Clock:
    """Milliseconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now_ms = 1_000_000

    def __call__(self) -> int:
        return self.now_ms


class Wire(Port):
    """A port without a socket. What it sends goes to whoever listens at the address, and is kept in `sent`."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.sent: list[tuple[bytes, Address]] = []
        self.listeners: dict[Address, Client] = {}

    def open(self, host: str, port: int) -> int:
        return 4242

    async def open_tcp(self, host: str) -> None: ...

    def send(self, datagram: bytes | bytearray | memoryview, address: Address) -> bool:
        self.sent.append((bytes(datagram), address))
        if address in self.listeners:
            self.listeners[address].on_datagram(bytes(datagram))
        return True

    def sent_to(self, address: Address) -> list[bytes]:
        return [datagram for datagram, receiver in self.sent if receiver == address]


class Follower:
    """Python's engine; it notes the addresses that a compiled one would send to, and take packets from by itself."""

    name = "follower"
    line, gather, send = fanout.PYTHON.line, fanout.PYTHON.gather, fanout.PYTHON.send
    report = fanout.PYTHON.report

    def __init__(self) -> None:
        self.known: dict[Address, Taker] = {}

    def taker(self, session: Session) -> Taker:
        return PythonTaker()

    def intake(self, descriptor: array[int]) -> Intake:
        return self

    def know(self, address: Address, taker: Taker | None) -> None:
        if taker is None:
            del self.known[address]
        else:
            self.known[address] = taker

    waited_ms = 0

    def receive(self) -> bool:
        return True

    def next(self, now_ms: int) -> None:
        return None

    def unsent(self) -> tuple[int, int]:
        return 0, 0

    def wire(self, session: Session, descriptor: array[int]) -> Followed:
        return Followed(self)


@dataclass
class Followed:
    engine: Follower
    address: Address | None = None

    def to(self, address: Address) -> None:
        self.address = address

    def tell(self, compound: bytes) -> None: ...


def attribute(answer: str, name: str) -> str:
    return answer.partition(f"a={name}:")[2].partition("\r\n")[0]


@dataclass
class Client:
    """Holds one seat of one room over `wire`, from `address`. Nothing happens unless a test asks for it."""

    wire: Wire
    plane: Plane
    room: str
    seat: int
    address: Address
    certificate: Certificate = field(default_factory=Certificate)
    ssrc: int = AUDIO_SSRC
    sequence: int = 100
    ufrag: str = ""
    pwd: str = ""
    own_ufrag: str = "Qw+v"
    workers: Workers | None = None
    """Whose the plane is, where it is asked through them."""

    @property
    def face(self) -> AnyPlane:
        return self.workers or self.plane

    async def ask(self) -> str:
        """Offer, and keep what the answer says."""
        offer = OFFER.replace(OFFERED_FINGERPRINT, self.certificate.fingerprint.value)
        answer = await self.face.answer(self.room, self.seat, offer.replace(str(AUDIO_SSRC), str(self.ssrc)))
        self.ufrag, self.pwd = attribute(answer, "ice-ufrag"), attribute(answer, "ice-pwd")
        self.dtls = Dtls(self.certificate, lambda d: self.wire.on_datagram(d, self.address), client=False)
        self.wire.listeners[self.address] = self
        return answer

    async def restart(self, ufrag: str) -> None:
        """The device is in another network."""
        self.take(*await self.face.restart(self.room, self.seat, self.ufrag, ufrag), remote=ufrag)

    def take(self, ufrag: str, pwd: str, *, remote: str) -> None:
        """That answer to a restart which was asked for with its own ufrag `remote`."""
        self.ufrag, self.pwd, self.own_ufrag = ufrag, pwd, remote

    def check(self, *, nominate: bool = False, pwd: str | None = None, username: str | None = None) -> bytes:
        request = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
        request.attributes["USERNAME"] = (
            username if username is not None else f"{self.ufrag}:{self.own_ufrag}"
        )
        request.attributes["ICE-CONTROLLING"] = 7
        if nominate:
            request.attributes["USE-CANDIDATE"] = None
        request.add_message_integrity((pwd if pwd is not None else self.pwd).encode())
        return bytes(request)

    def send(self, datagram: bytes, *, source: Address | None = None) -> None:
        self.wire.on_datagram(datagram, source if source is not None else self.address)

    def on_datagram(self, datagram: bytes) -> None:
        self.dtls.feed(datagram)  # refuses what is not DTLS

    async def connect(self) -> SrtpSessions:
        await self.ask()
        self.send(self.check(nominate=True))
        fingerprint = self.plane._certificate.fingerprint if self.plane._certificate is not None else None
        assert fingerprint is not None
        self.sessions = await self.dtls.handshake([fingerprint], timeout_s=5)
        await until(self.is_whole)  # the plane's half of the handshake ends a few steps later
        return self.sessions

    def is_whole(self) -> bool:
        """The plane has heard the Finished, too; before that it could not say goodbye."""
        handshake = self.plane._rooms[self.room].peers[self.seat]._handshake
        return handshake is not None and handshake.done()

    def sound(self, level: int | None = None) -> bytes:
        """One more SRTP packet of this client's microphone; with a level, 0..127 -dBov, that says so."""
        self.sequence += 1
        extended = level is not None
        header = bytes((0x90 if extended else 0x80, AUDIO_PAYLOAD_TYPE)) + self.sequence.to_bytes(2, "big")
        header += (self.sequence * 960).to_bytes(4, "big") + self.ssrc.to_bytes(4, "big")
        if level is not None:
            header += bytes((0xBE, 0xDE, 0, 1, LEVEL_ID << 4, level, 0, 0))  # RFC 8285, section 4.2
        return self.sessions.protect(header + b"spoken")


@dataclass(frozen=True)
class Hears:
    audio: frozenset[int] = frozenset()
    video: frozenset[int] = frozenset()


@dataclass
class Circle:
    """A plane with one open room, and what its room was told of links."""

    clock: Clock
    wire: Wire
    plane: Plane
    links: list[tuple[str, int, bool]] = field(default_factory=list)
    workers: Workers | None = None
    """Where the plane is a worker's."""

    @property
    def face(self) -> AnyPlane:
        """What the room asks."""
        return self.workers or self.plane

    def client(self, seat: int = 1, address: Address = HOME, ssrc: int = 1_000_000) -> Client:
        return Client(self.wire, self.plane, ROOM, seat, address, ssrc=ssrc + seat, workers=self.workers)

    def pass_ms(self, ms: int) -> None:
        self.clock.now_ms += ms
        self.plane.tick()

    def quick(self, seat: int = 1) -> list[Address]:
        """From where a compiled engine would take this seat's packets."""
        peer = self.plane._rooms[ROOM].peers[seat]
        assert isinstance(self.plane._engine, Follower)
        return [address for address, taker in self.plane._engine.known.items() if taker is peer.taker]

    def path(self, seat: int = 1) -> Address | None:
        """Where the seat is sent to, which a compiled engine was told, too."""
        peer = self.plane._rooms[ROOM].peers[seat]
        if isinstance(peer.wire, Followed):
            assert peer.wire.address == peer.agent.path
        assert self.quick(seat) == ([peer.agent.path] if peer.wire and peer.phase is Phase.UP else [])
        return peer.agent.path
