// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { circle, FakeSocket, newsOf, seatView, snapshotOf } from "./fakes";
import { DEAD_MS, Session, UNSTEADY_MS } from "./session";
import { GOOD_MS, UNHEARD_MS } from "./unanswered";
import type { Snapshot } from "./protocol";

const FACTS = { now: 5000, speaking: [3], muted: [], you: { audio_in: true, voice: true, heard_by: 2, video_in: true, words: [], rung: "small", picture: "small", narrow: false, attended: false } };

let socket: FakeSocket;
beforeEach(() => {
  vi.useFakeTimers();
  socket = new FakeSocket();
});
afterEach(() => vi.useRealTimers());

function opened(first: Snapshot | null = snapshotOf()): Session {
  const session = new Session(socket, first);
  session.start();
  return session;
}

/** A session that the server has greeted, with nothing missed. */
function greeted(): Session {
  const session = opened();
  socket.comesUp();
  socket.last("hello").answer({ ok: true, missed: [] });
  return session;
}

describe("hello", () => {
  test("asks only for what the page's own snapshot lacks", () => {
    const session = opened();
    socket.comesUp();
    expect(socket.last("hello").message).toEqual({
      protocol: 1, epoch: "one", audience: "members", seq: 10, shown_at: snapshotOf().now,
    });
    expect(session.connection.value).toBe("connecting");
    socket.last("hello").answer({ ok: true, missed: [newsOf(11, { paused: true }), newsOf(12, { hands: [3] })] });
    expect(session.connection.value).toBe("up");
    expect(session.circle.value).toMatchObject({ paused: true, hands: [3] });
  });

  test("takes a snapshot instead where the server was restarted", () => {
    const session = opened();
    socket.comesUp();
    socket.last("hello").answer({ ok: true, snapshot: snapshotOf({ epoch: "two", seq: 0 }, circle({ hands: [6] })) });
    expect(session.epoch.value).toBe("two");
    expect(session.circle.value?.hands).toEqual([6]);
  });

  test("news that overtake its answer are not lost, and none counts twice", () => {
    const session = opened();
    socket.comesUp();
    socket.says("news", newsOf(12, { hands: [3, 5] }));
    expect(session.circle.value?.hands).toEqual([]);
    socket.last("hello").answer({ ok: true, missed: [newsOf(11, { hands: [3] })] });
    expect(session.circle.value?.hands).toEqual([3, 5]);
    socket.says("news", newsOf(12, { hands: [] }));
    expect(session.circle.value?.hands).toEqual([3, 5]);
  });

  test.each(["removed", "session_ended", "protocol"])("%s is final", (code) => {
    const session = opened();
    socket.comesUp();
    socket.last("hello").answer({ ok: false, code, detail: "" });
    expect([session.connection.value, session.refusal.value]).toEqual(["refused", code]);
    vi.advanceTimersByTime(120_000);
    expect(socket.connects).toBe(1);
  });
});

describe("news", () => {
  test("change the named keys and leave the others", () => {
    const [session, seats] = [greeted(), { ...circle().seats, 4: seatView({ stepped_out: true }) }];
    socket.says("news", newsOf(11, { hands: [5], seats }));
    expect([session.circle.value, session.out.value]).toEqual([circle({ hands: [5], seats }), true]);
  });

  test("a gap is never skipped: what follows waits until hello has filled it", () => {
    const session = greeted();
    const hellos = () => socket.sent.filter((one) => one.event === "hello").length;
    socket.says("news", newsOf(12, { hands: [6] }));
    expect(session.circle.value?.hands).toEqual([]);
    expect(hellos()).toBe(2);
    expect(socket.last("hello").message).toMatchObject({ epoch: "one", seq: 10 });
    socket.says("news", newsOf(13, { paused: true }));
    socket.last("hello").answer({ ok: true, missed: [newsOf(11, { hands: [3], offers: [5] })] });
    expect(session.circle.value).toMatchObject({ hands: [6], offers: [5], paused: true });
    expect(hellos()).toBe(2);
  });

  test("of another run of the room bring a snapshot", () => {
    const session = greeted();
    socket.says("news", newsOf(1, { hands: [6] }, { epoch: "two" }));
    expect(socket.last("hello").message).toEqual({ protocol: 1, epoch: null, audience: null, seq: null, shown_at: 1000 });
    socket.last("hello").answer({ ok: true, snapshot: snapshotOf({ epoch: "two", seq: 4 }, circle({ hands: [2] })) });
    expect(session.circle.value?.hands).toEqual([2]);
  });

  test("a change of audience comes as a snapshot", () => {
    const session = greeted();
    socket.says("snapshot", snapshotOf({ audience: "gone", seq: 1, you: { seat: 4, role: "member", standing: "removed" } }, { stage: "running" }));
    expect([session.audience.value, session.circle.value, session.you.value?.standing]).toEqual(["gone", null, "removed"]);
  });

  test("names come apart", () => {
    const session = greeted();
    socket.says("people", { people: { 4: "Grace", 5: "Emmy" } });
    expect([session.nameOf(5), session.nameOf(3)]).toEqual(["Emmy", ""]);
  });
});

