/**
 * What the server tells a page, as docs/protocol.md has it: its types, and what a view says (what arrives is checked by
 * incoming.ts). What a page asks is in commands.ts. Knows no DOM and no socket; the golden files under tests/golden/ are read
 * by this module's test too.
 */
export const PROTOCOL = 1;

export type SeatId = number;
export type Role = "leader" | "co_leader" | "member" | "observer";
export type Standing = "waiting" | "seated" | "left" | "removed";
export type Stage = "gathering" | "running" | "ended";
export type Audience = "leaders" | "presenter" | "private" | "members" | "waiting" | "gone";
export type PhaseKind =
  | "arrival" | "stories" | "follow_up" | "case_call" | "choice" | "seating" | "presentation" | "questions" | "casting"
  | "scene" | "de_roling" | "discussion" | "fantasies" | "hypotheses" | "suggestions" | "reflection" | "return"
  | "joint_discussion" | "review" | "closing" | "leaving" | "debrief";
export type FloorKind = "open" | "queue" | "round" | "presenter" | "asker_and_presenter" | "leaders" | "silent";
export type Circle = "inner" | "outer";
export type Part = "protagonist" | "auxiliary" | "double";
/** Whose link the clocks wait for. */
export type WaitsFor = "speaker" | "presenter" | "no_leader";
/** A format's own text, by language. */
export type Text = Record<string, string>;
export type Gate = "hard" | "soft";
export type Stance = "in_circle" | "back_visible" | "back_hidden";
export type Word = "bring_me_back" | "need_a_pause" | "distress" | "leave_early";

/** What leaders do to keep the form: the closed list, in the order in which the desk shows it. */
export const INTERVENTIONS = [
  "open", "frame", "protect_presenter", "redirect_advice", "redirect_question", "invite_patient_view",
  "invite_doctor_view", "hold_silence", "reflect_group", "time", "recall_presenter", "close",
] as const;
export type Intervention = (typeof INTERVENTIONS)[number];

export interface SeatView {
  role: Role;
  standing: Standing;
  /** `coming` until it has been up for the first time: nothing is lost that never was. */
  link: "up" | "down" | "coming";
  /** Where there are two circles. */
  circle?: Circle;
  /** Out alone, or in the private room; the circle sees no more than that. */
  stepped_out?: true;
  leaving_early?: true;
  /** After a cut that took many, or the last leader: for so long they are said to be returning. */
  returns_until?: number;
  /** Of a leader who is missed, to leaders: from then on their seat may be freed. */
  free_at?: number;
}

/** Times are session time in ms. `ends_at` is coarse for everybody but the leaders, who also see `limit_reached`, and
    `extend_ms`: what the phase is extended by, two minutes at the speed of the session. */
export interface PhaseView {
  entry: number;
  index: number;
  key: string;
  kind: PhaseKind;
  within: "circle" | "leaders";
  began_at: number;
  ends_at: number | null;
  limit_reached?: boolean;
  extend_ms?: number;
}

/** `began_at` and `ends_at` are the leaders' only. */
export interface TurnView {
  number: number;
  seat: SeatId;
  limit_reached: boolean;
  began_at?: number;
  ends_at?: number | null;
}

export type Title = "leader" | "co_leader" | "director" | "leader_in_training" | "supervisor";

/** `stance` and `floor` are those it begins with; `name` is the format's own word for it. What follows is the leaders' only. */
export interface PlannedPhase {
  key: string;
  kind: PhaseKind;
  optional: boolean;
  stance: Stance;
  floor: { kind: FloorKind; gate: Gate };
  /** Who may be heard at all: the (inner) circle, one of the outer circle at a time, or whoever plays in the scene. */
  heard: "circle" | "outer" | "cast";
  /** Cases are offered and a presenter is chosen here. */
  offers: boolean;
  chosen_by?: "leaders" | "group";
  /** The presenter is asked here whether they accept the audience. */
  accept?: true;
  /** The parts of a scene are given here. */
  casting?: true;
  /** In a round the presenter answers whoever is asked. */
  presenter_answers?: true;
  name?: Text;
  typical_ms?: number;
  max_ms?: number;
  needs_presenter?: boolean;
  within?: "circle" | "leaders";
  again?: { to: string; most: number; typical: number };
  prompts?: Text[];
}

/** An entry of a phase that is over, on the phase's clock: pauses are not in it. */
export interface PastPhase {
  index: number;
  began_at: number;
  ended_at: number;
}

