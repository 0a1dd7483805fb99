/** The requests of the door: a link's token for a place, and a name for a seat (docs/protocol.md). Knows no component. */
import type { Role, Stage } from "../protocol";

/** A place, not yet a seat; `name` is "" for a newcomer. */
export interface Welcome {
  role: Role;
  name: string;
  stage: Stage;
}

export type Entered = { welcome: Welcome } | { code: string };
export type Named = { seat: number } | { code: string };

/** What trying again may change; the rest is final. */
export const PASSING = new Set(["offline", "draining", "too_fast", "server_error"]);

const ENTERED = "restarea.entered";

/** The token in the address, which is then taken out of it: nobody reads it over a shoulder, no history keeps it. */
export function takeToken(): string {
  const token = location.hash.slice(1);
  if (token !== "") history.replaceState(null, "", location.pathname + location.search);
  return token;
}

/** Exchanges the token. Without one: the place this tab or this browser already has, or `no_link`. */
export async function enter(token: string): Promise<Entered> {
  if (token === "") return comeBack();
  const { status, body } = await post("/api/enter", { token });
  if (status !== 200) return { code: codeOf(status, body) };
  const welcome = body as unknown as Welcome;
  sessionStorage.setItem(ENTERED, JSON.stringify(welcome));
  return { welcome };
}

/** Takes the seat. */
export async function takeSeat(name: string): Promise<Named> {
  const { status, body } = await post("/api/name", { name });
  return status === 200 ? { seat: Number(body["seat"]) } : { code: codeOf(status, body) };
}

/** A reload of this page has no token any more: the cookie is the place, and this tab remembers whose. */
async function comeBack(): Promise<Entered> {
  const kept = sessionStorage.getItem(ENTERED);
  if (kept !== null) return { welcome: JSON.parse(kept) as Welcome };
  const room = await fetch("/room", { redirect: "manual" }).catch(() => null);
  if (room?.ok) location.replace("/room");
  return { code: "no_link" };
}

async function post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
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

function codeOf(status: number, body: Record<string, unknown>): string {
  if (typeof body["code"] === "string") return body["code"];
  return status === 429 ? "too_fast" : "server_error";
}
