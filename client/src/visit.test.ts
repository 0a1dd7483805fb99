import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { takeChoices, type Choices } from "./choices";
import { Devices } from "./devices";
import { circle, FakeSocket, FakeTrack, newsOf, seatView, snapshotOf } from "./fakes";
import { Media, type MediaLink } from "./media";
import { HEARD_WITHIN_MS, openVisit, QUIET_MS, type Visit } from "./visit";
import type { CircleView, Snapshot, View } from "./protocol";

const CHOSEN: Choices = { microphone: true, camera: false, microphoneId: "", cameraId: "", wish: "all" };
let socket: FakeSocket;
let media: Media;
let devices: Devices;
let visit: Visit | null = null;

beforeEach(() => {
  socket = new FakeSocket();
  media = new Media({ slots: 0, postOffer: () => new Promise(() => undefined) });
  vi.spyOn(media, "start").mockImplementation(() => undefined);
  vi.spyOn(media, "stop");
  vi.spyOn(media, "sendAudio");
  devices = new Devices({
    getUserMedia: (asked) =>
      Promise.resolve({ getTracks: () => [new FakeTrack(asked?.audio ? "audio" : "video")] } as unknown as MediaStream),
    enumerateDevices: () => Promise.resolve([]),
  });
});
afterEach(() => {
  visit?.close();
  visit = null;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function opened(snapshot = snapshotOf(), choices = CHOSEN): Visit {
  visit = openVisit({ lang: "en", catalogue: "", snapshot, slots: 0 }, { socket, media, devices, choices });
  return visit;
}

function greet(): void {
  socket.comesUp();
  socket.last("hello").answer({ ok: true, missed: [] });
}

const on = () => vi.waitFor(() => expect(devices.microphone.state.value).toBe("on"));

test("opens what was chosen at the door and sends it", async () => {
  opened();
  await on();
  expect(media.sendAudio).toHaveBeenLastCalledWith(devices.microphone.track.value);
  expect(devices.camera.state.value).toBe("off");
  devices.microphone.close();
  expect(media.sendAudio).toHaveBeenLastCalledWith(null);
});

test("tells what it shows and wishes, again to each new link, and remembers the wish", async () => {
  vi.useFakeTimers();
  const { looks } = opened();
  greet();
  looks.shows({}, 3, 500);
  await vi.advanceTimersByTimeAsync(1000);
  const sizes = { 1: "none", 2: "none", 3: "large", 5: "none", 6: "none", 7: "none" };
  expect(socket.last("looks").message).toEqual({ sizes, wish: "all" });
  looks.wish.value = "audio";
  await vi.advanceTimersByTimeAsync(1000);
  expect(socket.last("looks").message).toEqual({ sizes, wish: "audio" });
  expect(takeChoices().wish).toBe("audio");
  const told = socket.sent.filter(({ event }) => event === "looks").length;
  socket.says("news", newsOf(11, { hands: [3] }));
  await vi.advanceTimersByTimeAsync(1000);
  expect(socket.sent.filter(({ event }) => event === "looks")).toHaveLength(told);
  socket.lose();
  greet();
  expect(socket.sent.filter(({ event }) => event === "looks")).toHaveLength(told + 1);
});

test("sends what the server says anybody receives", () => {
  const ask = vi.spyOn(media, "ask");
  opened();
  greet();
  const you = { audio_in: true, voice: false, heard_by: 0, video_in: false, words: [], rung: "small", picture: "large", narrow: true };
  socket.says("facts", { now: 1000, speaking: [], muted: [], you });
  expect(ask).toHaveBeenLastCalledWith({ picture: "large", narrow: true });
  socket.lose();
  expect(ask).toHaveBeenCalledOnce();
});

test("gives a microphone that was just opened, and a way that has just come, time to be heard before it says that they are not", async () => {
  vi.useFakeTimers();
  const link = media.link as unknown as { value: MediaLink };
  link.value = "up";
  const { truth } = opened();
  await vi.advanceTimersByTimeAsync(0);
  greet();
  const says = (audio_in: boolean, voice: boolean): string => {
    const you = { audio_in, voice, heard_by: 3, video_in: false, words: [], rung: "small", picture: "small", narrow: false };
    socket.says("facts", { now: 1000, speaking: [], muted: [], you });
    return truth.value.id;
  };
  const after = async (ms: number, audio_in: boolean, voice: boolean) => {
    await vi.advanceTimersByTimeAsync(ms);
    return says(audio_in, voice);
  };
  expect([await after(200, false, false), await after(1000, true, false)]).toEqual(["truth-opening", "truth-opening"]);
  expect([await after(HEARD_WITHIN_MS - 1200, true, false), await after(1000, false, false), await after(1000, true, true)])
    .toEqual(["truth-silent", "truth-not-arriving", "truth-heard"]);
  link.value = "lost";
  link.value = "up";
  expect([says(false, false), await after(HEARD_WITHIN_MS, false, false)]).toEqual(["truth-opening", "truth-not-arriving"]);
});

test("counts what all of its connections have carried", async () => {
  vi.useFakeTimers();
  const bytes = vi.spyOn(media, "bytes").mockResolvedValue(5_000_000);
  const { bytes: carried } = opened();
  await vi.advanceTimersByTimeAsync(6000);
  bytes.mockResolvedValue(1_000_000);
  await vi.advanceTimersByTimeAsync(6000);
  expect(carried.value).toBe(6_000_000);
});

test("lets its first connection go through the relay that the page came with", () => {
  const relay = { urls: "turns:turn.example.org:443?transport=tcp", username: "1:2", credential: "3" };
  const taken = vi.fn();
  vi.stubGlobal("RTCPeerConnection", class {
    constructor(configuration: RTCConfiguration) {
      taken(configuration);
      throw new Error("that is enough");
    }
  });
  const boot = { lang: "en", catalogue: "", snapshot: snapshotOf(), slots: 0, relay };
  expect(() => openVisit(boot, { socket, devices, choices: CHOSEN })).toThrow("that is enough");
  expect(taken).toHaveBeenCalledWith(expect.objectContaining({ iceServers: [relay] }));
});

test("connects before the socket does, and anew only for another run of the room", () => {
  opened();
  expect(media.start).toHaveBeenCalledTimes(1);
  greet();
  socket.says("news", newsOf(11, { hands: [3] }));
  socket.lose();
  greet();
  expect(media.start).toHaveBeenCalledTimes(1);
  socket.lose();
  socket.comesUp();
  socket.last("hello").answer({ ok: true, snapshot: snapshotOf({ epoch: "two" }) });
  expect(media.start).toHaveBeenCalledTimes(2);
});

test("leaves alone what was connected anew before the socket was", () => {
  const [pc, doubted] = [vi.spyOn(media, "pc"), vi.spyOn(media, "doubted").mockResolvedValue()];
  const made = (): void => void pc.mockReturnValue({} as RTCPeerConnection);
  const again = (epoch: string): void => {
    socket.comesUp();
    socket.last("hello").answer({ ok: true, snapshot: snapshotOf({ epoch }) });
  };
  made();
  opened();
  greet();
  made(); // by another network, while the server was there: of that run all the same
  socket.lose();
  again("two");
  expect(media.start).toHaveBeenCalledTimes(2);
  expect(doubted).not.toHaveBeenCalled();
  socket.lose();
  made();
  again("three");
  expect(media.start).toHaveBeenCalledTimes(2);
  expect(doubted).toHaveBeenCalledOnce();
});

test.each(["one", "two"])("connects anew once a refusal has passed, with its devices off as after a reload, in run %s of the room", async (epoch) => {
  vi.useFakeTimers();
  const link = media.link as unknown as { value: MediaLink };
  const pc = vi.spyOn(media, "pc").mockReturnValue({} as RTCPeerConnection);
  vi.mocked(media.stop).mockImplementation(() => void pc.mockReturnValue(null));
  const { session, truth } = opened(snapshotOf(), { ...CHOSEN, camera: true });
  await vi.advanceTimersByTimeAsync(0);
  const states = (): string[] => [devices.microphone.state.value, devices.camera.state.value];
  expect(states()).toEqual(["on", "on"]);
  greet();
  socket.lose();
  for (let n = 0; n < 6; n++) {
    socket.active = false;
    socket.says("connect_error", new Error("unauthorized"));
    vi.advanceTimersByTime(20_000);
  }
  expect([session.connection.value, media.pc(), ...states()]).toEqual(["refused", null, "off", "off"]);
  expect(media.start).toHaveBeenCalledTimes(1);
  socket.comesUp();
  socket.last("hello").answer({ ok: true, snapshot: snapshotOf({ epoch }) });
  link.value = "up";
  socket.says("facts", { now: 1000, speaking: [], muted: [], you: { audio_in: false, voice: false, heard_by: 0, video_in: false, words: [] } });
  await vi.advanceTimersByTimeAsync(0);
  expect(media.start).toHaveBeenCalledTimes(2);
  expect([session.connection.value, ...states(), truth.value.id]).toEqual(["up", "off", "off", "truth-off"]);
});

test.each(["one", "two"])("asks again for a connection that was refused while the link was lost, in run %s of the room", (epoch) => {
  const pc = vi.spyOn(media, "pc").mockReturnValue({} as RTCPeerConnection);
  opened();
  greet();
  socket.lose();
  pc.mockReturnValue(null);
  const link = media.link as unknown as { value: MediaLink };
  link.value = "refused";
  vi.mocked(media.start).mockImplementation(() => void (link.value = "lost"));
  expect(media.start).toHaveBeenCalledTimes(1);
  socket.comesUp();
  socket.last("hello").answer({ ok: true, snapshot: snapshotOf({ epoch }) });
  expect(media.start).toHaveBeenCalledTimes(2);
});

test("connects anew when the server says that the connection is no more", () => {
  vi.useFakeTimers();
  const gone = vi.spyOn(media, "gone").mockImplementation(() => undefined);
  opened();
  greet();
  vi.advanceTimersByTime(300);
  expect(gone).not.toHaveBeenCalled();
  for (const times of [1, 2]) {
    socket.says("media_lost");
    vi.advanceTimersByTime(300);
    expect(gone).toHaveBeenCalledTimes(times);
  }
  expect(media.start).toHaveBeenCalledTimes(1);
});

test("looks for another way when the device says so, and doubts its own when facts stay away", () => {
  vi.useFakeTimers();
  const moved = vi.spyOn(media, "moved").mockImplementation(() => undefined);
  const doubted = vi.spyOn(media, "doubted").mockResolvedValue();
  opened();
  greet();
  const you = { audio_in: true, voice: false, heard_by: 0, video_in: false, words: [], rung: "small", picture: "small", narrow: false };
  const facts = { now: 0, speaking: [], muted: [], you };
  socket.says("facts", facts);
  dispatchEvent(new Event("online"));
  expect(moved).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(QUIET_MS - 1);
  socket.says("facts", { ...facts, now: 1 });
  vi.advanceTimersByTime(QUIET_MS - 1);
  expect(doubted).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(doubted).toHaveBeenCalledTimes(1);
  visit?.close();
  dispatchEvent(new Event("online"));
  expect(moved).toHaveBeenCalledTimes(1);
});

test("looks for another way when the socket has found its own", () => {
  const moved = vi.spyOn(media, "moved").mockImplementation(() => undefined);
  const link = signal<MediaLink>("up");
  Object.defineProperty(media, "link", { value: link });
  opened();
  greet();
  socket.lose();
  greet();
  expect(moved).not.toHaveBeenCalled();
  link.value = "lost";
  socket.lose();
  greet();
  expect(moved).toHaveBeenCalledTimes(1);
});

const gone = (standing: "left" | "removed"): Snapshot =>
  snapshotOf({ audience: "gone", you: { seat: 4, role: "member", standing } }, { stage: "running" });

test.each<[string, () => void]>([
  ["left", () => socket.says("snapshot", gone("left"))],
  ["was removed", () => socket.says("snapshot", gone("removed"))],
  ["is in another window", () => socket.says("replaced")],
  ["is at the end", () => socket.says("news", newsOf(11, { stage: "ended" }))],
])("whoever %s sends nothing more, and the lights go out", async (_what, happens) => {
  opened();
  await on();
  greet();
  vi.mocked(media.stop).mockClear();
  happens();
  expect(media.stop).toHaveBeenCalled();
  expect(devices.microphone.state.value).toBe("off");
  expect(media.sendAudio).toHaveBeenLastCalledWith(null);
});

test("while the leaders have the room to themselves nothing of the others is open, nor after a step back", async () => {
  opened();
  await on();
  greet();
  const alone = { ...circle().phase!, entry: 9, kind: "debrief", key: "debrief", within: "leaders" };
  socket.says("news", newsOf(11, { phase: alone } as Partial<CircleView>));
  expect(devices.microphone.state.value).toBe("off");
  socket.says("news", newsOf(12, { phase: { ...circle().phase!, entry: 10 } }));
  expect(devices.microphone.state.value).toBe("off");
  expect(media.sendAudio).toHaveBeenLastCalledWith(null);
});

test("whoever is with a leader in the private room keeps their microphone when the circle leaves", async () => {
  opened();
  await on();
  greet();
  const alone = { ...circle().phase!, entry: 9, kind: "debrief", key: "debrief", within: "leaders" };
  const seats = { ...circle().seats, "4": seatView({ stepped_out: true }) };
  socket.says("news", newsOf(11, { phase: alone, seats, private: { inside: [2, 4], asking: null, agreed: [] } } as Partial<CircleView>));
  expect(devices.microphone.state.value).toBe("on");
});

test("a page that comes after the end opens nothing", () => {
  opened(snapshotOf({}, { stage: "ended" } as View));
  expect(devices.microphone.state.value).toBe("off");
  expect(media.start).not.toHaveBeenCalled();
});

test("an observer's microphone is never opened", () => {
  opened(snapshotOf({ you: { seat: 7, role: "observer", standing: "seated" } }));
  expect(devices.microphone.state.value).toBe("off");
});

test("tells the truth and announces what changed", async () => {
  const { truth, announced } = opened();
  expect(truth.value.id).toBe("truth-connecting");
  greet();
  expect(truth.value.id).toBe("truth-media-connecting");
  expect(announced.value.told).toEqual([]);
  socket.says("news", newsOf(11, { paused: true }));
  expect(announced.value).toEqual({ number: 1, told: [{ id: "announce-paused" }] });
  socket.says("news", newsOf(12, { hands: [3] }));
  expect(announced.value.number).toBe(1);
  socket.says("news", newsOf(13, { phase: { ...circle().phase!, entry: 6, kind: "return" } }));
  expect(announced.value).toEqual({ number: 2, told: [{ id: "announce-phase", phase: expect.objectContaining({ kind: "return" }) }] });
});
