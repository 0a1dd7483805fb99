// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import { ANSWER, answers, connected, fakeConnections, FakePeerConnection, last, made, mediaWith, RENEWED, renews } from "./fakeConnection";
import { Media, STILL_MS, type PostRestart } from "./media";
import wire from "../../tests/golden/wire.json";

fakeConnections();

describe("a connection", () => {
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
    expect(asked.mock.calls.map(([known, own]) => [known, own])).toEqual([["ours", "mine2"], ["ours2", "mine2"]]);
  });

  test("is restarted as soon as the server can be reached, however long that takes", async () => {
    let away = true;
    const media = await connected(mediaWith(answers, (...asked) => (away ? Promise.reject(new Error("away")) : renews(...asked))));
    last().becomes("disconnected");
    await vi.advanceTimersByTimeAsync(30_000);
    last().becomes("failed");
    expect(made).toHaveLength(1);
    away = false;
    await vi.advanceTimersByTimeAsync(1500);
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

  test("is being made, or has been doubted while packets come: nothing happens to it", async () => {
    let answer: (value: { answer: string }) => void = () => undefined;
    const media = mediaWith(() => new Promise((later) => (answer = later)));
    for (const _ of [1, 2]) {
      media.start();
      await vi.advanceTimersByTimeAsync(0);
      media.moved();
      await vi.advanceTimersByTimeAsync(2000);
      media.moved();
      await media.doubted();
    }
    expect(made).toHaveLength(2);
    answer({ answer: ANSWER });
    await vi.advanceTimersByTimeAsync(0);
    last().becomes("connected");
    void media.doubted();
    await vi.advanceTimersByTimeAsync(STILL_MS / 2);
    last().bytesReceived += 100;
    await vi.advanceTimersByTimeAsync(STILL_MS);
    expect(last().steps).toEqual(["local", ANSWER]);
    void media.doubted();
    await vi.advanceTimersByTimeAsync(STILL_MS);
    expect(last().steps).toEqual(["local", ANSWER, "local", RENEWED]);
  });

  test("that does not heal is made anew, however often it is restarted", async () => {
    const media = await connected();
    last().becomes("disconnected");
    for (let second = 0; second < 5; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      media.moved();
    }
    expect(made).toHaveLength(2);
  });

  test("whose restart the browser will not have is made anew at once", async () => {
    const asked = vi.fn(renews);
    const media = await connected(mediaWith(answers, asked));
    last().setRemoteDescription = () => Promise.reject(new Error("no"));
    media.moved();
    await vi.advanceTimersByTimeAsync(0);
    expect([made.length, asked.mock.calls.length]).toEqual([2, 1]);
  });

  test("is asked for once more beside a request that is stuck; the first answer counts, and the other is given up", async () => {
    const answer: ((value: { ufrag: string; pwd: string }) => void)[] = [];
    const asked = vi.fn<PostRestart>(() => new Promise((later) => answer.push(later)));
    const media = await connected(mediaWith(answers, asked));
    media.moved();
    await vi.advanceTimersByTimeAsync(6500); // however late the answer is
    expect(asked.mock.calls.map(([known, own, over]) => [known, own, over.aborted])).toEqual([["ours", "mine2", false], ["ours", "mine2", false]]);
    answer[1]!({ ufrag: "ours2", pwd: "new" });
    await vi.advanceTimersByTimeAsync(500);
    expect(asked.mock.calls.map(([, , over]) => over.aborted)).toEqual([true, true]);
    answer[0]!({ ufrag: "ours3", pwd: "late" });
    last().becomes("connected");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveBeenCalledTimes(2);
    expect([made.length, ...last().steps]).toEqual([1, "local", ANSWER, "local", RENEWED]);
  });

  test("is asked for once more beside what is stuck as soon as there is a network, and not without end", async () => {
    const asked = vi.fn<PostRestart>(() => new Promise(() => undefined));
    const media = await connected(mediaWith(answers, asked));
    media.moved();
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toHaveBeenCalledTimes(2);
    for (const _ of [1, 2, 3]) media.moved();
    expect(asked).toHaveBeenCalledTimes(3);
    media.stop();
  });

  test("is offered anew where nothing answers for a while, and in the end made anew", async () => {
    const asked = vi.fn<PostRestart>(() => new Promise(() => undefined));
    const media = await connected(mediaWith(answers, asked));
    media.moved();
    await vi.advanceTimersByTimeAsync(24_000);
    expect(last().steps.filter((step) => step === "local").length).toBeGreaterThan(2);
    expect([made.length, asked.mock.calls.length]).toEqual([1, 6]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([made.length, asked.mock.calls.every(([, , over]) => over.aborted)]).toEqual([2, true]);
  });

  test("is asked for at once again where a request failed only after a while", async () => {
    const slowly: PostRestart = () => new Promise((_, fail) => setTimeout(() => fail(new Error("no way there")), 800));
    const media = await connected(mediaWith(answers, slowly));
    media.moved();
    await vi.advanceTimersByTimeAsync(801);
    expect(last().steps).toEqual(["local", ANSWER, "local", "local"]);
  });

  test("asks a server that is away about once a second", async () => {
    const away = vi.fn<PostRestart>(() => Promise.reject(new Error("away")));
    await connected(mediaWith(answers, away));
    last().becomes("disconnected");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(away.mock.calls.length).toBeGreaterThan(40);
    expect(away.mock.calls.length).toBeLessThan(90);
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
