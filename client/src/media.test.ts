// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FakeTrack } from "./fakes";
import { Media, type PostOffer, type PostRestart } from "./media";
import { GIVEN_UP_MS } from "./post";
import wire from "../../tests/golden/wire.json";

const CODECS = {
  audio: ["audio/opus", "audio/red", "audio/PCMU"],
  video: ["video/VP8", "video/rtx", "video/H264", "video/AV1"],
};

class FakeStream {
  constructor(readonly tracks: unknown[] = []) {}
}

interface FakeTransceiver {
  kind: string;
  init: RTCRtpTransceiverInit;
  codecs: string[];
  sent: unknown[];
}

class FakePeerConnection {
  connectionState: RTCPeerConnectionState = "new";
  onconnectionstatechange: (() => void) | null = null;
  readonly lines: FakeTransceiver[] = [];
  readonly steps: string[] = [];

  constructor(private configuration: RTCConfiguration = {}) {}

  getConfiguration(): RTCConfiguration {
    return this.configuration;
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.configuration = configuration;
    this.steps.push(`through ${configuration.iceServers?.map(({ username }) => username).join(" ")}`);
  }

  addTransceiver(kind: string, init: RTCRtpTransceiverInit) {
    const made: FakeTransceiver = { kind, init, codecs: [], sent: [] };
    this.lines.push(made);
    return {
      receiver: { track: { line: this.lines.length - 1 } },
      sender: { replaceTrack: (track: unknown) => Promise.resolve(void made.sent.push(track)) },
      setCodecPreferences: (codecs: { mimeType: string }[]) => (made.codecs = codecs.map((codec) => codec.mimeType)),
    };
  }

  get currentRemoteDescription(): { sdp: string } {
    return { sdp: this.steps.filter((step) => step.startsWith("a=")).at(-1) ?? "" };
  }

  createOffer({ iceRestart = false } = {}): Promise<{ type: "offer"; sdp: string }> {
    return Promise.resolve({ type: "offer", sdp: iceRestart ? "v=0\r\na=ice-ufrag:mine2\r\n" : "the offer" });
  }

  setLocalDescription(): Promise<void> {
    return Promise.resolve(void this.steps.push("local"));
  }

  setRemoteDescription({ sdp }: { sdp: string }): Promise<void> {
    return Promise.resolve(void this.steps.push(sdp));
  }

  close(): void {
    this.steps.push("closed");
  }

