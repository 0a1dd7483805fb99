/** The requests of the door: a link's token for a place, and a name for a seat (docs/protocol.md). Knows no component. */
import { codeOf, post, type Posted } from "../post";
import type { Role, Stage } from "../protocol";

/** A place. `name` is what they called themselves, or what the group calls them; "" where nobody has said it. */
export interface Welcome {
  role: Role;
  name: string;
  stage: Stage;
  /** Whether they have been in the room before. */
  seated: boolean;
  /** They have left, and a leader lets them in anew; missing where not. */
  left?: boolean;
  /** The link is to lead, and the place that this browser has is not; missing where not. */
  leads?: boolean;
  /** Whether they belong to a group that meets again, and keeps a roster. */
  group: boolean;
  /** What it is called; missing where there is none. */
  of?: string;
  /** What is kept of how the session goes. */
  keeping: "nothing" | "aggregate" | "seat_timeline";
  /** It is kept with the group's earlier records; missing where it is not. */
  together?: boolean;
  /** Whether they have said in this meeting what is asked of everyone before they go in, by its newest words. */
  attested: boolean;
  /** Of which version these words are. */
  attestation: number;
  /** Which of this browser's places it is. */
  place: string;
  /** What going in gives up: another seat that this browser has, or the way to what is kept of a meeting; missing where neither. */
  elsewhere?: "seat" | "record";
}

/** A meeting to come, of which somebody may say whether they come; null: they have not yet. */
export interface Planned {
  meeting: string;
  /** Another once it is moved. */
  sequence: number;
  begins: Date;
  comes: boolean | null;
}

/** Of whoever is not let in: they lead; it was a link to a rehearsal; an earlier link may have a new one sent by mail. */
export interface Whose {
  leads?: boolean | undefined;
  rehearsal?: boolean | undefined;
  mail?: boolean | undefined;
}

/** Of `not_open_yet`: `dates`, that of the link first; of `meeting_cancelled` the others; `of`, what the group is called, and `telephone`, what the leader gave for when the link fails. `hoursOff` is how wrong this device's clock is, where it is by hours. */
type Answer = { welcome: Welcome } | ({ code: string; dates?: Planned[]; of?: string | undefined; telephone?: string | undefined } & Whose);
export type Entered = Answer & { hoursOff: number };
/** `name`: one that nobody has, where somebody else has the name they gave. */
export type Named = { seat: number } | { code: string; detail: string; name?: string };

/** What trying again may change; the rest is final. */
export const PASSING = new Set(["not_open_yet", "offline", "draining", "too_fast", "server_error", "not_saved"]);

/** Somebody's own link, which is good for nothing but for a new one. */
export const FRESH = new Set(["earlier_link", "meeting_cancelled"]);

/** Whether this tab was at the door: then a reload finds it again. */
const ENTERED = "restarea.entered";

/** What stays with a page that is loaded anew: which place it is at. Another tab's page may be at another. */
const placeHere = (): string => String((history.state as { place?: unknown } | null)?.place ?? "");

function at(welcome: Welcome): { welcome: Welcome } {
  history.replaceState({ place: welcome.place }, "", location.pathname + location.search);
  return { welcome };
}

/** The token in the address, without what a letter had around the link; it is then taken out of the address: nobody reads it over a
 * shoulder, no history keeps it. One of which only damaged signs are left is a link all the same, that nobody knows. */
export function takeToken(): string {
  const rest = location.hash.slice(1);
  const token = rest.replace(/(%..|[^\w-])+$/, "") || (rest.includes("%") ? rest : "");
  if (location.hash !== "") history.replaceState(null, "", location.pathname + location.search);
  return token;
}

/** Whether this browser has what carries a voice. */
export const carriesVoices = (): boolean => typeof RTCPeerConnection === "function";

/** By how many hours a clock is wrong that says `now_ms`; 0 where it is less than one, or nobody knows. */
export const hoursOff = (at_ms: number | undefined, now_ms: number): number =>
  at_ms === undefined ? 0 : Math.floor(Math.abs(now_ms - at_ms) / 3_600_000);

