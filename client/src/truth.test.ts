// @vitest-environment node
import { describe, expect, test } from "vitest";
import { circle, seatView, turnOf } from "./fakes";
import type { CircleView, FloorKind, OwnFacts, Role } from "./protocol";
import { hasFloor, truth, type Situation } from "./truth";

const HEARD: OwnFacts = { audio_in: true, voice: true, heard_by: 5, video_in: true, words: [], rung: "small", picture: "small", narrow: false, quality: "good", attended: true };
const NAMES: Record<number, string> = { 3: "Ada", 4: "Grace", 5: "Emmy" };
const you = (seat: number, role: Role = "member") => ({ seat, role, standing: "seated" as const });
const facts = (change: Partial<OwnFacts>) => ({ now: 0, speaking: [], muted: [], you: { ...HEARD, ...change } });
const phase = (change: Partial<NonNullable<CircleView["phase"]>>) => ({ ...circle().phase!, ...change });
const debrief = circle({ phase: phase({ kind: "debrief", key: "debrief", within: "leaders" }), floor: { kind: "leaders", gate: "hard" } });
const back = circle({ case: { number: 1, presenter: 4, stance: "back_visible" } });
const floor = (kind: FloorKind, gate: "hard" | "soft", change: Partial<CircleView> = {}) => circle({ floor: { kind, gate }, ...change });

/** A plan of the one phase that the circle is in. */
const planOf = (change: Partial<CircleView["plan"][number]>): CircleView["plan"] => {
  const { key, kind } = circle().phase!;
  return [{ key, kind, optional: false, stance: "in_circle", floor: { kind: "open", gate: "soft" }, heard: "circle", offers: false, ...change }];
};
const inScene = (cast: NonNullable<CircleView["scene"]>["cast"]) =>
  circle({ plan: planOf({ heard: "cast" }), scene: { cast, invited: {}, frozen: false, came_off: [] } });

const lost = seatView({ link: "down", returns_until: 9000 });
const cut = circle({ seats: { 1: { ...lost, role: "leader" }, 3: lost, 4: seatView(), 5: lost } });

/** Member in seat 4 of an open circle, with everything in order. */
function situation(change: Partial<Situation> = {}): Situation {
  return {
    connection: "up", draining: false, refusal: null, view: circle(), you: you(4), facts: facts({}), media: "up",
    microphone: "on", nameOf: (seat) => NAMES[seat] ?? "", ...change,
  };
}

