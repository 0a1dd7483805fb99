"""A device that makes and shows passkeys, in software: WebAuthn Level 3, with the attestation "none".

May import nothing of the server: what it says is written after the standard, not after what reads it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def content(encoded: str) -> bytes:
    return base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))


@dataclass
class Authenticator:
    """One passkey. Change what it says of itself, to see it refused."""

    origin: str
    place: str
    flags: int = PRESENT | VERIFIED
    count: int = 0
    counts: bool = True
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    owner: bytes = b""

    def make(self, options: dict[str, Any]) -> dict[str, Any]:
        self.owner = content(options["user"]["id"])
        point = self.key.public_key().public_numbers()
        # CBOR by hand: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
        public = b"\xa5\x01\x02\x03\x26\x20\x01" + b"".join(
            head + number.to_bytes(32)
            for head, number in ((b"\x21\x58\x20", point.x), (b"\x22\x58\x20", point.y))
        )
        credential = bytes(16) + len(self.credential).to_bytes(2) + self.credential + public
        told = self._told(ATTESTED) + credential
        # {"fmt": "none", "attStmt": {}, "authData": told}
        made = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59" + len(told).to_bytes(2) + told
        client = self._client("webauthn.create", options)
        return self._answer({"clientDataJSON": text(client), "attestationObject": text(made)})

    def show(self, options: dict[str, Any]) -> dict[str, Any]:
        self.count += self.counts
        client, told = self._client("webauthn.get", options), self._told(0)
        signed = self.key.sign(told + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            {
                "clientDataJSON": text(client),
                "authenticatorData": text(told),
                "signature": text(signed),
                "userHandle": text(self.owner),
            }
        )

    def _told(self, more: int) -> bytes:
        place = hashlib.sha256(self.place.encode()).digest()
        return place + bytes([self.flags | more]) + self.count.to_bytes(4)

    def _client(self, what: str, options: dict[str, Any]) -> bytes:
        said = {"type": what, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()

    def _answer(self, response: dict[str, str]) -> dict[str, Any]:
        named = text(self.credential)
        return {"id": named, "rawId": named, "type": "public-key", "response": response}
