import { beforeEach, expect, test } from "vitest";
import { keepChoices, takeChoices } from "./choices";

const CHOSEN = { microphone: true, camera: true, microphoneId: "one", cameraId: "two" };
beforeEach(() => sessionStorage.clear());

test("what was chosen at the door is switched on once; a reload listens", () => {
  keepChoices(CHOSEN);
  expect(takeChoices()).toEqual(CHOSEN);
  expect(takeChoices()).toEqual({ ...CHOSEN, microphone: false, camera: false });
});

test("without a choice nothing is opened", () => {
  expect(takeChoices()).toEqual({ microphone: false, camera: false, microphoneId: "", cameraId: "" });
});

test.each(["{", "null", "[]"])("%s in the storage is no choice", (text) => {
  sessionStorage.setItem("restarea.choices", text);
  expect(takeChoices()).toMatchObject({ microphone: false, camera: false });
});
