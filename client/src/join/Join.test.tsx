import { render } from "preact";
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { t } from "../text";
import { takeToken, type Welcome } from "./enter";
import { door, early, fill, open, replies, requests, root, settled, standAtTheDoor, submit, toRoom, touch, welcome, write } from "./fakeDoor";
import { Join } from "./Join";

/** Of this clock, by which pages and letters tell the time. */
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

vi.mock("../meter", () => ({
  measure: () => ({ level: { value: 0.5 }, heard: { value: true }, stop: () => undefined }),
}));
standAtTheDoor();

const choices = (): unknown => JSON.parse(sessionStorage.getItem("restarea.choices") ?? "null");

test("the token leaves the address at once", () => {
  history.replaceState(null, "", "/join?lang=fr#secret");
  expect(takeToken()).toBe("secret");
  expect(location.href).toMatch(/\/join\?lang=fr$/);
  expect(takeToken()).toBe("");
  history.replaceState(null, "", "/join#).");
  expect(takeToken()).toBe("");
  expect(location.href, "also where there was none").toMatch(/\/join$/);
});

test.each(["%00%ff", "%zz", "%"])("a link that is damaged, %s, is not taken for none", (broken) => {
  history.replaceState(null, "", `/join#${broken}`);
  expect(takeToken()).toBe(broken);
  expect(location.href).toMatch(/\/join$/);
});

