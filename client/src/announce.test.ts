// @vitest-environment node
import { expect, test } from "vitest";
import { announcements, teller, type Scene, type Told } from "./announce";
import { circle, seatView, turnOf } from "./fakes";
import { isCircle, type CircleView, type View } from "./protocol";
import { WAYS } from "./ways";
import asCoLeader from "../../tests/golden/told/co_leader.json";
import fromOutside from "../../tests/golden/told/outer_member.json";

const scene = (view: View, change: Partial<Scene> = {}): Scene => ({
  connection: "up", view, you: { seat: 4, role: "member", standing: "seated" }, microphone: "on", ...change,
});
const said = ({ id, phase }: Told): string => (phase ? `${id} ${phase.kind}` : id);
const told = (before: View, after: View): string[] => announcements(scene(before), scene(after)).map(said);
const phase = (entry: number, kind: "return" | "discussion" | "debrief", within: "circle" | "leaders" = "circle") => ({
  ...circle().phase!, entry, kind, within,
});
const scene0 = { cast: {}, invited: {}, frozen: false, came_off: [] };
const mine = (stance: CircleView["case"]["stance"]) => circle({ case: { number: 1, presenter: 4, stance } });

test("a leader whom the other leaves outside is told who did, and not that no leader is there", () => {
  const [stepped_out, leader] = [true as const, { you: { seat: 2, role: "leader" as const, standing: "seated" as const } }];
  const seats = { ...circle().seats, 2: seatView({ role: "leader", stepped_out }) };
  const two = circle({ seats: { ...seats, 4: seatView({ stepped_out }) }, private: { inside: [2, 4], asking: null, agreed: [] } });
  const left = circle({ seats, waits_for: ["no_leader"] });
  expect(announcements(scene(two, leader), scene(left, leader))).toEqual([{ id: "room-says-left-aside", about: 4 }]);
  const gone = circle({ seats: { ...seats, 4: seatView({ standing: "removed" }) } });
  expect(announcements(scene(two, leader), scene(gone, leader))).toContainEqual({ id: "room-says-left-aside-gone", about: 0 });
  expect(announcements(scene(circle({ seats: { ...seats, 2: seatView({ role: "leader" }) } }), leader), scene(left, leader))).toEqual([{ id: "announce-aside" }]);
});

test("once the circle has closed nobody is told that they are in it again", () => {
  const closed = (...out: number[]) => circle({
    phase: phase(9, "debrief", "leaders"), seats: Object.fromEntries(Object.entries(circle().seats).map(([seat, one]) => [seat, out.includes(Number(seat)) ? { ...one, stepped_out: true } : one])),
    ...(out.length > 1 && { private: { inside: out, asking: null, agreed: [] } }),
  });
  const member = (after: View) => announcements(scene(closed(2, 4)), scene(after));
  expect([member(closed(4)), member(closed(2))]).toEqual([[{ id: "room-says-left-outside", about: 2 }], [{ id: "truth-leaders-alone" }]]);
  const leaderless = (after: CircleView): View => ({ ...after, seats: { ...after.seats, 1: seatView({ role: "leader", standing: "left" }) }, waits_for: ["no_leader"] });
  expect(member(leaderless(closed(2))), "while the only leader is out").toEqual([{ id: "announce-outside" }]);
  const unheard = closed(2);
  expect(member({ ...unheard, seats: { ...unheard.seats, 1: seatView({ role: "leader", link: "down" }) } }), "one is there without sound").toEqual([{ id: "truth-leaders-alone" }]);
  const open = circle({ seats: closed(2, 4).seats, private: closed(2, 4).private! });
  expect(announcements(scene(open), scene(closed(4))).map(({ id }) => id), "the closing is said, and once").toEqual(["announce-phase", "announce-leaders-alone"]);
  const leader = { you: { seat: 2, role: "co_leader" as const, standing: "seated" as const } };
  const back = (before: View, after: View) => announcements(scene(before, leader), scene(after, leader));
  expect([back(closed(2, 4), closed(4)), back(closed(2, 4), closed(2)), back(closed(2), closed())]).toEqual([[{ id: "announce-in-debrief" }], [{ id: "room-says-left-aside", about: 4 }], [{ id: "announce-in-debrief" }]]);
});