  becomes(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
}

let made: FakePeerConnection[];
const last = (): FakePeerConnection => made.at(-1)!;

beforeEach(() => {
  vi.useFakeTimers();
  made = [];
  vi.stubGlobal("MediaStream", FakeStream);
  vi.stubGlobal("RTCRtpReceiver", {
    getCapabilities: (kind: "audio" | "video") => ({ codecs: CODECS[kind].map((mimeType) => ({ mimeType })) }),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ANSWER = "a=ice-ufrag:ours\r\na=ice-pwd:old\r\na=mid:0\r\n";
const RENEWED = "a=ice-ufrag:ours2\r\na=ice-pwd:new\r\na=mid:0\r\n";
const answers: PostOffer = () => Promise.resolve({ answer: ANSWER });
const renews: PostRestart = () => Promise.resolve({ ufrag: "ours2", pwd: "new" });

function mediaWith(postOffer: PostOffer = answers, postRestart: PostRestart = renews): Media {
  const newConnection = (): RTCPeerConnection => {
    made.push(new FakePeerConnection());
    return last() as unknown as RTCPeerConnection;
  };
  return new Media({ slots: 3, postOffer, postRestart, newConnection });
}

async function connected(media = mediaWith()): Promise<Media> {
  media.start();
  await vi.advanceTimersByTimeAsync(0);
  last().becomes("connected");
  return media;
}

const track = (kind: "audio" | "video") => new FakeTrack(kind) as unknown as MediaStreamTrack;

describe("the offer", () => {
  test("has the protocol's lines in their order, trimmed to what the server speaks", async () => {
    await connected();
    const lines = last().lines.map(({ kind, init, codecs }) => [kind, init.direction, codecs.join(" ")]);
    const slot = [["audio", "recvonly", "audio/opus audio/red"], ["video", "recvonly", "video/VP8 video/rtx"]];
    expect(lines).toEqual([
      ["audio", "sendonly", "audio/opus"], ["video", "sendonly", "video/VP8 video/rtx"], ...slot, ...slot, ...slot,
    ]);
  });

  test("is posted as it was before candidates were gathered, and its answer applied", async () => {
    const posted: string[] = [];
    await connected(mediaWith((sdp) => {
      posted.push(sdp);
      return Promise.resolve({ answer: "the answer" });
    }));
    expect(posted).toEqual(["the offer"]);
    expect(last().steps).toEqual(["local", "the answer"]);
  });

  test("lays a slot for every seat, heard and seen apart", async () => {
    const media = await connected();
    const slots = [...media.slots.value.values()] as unknown as { seat: number; audio: FakeStream; video: FakeStream }[];
    expect(slots.map(({ seat, audio, video }) => [seat, audio.tracks, video.tracks])).toEqual([
      [1, [{ line: 2 }], [{ line: 3 }]], [2, [{ line: 4 }], [{ line: 5 }]], [3, [{ line: 6 }], [{ line: 7 }]],
    ]);
  });
});

describe("what is sent", () => {
  test("may be chosen before there is a connection, and goes on in the next one", async () => {
    const media = mediaWith();
    const voice = track("audio");
    media.sendAudio(voice);
    await connected(media);
    expect(last().lines[0]?.sent).toEqual([voice]);
    expect(last().lines[1]?.sent).toEqual([null]);
    media.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(made).toHaveLength(2);
    expect(last().lines[0]?.sent).toEqual([voice]);
  });

  test("changes without a new offer", async () => {
    const media = await connected();
    const picture = track("video");
    media.sendVideo(picture);
    media.sendAudio(null);
    expect(last().lines[1]?.sent.at(-1)).toBe(picture);
    expect(last().lines[0]?.sent.at(-1)).toBeNull();
    expect(last().steps).toEqual(["local", ANSWER]);
  });
});

describe("the link", () => {
  test("is up once it is connected, and off once it is stopped", async () => {
    const media = mediaWith();
    expect(media.link.value).toBe("off");
    media.start();
    expect(media.link.value).toBe("connecting");
    await vi.advanceTimersByTimeAsync(0);
    last().becomes("connected");
    expect(media.link.value).toBe("up");
    const pc = last();
    media.stop();
    pc.becomes("closed");
    await vi.advanceTimersByTimeAsync(60_000);
    expect([media.link.value, made.length, media.pc()]).toEqual(["off", 1, null]);
  });

  test("that never came about is made anew", async () => {
    const media = mediaWith();
    media.start();
    await vi.advanceTimersByTimeAsync(0);
    last().becomes("failed");
    expect(media.link.value).toBe("lost");
    await vi.advanceTimersByTimeAsync(1000);
    expect(made).toHaveLength(2);
    expect(made[0]?.steps).toEqual(["local", ANSWER, "closed"]);
    expect(media.link.value).toBe("lost");
    last().becomes("connected");
    expect(media.link.value).toBe("up");
  });

  test.each(["disconnected", "failed"] as const)("that is %s is restarted, and if that does not help made anew", async (state) => {
    const asked = vi.fn(renews);
    const media = await connected(mediaWith(answers, asked));
    last().becomes(state);
    expect(media.link.value).toBe("lost");
    await vi.advanceTimersByTimeAsync(2000);
    expect(last().steps).toEqual(["local", ANSWER, "local", RENEWED]);
    last().becomes("connecting");
    last().becomes("connected");
    await vi.advanceTimersByTimeAsync(60_000);
    expect([made.length, media.link.value]).toEqual([1, "up"]);
    last().becomes(state);
    await vi.advanceTimersByTimeAsync(5000);
    expect(made).toHaveLength(2);
    expect(asked.mock.calls).toEqual([["ours", "mine2"], ["ours2", "mine2"]]);
  });

  test("is restarted as soon as the server can be reached, however long that takes", async () => {
    let away = true;
    const media = await connected(mediaWith(answers, (...asked) => (away ? Promise.reject(new Error("away")) : renews(...asked))));
    last().becomes("disconnected");
    await vi.advanceTimersByTimeAsync(30_000);
    last().becomes("failed");
    expect(made).toHaveLength(1);
    away = false;
    await vi.advanceTimersByTimeAsync(500);
    expect(last().steps.slice(-2)).toEqual(["local", RENEWED]);
    last().becomes("connected");
    expect([media.link.value, made.length]).toEqual(["up", 1]);
  });

  test("is restarted at once when the device moves to another network", async () => {
    const media = await connected();
    media.moved();
    media.moved();
    await vi.advanceTimersByTimeAsync(0);
    expect(last().steps).toEqual(["local", ANSWER, "local", RENEWED]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([media.link.value, made.length]).toEqual(["up", 1]);
  });

  test("does not wait to ask again when there is a network", async () => {
    let away = true;
    const media = await connected(mediaWith(answers, (...asked) => (away ? Promise.reject(new Error("away")) : renews(...asked))));
    media.moved();
    await vi.advanceTimersByTimeAsync(0);
    away = false;
    media.moved();
    await vi.advanceTimersByTimeAsync(0);
    expect(last().steps.at(-1)).toBe(RENEWED);
  });

  test("that waits to be made anew is made when the network is back", async () => {
    let away = true;
    const media = mediaWith(() => (away ? Promise.reject(new Error("away")) : Promise.resolve({ answer: "the answer" })));
    media.start();
    await vi.advanceTimersByTimeAsync(20_000);
    away = false;
    media.moved();
    await vi.advanceTimersByTimeAsync(0);
    expect(last().steps).toEqual(["local", "the answer"]);
  });

  test("that the server knows no more is made anew", async () => {
    const media = await connected(mediaWith(answers, () => Promise.resolve({ code: "no_connection" })));
    media.moved();
    await vi.advanceTimersByTimeAsync(0);
    expect(made.map((pc) => pc.steps.at(-1))).toEqual(["closed", ANSWER]);
    expect(media.refusal.value).toBeNull();
  });

  test("that the server refuses to restart is over", async () => {
    const media = await connected(mediaWith(answers, () => Promise.resolve({ code: "removed" })));
    media.moved();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([media.link.value, media.refusal.value, made.length]).toEqual(["refused", "removed", 1]);
  });

  test("comes up when the server does", async () => {
    let away = true;
    const media = mediaWith(() => (away ? Promise.reject(new Error("away")) : Promise.resolve({ answer: "the answer" })));
    media.start();
    await vi.advanceTimersByTimeAsync(5000);
    expect(media.link.value).toBe("lost");
    expect(made.length).toBeGreaterThan(2);
    away = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(last().steps).toEqual(["local", "the answer"]);
  });

  test("that is refused stays so", async () => {
    const media = mediaWith(() => Promise.resolve({ code: "session_ended" }));
    media.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([media.link.value, media.refusal.value, made.length]).toEqual(["refused", "session_ended", 1]);
  });

  test("an answer that comes too late belongs to nobody", async () => {
    const answers: ((value: { answer: string }) => void)[] = [];
    const media = mediaWith(() => new Promise((answer) => answers.push(answer)));
    media.start();
    await vi.advanceTimersByTimeAsync(0);
    media.start();
    await vi.advanceTimersByTimeAsync(0);
    for (const answer of answers) answer({ answer: "the answer" });
    await vi.advanceTimersByTimeAsync(0);
    expect(made.map((pc) => pc.steps)).toEqual([["local", "closed"], ["local", "the answer"]]);
  });
});

describe("the request", () => {
  const reply = (status: number, body: unknown) =>
    vi.stubGlobal("fetch", vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status }))));
  const own = (): Media => {
    const newConnection = () => {
      made.push(new FakePeerConnection());
      return last() as unknown as RTCPeerConnection;
    };
    return new Media({ slots: 1, shownAt: 1000, newConnection });
  };

  test("carries the offer and brings the answer", async () => {
    reply(200, { answer: "v=0" });
    own().start();
    await vi.advanceTimersByTimeAsync(0);
    expect(fetch).toHaveBeenCalledWith("/api/media", expect.objectContaining({ method: "POST", body: '{"offer":"the offer","shown_at":1000}' }));
    expect(last().steps).toEqual(["local", "v=0"]);
  });

  test("is given up where no answer comes, and made again", async () => {
    const ask = vi.fn((_path: string, { signal }: RequestInit) => new Promise<Response>((_, reject) => signal!.addEventListener("abort", () => reject(signal!.reason))));
    vi.stubGlobal("fetch", ask);
    vi.stubGlobal("AbortSignal", { timeout: (ms: number) => {
      const giveUp = new AbortController();
      setTimeout(() => giveUp.abort(new Error("timeout")), ms);
      return giveUp.signal;
    } });
    own().start();
    await vi.advanceTimersByTimeAsync(GIVEN_UP_MS - 1);
    expect(ask).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ask.mock.calls.length).toBeGreaterThan(1);
  });

  test.each([[403, "removed"], [410, "session_ended"], [401, "no_session"], [400, "bad_sdp"]])("%i is final", async (status, code) => {
    reply(status, { code, detail: "" });
    const media = own();
    media.start();
    await vi.advanceTimersByTimeAsync(30_000);
    expect([media.refusal.value, made.length]).toEqual([code, 1]);
  });

  test.each([429, 500, 503])("%i is tried again", async (status) => {
    reply(status, { code: "draining" });
    const media = own();
    media.start();
    await vi.advanceTimersByTimeAsync(5000);
    expect(media.link.value).toBe("lost");
    expect(made.length).toBeGreaterThan(1);
  });
});

describe("a relay", () => {
  const relay = (username: string): RTCIceServer => ({ urls: "turns:turn.example:443?transport=tcp", username, credential: "" });
  const mediaThrough = (first: RTCIceServer | undefined, answers: (RTCIceServer | undefined)[]): Media => {
    const newConnection = (configuration: RTCConfiguration): RTCPeerConnection => {
      made.push(new FakePeerConnection(configuration));
      return last() as unknown as RTCPeerConnection;
    };
    const postOffer = () => Promise.resolve({ answer: "the answer", relay: answers.shift() });
    const postRestart = () => Promise.resolve({ ufrag: "", pwd: "", relay: answers.shift() });
    return new Media({ slots: 1, relay: first, postOffer, postRestart, newConnection });
  };
  const again = async (): Promise<void> => {
    last().becomes("connected");
    last().becomes("closed");
    await vi.advanceTimersByTimeAsync(1000);
  };

  test("that the page came with serves its first connection at once, and leaves the direct path open", async () => {
    await connected(mediaThrough(relay("first"), [relay("second")]));
    expect(last().getConfiguration()).toEqual({ iceServers: [relay("first")], bundlePolicy: "max-bundle" });
    expect(last().steps).toEqual(["local", "the answer"]);
  });

  test("opens anew for each later connection, which waits for it before it gathers", async () => {
    await connected(mediaThrough(relay("first"), [relay("second"), relay("third"), relay("fourth")]));
    await again();
    expect(last().steps).toEqual(["through third", "local", "the answer"]);
    expect(last().getConfiguration().bundlePolicy).toBe("max-bundle");
    await again();
    expect(last().steps).toEqual(["through fourth", "local", "the answer"]);
  });

  test("opens anew for a restart, too", async () => {
    const media = await connected(mediaThrough(relay("first"), [relay("second"), relay("third"), undefined]));
    media.moved();
    await vi.advanceTimersByTimeAsync(0);
    expect(last().steps.slice(2)).toEqual(["through third", "local", ""]);
    media.moved();
    await vi.advanceTimersByTimeAsync(0);
    expect(last().steps.slice(5)).toEqual(["through ", "local", ""]);
  });

  test("that the operator sets up, or takes away, while pages are open is there, or not, for the next connection", async () => {
    await connected(mediaThrough(undefined, [relay("second"), undefined]));
    expect(last().getConfiguration().iceServers).toEqual([]);
    await again();
    expect(last().steps).toEqual(["through ", "local", "the answer"]);
    await again();
    expect([last().getConfiguration().iceServers, last().steps]).toEqual([[], ["local", "the answer"]]);
  });

  test("is the one of the answer that the server posts", async () => {
    vi.stubGlobal("fetch", vi.fn(() => Promise.resolve(new Response(JSON.stringify({ answer: "v=0", relay: wire.relay })))));
    vi.stubGlobal("RTCPeerConnection", class extends FakePeerConnection {
      constructor(configuration: RTCConfiguration) {
        super(configuration);
        made.push(this);
      }
    });
    await connected(new Media({ slots: 1 }));
    await again();
    expect(last().getConfiguration().iceServers).toEqual([wire.relay]);
    expect(Object.keys(wire.relay).sort()).toEqual(["credential", "urls", "username"]);
  });
});

describe("slots that are lent", () => {
  const streams = (media: Media): Record<number, unknown> =>
    Object.fromEntries([...media.slots.value].map(([seat, slot]) => [seat, (slot.audio as unknown as FakeStream).tracks[0]]));
  test("carry the seats that the server says, and nobody else's", async () => {
    const media = await connected();
    const own = streams(media);
    media.lend({ 17: 2, 40: 3 });
    expect(streams(media)).toEqual({ 17: own[2], 40: own[3] });
    expect([...media.slots.value.values()].map(({ seat }) => seat)).toEqual([17, 40]);
    media.lend({ 17: 3, 99: 8 });
    expect(streams(media)).toEqual({ 17: own[3] });
    media.lend(null);
    expect(streams(media)).toEqual(own);
  });
});
