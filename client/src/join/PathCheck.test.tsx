import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import en from "../../../server/locales/en.ftl?raw";
import type { Measured, Path } from "../path";
import { speak, t } from "../text";
import { PathCheck } from "./PathCheck";

interface Look { stop: AbortSignal; finds: (path: Path) => void }
const looks: Look[] = [];
const look = (stop: AbortSignal): Promise<Path> => new Promise((finds) => looks.push({ stop, finds }));

const MEASURED: Measured = { way: "udp", loss: 0.012, roundTrip_ms: 41, fullTrip_ms: 90, jitter_ms: 3, rate_bps: 412_000 };
let root: HTMLElement;
let hidden: boolean;

beforeEach(() => {
  speak("en", en);
  looks.length = 0;
  hidden = false;
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  root = document.createElement("div");
  document.body.replaceChildren(root);
});
afterEach(() => render(null, root));

const draw = (over = false): Promise<void> => act(() => render(<PathCheck over={over} at={{ place: "b1" }} look={look} />, root)) as Promise<void>;
const finds = (path: Partial<Path>, at = -1): Promise<void> =>
  act(async () => looks.at(at)!.finds({ verdict: "good", measured: MEASURED, port: "8081", ...path })) as Promise<void>;
const said = (): string => root.querySelector("[role=status]")?.textContent ?? "";

test("looks by itself, and says so", async () => {
  await draw();
  expect(looks).toHaveLength(1);
  expect(said()).toBe(`${t("join-path-looking")} ${t("join-path-anyway")}`);
  expect(root.querySelector("[aria-live=polite]")).not.toBeNull();
  await finds({});
  expect(said()).toBe(t("join-path-good"));
  expect(root.querySelector("details")?.textContent).toContain("1 % lost, 41 ms there and back (90 ms under load), 3 ms jitter, 412 kbit/s, UDP");
});

describe("what it says", () => {
  test.each(["good", "late", "voice", "little", "unknown"] as const)("%s", async (verdict) => {
    await draw();
    await finds({ verdict });
    const anyway = verdict === "little" || verdict === "unknown" ? ` ${t("join-path-anyway")}` : "";
    expect(said()).toBe(t(`join-path-${verdict}`) + anyway);
    expect(said()).not.toContain("join-path");
  });

  test("nothing: whom to ask for what", async () => {
    await draw();
    await finds({ verdict: "nothing", measured: null });
    expect(said()).toContain("port 8081, UDP and TCP");
    expect(said()).toContain(location.hostname);
    expect(root.querySelector("details")).toBeNull();
  });

  test.each(["tcp", "relay"] as const)("by %s", async (way) => {
    await draw();
    await finds({ measured: { ...MEASURED, way } });
    expect(said()).toBe(`${t("join-path-good")} ${t(`join-path-${way}`)}`);
  });
});

test("looks again when asked to, and what an older look finds is not said", async () => {
  await draw();
  await finds({});
  await act(async () => root.querySelector<HTMLElement>("[data-control=path]")!.click());
  expect(looks).toHaveLength(2);
  expect(said()).toBe(`${t("join-path-looking")} ${t("join-path-anyway")}`);
  await finds({ verdict: "nothing" }, 0);
  expect(said()).toBe(`${t("join-path-looking")} ${t("join-path-anyway")}`);
});

test("ends when somebody goes in; where that was refused it begins again, and no fault is told", async () => {
  await draw();
  await draw(true);
  expect(looks[0]!.stop.aborted).toBe(true);
  await finds({ verdict: "unknown", measured: null }, 0);
  expect(said()).toBe(`${t("join-path-looking")} ${t("join-path-anyway")}`);
  await draw(false);
  expect(looks).toHaveLength(2);
  await finds({});
  expect(said()).toBe(t("join-path-good"));
});

test("what was found before somebody went in stands, and is not looked for again", async () => {
  await draw();
  await finds({});
  await draw(true);
  await draw(false);
  expect(looks).toHaveLength(1);
  expect(said()).toBe(t("join-path-good"));
});

test("ends with the page", async () => {
  await draw();
  await act(() => render(null, root));
  expect(looks[0]!.stop.aborted).toBe(true);
});

test("a page that nobody sees waits", async () => {
  hidden = true;
  await draw();
  expect(looks).toHaveLength(0);
  hidden = false;
  await act(async () => void document.dispatchEvent(new Event("visibilitychange")));
  expect(looks).toHaveLength(1);
});
