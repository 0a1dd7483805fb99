// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import { ANSWER, connected, fakeConnections, FakePeerConnection, type FakeStream, last, made, mediaWith } from "./fakeConnection";
import { FakeTrack } from "./fakes";
import { Media } from "./media";
import { GIVEN_UP_MS } from "./post";

fakeConnections();

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

  test("that the server says is gone is made anew at once, whether it seems up or waits for its turn", async () => {
    const media = mediaWith();
    media.gone();
    expect([media.link.value, made.length]).toEqual(["off", 0]);
    await connected(media);
    media.gone();
    expect([media.link.value, made.length]).toEqual(["lost", 2]);
    expect(made[0]?.steps.at(-1)).toBe("closed");
    await vi.advanceTimersByTimeAsync(0);
    last().becomes("failed");
    media.gone();
    expect(made).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(made).toHaveLength(3);
    media.stop();
    media.gone();
    expect([media.link.value, made.length]).toEqual(["off", 3]);
  });

  test("that is refused stays so", async () => {
    const media = mediaWith(() => Promise.resolve({ code: "session_ended" }));
    media.start();
    await vi.advanceTimersByTimeAsync(60_000);
    media.gone();
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