describe("somebody with a good link", () => {
  test("gives a name and goes in, listening, without having touched a device", async () => {
    await open();
    expect(requests[0]).toEqual({ path: "/api/enter", body: { token: "secret" } });
    expect(root.querySelector("[data-control=enter]")?.textContent).toBe(t("join-enter-listening"));
    await fill("Ada");
    await submit();
    expect(requests.at(-1)).toEqual({ path: "/api/name", body: { name: "Ada", place: "b1", attests: 3, zone: ZONE } });
    expect(toRoom).toHaveBeenCalledOnce();
    expect(choices()).toMatchObject({ microphone: false, camera: false });
  });

  test("tries microphone and camera, and takes both along", async () => {
    await open();
    await touch("[data-control=microphone]");
    expect(root.querySelector(".level")).not.toBeNull();
    await touch("[data-control=camera]");
    expect(root.querySelector("video")).not.toBeNull();
    expect(root.querySelector("[data-control=enter]")?.textContent).toBe(t("join-enter"));
    await fill("Ada");
    await submit();
    expect(choices()).toEqual({ microphone: true, camera: true, microphoneId: "m1", cameraId: "c1", wish: "all" });
  });

  test("chooses to save data, and takes that along", async () => {
    await open();
    await touch("[name=wish][value=save]");
    await fill("Ada");
    await submit();
    expect(choices()).toMatchObject({ wish: "save" });
  });

  test("gets in without permission too, and is told what to do", async () => {
    door.permitted = false;
    await open();
    await touch("[data-control=microphone]");
    expect(root.textContent).toContain(t("trouble-microphone-denied"));
    expect(root.textContent).toContain(t("join-enter-hint-without"));
    expect(root.textContent, "which would not be so").not.toContain(t("join-enter-hint-listening"));
    await fill("Ada");
    await submit();
    expect(toRoom).toHaveBeenCalledOnce();
  });

  test("reads what is kept before going in", async () => {
    await open();
    for (const id of ["sound", "form-nothing", "name", "heard"]) expect(root.textContent).toContain(t(`join-kept-${id}`));
    expect(root.textContent).not.toContain(t("join-kept-group"));
    replies["/api/enter"] = [200, welcome({ name: "Ada", group: true })];
    render(null, root);
    await open();
    expect(root.textContent).toContain(t("join-kept-group"));
    expect(root.textContent).not.toContain(t("join-kept-name"));
    expect(root.textContent).toContain(t("join-as-member"));
  });

  test.each(["nothing", "aggregate", "seat_timeline"] as const)("reads of the level that was chosen for this meeting, and of no other: %s", async (keeping) => {
    replies["/api/enter"] = [200, welcome({ keeping })];
    await open();
    const told = ["nothing", "aggregate", "seat_timeline"].filter((one) => root.textContent!.includes(t(`join-kept-form-${one}`)));
    expect(told).toEqual([keeping]);
  });

  test("reads what is noted of having been there, where it is: of leading only who leads with a link of their own", async () => {
    const noted = { certificates: 1, hours: 14, feedback: true };
    const kept = ["attendance", "hours", "feedback"] as const;
    const shown = async (role: Welcome["role"], group: boolean, noting: typeof noted | undefined): Promise<string[]> => {
      replies["/api/enter"] = [200, welcome({ role, group })];
      render(null, root);
      await act(() => render(<Join token="secret" toRoom={toRoom} noted={noting} />, root));
      await settled();
      const said = { attendance: t("join-kept-attendance", { months: 1 }), hours: t("join-kept-hours", { months: 14 }), feedback: t("join-kept-feedback") };
      return kept.filter((one) => root.textContent!.includes(said[one]));
    };
    expect(await shown("member", true, undefined)).toEqual([]);
    expect(await shown("member", true, noted)).toEqual(["attendance", "feedback"]);
    expect(await shown("leader", false, noted)).toEqual(["attendance", "feedback"]);
    expect(await shown("leader", true, noted)).toEqual([...kept]);
  });

  test("is told about a name that cannot be, and stays", async () => {
    replies["/api/name"] = [400, { code: "bad_name", detail: "" }];
    await open();
    await fill("\u200b");
    await submit();
    expect(root.textContent).toContain(t("join-trouble-bad_name"));
    expect(document.activeElement).toBe(root.querySelector("[name=name]"));
    expect(toRoom).not.toHaveBeenCalled();
  });

  test("finds the former name again", async () => {
    replies["/api/enter"] = [200, welcome({ role: "leader", name: "Grace", stage: "running", seated: true })];
    await open();
    expect(root.querySelector("header p")?.textContent).toBe(t("join-as-back-leading"));
    expect(root.querySelector<HTMLInputElement>("[name=name]")?.value).toBe("Grace");
    expect(root.textContent, "the group may be in the circle").not.toContain(t("join-enter-hint-leader"));
  });

  test("has left: a leader lets them in again", async () => {
    replies["/api/enter"] = [200, welcome({ name: "Carla", stage: "running", seated: true, left: true })];
    await open();
    expect(root.querySelector("header p")?.textContent).toBe(t("join-as-left"));
  });

  test("comes back from the page of whoever has left, without a link, in a tab that was never here", async () => {
    replies["/api/enter"] = [200, welcome({ name: "Carla", stage: "running", seated: true, left: true })];
    await open("");
    expect(root.querySelector("[name=name]")).not.toBeNull();
  });

  test("finds the form again after a reload, though the token is gone", async () => {
    await open();
    render(null, root);
    requests.length = 0;
    await open("");
    expect(root.querySelector("input")).not.toBeNull();
    expect(requests).toEqual([{ path: "/api/enter", body: { token: "", place: "b1" } }]);
  });
});