test.each<[string, View, View, string[]]>([
  ["nothing new", circle(), circle(), []],
  ["somebody's hand", circle(), circle({ hands: [5] }), []],
  ["time that was added", circle(), circle({ phase: { ...circle().phase!, ends_at: 99 } }), []],
  ["another's turn", circle(), circle({ turn: turnOf(5) }), []],
  ["another's push back", circle(), circle({ case: { number: 1, presenter: 3, stance: "back_visible" } }), []],
  ["the next phase", circle(), circle({ phase: phase(6, "return") }), ["announce-phase return"]],
  ["the same phase, entered again", circle(), circle({ phase: phase(7, "discussion") }), ["announce-phase discussion"]],
  ["one at a time", circle(), circle({ floor: { kind: "queue", gate: "hard" } }), ["announce-one-at-a-time"]],
  ["one at a time, among questions", circle(), circle({ floor: { kind: "asker_and_presenter", gate: "hard" } }), ["announce-one-at-a-time-asker"]],
  ["its end with the phase", circle({ floor: { kind: "queue", gate: "hard" } }), circle({ phase: phase(6, "return") }), ["announce-phase return", "announce-one-at-a-time-over"]],
  ["the leaders' own floor", circle(), circle({ phase: phase(9, "debrief", "leaders"), floor: { kind: "leaders", gate: "hard" } }), ["announce-phase debrief", "announce-leaders-alone"]],
  ["a pause", circle(), circle({ paused: true }), ["announce-paused"]],
  ["its end", circle({ paused: true }), circle(), ["announce-resumed"]],
  ["being chosen", circle(), mine("in_circle"), ["announce-you-present"]],
  ["one's own push back", mine("in_circle"), mine("back_visible"), ["announce-pushed-back"]],
  ["coming back", mine("back_hidden"), mine("in_circle"), ["announce-back-in-circle"]],
  ["taking one's case back, outside", { ...mine("back_hidden"), seats: { ...circle().seats, 4: seatView({ stepped_out: true }) } }, circle({ case: { number: 1, presenter: null, stance: "in_circle" }, seats: { ...circle().seats, 4: seatView({ stepped_out: true }) } }), ["announce-no-presenter"]],
  ["a presenter who leaves once leaders are among themselves", circle({ phase: phase(9, "debrief", "leaders"), case: { number: 1, presenter: 3, stance: "in_circle" } }), circle({ phase: phase(9, "debrief", "leaders"), case: { number: 1, presenter: null, stance: "in_circle" } }), []],
  ["one's turn", circle({ turn: turnOf(5, 1) }), circle({ turn: turnOf(4, 2) }), ["announce-your-turn"]],
  ["one's next turn", circle({ turn: turnOf(4, 1) }), circle({ turn: turnOf(4, 2) }), ["announce-your-turn"]],
  ["its limit", circle({ turn: turnOf(4) }), circle({ turn: { ...turnOf(4)!, limit_reached: true } }), []],
  ["the end of it", circle({ turn: turnOf(4) }), circle(), ["announce-turn-over"]],
  ["the leaders' room", circle(), circle({ phase: phase(9, "debrief", "leaders") }), ["announce-phase debrief", "announce-leaders-alone"]],
  ["a pause in it", circle({ phase: phase(9, "debrief", "leaders") }), circle({ phase: phase(9, "debrief", "leaders"), paused: true }), ["announce-paused"]],
  ["stepping out", circle(), circle({ seats: { ...circle().seats, 4: seatView({ stepped_out: true }) } }), ["announce-aside"]],
  ["stepping out with a leader", circle(), circle({ seats: { ...circle().seats, 4: seatView({ stepped_out: true }) }, private: { inside: [2, 4], asking: null, agreed: [] } }), ["announce-stepped-out"]],
  ["being left there", circle({ seats: { ...circle().seats, 4: seatView({ stepped_out: true }) }, private: { inside: [2, 4], asking: null, agreed: [] } }), circle({ seats: { ...circle().seats, 4: seatView({ stepped_out: true }) } }), ["room-says-left-alone"]],
  ["coming back to where one has pushed back", { ...mine("back_visible"), seats: { ...circle().seats, 4: seatView({ stepped_out: true }) } }, mine("back_visible"), ["announce-pushed-back"]],
  ["coming back from there", circle({ seats: { ...circle().seats, 4: seatView({ stepped_out: true }) } }), circle(), ["announce-stepped-in"]],
  ["a chair in the inner circle", circle({ seats: { ...circle().seats, 4: seatView({ circle: "outer" }) } }), circle({ seats: { ...circle().seats, 4: seatView({ circle: "inner" }) } }), ["announce-heard"]],
  ["its loss", circle({ seats: { ...circle().seats, 4: seatView({ circle: "inner" }) } }), circle({ seats: { ...circle().seats, 4: seatView({ circle: "outer" }) } }), ["announce-unheard"]],
  ["an invitation", circle({ scene: scene0 }), circle({ scene: { ...scene0, invited: { 4: "double" } } }), ["announce-invited"]],
  ["another's invitation", circle({ scene: scene0 }), circle({ scene: { ...scene0, invited: { 5: "double" } } }), []],
  ["no leader", circle(), circle({ waits_for: ["no_leader"] }), ["announce-no-leader"]],
  ["leaders who are lost longer", circle({ waits_for: ["no_leader"] }), circle({ waits_for: ["no_leader"], suspended: true }), ["room-says-suspended"]],
  ["a leader who comes back after that", circle({ waits_for: ["no_leader"], suspended: true }), circle({ waits_for: ["no_leader"], suspends_at: -1 }), []],
  ["being admitted", { stage: "gathering" }, circle(), ["announce-admitted"]],
  ["being admitted to the outer circle", { stage: "gathering" }, circle({ seats: { ...circle().seats, 4: seatView({ circle: "outer" }) } }), ["announce-admitted-outer"]],
  ["the end", circle(), circle({ stage: "ended", turn: null }), ["announce-ended"]],
  ["after the end", { stage: "ended" }, { stage: "ended" }, []],
  ["waiting on", { stage: "gathering" }, { stage: "running" }, []],
  ["a leader who comes after those who came early", circle({ stage: "gathering", phase: null, lead: null }), circle({ stage: "gathering", phase: null }), ["announce-leader-here"]],
  ["one who comes after them oneself", circle({ stage: "gathering", phase: null, lead: null }), circle({ stage: "gathering", phase: null, lead: 4 }), []],
])("%s", (_what, before, after, ids) => {
  expect(told(before, after)).toEqual(ids);
});

