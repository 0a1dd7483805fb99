/** Hand-written views, one for each phase and mishap, for tests and for the gallery. Not part of any page. */
import { computed, signal, type Signal } from "@preact/signals";
import { announcements } from "./announce";
import type { Answer, CommandType } from "./commands";
import type { DeviceState } from "./devices";
import { NOBODY } from "./incoming";
import { Looks } from "./looks";
import type { MediaLink, Slot } from "./media";
import {
  isCircle, isLeading, leadersAlone, pushedBack,
  type CircleView, type Earlier, type Expected, type Facts, type LinkFacts, type PastPhase, type PhaseKind, type PlannedPhase, type SeatId, type SeatView, type View, type You, type Keeping,
} from "./protocol";
import type { VisitFace } from "./room/parts";
import type { Connection } from "./session";
import { truth } from "./truth";

export const LEADER = 1;
export const CO_LEADER = 5;
export const PRESENTER = 4;
export const MEMBER = 2;
export const NAMES = ["Ilse", "Marguerite", "Tomasz", "Anna", "Henrik", "Yusuf", "Béatrice", "Lin", "Oluwaseun", "Pia", "Gregor", "Noor", "Sofia", "Émile", "Jo", "Aleksandra"];
/** Names as long as names may be, or nearly. */
export const LONG_NAMES = [
  "Dr. Maximiliane Hohenlohe-Waldenburg", "Bartholomew Longname-Featherstonehaugh", "Oluwaseun Adebayo-Ogunlesi", "Prof. Anna-Katharina von Lüttwitz-Berger", "Jean-Christophe de La Rochefoucauld",
  "Marguerite", "Aleksandra Wiśniewska-Dąbrowska", "Lin", "Yusuf", "Sébastien Château-Thierry", "Gregor", "Noor",
];
/** Session time of every fixture. */
export const NOW_MS = 1_572_000;

const MINUTES: [PhaseKind, number][] = [
  ["arrival", 5], ["case_call", 1], ["presentation", 7], ["questions", 3], ["discussion", 25],
  ["return", 5], ["joint_discussion", 5], ["closing", 3], ["debrief", 20],
];

function floorOf(kind: PhaseKind | null): CircleView["floor"] {
  const gate = kind === "debrief" ? "hard" : "soft";
  if (kind === "presentation" || kind === "return") return { kind: "presenter", gate };
  if (kind === "questions") return { kind: "asker_and_presenter", gate };
  return { kind: kind === "closing" || kind === "debrief" ? "leaders" : "open", gate };
}

function plan(): PlannedPhase[] {
  return MINUTES.map(([kind, minutes]) => ({
    key: kind,
    kind,
    optional: kind === "joint_discussion",
    stance: kind === "discussion" ? "back_visible" : "in_circle",
    floor: floorOf(kind),
    heard: "circle",
    typical_ms: minutes * 60_000,
    max_ms: minutes * 120_000,
    offers: kind === "case_call",
    within: kind === "debrief" ? "leaders" : "circle",
    needs_presenter: ["presentation", "questions", "discussion", "return"].includes(kind),
  }));
}

export function seatsOf(count: number, more: Record<string, Partial<SeatView>> = {}): Record<string, SeatView> {
  const seats: Record<string, SeatView> = {};
  for (let seat = 1; seat <= count; seat++) {
    const role = seat === LEADER ? "leader" : seat === CO_LEADER ? "co_leader" : "member";
    seats[seat] = { role, standing: "seated", link: "up", ...more[seat] };
  }
  return seats;
}

/** Every phase took 20 s longer than it typically does. The joint discussion was left out. */
function took(index: number, minutes: number): PastPhase[] {
  return MINUTES[index]?.[0] === "joint_discussion" ? [] : [{ index, began_at: 0, ended_at: minutes * 60_000 + 20_000 }];
}