describe("commands", () => {
  test("wait for the greeting, and are acknowledged", async () => {
    const session = opened();
    const asked = session.command("extend", { about: 5, by_ms: 120_000 });
    expect(socket.sent).toEqual([]);
    socket.comesUp();
    socket.last("hello").answer({ ok: true, missed: [] });
    const { message, answer } = socket.last("command");
    expect(message).toEqual({ id: expect.stringMatching(/^\w{8,64}$/), type: "extend", about: 5, by_ms: 120_000, until: expect.any(Number) });
    answer({ ok: true });
    expect(await asked).toEqual({ ok: true });
  });

  test("keep their id through a lost connection, and are sent no more once answered", async () => {
    const session = greeted();
    const asked = session.command("raise_hand", {});
    const first = socket.last("command").message["id"];
    socket.lose();
    socket.comesUp();
    expect(socket.sent.filter((one) => one.event === "command")).toHaveLength(1);
    socket.last("hello").answer({ ok: true, missed: [] });
    expect(socket.last("command").message).toMatchObject({ id: first, type: "raise_hand" });
    socket.last("command").answer({ ok: true });
    expect(await asked).toEqual({ ok: true });
    socket.lose();
    socket.comesUp();
    socket.last("hello").answer({ ok: true, missed: [] });
    expect(socket.sent.filter((one) => one.event === "command")).toHaveLength(2);
  });

  test("two are never one", () => {
    const session = greeted();
    void session.command("raise_hand", {});
    void session.command("raise_hand", {});
    expect(new Set(socket.sent.filter((one) => one.event === "command").map((one) => one.message["id"])).size).toBe(2);
  });

  test("are good for moments, and no longer than a link that brings nothing is kept", async () => {
    let local = 0;
    const session = new Session(socket, snapshotOf({ now: 1000 }), () => local);
    const passes = (ms: number): void => void ((local += ms), vi.advanceTimersByTime(ms));
    const until = (): unknown => (void session.command("raise_hand", {}), socket.last("command").message["until"]);
    session.start();
    socket.comesUp();
    socket.last("hello").answer({ ok: true, missed: [] });
    passes(500);
    expect(until()).toBe(1500 + GOOD_MS);
    passes(UNSTEADY_MS - 500);
    passes(DEAD_MS - UNSTEADY_MS - 1);
    expect(until()).toBe(1000 + DEAD_MS);
    void session.command("whisper", { on: false }, true);
    expect(socket.last("command").message, "what ends something").not.toHaveProperty("until");
  });

  test("over a loss that lasts longer only ask what became of them, for the session's clock may have stood still", async () => {
    let local = 0;
    const session = new Session(socket, snapshotOf(), () => local);
    session.start();
    const asked = session.command("raise_hand", {});
    const back = (after: number): unknown => {
      local += after;
      socket.comesUp();
      socket.last("hello").answer({ ok: true, missed: [] });
      return socket.last("command").message["until"];
    };
    expect(back(GOOD_MS)).toBe(1000 + GOOD_MS);
    socket.lose();
    await vi.advanceTimersByTimeAsync(UNHEARD_MS);
    expect(back(1)).toBe(0);
    socket.last("command").answer({ ok: false, code: "lapsed", detail: "" });
    expect(await asked).toMatchObject({ code: "lapsed" });
  });

  test("that a server does not answer, though it is there, are not waited for", async () => {
    const asked = greeted().command("raise_hand", {});
    for (let passed = 0; passed < UNHEARD_MS; passed += 1000) {
      await vi.advanceTimersByTimeAsync(1000);
      socket.says("facts", FACTS);
    }
    expect(await asked).toMatchObject({ ok: false, code: "unreachable" });
  });

  test("a conflict brings the newer view, never an older one", async () => {
    const session = greeted();
    const asked = session.command("advance", { about: 4, running: true });
    const { answer } = socket.last("command");
    answer({ ok: false, code: "conflict", detail: "entry", snapshot: snapshotOf({ seq: 12 }, circle({ hands: [6] })) });
    expect(await asked).toEqual({ ok: false, code: "conflict", detail: "entry" });
    expect(session.circle.value?.hands).toEqual([6]);
    void session.command("advance", { about: 4, running: true });
    socket.last("command").answer({ ok: false, code: "conflict", detail: "", snapshot: snapshotOf({ seq: 11 }) });
    expect(session.circle.value?.hands).toEqual([6]);
  });
});