test("a page that has just been opened announces nothing", () => {
  expect(announcements(null, scene(mine("back_visible")))).toEqual([]);
});

test("each whisper to a leader is told as it begins, by whom; none of one's own", () => {
  const seats = { 1: seatView({ role: "leader" }), 2: seatView({ role: "co_leader" }) };
  const view = (whispering: number[]) => scene(circle({ seats, whispering }), { you: { seat: 1, role: "leader", standing: "seated" } });
  expect(announcements(view([]), view([2]))).toEqual([{ id: "room-whispers-to-you", about: 2 }]);
  expect([announcements(view([2]), view([2])), announcements(view([2]), view([])), announcements(view([]), view([1])).filter(({ about }) => about)]).toEqual([[], [], []]);
});

test("of a whisper is told when one is heard in it, and nothing of the group while the microphone is off", () => {
  const tell = teller();
  const at = (whispering: number[], microphone: Scene["microphone"]): string[] =>
    tell(scene(circle({ seats: { 1: seatView({ role: "leader" }) }, whispering }), { you: { seat: 1, role: "leader", standing: "seated" }, microphone })).map(said);
  const heard = [at([], "on"), at([], "off"), at([1], "off"), at([1], "opening"), at([1], "on"), at([1], "off"), at([], "off"), at([], "on")];
  expect(heard).toEqual([[], [], [], [], ["truth-whispers"], [], [], []]);
});

test.each(["off", "none", null] as const)("with the microphone %s nothing is told of being heard by the form", (microphone) => {
  const at = (place: "inner" | "outer") => scene(circle({ seats: { ...circle().seats, 4: seatView({ circle: place }) } }), { microphone });
  expect([announcements(at("outer"), at("inner")), announcements(at("inner"), at("outer"))]).toEqual([[], []]);
});

