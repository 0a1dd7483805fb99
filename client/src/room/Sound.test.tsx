import { afterEach, describe, expect, it, vi } from "vitest";
import { draw } from "../drawn";
import { MEMBER, SCENES } from "../fixtures";
import type { Slot } from "../media";

const slots = (...seats: number[]) => new Map<number, Slot>(seats.map((seat) => [seat, { seat, audio: new MediaStream(), video: new MediaStream() }]));

describe("sound", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("plays every slot but one's own", async () => {
    vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
    const { page, change } = await draw(SCENES.discussion!, MEMBER);
    await change((set) => (set.slots.value = slots(1, 2, 3)));
    expect([...page.querySelectorAll("audio")].map((audio) => audio.dataset.seat)).toEqual(["1", "3"]);
    expect(page.querySelector('[data-control="sound"]')).toBeNull();
  });

  it("asks for one touch where the browser wants it, says of oneself that nothing is heard before, and then plays", async () => {
    const play = vi.spyOn(HTMLAudioElement.prototype, "play").mockRejectedValue(new DOMException("", "NotAllowedError"));
    const { page, change, press, text } = await draw(SCENES.discussion!, MEMBER);
    await change((set) => (set.slots.value = slots(1, 3)));
    await vi.waitFor(() => expect(page.querySelector('[data-control="sound"]')).not.toBeNull());
    await change((set) => (set.microphone.value = "off"));
    expect(text("[data-truth]")).toBe("Your browser waits for a touch before you hear the group. Your microphone is off.");
    play.mockClear().mockResolvedValue();
    await press('[data-control="sound"]');
    expect(play).toHaveBeenCalledTimes(2);
    expect(text("[data-truth]")).toBe("Your microphone is off. You listen.");
    expect(page.querySelector('[data-control="sound"]')).toBeNull();
  });

  it("asks for none any more once a new connection's sound plays", async () => {
    const play = vi.spyOn(HTMLAudioElement.prototype, "play").mockRejectedValue(new DOMException("", "NotAllowedError"));
    const { page, change, text } = await draw(SCENES.discussion!, MEMBER);
    await change((set) => (set.slots.value = slots(1, 3)));
    await vi.waitFor(() => expect(page.querySelector('[data-control="sound"]')).not.toBeNull());
    play.mockResolvedValue();
    await change((set) => (set.slots.value = slots(1, 3)));
    await change((set) => (set.microphone.value = "off"));
    await vi.waitFor(() => expect(page.querySelector('[data-control="sound"]')).toBeNull());
    expect(text("[data-truth]")).toBe("Your microphone is off. You listen.");
  });

  it("asks while any is refused, plays the refused alone, and asks no more when they have gone", async () => {
    const refusing = new Set(["3"]);
    const play = vi.spyOn(HTMLAudioElement.prototype, "play").mockImplementation(async function (this: HTMLAudioElement) {
      if (refusing.has(this.dataset.seat ?? "")) throw new DOMException("", "NotAllowedError");
    });
    const { page, change, press } = await draw(SCENES.discussion!, MEMBER);
    const asks = () => page.querySelector('[data-control="sound"]') !== null;
    const first = slots(1, 3);
    await change((set) => (set.slots.value = first));
    await vi.waitFor(() => expect(asks()).toBe(true));
    await change((set) => (set.slots.value = new Map([...first, ...slots(4)]))); // one more comes, and plays
    expect(asks()).toBe(true);
    play.mockClear();
    await press('[data-control="sound"]');
    expect([play.mock.contexts.map((audio) => (audio as HTMLAudioElement).dataset.seat), asks()]).toEqual([["3"], true]);
    await change((set) => (set.slots.value = slots(1, 4)));
    await vi.waitFor(() => expect(asks()).toBe(false));
  });
});