describe("what is asked of everyone", () => {
  const box = (): HTMLInputElement | null => root.querySelector("[name=attest]");

  test("is never ticked for them, and the button says what is missing", async () => {
    await open();
    expect(box()?.checked).toBe(false);
    expect(root.querySelector<HTMLButtonElement>("[data-control=enter]")?.disabled).toBe(false);
    await submit();
    const missing = root.querySelector("[role=alert]")?.textContent;
    expect(missing).toBe(t("join-trouble-not_attested") + t("join-trouble-bad_name"));
    expect(document.activeElement).toBe(box());
    const complaint = (field: Element | null) => [field?.getAttribute("aria-invalid"), root.querySelector(`#${field?.getAttribute("aria-describedby")?.split(" ")[0]}`)?.textContent];
    expect(complaint(box())).toEqual(["true", t("join-trouble-not_attested")]);
    expect(complaint(root.querySelector("[name=name]"))).toEqual(["true", t("join-trouble-bad_name")]);
    await write("Ada");
    expect(root.querySelector("[role=alert]")?.textContent).toBe(t("join-trouble-not_attested"));
    root.querySelector<HTMLElement>("[name=name]")!.focus();
    await touch("[name=attest]");
    expect(root.querySelector("[role=alert]")?.textContent).toBe("");
    expect(document.activeElement, "what is mended takes nobody elsewhere").toBe(root.querySelector("[name=name]"));
    await touch("[name=attest]");
    await submit();
    expect(root.querySelector("[role=alert]")?.textContent).toBe(t("join-trouble-not_attested"));
    expect(requests.map((request) => request.path)).toEqual(["/api/enter"]);
    await touch("[name=attest]");
    await submit();
    expect(toRoom).toHaveBeenCalledOnce();
  });

  test("is asked once in a meeting: neither after a reload nor by the link again", async () => {
    await open();
    await fill("Ada");
    await submit();
    replies["/api/enter"] = [200, welcome({ name: "Ada", seated: true, attested: true })];
    render(null, root);
    await open("");
    expect(box()).toBeNull();
    render(null, root);
    await open();
    expect(box()).toBeNull();
    await submit();
    expect(requests.at(-1)).toEqual({ path: "/api/name", body: { name: "Ada", place: "b1", attests: 0, zone: ZONE } });
    expect(toRoom).toHaveBeenCalledTimes(2);
  });

  test("is asked anew where the server has other words since", async () => {
    replies["/api/enter"] = [200, welcome({ name: "Ada", attested: true })];
    replies["/api/name"] = [409, { code: "not_attested", detail: "4" }];
    await open();
    await submit();
    expect(box()?.checked).toBe(false);
    expect(root.querySelector("[role=alert]")?.textContent).toBe(t("join-trouble-not_attested"));
    await touch("[name=attest]");
    await submit();
    expect(requests.at(-1)).toEqual({ path: "/api/name", body: { name: "Ada", place: "b1", attests: 4, zone: ZONE } });
  });

  test.each(["nothing", "aggregate", "seat_timeline"] as const)("stands below what is kept: %s", async (keeping) => {
    replies["/api/enter"] = [200, welcome({ keeping })];
    await open();
    const lines = [...root.querySelectorAll(".before li")].map((line) => line.textContent);
    const seen = keeping === "nothing" ? [] : [t("join-before-shelf")];
    expect(lines).toEqual([t("join-before-what"), t(`join-before-kept-${keeping}`), ...seen, t("join-before-not")]);
    for (const id of ["join-kept-shelf", "join-kept-copies"]) expect(root.textContent?.includes(t(id))).toBe(keeping !== "nothing");
  });

  test("says before one goes in that it is kept with the group's earlier records", async () => {
    replies["/api/enter"] = [200, welcome({ keeping: "aggregate", together: true })];
    await open();
    const lines = [...root.querySelectorAll(".before li")].map((line) => line.textContent);
    expect(lines[2]).toBe(`${t("join-before-together")} ${t("join-before-shelf")}`);
  });
});

describe("a clock that is hours wrong", () => {
  test.each([[0, 0], [-59, 0], [59, 0], [-61, 1], [61, 1], [5 * 60 + 1, 5], [-26 * 60, 26]])("by %i minutes", async (minutes, hours) => {
    door.date = new Date(Date.now() + minutes * 60_000).toUTCString();
    await open();
    expect(root.querySelector("[data-clock]")?.textContent ?? "").toBe(hours ? t("join-clock", { hours }) : "");
  });

  test("is said where it would be misread: when the meeting begins", async () => {
    door.date = new Date(Date.now() + 3 * 3600_000 + 60_000).toUTCString();
    replies["/api/enter"] = early({ telephone: "+1 555 0100", of: "Tuesdays" });
    await open();
    expect(root.querySelector("[data-clock]")?.textContent).toContain("3 hours wrong");
    expect(root.querySelector("[data-telephone] a")?.getAttribute("href")).toBe("tel:+15550100");
    expect(root.querySelector("[data-of]")?.textContent).toBe("A meeting of “Tuesdays”");
    history.replaceState(null, "", location.pathname);
  });

  test("is not guessed at where the server does not say what time it is", async () => {
    door.date = "";
    await open();
    expect(root.querySelector("[data-clock]")).toBeNull();
  });
});

