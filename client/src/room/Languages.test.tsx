import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SCENES, visit } from "../fixtures";
import { Languages } from "./Languages";
import { t } from "../text";
import { PartsContext, partsOf } from "./parts";

const asks = vi.fn();
const closed = (): number => {
  asks.mockClear();
  dispatchEvent(new Event("beforeunload"));
  return asks.mock.calls.length;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  addEventListener("beforeunload", asks);
});
afterEach(() => {
  removeEventListener("beforeunload", asks);
  vi.useRealTimers();
});

it("does not ask whether one goes when one chose a language, and asks whoever closes the page afterwards", async () => {
  const visiting = visit(SCENES.discussion!);
  const parts = partsOf(visiting, { languages: { de: "Deutsch" } });
  const page = document.createElement("div");
  page.addEventListener("click", (event) => event.preventDefault());
  await act(() => render(<PartsContext.Provider value={parts}><Languages /></PartsContext.Provider>, page));
  expect(page.textContent).toContain(t("room-language-microphone"));
  await act(() => void (visiting.set.microphone.value = "none"));
  expect(page.textContent, "nothing is to be turned on again").toContain(t("room-language-text"));
  const press = (how: MouseEventInit = {}): unknown => page.querySelector("a")!.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...how }));
  expect(closed()).toBe(1);
  press();
  expect(closed()).toBe(0);
  press({ ctrlKey: true });
  expect(closed(), "it opens beside this page").toBe(1);
  press();
  vi.advanceTimersByTime(1000);
  expect(closed(), "the page has stayed").toBe(1);
});
