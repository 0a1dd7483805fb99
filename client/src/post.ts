/** One JSON request to the server that served this page. Knows no DOM. */
export interface Posted {
  /** 0 where nothing came back. */
  status: number;
  body: Record<string, unknown>;
}

/** Never rejects. */
export async function post(path: string, body: unknown): Promise<Posted> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json().catch(() => ({}))) as Record<string, unknown> };
  } catch {
    return { status: 0, body: { code: "offline" } };
  }
}

/** Why the server did not do it. */
export function codeOf({ status, body }: Posted): string {
  if (typeof body["code"] === "string") return body["code"];
  return status === 429 ? "too_fast" : "server_error";
}
