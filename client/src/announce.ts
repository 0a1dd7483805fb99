/**
 * What a screen reader is told, politely and once: the difference of two scenes, and nothing that did not change.
 * Pure. A phase is told by the name that stands on the screen: a format may have its own.
 */
import type { DeviceState } from "./devices";
import { holdsFloor, isCircle, isLeftAside, isOutside, leadersAlone, isLeading, leftBy, planned, pushedBack, type CircleView, type FloorKind, type PhaseKind, type SeatId, type View, type You } from "./protocol";
import { heardIn, isLed, leadersOut, leadsHere, returning } from "./returning";
import { leftText, returningText } from "./room/phrase";
import { waitingIn, whisperersTo } from "./seats";
import type { Connection } from "./session";
import { hearersOf } from "./truth";

export interface Scene {
  connection: Connection;
  view: View;
  you: You | null;
  /** Null on a page that has none, and says nothing of being heard. */
  microphone: DeviceState | null;
  /** It was a rehearsal, and has been stopped. */
  stopped?: boolean;
  /** Session time. */
  now?: number;
}

/** A message of the catalogue; if it takes a phase's name as `$phase`, of which phase; if somebody's as `$name`, whose; a time as `$seconds`. */
export interface Told {
  id: string;
  about?: SeatId;
  seconds?: number;
  phase?: { kind: PhaseKind; name?: Record<string, string> };
}

/** Tells what has changed since it was last asked; the queue's hands once in each phase, however many are raised. */
export function teller(): (after: Scene) => Told[] {
  let before: Scene | null = null;
  let handsIn = 0;
  return (after) => {
    const entry = isCircle(after.view) ? (after.view.phase?.entry ?? 0) : 0;
    const told = announcements(before, after).filter(({ id }) => id !== HAND || handsIn !== entry);
    if (told.some(({ id }) => id === HAND)) handsIn = entry;
    before = after;
    return told;
  };
}

/** The messages for what has changed, in the order in which they matter; mostly none. */
export function announcements(before: Scene | null, after: Scene): Told[] {
  if (before === null) return [];
  const phase = isCircle(after.view) && after.view.phase ? (planned(after.view) ?? after.view.phase) : null;
  const told: Told[] = changes(before, after).map((id) => (id === PHASE && phase ? { id, phase } : id.startsWith(SOON) ? soon(id, after) : id === OUTSIDE_AGAIN ? { id, about: pushedBackIn(after.view) ?? 0 } : id === LEFT ? left(before, after) : { id }));
  return [...told, ...whispers(before, after)];
}

/** Whoever has been left outside learns by whom. */
function left({ view: before }: Scene, { view: after, you }: Scene): Told {
  const about = leftBy(before as CircleView, after as CircleView, you!) ?? 0;
  return { id: leftText(after as CircleView, you!.role, about), about };
}

/** Beforehand, and once: whoever has pushed back will be heard, for no leader is there. */
function soon(id: string, { view, now = 0 }: Scene): Told {
  const about = pushedBackIn(view);
  return { id, ...(about !== null && { about }), seconds: (isCircle(view) && heardIn(view, now)) || 0 };
}

function pushedBackIn(view: View): SeatId | null {
  return isCircle(view) ? pushedBack(view) : null;
}

/** Each whisper as it begins, and by whom: to whoever is whispered to. */
function whispers({ view: before }: Scene, { view: after, you }: Scene): Told[] {
  if (you === null || !isCircle(before) || !isCircle(after)) return [];
  const known = whisperersTo(before, you.seat);
  return whisperersTo(after, you.seat).filter((seat) => !known.includes(seat)).map((about) => ({ id: "room-whispers-to-you", about }));
}

const PHASE = "announce-phase";
const SUSPENDED = "room-says-suspended";
const SOON = "room-says-heard-soon";
const NO_LEADER = "announce-no-leader";
/** Stands for what `leftText` says. */
const LEFT = "left";
const PUSHED_BACK = "announce-pushed-back";
const OUTSIDE_AGAIN = "announce-outside-again";
/** What is told of whoever is missed, but that they are returning. */
const LEFT_ALONE: ReadonlySet<string | undefined> = new Set([SUSPENDED, SOON, `${SOON}-you`, NO_LEADER]);
const HAND = "announce-hand";
/** Where a leader gives the floor to one raised hand after the other. */
const QUEUES: readonly FloorKind[] = ["queue", "asker_and_presenter"];

