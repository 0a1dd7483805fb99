/** One browser may have several places: a page at the door keeps to its own. */
import { render } from "preact";
import { expect, test } from "vitest";
import { t } from "../text";
import { fill, open, replies, requests, root, standAtTheDoor, submit, toRoom, welcome } from "./fakeDoor";

standAtTheDoor();

test("asks for its own place when it is loaded anew, and names it with all it asks", async () => {
  replies["/api/enter"] = [200, welcome({ place: "d2" })];
  await open();
  render(null, root);
  await open("");
  expect(requests.filter((one) => one.path === "/api/enter").at(-1)?.body).toEqual({ token: "", place: "d2" });
  await fill("Ada");
  await submit();
  expect(requests.find((one) => one.path === "/api/name")?.body).toMatchObject({ place: "d2" });
  expect(toRoom).toHaveBeenCalledOnce();
});

test.each([true, undefined])("whoever has a seat in another meeting reads that going in gives it up: %s", async (elsewhere) => {
  replies["/api/enter"] = [200, welcome(elsewhere ? { elsewhere } : {})];
  await open();
  expect(root.querySelector("[data-elsewhere]")?.textContent).toBe(elsewhere && t("join-elsewhere"));
});