describe("the connection", () => {
  test("comes back by itself, also where the server closed it", () => {
    const session = greeted();
    socket.active = false;
    socket.lose();
    expect(session.connection.value).toBe("lost");
    vi.advanceTimersByTime(1000);
    expect(socket.connects).toBe(2);
    socket.comesUp();
    socket.last("hello").answer({ ok: true, missed: [] });
    expect(session.connection.value).toBe("up");
  });

  test("says that this browser has no place after many refusals, and still tries", () => {
    const session = greeted();
    socket.lose();
    for (let n = 0; n < 6; n++) {
      socket.active = false;
      socket.says("connect_error", new Error("rejected"));
      vi.advanceTimersByTime(20_000);
    }
    expect([session.connection.value, session.refusal.value]).toEqual(["refused", "no_session"]);
    socket.comesUp();
    socket.last("hello").answer({ ok: true, missed: [] });
    expect([session.connection.value, session.refusal.value]).toEqual(["up", null]);
  });

  test("a page that was replaced while its link was lost learns of it when it comes back, and stops for good", () => {
    const session = greeted();
    socket.lose();
    socket.comesUp();
    socket.last("hello").answer({ ok: false, code: "replaced", detail: "" });
    expect([session.connection.value, session.refusal.value]).toEqual(["replaced", null]);
    expect(socket.connected).toBe(false);
    vi.advanceTimersByTime(120_000);
    expect([socket.connects, session.connection.value]).toEqual([1, "replaced"]);
  });

  test("a page that was replaced stops for good", async () => {
    const session = greeted();
    const asked = session.command("raise_hand", {});
    socket.says("replaced");
    expect(session.connection.value).toBe("replaced");
    expect(socket.connected).toBe(false);
    expect(await asked).toMatchObject({ code: "unreachable" });
    vi.advanceTimersByTime(120_000);
    expect([socket.connects, session.connection.value]).toEqual([1, "replaced"]);
    expect(await session.command("leave", {})).toMatchObject({ code: "unreachable" });
  });

  test("a draining server is told from a lost one until the next greeting", () => {
    const session = greeted();
    socket.says("draining");
    expect(session.draining.value).toBe(true);
    socket.lose();
    socket.comesUp();
    socket.last("hello").answer({ ok: true, missed: [] });
    expect(session.draining.value).toBe(false);
  });

  test("whoever is asked whether they are there says so", () => {
    greeted();
    const here = vi.fn();
    socket.says("there", {}, here);
    expect(here).toHaveBeenCalledOnce();
  });

  test("facts are not believed once they are old, and a link without any is made anew", () => {
    const session = greeted();
    socket.says("facts", FACTS);
    expect(session.facts.value?.you.heard_by).toBe(2);
    vi.advanceTimersByTime(UNSTEADY_MS);
    expect(session.facts.value).toBeNull();
    expect(session.connection.value).toBe("up");
    vi.advanceTimersByTime(DEAD_MS - UNSTEADY_MS);
    expect(session.connection.value).toBe("lost");
    vi.advanceTimersByTime(1000);
    expect(socket.connects).toBe(2);
  });

  test("the clock stands once nothing is heard, or the link is lost, and goes by the server's again", () => {
    let local = 0;
    const session = new Session(socket, snapshotOf({ now: 5000 }), () => local);
    const passes = (ms: number): number => ((local += ms), vi.advanceTimersByTime(ms), session.now());
    session.start();
    socket.comesUp();
    socket.last("hello").answer({ ok: true, missed: [] });
    socket.says("facts", FACTS);
    expect([passes(UNSTEADY_MS - 1), passes(1), passes(2000)]).toEqual([7999, 8000, 8000]);
    socket.says("facts", { ...FACTS, now: 10_000 });
    expect(passes(1000)).toBe(11_000);
    socket.lose();
    expect(passes(500)).toBe(11_000);
  });

  test("a page that the server never hears claims no running clock, and goes on trying", () => {
    let local = 0;
    const session = new Session(socket, snapshotOf({ now: 5000 }), () => local);
    const passes = (ms: number): number => ((local += ms), vi.advanceTimersByTime(ms), session.now());
    session.start();
    expect([passes(UNSTEADY_MS), passes(DEAD_MS)]).toEqual([8000, 8000]);
    expect(socket.active).toBe(true);
  });

  test("an ended session has no facts and is left in peace", () => {
    const session = greeted();
    socket.says("facts", FACTS);
    socket.says("news", newsOf(11, { stage: "ended" }));
    expect(session.facts.value).toBeNull();
    vi.advanceTimersByTime(120_000);
    expect(session.connection.value).toBe("up");
  });

  test("whoever has once been there for long enough has been, also when no facts come any more", () => {
    const session = greeted();
    socket.says("facts", { ...FACTS, you: { ...FACTS.you, attended: true } });
    socket.says("news", newsOf(11, { stage: "ended" }));
    expect([session.facts.value, session.attended.value]).toEqual([null, true]);
  });
});

