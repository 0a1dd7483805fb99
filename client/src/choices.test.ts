import { beforeEach, expect, test } from "vitest";
import { keepChoices, keepWish, keptWish, takeChoices } from "./choices";

const CHOSEN = { microphone: true, camera: true, microphoneId: "one", cameraId: "two", wish: "save" as const };
beforeEach(() => sessionStorage.clear());

test("what was chosen at the door is switched on once; a reload listens", () => {
  keepChoices(CHOSEN);
  expect(takeChoices()).toEqual(CHOSEN);
  expect(takeChoices()).toEqual({ ...CHOSEN, microphone: false, camera: false });
});

test("without a choice nothing is opened", () => {
  expect(takeChoices()).toEqual({ microphone: false, camera: false, microphoneId: "", cameraId: "", wish: "all" });
});

test("what is to be received may be chosen anew, and is found again by a reload", () => {
  keepChoices(CHOSEN);
  expect(keptWish()).toBe("save");
  keepWish("audio");
  expect(takeChoices()).toEqual({ ...CHOSEN, wish: "audio" });
  expect(takeChoices().wish).toBe("audio");
  sessionStorage.setItem("restarea.choices", '{"wish": "more"}');
  expect(keptWish()).toBe("all");
});

test.each(["{", "null", "[]"])("%s in the storage is no choice", (text) => {
  sessionStorage.setItem("restarea.choices", text);
  expect(takeChoices()).toMatchObject({ microphone: false, camera: false });
});