test("after a time without a leader the push back is told again, but to whom the notice tells it", () => {
  const [alone, again] = [circle({ waits_for: ["no_leader"], suspended: true, case: { number: 1, presenter: 3, stance: "back_visible" } }), circle({ case: { number: 1, presenter: 3, stance: "back_visible" } })];
  const to = (seat: number) => announcements(...([alone, again].map((view) => scene(view, { you: { seat, role: "member", standing: "seated" } })) as [Scene, Scene]));
  expect([to(4), to(3).map(said)]).toEqual([[{ id: "announce-leader-here" }, { id: "announce-outside-again", about: 3 }], ["announce-leader-here", "announce-unheard"]]);
});

test("no turn is called over in the moment in which its speaker has the floor to tell", () => {
  const asks = circle({ turn: { number: 2, seat: 4, limit_reached: false } });
  const then = (kind: CircleView["floor"]["kind"]) => announcements(scene(asks), scene(circle({ floor: { kind, gate: "soft" }, case: { number: 1, presenter: 4, stance: "in_circle" } }))).map(said);
  expect([then("presenter"), then("open")].map((told) => told.includes("announce-turn-over"))).toEqual([false, true]);
});

test.each(["removed", "left"] as const)("whoever is %s is told that, once, and nothing of what they were", (standing) => {
  const gone = scene({ stage: "running" }, { you: { seat: 4, role: "member", standing } });
  expect(announcements(scene(mine("back_visible")), gone).map(said)).toEqual([`truth-${standing}`]);
  expect(announcements(gone, gone)).toEqual([]);
  expect(announcements(gone, { ...gone, view: { ...gone.view, stage: "ended" } }).map(said)).toEqual(["announce-ended"]);
});

test.each<[string, View, Parameters<typeof scene>[1]]>([
  ["the end", { stage: "ended" }, {}],
  ["one has left", { stage: "running" }, { you: { seat: 4, role: "member", standing: "left" } }],
])("once %s is told, nothing is said of a link that is lost and comes back", (_what, view, more) => {
  const [up, lost] = [scene(view, more), scene(view, { ...more, connection: "lost" })];
  expect([announcements(up, lost), announcements(lost, up)]).toEqual([[], []]);
});

test("of a rehearsal that was stopped nothing is said to be restored", () => {
  expect(announcements(scene(circle()), scene(circle(), { connection: "lost", stopped: true })).map(said)).toEqual(["room-stopped-text"]);
});

test("a lost connection and its return are told once", () => {
  const [up, lost] = [scene(circle()), scene(circle(), { connection: "lost" })];
  expect(announcements(up, lost).map(said)).toEqual(["announce-lost"]);
  expect(announcements(lost, lost)).toEqual([]);
  expect(announcements(lost, up).map(said)).toEqual(["announce-back"]);
  expect(announcements(scene(circle(), { connection: "connecting" }), up)).toEqual([]);
});

test("whoever leads from now on is told", () => {
  const co = { you: { seat: 2, role: "co_leader" as const, standing: "seated" as const } };
  expect(announcements(scene(circle(), co), scene(circle({ lead: 2 }), co)).map(said)).toEqual(["announce-you-lead"]);
  expect(announcements(scene(circle({ lead: null }), co), scene(circle({ lead: 2 }), co))).toEqual([]);
});

const queue = { kind: "queue", gate: "soft" } as const;
const asked = { kind: "asker_and_presenter", gate: "soft" } as const;
const waiting = (...seats: number[]) => circle({ seats: { ...circle().seats, ...Object.fromEntries(seats.map((seat) => [seat, seatView({ standing: "waiting" })])) } });

test.each<[string, CircleView, CircleView, string[]]>([
  ["the first at the door", waiting(), waiting(8), ["announce-door"]],
  ["more of them", waiting(8), waiting(8, 9), []],
  ["one who is let in", waiting(8, 9), waiting(9), []],
  ["the first hand in the queue", circle({ floor: queue }), circle({ floor: queue, hands: [5] }), ["announce-hand"]],
  ["the first question", circle({ floor: asked }), circle({ floor: asked, hands: [5] }), ["announce-hand"]],
  ["another hand", circle({ floor: queue, hands: [5] }), circle({ floor: queue, hands: [5, 6] }), []],
  ["a hand while somebody has the floor", circle({ floor: queue, turn: turnOf(5) }), circle({ floor: queue, turn: turnOf(5), hands: [6] }), []],
  ["a hand where all may speak", circle(), circle({ hands: [5] }), []],
  ["the leader’s own hand", circle({ floor: queue }), circle({ floor: queue, hands: [1] }), []],
])("leaders are told of what waits at the desk, and rarely; members are not: %s", (_what, before, after, ids) => {
  const leader = { you: { seat: 1, role: "leader" as const, standing: "seated" as const } };
  expect(announcements(scene(before, leader), scene(after, leader)).map(said)).toEqual(ids);
  expect(told(before, after)).toEqual([]);
});