/** A circle of `count` in a phase, as the leaders see it; null is before the beginning. */
export function circle(kind: PhaseKind | null, change: Partial<CircleView> = {}, count = 8): CircleView {
  const index = MINUTES.findIndex(([key]) => key === kind);
  const lasts = (MINUTES[index]?.[1] ?? 0) * 60_000;
  const began_at = NOW_MS - Math.min(572_000, Math.round(lasts * 0.55));
  const back = kind === "discussion";
  return {
    stage: kind === null ? "gathering" : "running",
    seats: seatsOf(count),
    phase: kind === null ? null : {
      entry: index + 1, index, key: kind, kind, within: kind === "debrief" ? "leaders" : "circle",
      began_at, ends_at: began_at + lasts, limit_reached: false, extend_ms: 120_000,
    },
    paused: false,
    paused_at: null,
    floor: floorOf(kind),
    case: { number: index >= 1 ? 1 : 0, presenter: index >= 2 ? PRESENTER : null, stance: back ? "back_visible" : "in_circle" },
    lead: LEADER,
    waits_for: [],
    suspended: false,
    suspends_at: null,
    restored_at: null,
    round: null,
    scene: null,
    offers: [],
    hands: [],
    turn: null,
    plan: plan(),
    titles: {},
    more: false,
    words: [],
    private: null,
    back_to: MINUTES[index - 1]?.[0] ?? null,
    undo: null,
    marks: [],
    leads: 0,
    quorum: { present: count - 2, needed: 4 },
    presenter_overdue: false,
    hint: null,
    paused_since: null,
    named: 0,
    presented: {},
    whispering: [],
    past: MINUTES.slice(0, Math.max(0, index)).flatMap(([, minutes], past) => took(past, minutes)),
    ...change,
  };
}

const turn = { number: 3, seat: 6, limit_reached: false, began_at: NOW_MS - 42_000, ends_at: NOW_MS + 18_000 };

/** As the leaders see them; `visit` takes away what others may not know. */
export const SCENES: Record<string, CircleView> = {
  gathering: circle(null, { seats: { ...seatsOf(6), 7: { role: "member", standing: "waiting", link: "up" }, 8: { role: "member", standing: "waiting", link: "up" }, 9: { role: "observer", standing: "waiting", link: "up" } } }),
  case_call: circle("case_call", { offers: [PRESENTER, 7] }),
  chosen: circle("case_call", { offers: [PRESENTER, 7], case: { number: 1, presenter: PRESENTER, stance: "in_circle" } }),
  presentation: circle("presentation"),
  questions: circle("questions", { hands: [MEMBER, 8, 3], turn }),
  discussion: circle("discussion", { hands: [7, 3] }),
  word: circle("discussion", { hands: [7], words: [{ seat: PRESENTER, word: "bring_me_back", at: NOW_MS - 21_000 }] }),
  hard: circle("discussion", { hands: [7, 3], turn, floor: { kind: "queue", gate: "hard" } }),
  down: circle("discussion", { seats: seatsOf(8, { 6: { link: "down" } }) }),
  overdue: circle("discussion", { seats: seatsOf(8, { [PRESENTER]: { link: "down" } }), waits_for: ["presenter"], presenter_overdue: true, paused_at: NOW_MS - 70_000 }),
  leaderless: circle("discussion", { seats: seatsOf(8, { [LEADER]: { link: "down" }, [CO_LEADER]: { link: "down" } }), waits_for: ["no_leader"], suspended: true, paused_at: NOW_MS - 90_000 }),
  distress: circle("discussion", { hands: [7], words: [{ seat: 3, word: "distress", at: NOW_MS - 9_000 }, { seat: 7, word: "leave_early", at: NOW_MS - 60_000 }] }),
  aside: circle("discussion", { seats: seatsOf(8, { 3: { stepped_out: true }, [CO_LEADER]: { stepped_out: true } }), private: { inside: [3, CO_LEADER], asking: null, agreed: [] } }),
  paused: circle("discussion", { paused: true, paused_at: NOW_MS - 65_000, paused_since: NOW_MS - 65_000 }),
  return: circle("return"),
  stepped: circle("return", { undo: { to: "discussion", until: NOW_MS + 6_000 }, marks: ["hold_silence", "redirect_advice", "hold_silence"] }),
  joint_discussion: circle("joint_discussion"),
  closing: circle("closing"),
  debrief: circle("debrief"),
  ten: circle("discussion", { hands: [7, 3], seats: seatsOf(10, { 6: { role: "observer" }, 9: { link: "down" } }) }, 10),
  twelve: circle("discussion", { hands: [7, 3, 10], seats: seatsOf(12, { 9: { link: "down" } }) }, 12),
  sixteen: circle("discussion", { hands: [7, 3, 10] }, 16),
  four: circle("presentation", {}, 4),
};