/** What people in the circle may know; leaders' seats also hold those who wait, have left or were removed. */
export interface CircleView {
  stage: Stage;
  seats: Record<string, SeatView>;
  phase: PhaseView | null;
  paused: boolean;
  floor: { kind: FloorKind; gate: Gate };
  /** The format lets an earlier phase be held once more from here: another case, another scene. */
  more: boolean;
  /** `accepted` where the presenter is asked whether they accept the audience. */
  case: { number: number; presenter: SeatId | null; stance: Stance; accepted?: boolean };
  /** The leader who leads. */
  lead: SeatId | null;
  /** Since when the clocks stand still, for whatever reason. */
  paused_at: number | null;
  waits_for: WaitsFor[];
  /** No leader has been there for too long: push back is suspended, everyone in the circle is heard. */
  suspended: boolean;
  /** Without a leader: from then on everyone in the circle is heard, whoever has pushed back too. */
  suspends_at: number | null;
  /** When the last such time was over, and the push back stood again; leaders only. */
  restored_at?: number | null;
  /** `next`: who is asked after whoever has the turn; null where hands decide it. */
  round: { to_ask: SeatId[]; next: SeatId | null } | null;
  scene: {
    cast: Record<string, { number: number; part: Part }>;
    invited: Record<string, Part>;
    frozen: boolean;
    came_off: SeatId[];
  } | null;
  offers: SeatId[];
  hands: SeatId[];
  turn: TurnView | null;
  plan: PlannedPhase[];
  /** What the format calls its leaders, where that is another word. */
  titles: { leader?: Title; co_leader?: Title };
  /** From `returns_at` on a presenter whom nobody has brought back may come back by themselves. `noted_by`: the leader who has seen
      it and goes on for now; leaders only. */
  words?: { seat: SeatId; word: Word; at: number; returns_at?: number; noted_by?: SeatId }[];
  /** How long after asking to be brought back the presenter may come back by themselves; the presenter only. */
  returns_after_ms?: number;
  /** In this phase the presenter has come back by themselves; leaders and the presenter only. */
  came_alone?: boolean;
  /** Who presented until they left, in this phase. Leaders only. */
  presenter_left?: SeatId | null;
  /** Since when the pause lasts; the clocks may have stood before it. Leaders only. */
  paused_since?: number | null;
  private?: { inside: SeatId[]; asking: SeatId | null; agreed: SeatId[] } | null;
  past?: PastPhase[];
  /** The phase that a step back enters. */
  back_to?: string | null;
  /** The phase that goes on if the last step is undone, null where it is an extension; and until when, in session time, it may be. */
  undo?: { to: string | null; until: number } | null;
  /** What leaders have marked in this phase, in order. */
  marks?: Intervention[];
  /** An earlier phase that may be held once more from here: the format's, or the call of a case that nobody presents. */
  again?: string | null;
  /** How often the lead has changed. */
  leads?: number;
  /** Of two circles, `inner` alone as well. */
  quorum?: { present: number; needed: number; inner?: { present: number; needed: number } };
  presenter_overdue?: boolean;
  /** Of the raised hands, whose turns were fewest. */
  hint?: SeatId | null;
  /** Where the group chooses: how many have named somebody. */
  named?: number;
  presented?: Record<string, number>;
  whispering?: SeatId[];
}

/** All that is known in the waiting room, and after leaving. */
export interface OutsideView {
  stage: Stage;
  /** The circle meets no more: only the leaders go on, if anybody does. */
  closed?: boolean;
  /** Whoever waits: a leader is here. */
  led?: boolean;
}

export type View = CircleView | OutsideView;

export interface You { seat: SeatId; role: Role; standing: Standing }

export type People = Record<string, string>;

/** What stands on the plates of a scene, by the part's number. */
export type Plates = Record<string, string>;

/** How many cases each seat's person presented in earlier meetings of the group; leaders only. */
export type Earlier = Record<string, number>;

/** Which slot of the connection carries which seat; null where a seat is its slot. */
export type Lent = Record<string, number> | null;

/** What is kept of how the session went. */
export type Keeping = "nothing" | "aggregate" | "seat_timeline";

/** The names of whoever of the group has not come: `declined`, who had said that they cannot, and `uninvited`, who has no link, are not awaited. */
export interface Expected {
  awaited: readonly string[];
  declined: readonly string[];
  uninvited: readonly string[];
}

export interface Snapshot {
  protocol: number;
  epoch: string;
  audience: Audience;
  seq: number;
  now: number;
  you: You;
  view: View;
  people: People;
  plates: Plates;
  /** Missing where the session is no group's, and for whoever does not lead. */
  earlier?: Earlier;
  /** As in `Expected`; missing where that is nobody, and for whoever does not lead. */
  awaited?: string[];
  declined?: string[];
  uninvited?: string[];
  slots: Lent;
  keeping: Keeping;
  /** What is kept is kept with the group's earlier records; missing where it is not. */
  together?: boolean;
  /** How many times as fast as real time its phases run; missing where it is no rehearsal. */
  rehearsal?: number;
  /** What this browser knows the session by, for the notes that stay in it; leaders only. */
  notes?: string;
  /** The desk is on a second screen, or may be opened there; leaders only, and missing where it is not. */
  desk?: boolean;
}

export interface News {
  epoch: string;
  audience: Audience;
  seq: number;
  now: number;
  changes: Partial<CircleView>;
}

/** Of a picture, as it is sent or shown. */
export type Size = "none" | "small" | "large";