test("of the queue’s hands leaders are told once in each phase", () => {
  const tell = teller();
  const at = (entry: number, hands: number[]): string[] =>
    tell(scene(circle({ floor: queue, hands, phase: { ...circle().phase!, entry } }), { you: { seat: 1, role: "leader", standing: "seated" } })).map(said);
  const heard = [at(4, []), at(4, [5]), at(4, []), at(4, [6]), at(4, []), at(5, []), at(5, [6])];
  expect(heard).toEqual([[], ["announce-hand"], [], [], [], ["announce-phase discussion"], ["announce-hand"]]);
});

test("the leaders are not told that they are among themselves", () => {
  const leader = { you: { seat: 1, role: "leader" as const, standing: "seated" as const } };
  const after = circle({ phase: phase(9, "debrief", "leaders") });
  expect(announcements(scene(circle(), leader), scene(after, leader)).map(said)).toEqual(["announce-phase debrief"]);
});

test("in a round in which the presenter answers, who asks and the presenter are heard", () => {
  const plan = [{ ...WAYS.again!.plan[0]!, key: circle().phase!.key, presenter_answers: true as const }];
  const round = (gate: "soft" | "hard") => scene(circle({ plan, floor: { kind: "round", gate } }));
  expect(announcements(round("soft"), round("hard")).map(said)).toEqual(["announce-one-at-a-time-asker"]);
  expect(announcements(round("hard"), round("soft")).map(said)).toEqual(["announce-one-at-a-time-over"]);
});

test("a phase is told by the name that the format gives it", () => {
  const { plan } = WAYS.again!;
  const entered = circle({ plan, phase: phase(6, "discussion") });
  expect(announcements(scene(circle()), scene(entered))).toEqual([{ id: "announce-phase", phase: plan[0] }]);
});

/** What is said through a whole case to whoever sits there and is told so (tests/facilitation/test_told.py). */
function throughACase(told: readonly object[], you: Scene["you"]): string[] {
  const tell = teller();
  let view = {} as View;
  let microphone: Scene["microphone"] = "on";
  return told.flatMap((changes) => {
    const whispered = isCircle(view) && view.whispering?.includes(you!.seat);
    view = { ...view, ...changes } as View;
    if (whispered && isCircle(view) && !view.whispering?.includes(you!.seat)) microphone = "off"; // as a whisper leaves it
    return tell(scene(view, { you, microphone })).map(said);
  });
}

const PHASES_SAID = /^announce-phase /;

test("through a whole case a co-leader hears each phase once, and of all else no more than ten", () => {
  const heard = throughACase(asCoLeader, { seat: 2, role: "co_leader", standing: "seated" });
  expect(heard.filter((one) => PHASES_SAID.test(one))).toEqual([
    "arrival", "case_call", "presentation", "questions", "discussion", "return", "joint_discussion", "closing", "leaving", "debrief",
  ].map((kind) => `announce-phase ${kind}`));
  expect(heard.filter((one) => !PHASES_SAID.test(one))).toEqual([
    "announce-hand", "truth-whispers", "announce-paused", "announce-resumed", "announce-ended",
  ]);
});

test("through a whole case the outer circle hears each phase once, its own turn once, and of all else no more than ten", () => {
  const heard = throughACase(fromOutside, { seat: 6, role: "member", standing: "seated" });
  expect(heard.filter((one) => PHASES_SAID.test(one))).toEqual([
    "arrival", "case_call", "seating", "presentation", "questions", "discussion", "reflection", "reflection", "return", "closing", "leaving", "debrief",
  ].map((kind) => `announce-phase ${kind}`));
  expect(heard.filter((one) => !PHASES_SAID.test(one))).toEqual([
    "announce-paused", "announce-resumed", "announce-one-at-a-time", "announce-your-turn", "announce-turn-over",
    "announce-one-at-a-time-over", "announce-leaders-alone", "announce-ended",
  ]);
});
