/** Passkeys to and from JSON, whose bytes are base64url. Browsers do it themselves from 2023 to 2025 on, too late for some. */
type Json = Record<string, any>;

export function asCreation(options: Json): PublicKeyCredentialCreationOptions {
  return {
    ...(options as PublicKeyCredentialCreationOptions),
    challenge: bytes(options["challenge"]),
    user: { ...options["user"], id: bytes(options["user"].id) },
    excludeCredentials: ((options["excludeCredentials"] ?? []) as Json[]).map((one) => ({
      type: "public-key",
      id: bytes(one["id"]),
    })),
  };
}

export function asRequest(options: Json): PublicKeyCredentialRequestOptions {
  return { ...options, challenge: bytes(options["challenge"]), allowCredentials: [] };
}

/** What the server checks, and nothing else that the device tells of itself. */
export function shown(credential: PublicKeyCredential): Json {
  const given = credential.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"] as const;
  const response = Object.fromEntries(
    parts.flatMap((part) => (given[part] ? [[part, text(given[part])]] : [])),
  );
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response };
}

function bytes(encoded: string): Uint8Array<ArrayBuffer> {
  const plain = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (one) => one.charCodeAt(0));
}

function text(content: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(content));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
