import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import en from "../../../server/locales/en.ftl?raw";
import { AT_HAND, draw } from "../drawn";
import { FakeSocket, snapshotOf } from "../fakes";
import { factsOf, LEADER, MEMBER, SCENES } from "../fixtures";
import { openDesk } from "../second/open";
import { SecondDesk } from "../second/SecondDesk";
import { speak, t } from "../text";
import { keepNotes, NO_NOTES } from "./notes";

const OFFER = { link: "https://restarea.example/desk/open#t", size: 37, path: "M4 4.5h7", minutes: 5 };

function answered(body: unknown, status = 200): ReturnType<typeof vi.fn> {
  const fetched = vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}
const drawn = (page: Element, what: string): Promise<void> => vi.waitFor(() => expect(page.querySelector(what)).not.toBeNull());
afterEach(() => vi.unstubAllGlobals());

describe("the desk in the room", () => {
  it("shows a code and an address, until the other screen has it", async () => {
    const fetched = answered(OFFER);
    const { page, press, change } = await draw(SCENES.discussion!);
    await press('[data-act="second"]');
    await press('[data-act="second-device"]');
    await drawn(page, ".second-offer");
    expect(fetched.mock.calls[0]![0]).toBe("/api/desk");
    expect(page.querySelector(".second-offer p")!.textContent).toContain("Point the phone’s camera at it.");
    expect(page.querySelector(".second-offer path")!.getAttribute("d")).toBe(OFFER.path);
    expect(page.querySelector<HTMLTextAreaElement>(".second-offer textarea")!.value).toBe(OFFER.link);
    const written = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await press('[data-act="second-copy"]');
    expect(written).toHaveBeenCalledWith(OFFER.link);
    await vi.waitFor(() => expect(page.querySelector('.second-offer [role="status"]')!.textContent).toBe("Copied."));
    await change((set) => (set.secondDesk.value = true));
    expect(page.querySelector(".second-offer")).toBeNull();
  });

  it.each(["http://127.0.0.1:8080/desk/open#t", "http://localhost:8080/desk/open#t", "http://[::1]:8080/desk/open#t"])("says that no phone reaches %s", async (link) => {
    answered({ ...OFFER, link });
    const { page, press, text } = await draw(SCENES.discussion!);
    await press('[data-act="second"]');
    await press('[data-act="second-device"]');
    await drawn(page, ".second-offer");
    expect(text(".second-offer p")).toMatch(/a phone cannot reach it. Open it in another window here/);
  });

  it("says for as long as there is a second one, and closes it", async () => {
    const { page, press, change } = await draw(SCENES.discussion!);
    expect(page.querySelector("[data-second-desk]")).toBeNull();
    await change((set) => (set.secondDesk.value = true));
    const fetched = answered({ ok: true });
    await press('[data-act="second-close"]');
    expect(fetched.mock.calls[0]![0]).toBe("/api/desk/close");
  });

  it("says so when there is no code to be had", async () => {
    answered({ code: "draining" }, 503);
    const { page, press } = await draw(SCENES.discussion!);
    await press('[data-act="second"]');
    await press('[data-act="second-device"]');
    await drawn(page, 'dialog [role="alert"]');
    expect(page.querySelector('dialog [role="alert"]')!.textContent).toBe(t("code-other"));
  });

  it("shows notes that the other window has written", async () => {
    const { page } = await draw(SCENES.discussion!);
    keepNotes("a", { ...NO_NOTES, text: "from there" });
    await act(async () => void dispatchEvent(new StorageEvent("storage", { key: "restarea.notes.a" })));
    expect(page.querySelector<HTMLTextAreaElement>(".notes textarea")!.value).toBe("from there");
    localStorage.clear();
  });
});

describe("the desk alone", () => {
  const you = { seat: LEADER, role: "leader" as const, standing: "seated" as const };

  const drawnHere: HTMLElement[] = [];
  afterEach(() => drawnHere.splice(0).forEach((page) => render(null, page))); // a desk that stays takes the keys of other tests

  async function alone(change = {}, lent = false): Promise<{ page: HTMLElement; socket: FakeSocket }> {
    speak("en", en);
    const socket = new FakeSocket();
    const snapshot = snapshotOf({ audience: "leaders", you, notes: "a", ...change }, SCENES.discussion!);
    const page = document.createElement("div");
    drawnHere.push(page);
    document.body.replaceChildren(page);
    await act(() => render(<SecondDesk parts={openDesk({ lang: "en", catalogue: en, snapshot, lent }, socket, AT_HAND)} />, page));
    await act(async () => {
      socket.comesUp();
      socket.last("hello").answer({ ok: true, snapshot });
    });
    return { page, socket };
  }

  it("leads by press and by key, and has neither circle, devices nor whisper", async () => {
    const { page, socket } = await alone();
    for (const gone of [".circle", "[data-control]", '[data-act="whisper"]', '[data-act="second"]', ".desk-handle"]) expect(page.querySelector(gone), gone).toBeNull();
    await act(async () => void document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "p", bubbles: true })));
    expect(socket.last("command").message["type"]).toBe("pause");
    expect(socket.sent.some((one) => one.event === "looks")).toBe(false);
  });

  it("has the leader's notes in their own browser, and not on a device that it was lent to", async () => {
    const own = (await alone()).page;
    expect(own.querySelector(".notes")).not.toBeNull();
    expect(own.querySelector(".own small")!.textContent).toBe("notes, a hint, names, keys");
    const { page } = await alone({}, true);
    expect(page.querySelector(".notes")).toBeNull();
    expect(page.querySelector(".own small")!.textContent).not.toContain("notes");
  });

  it("says whose desk it was shown as, so that it becomes nobody else's", async () => {
    const { socket } = await alone();
    expect(socket.last("hello").message).toMatchObject({ seat: LEADER, notes: "a" });
  });

  it("says when nobody hears its leader in the room, who may be there all the same", async () => {
    const { page, socket } = await alone();
    expect(page.querySelector(".second-head p")!.textContent).toBe(t("second-text"));
    const facts = factsOf(SCENES.discussion!, LEADER);
    await act(async () => socket.says("facts", { ...facts, links: { ...facts.links, [LEADER]: { ...facts.links![LEADER]!, up: false } } }));
    expect(page.querySelector(".second-head p")!.textContent).toBe(t("second-unheard"));
    expect(t("second-unheard")).not.toContain("not in the room");
  });

  it.each([["replaced", "second-replaced-title"], ["removed", "room-removed-title"], ["session_ended", "room-ended-title"]])("rests when it is %s", async (code, title) => {
    const { page, socket } = await alone();
    await act(async () => {
      socket.lose();
      socket.comesUp();
      socket.last("hello").answer({ ok: false, code, detail: "" });
    });
    expect(page.querySelector("h1")!.textContent).toBe(t(title));
    expect(page.querySelector(".desk")).toBeNull();
  });

  it("shows nobody else a desk", async () => {
    const { page } = await alone({ you: { seat: MEMBER, role: "member", standing: "seated" } });
    expect(page.querySelector(".desk")).toBeNull();
  });
});