const QUALITIES: Record<string, LinkFacts["quality"]> = { "3": "weak", "8": "very_weak" };

export function factsOf(view: CircleView, you: SeatId, speaking: SeatId[] = [3]): Facts {
  const leads = isLeading(view.seats[you]?.role ?? "member");
  const links: Facts["links"] = Object.fromEntries(
    Object.entries(view.seats).map(([seat, { link }]) => [
      seat,
      { up: link === "up", audio_in: seat !== "7", voice: speaking.includes(Number(seat)), silent_ms: Number(seat) % 3 === 2 ? null : Number(seat) * 17_000, quality: QUALITIES[seat] ?? "good" },
    ]),
  );
  const words = (view.words ?? []).filter((sent) => sent.seat === you).map(({ word }) => word);
  return { now: NOW_MS, speaking, muted: view.phase === null ? [] : [7], you: { audio_in: true, voice: true, heard_by: 6, video_in: true, words, rung: "small", picture: "small", narrow: false, quality: QUALITIES[you] ?? "good", attended: true }, ...(leads ? { links, unspoken: view.phase === null ? [] : [6, 8] } : {}) };
}

/** What somebody who does not lead is told of the same circle. */
export function withoutLeadersFacts(view: CircleView, presents: boolean): CircleView {
  const {
    past: _past, words, private: _private, back_to: _back_to, leads: _leads, quorum: _quorum,
    presenter_overdue: _overdue, presenter_left: _left, came_alone, hint: _hint, again: _again, named: _named, presented: _presented, paused_since: _paused_since, whispering: _whispering, undo: _undo, marks: _marks, restored_at: _restored_at, ...rest
  } = view;
  const { limit_reached: _limit_reached, extend_ms: _extend_ms, ...phase } = view.phase ?? { limit_reached: false, extend_ms: 0 };
  return {
    ...rest,
    ...(presents && words ? { words } : {}),
    ...(presents && came_alone !== undefined ? { came_alone } : {}),
    seats: Object.fromEntries(Object.entries(view.seats).filter(([, seat]) => seat.standing === "seated")),
    phase: view.phase === null ? null : (phase as CircleView["phase"]),
    turn: view.turn && { number: view.turn.number, seat: view.turn.seat, limit_reached: view.turn.limit_reached },
    plan: view.plan.map(({ typical_ms: _typical_ms, max_ms: _max_ms, needs_presenter: _needs_presenter, within: _within, again: _may_again, prompts: _prompts, ...phase }) => phase),
  };
}

export interface FakeVisit extends VisitFace {
  asked: { type: CommandType; fields: unknown }[];
  set: {
    view: Signal<View>; facts: Signal<Facts | null>; attended: Signal<boolean>; connection: Signal<Connection>; draining: Signal<boolean>; refusal: Signal<string | null>;
    you: Signal<You | null>; earlier: Signal<Earlier>; expected: Signal<Expected>; keeping: Signal<Keeping>; together: Signal<boolean>; rehearsal: Signal<number | null>; secondDesk: Signal<boolean>; slots: Signal<ReadonlyMap<SeatId, Slot>>; blocked: Signal<boolean>; microphone: Signal<DeviceState>; camera: Signal<MediaStreamTrack | null>; cameraState: Signal<DeviceState>;
  };
  /** What the next commands are answered. */
  answer: Answer;
}

