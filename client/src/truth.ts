/**
 * The one line that tells the truth about oneself: whether the group hears me now, and if not, why not.
 * Pure, and from what the server says it receives and forwards; what this page merely hopes is never claimed.
 */
import type { DeviceState } from "./devices";
import type { MediaLink } from "./media";
import {
  holdsFloor, isCircle, isLeading, isLeftAside, isOutside, leadersAlone, mayBeHeard, planned, presenterThere, pushedBack,
  type CircleView, type Facts, type SeatId, type View, type You,
} from "./protocol";
import { returning } from "./returning";
import type { Connection } from "./session";

export interface Situation {
  connection: Connection;
  draining: boolean;
  refusal: string | null;
  view: View;
  you: You | null;
  /** Null when none have come lately. */
  facts: Facts | null;
  media: MediaLink;
  microphone: DeviceState;
  /** The browser waits for a touch before it lets sound through. */
  blocked?: boolean;
  /** The microphone, or the way from it to the server, has only just been opened: nothing can have been heard of it yet. */
  fresh?: boolean;
  /** It is this page that comes late, not its link. */
  late?: boolean;
  /** Session time. */
  now?: number;
  nameOf: (seat: SeatId) => string;
}

export interface Truth {
  /** The message of the catalogue. */
  id: string;
  args: Record<string, string>;
  /** True only where the server says that it forwards this person's voice. */
  heard: boolean;
  /** `look`: something wants this person's attention. */
  tone: "calm" | "look";
}

const calm = (id: string, args: Record<string, string> = {}): Truth => ({ id, args, heard: false, tone: "calm" });
const look = (id: string, args: Record<string, string> = {}): Truth => ({ id, args, heard: false, tone: "look" });
const heard = (id: string, args: Record<string, string> = {}): Truth => ({ id, args, heard: true, tone: "calm" });

export function truth(now: Situation): Truth {
  return outside(now) ?? disconnected(now) ?? byForm(now) ?? byMicrophone(now) ?? byFacts(now);
}

/** Not in the circle at all. */
function outside({ connection, refusal, view, you }: Situation): Truth | null {
  if (connection === "replaced") return calm("truth-replaced");
  if (you?.standing === "removed" || refusal === "removed") return calm("truth-removed");
  if (view.stage === "ended" || refusal === "session_ended") return calm("truth-ended");
  if (connection === "refused") return look(refusal === "protocol" ? "truth-outdated" : "truth-no-place");
  return you?.standing === "left" ? calm("truth-left") : null;
}

/** Nothing that was known before a lost connection may be claimed after it. */
function disconnected({ connection, draining, view, media }: Situation): Truth | null {
  if (connection === "connecting") return calm("truth-connecting");
  if (connection === "lost") return look(draining ? "truth-draining" : "truth-lost");
  if (!isCircle(view)) return calm("truth-waiting");
  if (media === "lost") return look("truth-media-lost");
  if (media === "refused") return look("truth-media-refused");
  return media === "up" ? null : calm("truth-media-connecting");
}

/** What the form says, whatever one's microphone does: the server does not forward. */
function byForm({ view, you, nameOf }: Pick<Situation, "view" | "you" | "nameOf">): Truth | null {
  if (!isCircle(view) || you === null) return null;
  const leads = isLeading(you.role);
  if (isOutside(view, you)) return calm("truth-leaders-alone");
  if (isLeftAside(view, you.seat)) return calm("truth-aside");
  if (isAside(view, you)) return null;
  if (!mayBeHeard(view, you)) return calm("truth-observer");
  if (view.suspended && you.role === "member" && view.seats[you.seat]?.circle !== "outer") return null;
  if (pushedBack(view) === you.seat) return calm("truth-pushed-back");
  if (!leads && !mayWork(view, you)) return calm("truth-watches");
  return view.floor.gate === "hard" && !leads && !hasFloor(view, you) ? floorOfOthers(view, nameOf) : null;
}

/** Who hears this person if they speak, as far as the form and their microphone go; aside, it is a few. */
export function hearersOf(view: CircleView, you: You, microphone: DeviceState): "group" | "few" | "nobody" {
  if (microphone !== "on" || byForm({ view, you, nameOf: () => "" }) !== null) return "nobody";
  return isAside(view, you) ? "few" : "group";
}

/** Whether the form keeps this voice from everyone: nobody who is not heard may look so, however late the server's facts are. */
export function isKeptOut(view: CircleView, seat: SeatId): boolean {
  const { role = "member", standing = "seated" } = view.seats[seat] ?? {};
  return byForm({ view, you: { seat, role, standing }, nameOf: () => "" }) !== null;
}

/** In the private room, or whispering: heard by few, and by none of the circle. */
function isAside(view: CircleView, you: Pick<You, "seat">): boolean {
  return view.seats[you.seat]?.stepped_out === true || view.whispering?.includes(you.seat) === true;
}

/** Whether this seat is one of those who are heard in this phase at all: not in an outer circle, nor watching a scene. */
function mayWork(view: CircleView, you: Pick<You, "seat">): boolean {
  if (view.turn?.seat === you.seat) return true;
  switch (planned(view)?.heard) {
    case "outer":
      return false;
    case "cast":
      return String(you.seat) in (view.scene?.cast ?? {});
    default:
      return view.seats[you.seat]?.circle !== "outer";
  }
}

