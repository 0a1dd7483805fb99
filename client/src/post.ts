/** One JSON request to the server that served this page. Knows no DOM. */
export interface Posted {
  /** 0 where nothing came back. */
  status: number;
  body: Record<string, unknown>;
  /** By the server's clock, to the second, since 1970; absent where it does not say. */
  at_ms?: number;
}

/** So long after a request it is given up: a phone that changes cells may never hear of its end. */
export const GIVEN_UP_MS = 10_000;

/** Never rejects. */
export async function post(path: string, body: unknown): Promise<Posted> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(GIVEN_UP_MS),
    });
    const at_ms = Date.parse(response.headers.get("Date") ?? "");
    const said = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    return { status: response.status, body: said, ...(Number.isNaN(at_ms) ? {} : { at_ms }) };
  } catch {
    return { status: 0, body: { code: "offline" } };
  }
}

/** Why the server did not do it. */
export function codeOf({ status, body }: Posted): string {
  if (typeof body["code"] === "string") return body["code"];
  return status === 429 ? "too_fast" : "server_error";
}