function changes(before: Scene, after: Scene): string[] {
  const told = link(before, after);
  const standing = after.you?.standing; // the page shows nothing else from then on
  const gone = standing === "removed" || standing === "left";
  if (gone && before.you?.standing !== standing) return [`truth-${standing}`];
  if (after.view.stage === "ended") return before.view.stage === "ended" ? [] : [...told, "announce-ended"];
  if (gone) return [];
  if (!isCircle(after.view)) return told;
  if (!isCircle(before.view)) return [...told, after.view.seats[after.you?.seat ?? 0]?.circle === "outer" ? "announce-admitted-outer" : "announce-admitted"];
  const mine = own(before.view, after.view, after.you);
  return [...told, ...form(before.view, after.view, after.you), ...missed(before, after), ...(mine.length > 0 ? mine : heard(before, after)), ...desk(before.view, after.view, after.you)];
}

function link({ connection: before }: Scene, { connection: after, stopped }: Scene): string[] {
  if (before === "up" && after === "lost") return [stopped ? "room-stopped-text" : "announce-lost"];
  return before === "lost" && after === "up" ? ["announce-back"] : [];
}

function form(before: CircleView, after: CircleView, you: You | null): string[] {
  const told: string[] = [];
  if (after.phase && after.phase.entry !== before.phase?.entry) told.push(PHASE);
  else if (before.case.presenter !== null && after.case.presenter === null && !leadersAlone(after)) told.push("announce-no-presenter");
  if (after.phase === null && before.lead === null && after.lead !== null && after.lead !== you?.seat) told.push("announce-leader-here");
  told.push(...floor(before, after));
  if (after.paused !== before.paused) told.push(after.paused ? "announce-paused" : "announce-resumed");
  return told;
}

/** Of a cut, that people are returning, once, whoever is back first; that no leader is there, once none has returned in that time;
 * and what is so again after either: nothing untrue may be what was told last. */
function missed(before: Scene, after: Scene): string[] {
  if (leadsAside(before) !== leadsAside(after)) return whoIsMissed(after) === SOON ? [SOON] : []; // it is this leader themselves who has gone, or is back
  const [was, is] = [before, after].map(whoIsMissed);
  if (is === was) return [];
  const back = was === SUSPENDED && is !== SUSPENDED ? pushedBackIn(after.view) : null;
  const again = back === null || back === after.you?.seat ? [] : [OUTSIDE_AGAIN]; // to themselves the notice says so
  if (is === undefined) return [...(LEFT_ALONE.has(was) ? ["announce-leader-here"] : goesOn(before.view, after.view)), ...again];
  if (is === NO_LEADER && was === SUSPENDED) return again; // for one is coming back
  return was !== undefined && [was, is].every((one) => !LEFT_ALONE.has(one)) ? [] : [is];
}

/** Once nobody is said to be returning any more. A pause that has begun or ended is told by itself. */
function goesOn(before: View, after: View): string[] {
  if (!isCircle(before) || !isCircle(after) || before.paused !== after.paused) return [];
  if (after.waits_for.includes("presenter")) return ["room-says-presenter-missed"];
  return [after.paused ? "announce-paused" : "announce-resumed"];
}

function leadsAside({ view, you }: Scene): boolean {
  return you !== null && isLeading(you.role) && isCircle(view) && isLeftAside(view, you.seat);
}

function whoIsMissed({ view, you, now = 0 }: Scene): string | undefined {
  if (!isCircle(view)) return undefined;
  const back = returning(view, you?.seat, now);
  if (back !== null) return returningText(view, back);
  if (leadsHere(view, you?.seat)) return undefined;
  if (heardIn(view, now) !== null) return pushedBack(view) === you?.seat ? `${SOON}-you` : SOON;
  if (view.suspended) return SUSPENDED;
  return view.waits_for.includes("no_leader") && !isLed(view) ? NO_LEADER : undefined;
}

