/** One browser may have several places: a page at the door keeps to its own. */
import { render } from "preact";
import { expect, test, vi } from "vitest";
import { t } from "../text";
import { fill, open, replies, requests, root, standAtTheDoor, submit, toRoom, welcome } from "./fakeDoor";

standAtTheDoor();

test("looks at the way from its own place", async () => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => false });
  const canvas = HTMLCanvasElement.prototype as unknown as Record<string, unknown>;
  vi.spyOn(canvas as { getContext: () => unknown }, "getContext").mockReturnValue({ createImageData: () => ({ data: new Uint32Array(4) }), putImageData: () => undefined });
  canvas["captureStream"] = () => ({ getVideoTracks: () => [{ stop: () => undefined }] });
  vi.stubGlobal("RTCPeerConnection", class {
    addTransceiver(): void {}
    close(): void {}
    createOffer(): Promise<object> { return Promise.resolve({ sdp: "v=0" }); }
  });
  replies["/api/enter"] = [200, welcome({ place: "d2" })];
  await open();
  expect(requests.find((one) => one.path === "/api/check")?.body).toEqual({ offer: "v=0", place: "d2" });
  delete canvas["captureStream"];
  vi.restoreAllMocks();
});

test("keeps to the place that it found without a link and without a mark", async () => {
  replies["/api/enter"] = [200, welcome({ place: "d2" })];
  await open("");
  render(null, root);
  await open("");
  expect(requests.filter((one) => one.path === "/api/enter").map((one) => one.body)).toEqual([{ token: "", place: "" }, { token: "", place: "d2" }]);
});

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

test.each(["seat", "record", undefined] as const)("whoever has another place reads what going in gives up: %s", async (elsewhere) => {
  replies["/api/enter"] = [200, welcome(elsewhere ? { elsewhere } : {})];
  await open();
  expect(root.querySelector("[data-elsewhere]")?.textContent).toBe(elsewhere && t(`join-elsewhere-${elsewhere}`));
});

test("a name that another has gives nothing up yet, and is spoken of by its field", async () => {
  replies["/api/enter"] = [200, welcome({ elsewhere: "seat" })];
  replies["/api/name"] = [409, { code: "name_taken", detail: "", name: "Ada (2)" }];
  await open();
  await fill("Ada");
  await submit();
  expect(root.querySelector("[data-elsewhere]"), "nothing is given up yet").not.toBeNull();
  const described = root.querySelector("[name=name]")!.getAttribute("aria-describedby")!.split(" ");
  expect(described.map((id) => root.querySelector(`#${id}`)?.textContent)).toEqual([t("join-trouble-name_taken", { name: "Ada (2)" }), t("join-name-hint")]);
});