/** Exchanges the token. Without one: the place this tab or this browser already has, or `no_link`. */
export async function enter(token: string): Promise<Entered> {
  if (!carriesVoices()) return { ...keepToken(token, "no_webrtc"), hoursOff: 0 };
  if (token === "") return { ...(await comeBack()), hoursOff: 0 };
  const answer = await post("/api/enter", { token });
  return { ...read(token, answer), hoursOff: hoursOff(answer.at_ms, Date.now()) };
}

/** The link is still good for something: a reload must find it. */
function keepToken(token: string, code: string): { code: string } {
  if (token !== "") history.replaceState(null, "", `${location.pathname}${location.search}#${token}`);
  return { code };
}

function read(token: string, answer: Posted): Answer {
  const code = codeOf(answer);
  if (code === "not_open_yet") {
    const written = (key: string): string | undefined => (typeof answer.body[key] === "string" ? answer.body[key] : undefined);
    return { ...keepToken(token, code), dates: datesOf(answer), of: written("of"), telephone: written("telephone") };
  }
  const whose: Whose = { leads: answer.body["leads"] === true, rehearsal: answer.body["rehearsal"] === true };
  if (FRESH.has(code)) return { ...keepToken(token, code), ...whose, dates: datesOf(answer) };
  if (answer.status !== 200) return { code, ...whose };
  sessionStorage.setItem(ENTERED, "yes");
  return at(answer.body as unknown as Welcome);
}

const datesOf = ({ body }: Posted): Planned[] =>
  ((body["dates"] ?? []) as (Omit<Planned, "begins"> & { begins: string })[]).map((one) => ({ ...one, begins: new Date(one.begins) }));

/** Says whether one comes to a meeting at the time that is seen; what was said before goes. Of one that has moved since nothing is noted: the dates say when it is. */
export async function sayComing(token: string, { meeting, sequence }: Planned, comes: boolean): Promise<{ dates: Planned[] } | { code: string }> {
  const answer = await post("/api/reply", { token, meeting, sequence, comes, zone: ownZone() });
  return answer.status === 200 ? { dates: datesOf(answer) } : { code: codeOf(answer) };
}

/** `none`: there is no meeting to which a new link could lead. */
export type Fresh = "sent" | "none" | "too_fast" | "link_taken_back" | "failed";

/** Asks for a new link. Nobody is told whether there is an address that it goes to. */
export async function askFresh(token: string): Promise<Fresh> {
  const answer = await post("/api/fresh", { token });
  const code = codeOf(answer);
  if (answer.status !== 200) return code === "too_fast" || code === "link_taken_back" ? code : "failed";
  return answer.body["coming"] === true ? "sent" : "none";
}

/** Pages and letters tell the time on one's own clock. */
const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Takes the seat at this `place`. `attests`: the version of the words that were said yes to just now; 0: none were. */
export async function takeSeat(name: string, place: string, attests: number): Promise<Named> {
  const answer = await post("/api/name", {
    name,
    place,
    attests,
    zone: ownZone(),
  });
  if (answer.status !== 200) return { ...(answer.body as { name?: string }), code: codeOf(answer), detail: String(answer.body["detail"] ?? "") };
  return { seat: Number(answer.body["seat"]) };
}

/** A reload of this page has no token any more: a cookie is the place, and the server says what it is good for. A tab that was not at
 * the door goes on to the room, but for whoever has left. */
async function comeBack(): Promise<Answer> {
  const answer = await post("/api/enter", { token: "", place: placeHere() });
  if (answer.status !== 200) return { code: codeOf(answer), mail: answer.body["mail"] === true };
  const welcome = answer.body as unknown as Welcome;
  if (sessionStorage.getItem(ENTERED) !== null || !welcome.seated || welcome.left) return at(welcome);
  location.replace("/room");
  return new Promise(() => undefined); // the page is left
}