/** A visit without a server, seen from `seat`: signals to turn by hand, and a list of what was asked. */
export function visit(scene: View, seat: SeatId = LEADER, names: readonly string[] = NAMES): FakeVisit {
  const role = isCircle(scene) ? (scene.seats[seat]?.role ?? "member") : "member";
  const shown = isCircle(scene) && !isLeading(role) ? withoutLeadersFacts(scene, pushedBack(scene) === seat || scene.case.presenter === seat) : scene;
  const seen = isCircle(scene) && isCircle(shown) && scene.private?.inside.includes(seat) ? { ...shown, private: scene.private } : shown;
  const speaking = isCircle(scene) && leadersAlone(scene) ? [CO_LEADER] : [3];
  const set: FakeVisit["set"] = {
    view: signal<View>(seen),
    facts: signal<Facts | null>(isCircle(scene) ? factsOf(scene, seat, speaking) : null),
    attended: signal(true),
    connection: signal<Connection>("up"),
    draining: signal(false),
    refusal: signal<string | null>(null),
    you: signal<You | null>({ seat, role, standing: isCircle(scene) ? "seated" : "waiting" }),
    earlier: signal<Earlier>({}),
    expected: signal<Expected>(NOBODY),
    keeping: signal<Keeping>("nothing"),
    together: signal(false),
    rehearsal: signal<number | null>(null),
    secondDesk: signal(false),
    slots: signal<ReadonlyMap<SeatId, Slot>>(new Map()),
    blocked: signal(false),
    microphone: signal<DeviceState>("on"),
    camera: signal<MediaStreamTrack | null>(null),
    cameraState: signal<DeviceState>("off"),
  };
  const people = signal(Object.fromEntries(names.map((name, index) => [String(index + 1), name])));
  const nameOf = (one: SeatId): string => people.value[String(one)] ?? "";
  const plates: Record<number, string> = { 2: "the mother" };
  const plateOf = (one: SeatId): string => (isCircle(set.view.value) && plates[set.view.value.scene?.cast[one]?.number ?? 0]) || "";
  const phaseNow = (): number => (isCircle(set.view.value) && set.view.value.paused ? (set.view.value.paused_at ?? NOW_MS) : NOW_MS);
  const fake: FakeVisit = {
    asked: [],
    set,
    answer: { ok: true },
    session: withMethods({
      ...set, people, nameOf, plateOf, phaseNow, presentedEarlier: (one) => set.earlier.value[one],
      notes: signal(isLeading(role) ? "a" : ""),
      circle: computed(() => (isCircle(set.view.value) ? set.view.value : null)),
      out: computed(() => isCircle(set.view.value) && set.view.value.seats[set.you.value?.seat ?? 0]?.stepped_out === true),
      audience: signal(null),
      now: () => NOW_MS,
      command: (type, fields) => {
        fake.asked.push({ type, fields });
        return Promise.resolve(fake.answer);
      },
    }),
    media: { link: signal<MediaLink>("up"), slots: set.slots, blocked: set.blocked },
    devices: {
      microphone: device(set.microphone, signal(null)),
      camera: device(set.cameraState, set.camera),
    },
    looks: new Looks(),
    bytes: signal(48_300_000),
    busy: signal(null),
    truth: computed(() => truth({
      connection: set.connection.value, draining: set.draining.value, refusal: set.refusal.value, view: set.view.value, you: set.you.value,
      facts: set.facts.value, media: "up", blocked: set.blocked.value, microphone: set.microphone.value, nameOf,
    })),
    announced: signal({ number: 0, told: announcements(null, { connection: "up", view: seen, you: set.you.value, microphone: null }) }),
  };
  return fake;
}

function device(state: Signal<DeviceState>, track: Signal<MediaStreamTrack | null>): VisitFace["devices"]["microphone"] {
  return withMethods({
    state,
    track,
    open: () => Promise.resolve(void (state.value = "on")),
    close: () => void (state.value = "off"),
  });
}

/** As a class has them: a function that is taken off its object fails. */
function withMethods<T extends object>(face: T): T {
  for (const [name, method] of Object.entries(face)) {
    if (typeof method !== "function") continue;
    Object.assign(face, {
      [name](this: unknown, ...given: unknown[]) {
        if (this !== face) throw new TypeError(`${name} is taken off its object`);
        return method(...given);
      },
    });
  }
  return face;
}