const TABLE: [string, Partial<Situation>, string][] = [
  ["everything in order", {}, "truth-heard"],
  // not in the circle
  ["open elsewhere", { connection: "replaced" }, "truth-replaced"],
  ["removed", { you: { ...you(4), standing: "removed" }, view: { stage: "running" } }, "truth-removed"],
  ["refused because removed", { connection: "refused", refusal: "removed" }, "truth-removed"],
  ["ended", { view: circle({ stage: "ended" }) }, "truth-ended"],
  ["refused because ended", { connection: "refused", refusal: "session_ended" }, "truth-ended"],
  ["no place", { connection: "refused", refusal: "no_session" }, "truth-no-place"],
  ["an old page", { connection: "refused", refusal: "protocol" }, "truth-outdated"],
  ["left", { you: { ...you(4), standing: "left" }, view: { stage: "running" } }, "truth-left"],
  // nothing is claimed over a broken line
  ["connecting", { connection: "connecting" }, "truth-connecting"],
  ["lost", { connection: "lost" }, "truth-lost"],
  ["lost while pushed back", { connection: "lost", view: back }, "truth-lost"],
  ["the server was stopped", { connection: "lost", draining: true }, "truth-draining"],
  ["waiting", { view: { stage: "gathering" }, you: { ...you(4), standing: "waiting" } }, "truth-waiting"],
  ["media not there yet", { media: "connecting" }, "truth-media-connecting"],
  ["media lost", { media: "lost" }, "truth-media-lost"],
  ["media refused", { media: "refused" }, "truth-media-refused"],
  // the form
  ["pushed back", { view: back }, "truth-pushed-back"],
  ["pushed back and hidden", { view: circle({ case: { ...back.case, stance: "back_hidden" } }) }, "truth-pushed-back"],
  ["pushed back with the microphone off", { view: back, microphone: "off" }, "truth-pushed-back"],
  ["another is pushed back", { view: circle({ case: { ...back.case, presenter: 3 } }) }, "truth-heard"],
  ["observer", { you: you(7, "observer") }, "truth-observer"],
  ["an observer with a part, whom the group hears", { you: you(7, "observer"), view: inScene({ "7": { number: 1, part: "auxiliary" } }) }, "truth-heard"],
  ["an observer without a part in a scene", { you: you(7, "observer"), view: inScene({}) }, "truth-observer"],
  ["no leader is there", { view: circle({ suspended: true, floor: { kind: "leaders", gate: "hard" } }) }, "truth-heard"],
  ["no leader is there, in the outer circle", { view: circle({ suspended: true, seats: { ...circle().seats, 4: seatView({ circle: "outer" }) } }) }, "truth-watches"],
  ["a member in the debrief", { view: debrief }, "truth-leaders-alone"],
  ["a member in the private room, which outlives the circle's leaving", { view: { ...debrief, seats: { ...debrief.seats, "4": seatView({ stepped_out: true }) }, private: { inside: [2, 4], asking: null, agreed: [] } } }, "truth-stepped-out"],
  ["a member whom the leader left in the private room", { view: circle({ seats: { ...circle().seats, "4": seatView({ stepped_out: true }) } }) }, "truth-aside"],
  ["a leader whom the member left there", { view: circle({ seats: { ...circle().seats, "1": seatView({ role: "leader", stepped_out: true }) }, private: null }), you: you(1, "leader") }, "truth-aside"],
  ["a leader who whispers", { view: circle({ whispering: [1] }), you: you(1, "leader") }, "truth-whispers"],
  ["a leader who whispers without a microphone", { view: circle({ whispering: [1] }), you: you(1, "leader"), microphone: "off" }, "truth-off"],
  ["the presenter, who answers in a round", { view: floor("round", "hard", { turn: turnOf(5), plan: planOf({ presenter_answers: true }) }), you: you(3) }, "truth-heard"],
  ["the presenter in a round that is not for answers", { view: floor("round", "hard", { turn: turnOf(5) }), you: you(3) }, "truth-floor-turn"],
  ["the leader in the debrief", { view: debrief, you: you(1, "leader") }, "truth-heard-leaders"],
  ["hard leaders' floor", { view: floor("leaders", "hard") }, "truth-floor-leaders"],
  ["hard presenter's floor", { view: floor("presenter", "hard") }, "truth-floor-presenter"],
  ["hard presenter's floor, presenting", { view: floor("presenter", "hard"), you: you(3) }, "truth-heard"],
  ["hard presenter's floor, leading", { view: floor("presenter", "hard"), you: you(1, "leader") }, "truth-heard"],
  ["hard queue, nobody's turn", { view: floor("queue", "hard") }, "truth-floor-next"],
  ["hard queue, another's turn", { view: floor("queue", "hard", { turn: turnOf(5) }) }, "truth-floor-turn"],
  ["hard queue, own turn", { view: floor("queue", "hard", { turn: turnOf(4) }) }, "truth-heard-turn"],
  ["hard presenter's floor, who is out", { view: floor("presenter", "hard", { seats: { ...circle().seats, 3: seatView({ stepped_out: true }) } }) }, "truth-floor-next"],
  ["soft presenter's floor, who is out", { view: floor("presenter", "soft", { seats: { ...circle().seats, 3: seatView({ stepped_out: true }) } }) }, "truth-heard"],
  ["hard questions, nobody asks", { view: floor("asker_and_presenter", "hard") }, "truth-floor-asker"],
  ["hard questions, another asks", { view: floor("asker_and_presenter", "hard", { turn: turnOf(5) }) }, "truth-floor-turn"],
  ["hard questions, presenting", { view: floor("asker_and_presenter", "hard", { turn: turnOf(5) }), you: you(3) }, "truth-heard"],
  // the microphone
  ["off", { microphone: "off" }, "truth-off"],
  ["off, and the browser lets no sound through yet", { microphone: "off", blocked: true }, "truth-off-blocked"],
  ["the same in a pause", { microphone: "off", blocked: true, view: circle({ paused: true }) }, "truth-off-blocked"],
  ["on, and no sound let through yet: one is heard all the same", { blocked: true }, "truth-heard"],
  ["off in one's turn", { microphone: "off", view: circle({ turn: turnOf(4) }) }, "truth-off-your-turn"],
  ["off while one presents", { microphone: "off", view: floor("presenter", "soft"), you: you(3) }, "truth-off-your-turn"],
  ["off while another presents", { microphone: "off", view: floor("presenter", "soft") }, "truth-off"],
  ["being opened", { microphone: "opening" }, "truth-opening"],
  ["denied", { microphone: "denied" }, "truth-microphone-denied"],
  ["none", { microphone: "none" }, "truth-microphone-none"],
  ["busy", { microphone: "busy" }, "truth-microphone-busy"],
  ["failed", { microphone: "failed" }, "truth-microphone-failed"],
  // what the server receives and forwards
  ["no facts", { facts: null }, "truth-unsteady"],
  ["others who are returning", { now: 5000, view: cut, facts: facts({ heard_by: 0 }) }, "truth-returning"],
  ["the same, and one's own sound is not there yet", { now: 5000, view: cut, facts: facts({ heard_by: 0, audio_in: false }) }, "truth-media-connecting"],
  ["the same, and the first are back", { now: 5000, view: cut, facts: facts({ heard_by: 2 }) }, "truth-heard-returning"],
  ["nobody in the circle, and the presenter outside it", { you: you(1, "leader"), view: circle({ seats: { 1: seatView({ role: "leader" }), 3: seatView(), 4: lost, 5: lost }, case: { ...back.case, presenter: 3 } }), now: 9000, facts: facts({ heard_by: 1 }) }, "truth-heard-outside"],
  ["the same, while the others are returning", { you: you(1, "leader"), view: circle({ seats: { 1: seatView({ role: "leader" }), 3: seatView(), 4: lost, 5: lost }, case: { ...back.case, presenter: 3 } }), now: 5000, facts: facts({ heard_by: 1 }) }, "truth-heard-returning"],
  ["the presenter outside and one member in the circle", { you: you(1, "leader"), view: circle({ seats: { 1: seatView({ role: "leader" }), 3: seatView(), 4: seatView() }, case: { ...back.case, presenter: 3 } }) }, "truth-heard"],
  ["others who did not return", { now: 9000, view: cut, facts: facts({ heard_by: 0 }) }, "truth-alone"],
  ["no facts for whoever listens", { facts: null, microphone: "off" }, "truth-unsteady-off"],
  ["the same on a page that comes late", { facts: null, microphone: "off", late: true }, "truth-off"],
  ["no facts on a page that comes late", { facts: null, late: true }, "truth-busy"],
  ["the room of two, without a microphone", { microphone: "off", view: circle({ private: { inside: [1, 4], asking: null, agreed: [] } }) }, "truth-off-private"],
  ...(["denied", "none", "busy", "failed"] as const).map((microphone): [string, Partial<Situation>, string] => [`the room of two, ${microphone}`, { microphone, view: circle({ private: { inside: [1, 4], asking: null, agreed: [] } }) }, "truth-off-private"]),
  ["a pause, without a microphone", { microphone: "off", view: circle({ paused: true }) }, "truth-off-paused"],
  ["nothing arrives", { facts: facts({ audio_in: false, voice: false, heard_by: 0 }) }, "truth-not-arriving"],
  ["nothing arrives of a microphone that was just opened", { fresh: true, facts: facts({ audio_in: false, voice: false, heard_by: 0 }) }, "truth-opening"],
  ["it arrives, and no sound yet", { fresh: true, facts: facts({ voice: false }) }, "truth-opening"],
  ["it is heard at once", { fresh: true }, "truth-heard"],
  ["arrives without sound", { facts: facts({ voice: false }) }, "truth-silent"],
  ["goes to nobody", { facts: facts({ heard_by: 0 }) }, "truth-nobody-hears"],
  ["nobody is there", { facts: facts({ heard_by: 0 }), view: circle({ seats: { 4: seatView(), 5: seatView({ link: "down" }), 6: seatView({ standing: "waiting" }) } }) }, "truth-alone"],
  ["a leader alone in the leaders' room", { view: { ...debrief, seats: { 1: seatView({ role: "leader" }), 4: seatView() } }, you: you(1, "leader"), facts: facts({ heard_by: 0 }) }, "truth-alone-leaders"],
  ["paused", { view: circle({ paused: true }) }, "truth-heard-paused"],
  ["own turn on an open floor", { view: circle({ turn: turnOf(4) }) }, "truth-heard-turn"],
  ["soft: another's turn in the queue", { view: floor("queue", "soft", { turn: turnOf(5) }) }, "truth-heard-floor"],
  ["soft presenter's floor", { view: floor("presenter", "soft") }, "truth-heard-floor"],
  ["soft leaders' floor", { view: floor("leaders", "soft") }, "truth-heard"],
];

