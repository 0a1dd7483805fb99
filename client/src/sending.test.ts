// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import { connected, fakeConnections, last, mediaWith } from "./fakeConnection";
import { FakeTrack } from "./fakes";
import type { Media } from "./media";

fakeConnections();

const camera = (height: number): MediaStreamTrack =>
  Object.assign(new FakeTrack("video"), { getSettings: () => ({ height }) }) as unknown as MediaStreamTrack;

/** Of each layer: whether it is sent, at most how fast, and how much smaller than the camera gives it. */
const layers = () => last().lines[1]!.encodings.map((one) => [one.rid, one.active, one.maxBitrate, one.scaleResolutionDownBy]);
const voice = () => last().lines[0]!.encodings[0]!.maxBitrate;

async function asked(media: Media, picture: "none" | "small" | "large", narrow = false): Promise<void> {
  media.ask({ picture, narrow });
  await vi.advanceTimersByTimeAsync(0);
}

describe("the picture", () => {
  test("is offered in two layers, of which the small one is sent", async () => {
    await connected();
    expect(layers()).toEqual([["q", true, 100_000, 2], ["h", false, 400_000, 1]]);
  });

  test("is sent as large as anybody receives it, and not at all where nobody does", async () => {
    const media = await connected();
    await asked(media, "large");
    expect(layers().map(([, active]) => active)).toEqual([true, true]);
    await asked(media, "none");
    expect(layers().map(([, active]) => active)).toEqual([false, false]);
    await asked(media, "small");
    expect(layers().map(([, active]) => active)).toEqual([true, false]);
  });

  test("has the same two sizes whatever the camera gives", async () => {
    const media = await connected();
    media.sendVideo(camera(720));
    await vi.advanceTimersByTimeAsync(0);
    expect(layers().map(([, , , smaller]) => smaller)).toEqual([4, 2]);
    media.sendVideo(camera(180));
    await vi.advanceTimersByTimeAsync(0);
    expect(layers().map(([, , , smaller]) => smaller)).toEqual([1, 1]);
  });

  test("is asked for once more where the browser would not have it", async () => {
    const media = await connected();
    last().lines[1]!.refuses = 1;
    await asked(media, "none");
    expect(layers().map(([, active]) => active)).toEqual([true, false]);
    await asked(media, "none");
    expect(layers().map(([, active]) => active)).toEqual([false, false]);
  });

  test("is asked for once more where the browser does not answer", async () => {
    const media = await connected();
    last().lines[1]!.hangs = 1;
    await asked(media, "none");
    await asked(media, "small");
    await asked(media, "none");
    await vi.advanceTimersByTimeAsync(5000);
    expect(layers().map(([, active]) => active)).toEqual([false, false]);
    last().lines[1]!.hangs = 1;
    await asked(media, "small");
    await vi.advanceTimersByTimeAsync(5000);
    await asked(media, "small");
    expect(layers().map(([, active]) => active)).toEqual([true, false]);
  });

  test("of all that was asked for while the browser did not answer the last alone is asked of it", async () => {
    const media = await connected();
    last().lines[1]!.hangs = 1;
    for (const size of ["none", "small", "none", "small", "large"] as const) await asked(media, size);
    await vi.advanceTimersByTimeAsync(3100);
    expect([layers().map(([, active]) => active), last().lines[1]!.applied]).toEqual([[true, true], 2]);
  });

  test("is sent in the next connection as it was asked for in this one", async () => {
    const media = mediaWith();
    media.ask({ picture: "large", narrow: false });
    await connected(media);
    await connected(media);
    expect(layers().map(([, active]) => active)).toEqual([true, true]);
  });
});

test("on a narrow way to the server voice and picture are made small, and large again", async () => {
  const media = await connected();
  expect(voice()).toBe(40_000);
  await asked(media, "small", true);
  expect(voice()).toBe(16_000);
  expect(layers()[0]).toEqual(["q", true, 50_000, 2]);
  await asked(media, "small");
  expect([voice(), layers()[0]?.[2]]).toEqual([40_000, 100_000]);
});

test("what a connection has carried is counted both ways", async () => {
  const media = await connected();
  Object.assign(last(), { bytesReceived: 1000, bytesSent: 234 });
  expect(await media.bytes()).toBe(1234);
  media.stop();
  expect(await media.bytes()).toBe(0);
});
