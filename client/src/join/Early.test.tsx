/** Before the meeting is open, and in another language. */
import { describe, expect, test, vi } from "vitest";
import { t } from "../text";
import { early, fill, meeting, open, replies, requests, root, settled, standAtTheDoor, submit, touch, welcome, type Reply } from "./fakeDoor";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

vi.mock("../meter", () => ({
  measure: () => ({ level: { value: 0.5 }, heard: { value: true }, stop: () => undefined }),
}));
standAtTheDoor();

test("before the meeting is open, says whether they come, for each date, and changes it; looking says nothing", async () => {
  replies["/api/enter"] = early({}, [meeting(true), meeting(null, "m2", "2027-01-05T18:30+00:00")]);
  await open("secret");
  expect(requests.map((request) => request.path)).toEqual(["/api/enter"]);
  const pressed = (): boolean[] => [...root.querySelectorAll(".reply [aria-pressed]")].map((one) => one.getAttribute("aria-pressed") === "true");
  const said = (): (string | null)[] => [...root.querySelectorAll(".reply [role=status]")].map((one) => one.textContent);
  expect(pressed()).toEqual([true, false, false, false]);
  expect([...root.querySelectorAll("h3")].map((one) => one.textContent)[1]).toContain("January 5, 2027");
  replies["/api/reply"] = [200, { dates: [meeting(true), meeting(false, "m2", "2027-01-05T18:30+00:00")] }];
  await touch("[data-meeting=m2] [data-control=cannot]");
  expect(requests.at(-1)).toEqual({ path: "/api/reply", body: { token: "secret", meeting: "m2", sequence: 0, comes: false, zone } });
  expect(pressed()).toEqual([true, false, false, true]);
  expect(said()).toEqual([t("reply-said-come"), t("reply-said-cannot-later")]);
  for (const failed of [null, [503, { code: "not_saved" }]] satisfies (Reply | null)[]) {
    replies["/api/reply"] = failed;
    await touch("[data-meeting=m1] [data-control=cannot]");
    expect(said()).toEqual([t("reply-failed"), t("reply-said-cannot-later")]);
    expect(pressed()).toEqual([true, false, false, true]);
  }
  const moved = meeting(null, "m1", "2026-12-08T18:30+00:00", 1);
  replies["/api/reply"] = [200, { dates: [moved, meeting(false, "m2", "2027-01-05T18:30+00:00")] }];
  await touch("[data-meeting=m1] [data-control=cannot]");
  expect(said(), "of what has moved meanwhile nothing is noted").toEqual([t("reply-open"), t("reply-said-cannot-later")]);
  expect(root.querySelector("header p")?.textContent).toContain("December 8");
  replies["/api/enter"] = early({}, [meeting(true, "m1", "2026-12-08T18:30+00:00", 1), meeting(null, "m2", "2027-01-06T18:30+00:00", 1)]);
  await touch("[data-control=look]");
  expect(said(), "a later look knows better").toEqual([t("reply-said-come"), t("reply-open")]);
  replies["/api/reply"] = [404, { code: "unknown_link" }];
  replies["/api/enter"] = [200, welcome({ group: true })];
  await touch("[data-meeting=m1] [data-control=come]");
  await vi.waitFor(() => expect(root.querySelector("[data-control=enter]"), "it has been opened meanwhile").not.toBeNull());
});

test("a link whose own meeting is cancelled lets its owner answer for the other dates, and is good for a new one", async () => {
  const other = (comes: boolean | null) => ({ code: "meeting_cancelled", detail: "", dates: [meeting(comes, "m2", "2027-01-05T18:30+00:00")] });
  replies["/api/enter"] = [410, other(null)];
  await open("secret");
  expect(root.querySelector("[data-control=fresh]")).not.toBeNull();
  expect(root.querySelector("h2")?.textContent).toBe(t("reply-title-others"));
  expect(root.querySelector(".reply h3")?.textContent, "the one date says when it is").toContain("January 5, 2027");
  replies["/api/reply"] = [200, other(true)];
  await touch("[data-meeting=m2] [data-control=come]");
  expect(requests.at(-1)).toEqual({ path: "/api/reply", body: { token: "secret", meeting: "m2", sequence: 0, comes: true, zone } });
  expect(root.querySelector(".reply [role=status]")?.textContent).toBe(t("reply-said-come"));
  replies["/api/reply"] = replies["/api/enter"] = [410, { code: "meeting_cancelled", detail: "" }];
  await touch("[data-meeting=m2] [data-control=cannot]");
  expect(root.querySelector(".reply"), "it is cancelled, too").toBeNull();
  expect(root.querySelector("[data-control=fresh]")).not.toBeNull();
  history.replaceState(null, "", location.pathname);
});