test.each(TABLE)("%s", (_what, change, id) => {
  expect(truth(situation(change)).id).toBe(id);
});

describe("heard", () => {
  test.each(TABLE)("%s: only where the server says that it forwards", (_what, change, id) => {
    const told = truth(situation(change));
    expect(told.heard).toBe(/^truth-(heard|stepped-out|whispers)/.test(id));
    if (told.heard) expect(told.tone).toBe("calm");
  });

  test("is never claimed of a voice that goes to nobody", () => {
    for (const [, change] of TABLE) {
      expect(truth(situation({ ...change, facts: facts({ heard_by: 0 }) })).heard).toBe(false);
      expect(truth(situation({ ...change, facts: null })).heard).toBe(false);
    }
  });
});

test("a floor of somebody's is told with their name", () => {
  const told = (view: CircleView) => truth(situation({ view })).args["name"];
  expect(told(floor("presenter", "hard"))).toBe("Ada");
  expect(told(floor("queue", "hard", { turn: turnOf(5) }))).toBe("Emmy");
  expect(told(floor("queue", "soft", { turn: turnOf(5) }))).toBe("Emmy");
  expect(told(floor("presenter", "soft"))).toBe("Ada");
});

test("whose the floor is", () => {
  const holders = (kind: FloorKind) =>
    [1, 3, 4, 5].filter((seat) => hasFloor(floor(kind, "hard", { turn: turnOf(5) }), { seat, role: seat === 1 ? "leader" : "member" }));
  expect({ open: holders("open"), queue: holders("queue"), presenter: holders("presenter"), asker: holders("asker_and_presenter"), leaders: holders("leaders") })
    .toEqual({ open: [1, 3, 4, 5], queue: [5], presenter: [3], asker: [3, 5], leaders: [1] });
});