/** Whether the floor is this seat's: the same rule as the server's, to say it and never to decide it. */
export function hasFloor(view: CircleView, you: Pick<You, "seat" | "role">): boolean {
  switch (view.floor.kind) {
    case "open":
      return true;
    case "queue":
      return view.turn?.seat === you.seat;
    case "presenter":
      return view.case.presenter === you.seat;
    case "asker_and_presenter":
      return view.turn?.seat === you.seat || view.case.presenter === you.seat;
    case "round":
      return view.turn?.seat === you.seat || (planned(view)?.presenter_answers === true && view.case.presenter === you.seat);
    case "leaders":
      return isLeading(you.role);
    case "silent":
      return false;
  }
}

function floorOfOthers(view: CircleView, nameOf: (seat: SeatId) => string): Truth {
  const { kind } = view.floor;
  if (kind === "leaders") return calm("truth-floor-leaders");
  const presenter = presenterThere(view);
  if (kind === "presenter" && presenter !== null) return calm("truth-floor-presenter", { name: nameOf(presenter) });
  if (view.turn) return calm("truth-floor-turn", { name: nameOf(view.turn.seat) });
  return calm(kind === "queue" || kind === "presenter" ? "truth-floor-next" : "truth-floor-asker");
}

function byMicrophone({ microphone, blocked, view, you, facts, late, nameOf }: Situation): Truth | null {
  if (microphone === "on") return null;
  if (microphone === "opening") return calm("truth-opening");
  // Why it cannot be used stands beside that.
  if (isCircle(view) && you !== null && view.private?.inside.includes(you.seat)) return look("truth-off-private", { names: others(view, you.seat).map(nameOf).join(", ") });
  if (microphone !== "off") return look(`truth-microphone-${microphone}`);
  if (isCircle(view) && you !== null && holdsFloor(view, you.seat)) return look("truth-off-your-turn");
  if (facts === null && !late) return look("truth-unsteady-off");
  if (blocked) return look("truth-off-blocked");
  return calm(isCircle(view) && view.paused ? "truth-off-paused" : "truth-off");
}

/** The form lets this voice through and the microphone is on: what did the server really receive and forward? */
function byFacts({ view, you, facts, nameOf, late, fresh, now = 0 }: Situation): Truth {
  if (facts === null) return look(late ? "truth-busy" : "truth-unsteady");
  const cut = isCircle(view) && you !== null && returning(view, you.seat, now) === "everyone";
  if (cut && !facts.you.audio_in) return calm("truth-media-connecting"); // it has only just come back
  if (cut && facts.you.heard_by === 0) return calm("truth-returning");
  if (fresh && !facts.you.voice) return calm("truth-opening");
  if (!facts.you.audio_in) return look("truth-not-arriving");
  if (!facts.you.voice) return look("truth-silent");
  if (!isCircle(view) || you === null) return calm("truth-waiting");
  if (facts.you.heard_by === 0 && !alone(view, you)) return look("truth-nobody-hears");
  if (facts.you.heard_by === 0) return calm(leadersAlone(view) ? "truth-alone-leaders" : "truth-alone");
  if (view.seats[you.seat]?.stepped_out) return heard("truth-stepped-out", { names: others(view, you.seat).map(nameOf).join(", ") });
  if (isAside(view, you)) return heard("truth-whispers");
  if (cut) return heard("truth-heard-returning");
  const outside = onlyOutside(view, you);
  if (outside !== null) return heard("truth-heard-outside", { name: nameOf(outside) });
  if (view.paused) return heard("truth-heard-paused");
  if (leadersAlone(view)) return heard("truth-heard-leaders");
  if (view.turn?.seat === you.seat) return heard("truth-heard-turn");
  const whose = view.turn?.seat ?? (view.floor.kind === "leaders" ? null : presenterThere(view));
  const elses = !hasFloor(view, you) && !isLeading(you.role) && whose !== null;
  return elses ? heard("truth-heard-floor", { name: nameOf(whose) }) : heard("truth-heard");
}

/** Who is in the private room, too. */
function others(view: CircleView, own: SeatId): SeatId[] {
  return (view.private?.inside ?? []).filter((seat) => seat !== own);
}

/** Whether nobody else's link is up who could hear. */
export function alone(view: CircleView, you: You): boolean {
  return thereWith(view, you).length === 0;
}

/** The presenter who has pushed back, where nobody else is there: the circle is empty. */
function onlyOutside(view: CircleView, you: You): SeatId | null {
  const [one, another] = thereWith(view, you);
  return another === undefined && one !== undefined && one === pushedBack(view) ? one : null;
}

/** Whose links are up beside one's own, of those who are in this room. */
function thereWith(view: CircleView, you: You): SeatId[] {
  return Object.keys(view.seats).map(Number).filter((seat) => {
    const { role = "member", standing, link, stepped_out } = view.seats[seat] ?? {};
    return seat !== you.seat && standing === "seated" && link === "up" && !stepped_out && (!leadersAlone(view) || isLeading(role));
  });
}