test("a look that was under way before a press does not take away what was said", async () => {
  replies["/api/enter"] = early();
  await open("secret");
  const stub = fetch;
  let comes = (): void => undefined;
  const late = new Promise<void>((done) => (comes = done));
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) => {
    const answer = stub(path, init);
    return path === "/api/enter" ? late.then(() => answer) : answer;
  });
  await touch("[data-control=look]");
  replies["/api/reply"] = [200, { dates: [meeting(true)] }];
  await touch("[data-control=come]");
  comes();
  await settled();
  expect(root.querySelector("[data-control=come]")?.getAttribute("aria-pressed")).toBe("true");
  history.replaceState(null, "", location.pathname);
});

test("before the meeting is open, tries everything; what is on stays on when it is opened", async () => {
  replies["/api/enter"] = early();
  await open("secret");
  expect(root.querySelector("[data-control=microphone]")).toBeNull();
  await touch("[data-control=try]");
  await touch("[data-control=microphone]");
  expect(root.querySelector(".level")).not.toBeNull();
  expect(root.textContent, "there is nowhere to go in").not.toContain(t("join-path-anyway"));
  for (const failed of [null, [503, { code: "draining" }], [429, { code: "too_fast" }], [500, {}], [503, { code: "not_saved" }]] satisfies (Reply | null)[]) {
    replies["/api/enter"] = failed;
    await touch("[data-control=look]");
    expect(root.querySelector(".level"), "what is tried goes on").not.toBeNull();
    expect(root.querySelector("[data-failed]")?.textContent).not.toBe("");
  }
  replies["/api/enter"] = early();
  await touch("[data-control=look]");
  expect(root.querySelector("[data-failed]")).toBeNull();
  replies["/api/enter"] = [200, welcome({ group: true })];
  await touch("[data-control=look]");
  await vi.waitFor(() => expect(root.querySelector("[data-control=enter]")?.textContent).toBe(t("join-enter")));
  history.replaceState(null, "", location.pathname);
});

describe("another language at the door", () => {
  const page = (lang: string, catalogue: string): string =>
    `<script id="boot" type="application/json">${JSON.stringify({ lang, catalogue, languages: { en: "English" } })}</script>`;
  const offer = (): void => {
    const boot = Object.assign(document.createElement("script"), { id: "boot", type: "application/json" });
    boot.textContent = JSON.stringify({ lang: "en", catalogue: "", languages: { fr: "Français" } });
    document.body.append(boot);
  };

  test("keeps what is typed, ticked and switched on", async () => {
    offer();
    await open();
    await fill("Ada");
    await touch("[data-control=microphone]");
    const stub = fetch;
    vi.stubGlobal("fetch", (path: string, init?: RequestInit) =>
      path === "/join?lang=fr" ? Promise.resolve(new Response(page("fr", "join-welcome = Bienvenue\njoin-title = Entrer"))) : stub(path, init));
    history.replaceState(history.state, "", "/join");
    await touch("[data-language=fr]");
    await vi.waitFor(() => expect(root.querySelector("h1")?.textContent).toBe("Bienvenue"));
    expect([document.documentElement.lang, document.title, location.search]).toEqual(["fr", "Entrer", "?lang=fr"]);
    expect(history.state, "a reload finds its place").toEqual({ place: "b1" });
    expect(root.querySelector<HTMLInputElement>("[name=name]")?.value).toBe("Ada");
    expect(root.querySelector<HTMLInputElement>("[name=attest]")?.checked).toBe(true);
    expect(root.querySelector(".level")).not.toBeNull();
    expect(root.querySelector("[data-language=fr]"), "what is spoken is not offered").toBeNull();
    await submit();
    expect(requests.at(-1)?.body).toEqual({ name: "Ada", place: "b1", attests: 3, zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
    history.replaceState(null, "", "/join");
  });

  test("leaves the page as it is where the server is not reached, and the link in the address", async () => {
    replies["/api/enter"] = early();
    offer();
    await open("secret");
    await touch("[data-language]");
    expect(root.querySelector("h1")?.textContent).toBe(t("refused-not_open_yet-title"));
    expect(location.hash).toBe("#secret");
    history.replaceState(null, "", location.pathname);
  });
});