describe("time", () => {
  test("is the server's, and stands still in a pause", () => {
    let local = 0;
    const session = new Session(socket, snapshotOf({ now: 1000 }), () => local);
    expect(session.now()).toBe(1000);
    local = 500;
    expect([session.now(), session.phaseNow()]).toEqual([1500, 1500]);
    session.start();
    socket.comesUp();
    socket.last("hello").answer({ ok: true, missed: [newsOf(11, { paused: true, paused_at: 1400 }, { now: 1500 })] });
    local = 4000;
    expect([session.now(), session.phaseNow()]).toEqual([5000, 1400]);
    socket.says("news", newsOf(12, { paused: false, paused_at: null }, { now: 5000 }));
    expect(session.phaseNow()).toBe(5000);
    const reloaded = new Session(socket, snapshotOf({ now: 4000 }, circle({ paused: true, paused_at: 1500 })), () => local);
    expect(reloaded.phaseNow()).toBe(1500);
  });
});

describe("the plates of a scene", () => {
  const scene = { cast: { 3: { number: 1, part: "protagonist" as const }, 4: { number: 2, part: "double" as const } }, invited: {}, frozen: false, came_off: [] };
  test("go with the part, not with the seat", () => {
    const session = opened(snapshotOf({ plates: { 1: "myself", 2: "my sister" } }, circle({ scene })));
    socket.comesUp();
    socket.last("hello").answer({ ok: true, missed: [] });
    expect([3, 4, 5].map((seat) => session.plateOf(seat))).toEqual(["myself", "my sister", ""]);
    socket.says("news", newsOf(11, { scene: { ...scene, cast: { 3: scene.cast[4], 4: scene.cast[3] } } }));
    expect([3, 4].map((seat) => session.plateOf(seat))).toEqual(["my sister", "myself"]);
    socket.says("people", { people: { 3: "Ada" }, plates: { 2: "the brother" } });
    expect([3, 4].map((seat) => session.plateOf(seat))).toEqual(["the brother", ""]);
  });
});

describe("who presented in earlier meetings", () => {
  test("is known where the server says so", () => {
    const session = opened(snapshotOf({ earlier: { 3: 0, 4: 2 } }));
    expect([3, 4, 5].map((seat) => session.presentedEarlier(seat))).toEqual([0, 2, undefined]);
    socket.says("people", { people: {}, plates: {}, earlier: { 3: 0, 5: 1 } });
    expect([3, 4, 5].map((seat) => session.presentedEarlier(seat))).toEqual([0, undefined, 1]);
    socket.says("people", { people: {}, plates: {} });
    expect(session.presentedEarlier(3)).toBeUndefined();
  });
});

describe("who of the group has not come yet", () => {
  test("is known where the server says so, and nobody where it does not", () => {
    const session = opened(snapshotOf({ awaited: ["Eve", "Dan"], declined: ["Fay"], uninvited: ["Gus"] }));
    expect(session.expected.value).toEqual({ awaited: ["Eve", "Dan"], declined: ["Fay"], uninvited: ["Gus"] });
    socket.says("people", { people: {}, plates: {}, awaited: ["Dan"] });
    expect(session.expected.value).toEqual({ awaited: ["Dan"], declined: [], uninvited: [] });
    socket.says("people", "nonsense");
    expect(session.expected.value).toEqual({ awaited: ["Dan"], declined: [], uninvited: [] });
    socket.says("people", { people: {}, plates: {} });
    expect(session.expected.value).toEqual({ awaited: [], declined: [], uninvited: [] });
  });
});

describe("the slots", () => {
  test("are the snapshot's until the server lends them anew", () => {
    const session = opened(snapshotOf({ slots: { 20: 1 } }));
    expect(session.lent.value).toEqual({ 20: 1 });
    socket.comesUp();
    socket.last("hello").answer({ ok: true, missed: [] });
    socket.says("slots", { slots: { 20: 1, 31: 2 } });
    expect(session.lent.value).toEqual({ 20: 1, 31: 2 });
    socket.says("slots", "nonsense");
    expect(session.lent.value).toEqual({ 20: 1, 31: 2 });
    socket.says("slots", { slots: null });
    expect(session.lent.value).toBeNull();
  });
});
