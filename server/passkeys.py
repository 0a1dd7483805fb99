"""Passkeys (WebAuthn Level 3): what a browser is asked, and whether its answer is true. The only importer of webauthn.

The library is loaded when it is first needed, which takes longer than a voice may wait: call these in a thread.
"""

from __future__ import annotations

import base64
import ipaddress
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

ANSWERED_IN_S = 300
"""Somebody looks for their telephone, or is asked for a PIN that they seldom use (WebAuthn, 15.1)."""
CREDENTIAL_MOST = 1023
"""Bytes of a credential's id, by the standard."""

Answer = Mapping[str, Any]
"""What navigator.credentials gave, its bytes in base64url."""


class NoPasskey(Exception):
    """An answer that proves nothing. Says no more: it might hold what a browser sent."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where passkeys are good: the host's name, and the origin of its pages."""

    name: str
    origin: str


@dataclass(frozen=True, slots=True)
class Made:
    credential: bytes
    public_key: bytes
    sign_count: int


def place_of(public_url: str, host: str) -> Place | None:
    """By the server's own address; without one, by what a request calls this computer. None: no browser has passkeys
    there. They need a name, never a number, and HTTPS but for localhost."""
    try:
        parts = urlsplit(public_url or f"http://{host}")
        name, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    local = name == "localhost" or name.endswith(".localhost")
    if not local and (parts.scheme != "https" or _is_number(name)):
        return None
    usual = {"https": 443, "http": 80}[parts.scheme]
    return Place(name, f"{parts.scheme}://{name}" + (f":{port}" if port not in (None, usual) else ""))


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def to_be_made(
    place: Place, challenge: bytes, owner: bytes, address: str, name: str, there: Iterable[bytes]
) -> dict[str, Any]:
    """For navigator.credentials.create: a passkey that the device finds by itself, and opens for its owner only.
    `owner` is what the device gives back with it; `there` are those that one device shall not make twice."""
    from webauthn import generate_registration_options
    from webauthn.helpers import structs

    options = generate_registration_options(
        rp_id=place.name,
        rp_name="Restarea",
        user_name=address,
        user_display_name=name or address,
        user_id=owner,
        challenge=challenge,
        timeout=ANSWERED_IN_S * 1000,
        attestation=structs.AttestationConveyancePreference.NONE,
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[structs.PublicKeyCredentialDescriptor(id=one) for one in there],
    )
    return _as_json(options)


def to_be_shown(place: Place, challenge: bytes) -> dict[str, Any]:
    """For navigator.credentials.get: whichever passkey of this place the device has."""
    from webauthn import generate_authentication_options
    from webauthn.helpers.structs import UserVerificationRequirement

    options = generate_authentication_options(
        rp_id=place.name,
        challenge=challenge,
        timeout=ANSWERED_IN_S * 1000,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return _as_json(options)


def _as_json(options: Any) -> dict[str, Any]:
    from webauthn import options_to_json

    return dict(json.loads(options_to_json(options)))


def made(place: Place, challenge: bytes, answer: Answer) -> Made:
    """Raises NoPasskey."""
    from webauthn import verify_registration_response

    try:
        verified = verify_registration_response(
            credential=dict(answer),
            expected_challenge=challenge,
            expected_rp_id=place.name,
            expected_origin=place.origin,
            require_user_verification=True,
        )
    except Exception:  # bytes of a browser's, in four encodings: whatever is raised by them, it is a no
        raise NoPasskey from None
    if len(verified.credential_id) > CREDENTIAL_MOST:
        raise NoPasskey
    return Made(verified.credential_id, verified.credential_public_key, verified.sign_count)


def named(answer: Answer) -> tuple[bytes, bytes]:
    """The credential's id and whose the device says it is; neither is proved by it. Raises NoPasskey."""
    try:
        return _bytes(answer["rawId"]), _bytes(answer["response"]["userHandle"])
    except (KeyError, TypeError, ValueError):
        raise NoPasskey from None


def _bytes(text: object) -> bytes:
    if not isinstance(text, str):
        raise TypeError
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def shown(place: Place, challenge: bytes, answer: Answer, public_key: bytes, sign_count: int) -> int:
    """The new count of what this passkey has signed. Raises NoPasskey, also where the count has gone back: then there
    are two of it."""
    from webauthn import verify_authentication_response

    try:
        verified = verify_authentication_response(
            credential=dict(answer),
            expected_challenge=challenge,
            expected_rp_id=place.name,
            expected_origin=place.origin,
            credential_public_key=public_key,
            credential_current_sign_count=sign_count,
            require_user_verification=True,
        )
    except Exception:  # as above
        raise NoPasskey from None
    return verified.new_sign_count