test("an observer is offered no microphone", async () => {
  replies["/api/enter"] = [200, welcome({ role: "observer" })];
  await open();
  expect(root.querySelector("[data-control=microphone]")).toBeNull();
  expect(root.querySelector("[data-control=enter]")?.textContent).toBe(t("join-enter"));
});

describe("somebody who cannot come in", () => {
  test.each([
    [404, "unknown_link"], [410, "expired_link"], [410, "used_link"], [409, "session_full"], [410, "session_ended"],
    [403, "removed"], [410, "meeting_cancelled"], [503, "draining"], [429, "too_fast"], [500, "server_error"],
  ])("%i %s: is told why and what to do", async (status, code) => {
    replies["/api/enter"] = [status, { code, detail: "" }];
    await open();
    expect(root.querySelector("h1")?.textContent).toBe(t(`refused-${code}-title`));
    expect(root.querySelector("p")?.textContent).toBe(t(`refused-${code}-text`));
    expect(root.querySelector("button") !== null).toBe(["draining", "too_fast", "server_error", "meeting_cancelled"].includes(code));
  });

  test.each([
    ["session_ended", { leads: true }, "refused-session_ended-text-leads"], ["session_ended", { leads: true, rehearsal: true }, "room-ended-rehearsal"],
    ["session_ended", { rehearsal: true }, "room-ended-rehearsal"], ["earlier_link", { leads: true }, "refused-earlier_link-text-leads"],
  ])("%s of %o: is told what is true for them, and of no leader who sends links", async (code, whose, text) => {
    replies["/api/enter"] = [410, { code, detail: "", ...whose }];
    await open("old");
    expect(root.querySelector("p")?.textContent).toBe(t(text));
    expect(root.textContent).not.toContain("your leader");
    history.replaceState(null, "", location.pathname);
  });

  test("comes before the meeting: is told when it will be, keeps the link, and is let in once it is open", async () => {
    replies["/api/enter"] = early();
    await open("secret");
    expect(root.querySelector("h1")?.textContent).toBe(t("refused-not_open_yet-title"));
    expect(root.querySelector("header p")?.textContent).toContain("Tuesday, December 1, 2026");
    expect(location.hash).toBe("#secret");
    replies["/api/enter"] = [200, welcome({ name: "Carla", group: true })];
    root.querySelector<HTMLElement>("[data-control=look]")?.click();
    await vi.waitFor(() => expect(root.querySelector("[data-control=enter]")).not.toBeNull());
    expect(location.hash).toBe("");
    await fill("Carla");
    await submit();
    expect(requests.at(-1)?.body).toEqual({ name: "Carla", place: "b1", attests: 3, zone: ZONE });
  });

  test("has the link of an earlier meeting: a new one is sent, and nobody is asked where to", async () => {
    replies["/api/enter"] = [410, { code: "earlier_link", detail: "" }];
    replies["/api/fresh"] = [200, { coming: false }];
    await open("old");
    expect(root.querySelector("h1")?.textContent).toBe(t("refused-earlier_link-title"));
    expect(location.hash).toBe("#old");
    expect(root.querySelector("input")).toBeNull();
    await touch("[data-control=fresh]");
    expect(requests.at(-1)).toEqual({ path: "/api/fresh", body: { token: "old" } });
    expect(root.querySelector("[role=status]")?.textContent).toBe(t("refused-fresh-none"));
    replies["/api/fresh"] = [429, { code: "too_fast", detail: "" }];
    await touch("[data-control=fresh]");
    expect(root.querySelector("[role=status]")?.textContent).toBe(t("refused-fresh-too_fast"));
    replies["/api/fresh"] = [403, { code: "link_taken_back", detail: "" }];
    await touch("[data-control=fresh]");
    expect(root.querySelector("[role=status]")?.textContent).toBe(t("refused-link_taken_back-text"));
    replies["/api/fresh"] = null;
    await touch("[data-control=fresh]");
    expect(root.querySelector("[role=status]")?.textContent).toBe(t("refused-fresh-failed"));
    replies["/api/fresh"] = [200, { coming: true }];
    await touch("[data-control=fresh]");
    expect(root.querySelector("[role=status]")?.textContent).toBe(t("refused-fresh-sent"));
    expect(root.querySelector("button")).toBeNull();
    history.replaceState(null, "", location.pathname);
  });

  test("has a browser that carries no voice: is told before anything is asked of the server, and keeps the link", async () => {
    vi.stubGlobal("RTCPeerConnection", undefined);
    await open("secret");
    expect(root.querySelector("h1")?.textContent).toBe(t("refused-no_webrtc-title"));
    expect(requests).toEqual([]);
    expect(location.hash).toBe("#secret");
    history.replaceState(null, "", location.pathname);
  });

  test("sees what a press has opened, once it is there", async () => {
    const scrolled: string[] = [];
    vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(function (this: Element) { scrolled.push(this.className); });
    door.permitted = false;
    await open();
    expect(scrolled).toEqual([]);
    await touch("[data-control=camera]");
    await vi.waitFor(() => expect(scrolled).toEqual(["device"]));
    const receive = root.querySelector<HTMLDetailsElement>("details.receive")!;
    receive.open = true;
    receive.open = false;
    expect(scrolled).toEqual(["device", "receive"]);
    vi.restoreAllMocks();
  });

  test("has no link at all", async () => {
    replies["/api/enter"] = [404, { code: "no_link", detail: "" }];
    await open("");
    expect(root.querySelector("h1")?.textContent).toBe(t("refused-no_link-title"));
    expect(requests).toEqual([{ path: "/api/enter", body: { token: "", place: "" } }]);
  });

  test.each(["place_ended", "place_unknown"])("has only an old place, and the tab remembers more: %s", async (code) => {
    sessionStorage.setItem("restarea.entered", "yes");
    for (const mail of [true, undefined]) {
      replies["/api/enter"] = [410, { code, detail: "", mail }];
      render(null, root);
      await open("");
      expect([root.querySelector("h1")?.textContent, root.querySelector("form")]).toEqual([t(`refused-${code}-title`), null]);
      expect(root.textContent?.includes(t("refused-earlier-mail"))).toBe(mail === true);
    }
  });

  test("comes after the end", async () => {
    replies["/api/enter"] = [200, welcome({ stage: "ended" })];
    await open();
    expect(root.querySelector("h1")?.textContent).toBe(t("refused-session_ended-title"));
  });

  test("is refused a seat", async () => {
    replies["/api/name"] = [409, { code: "session_full", detail: "" }];
    await open();
    await fill("Ada");
    await submit();
    expect(root.querySelector("h1")?.textContent).toBe(t("refused-session_full-title"));
  });

  test("is offline, and tries again with the same token", async () => {
    replies["/api/enter"] = null;
    await open();
    expect(root.querySelector("h1")?.textContent).toBe(t("refused-offline-title"));
    replies["/api/enter"] = [200, welcome()];
    await touch("button");
    expect(requests.at(-1)).toEqual({ path: "/api/enter", body: { token: "secret" } });
    expect(root.querySelector("input")).not.toBeNull();
  });

  test("a code of tomorrow's server still reads like an answer", async () => {
    replies["/api/enter"] = [418, { code: "teapot", detail: "" }];
    await open();
    expect(root.querySelector("h1")?.textContent).toBe(t("refused-server_error-title"));
  });
});