/** Of oneself, as the server measures it: whether packets arrive, carry sound, and to how many people they went. */
export interface OwnFacts {
  audio_in: boolean;
  voice: boolean;
  heard_by: number;
  video_in: boolean;
  /** What one told the leaders and they have not noted yet. */
  words: Word[];
  /** Which of these a leader has seen, who goes on for now; and which leader. */
  noted?: Partial<Record<Word, SeatId>>;
  /** What of the others one is sent: all in large pictures, small ones, whoever speaks, voices alone, few voices. */
  rung: Rung;
  /** The largest picture of oneself that anybody receives. */
  picture: Size;
  /** Much of what one sends is lost on its way to the server. */
  narrow: boolean;
  quality: Quality;
  /** One has been in the group for long enough that it is noted, if anything is. */
  attended: boolean;
}

/** Of a link both ways, by loss and delay. */
export type Quality = "good" | "weak" | "very_weak";

export type Rung = "large" | "small" | "speaker" | "voices" | "few";

export interface LinkFacts {
  up: boolean;
  /** Packets of the microphone arrive, a silent one's too. */
  audio_in: boolean;
  /** And they carry sound: an unplugged microphone's do not. */
  sound?: boolean;
  voice: boolean;
  /** Since that seat was last heard in the circle; null if it never was. */
  silent_ms: number | null;
  quality: Quality;
}

/** Five times a second, lossy. `links` comes to leaders only. */
export interface Facts {
  now: number;
  speaking: SeatId[];
  /** Of those one may hear, and oneself: whose microphone is off. */
  muted: SeatId[];
  you: OwnFacts;
  links?: Record<string, LinkFacts>;
  /** Leaders only: who could have spoken in this phase and has not yet; missing where that is not known. */
  unspoken?: SeatId[];
}

export function isCircle(view: View): view is CircleView {
  return "seats" in view;
}

export function isLeading(role: Role): boolean {
  return role === "leader" || role === "co_leader";
}

/** The presenter while the push back stands, else null. */
export function pushedBack(view: CircleView): SeatId | null {
  return view.case.stance === "in_circle" || view.suspended ? null : view.case.presenter;
}

/** Whoever presents the case, unless they are out just now. */
export function presenterThere(view: CircleView): SeatId | null {
  const { presenter } = view.case;
  return presenter !== null && view.seats[presenter]?.stepped_out ? null : presenter;
}

/** Whether this person has a voice here: an observer has one only while they play. */
export function mayBeHeard(view: CircleView, you: Pick<You, "seat" | "role">): boolean {
  return you.role !== "observer" || (planned(view)?.heard === "cast" && (String(you.seat) in (view.scene?.cast ?? {}) || view.turn?.seat === you.seat));
}

/** Whether the leaders have the room to themselves, and this person is not in it: nor with one of them in the private room.
 * Whoever is out alone has no circle to go back to. */
export function isOutside(view: CircleView, you: Pick<You, "seat" | "role">): boolean {
  return leadersAlone(view) && !isLeading(you.role) && view.private?.inside.includes(you.seat) !== true;
}

/** Out alone, by their own wish or left in the private room, until they come back to the circle themselves. */
export function isLeftAside(view: CircleView, seat: SeatId): boolean {
  return view.seats[seat]?.stepped_out === true && view.private?.inside.includes(seat) !== true;
}

/** Of whoever is alone since then: who has ended the talk, going back or leaving; 0 where nobody did, for the other was removed, or
 * lost and their seat freed, or is gone and not shown to them at all. Once the circle has closed that is nothing to be told. */
export function leftBy(before: CircleView, after: CircleView, you: Pick<You, "seat" | "role">): SeatId | null {
  const inside = before.private?.inside ?? [];
  const by = inside.find((one) => !after.seats[one]?.stepped_out);
  if (by === undefined || !inside.includes(you.seat) || !isLeftAside(after, you.seat)) return null;
  const standing = after.seats[by]?.standing;
  if (standing === "seated" || (standing === "left" && before.seats[by]?.link !== "down")) return by;
  return isOutside(after, you) ? null : 0;
}

/** Whether the group waits for just this person to speak; an open floor is nobody's. */
export function holdsFloor(view: CircleView, seat: SeatId): boolean {
  if (view.turn?.seat === seat) return true;
  return view.floor.kind === "presenter" && view.case.presenter === seat && pushedBack(view) === null;
}

/** How the phase that the group is in was planned; null before the beginning, and where the plan is not told of it. */
export function planned(view: CircleView): PlannedPhase | null {
  return view.plan.find(({ key }) => key === view.phase?.key) ?? null;
}

/** Whether this phase is worked with the presenter back. */
export function pushesBack(view: CircleView): boolean {
  return (planned(view)?.stance ?? "in_circle") !== "in_circle";
}

/** Whether the leaders have the room to themselves now. */
export function leadersAlone(view: CircleView): boolean {
  return view.phase?.within === "leaders";
}