/** A floor that the server keeps begins, or is over: switched off, or ended with its phase. The leaders' own is no news. */
function floor(before: CircleView, after: CircleView): string[] {
  if (before.floor.gate === after.floor.gate || leadersAlone(before) || leadersAlone(after)) return [];
  if ([before, after].some((view) => planned(view)?.heard === "cast")) return []; // who plays is heard, all at once
  if (after.floor.gate !== "hard") return ["announce-one-at-a-time-over"];
  const { kind } = after.floor; // where the presenter answers, they are heard all along
  return [kind === "asker_and_presenter" || (kind === "round" && planned(after)?.presenter_answers) ? "announce-one-at-a-time-asker" : "announce-one-at-a-time"];
}

function own(before: CircleView, after: CircleView, you: You | null): string[] {
  if (you === null) return [];
  const told: string[] = [];
  const { seat } = you;
  if (after.case.presenter === seat && before.case.presenter !== seat) told.push("announce-you-present");
  const [was, is] = [pushedBack(before) === seat, pushedBack(after) === seat];
  const out = (view: CircleView): string => isLeftAside(view, seat) ? "announce-aside" : view.seats[seat]?.stepped_out ? "announce-stepped-out" : "";
  const here = is ? PUSHED_BACK : leadersAlone(after) ? "announce-in-debrief" : "announce-stepped-in";
  if (is) told.push(...(was || before.suspended ? [] : [PUSHED_BACK])); // after a suspension the notice says so
  else if (was && !after.seats[seat]?.stepped_out) told.push("announce-back-in-circle");
  if (after.turn?.seat === seat && after.turn.number !== before.turn?.number) told.push("announce-your-turn");
  if (before.turn?.seat === seat && !holdsFloor(after, seat)) told.push("announce-turn-over");
  const closes = leadersAlone(after) && !leadersAlone(before) && !isLeading(you.role);
  if (closes) told.push("announce-leaders-alone");
  if (after.scene?.invited[seat] && !before.scene?.invited[seat]) told.push("announce-invited");
  if (out(after) !== out(before) && !closes) told.push(leftBy(before, after, you) !== null ? LEFT : isOutside(after, you) ? (leadersOut(after) ? "announce-outside" : "truth-leaders-alone") : out(after) || here);
  if (after.lead === seat && before.lead !== seat && before.lead !== null) told.push("announce-you-lead");
  return told;
}

/** Whatever else puts one on the air, or off it: another circle, a part taken off, a phase with a floor of its own. Of one's
 * own microphone one knows, but in a whisper, which is held before it is open. */
function heard({ view: before, microphone: had }: Scene, { view: after, you, microphone: has }: Scene): string[] {
  if (you === null || had === null || has === null || !isCircle(before) || !isCircle(after) || before.floor.gate !== after.floor.gate) return [];
  const [was, is] = [hearersOf(before, you, had), hearersOf(after, you, has)];
  if (is === "few" && was !== is && after.whispering?.includes(you.seat)) return ["truth-whispers"];
  if (was === is || hearersOf(before, you, "on") === hearersOf(after, you, "on")) return [];
  if (is === "group") return ["announce-heard"];
  return was === "group" ? ["announce-unheard"] : [];
}

/** Who comes to the door while nobody stands there, and a hand in the queue while no other is up and nobody has the floor:
 * what the desk shows. Leaders only; the rest of a burst they find there. */
function desk(before: CircleView, after: CircleView, you: You | null): string[] {
  if (you === null || !isLeading(you.role)) return [];
  const told: string[] = [];
  if (waitingIn(before).length === 0 && waitingIn(after).length > 0) told.push("announce-door");
  const raised = after.hands.length > 0 && before.hands.length === 0 && !after.hands.includes(you.seat);
  if (raised && QUEUES.includes(after.floor.kind) && after.turn === null) told.push(HAND);
  return told;
}
