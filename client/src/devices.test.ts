// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Device, Devices, troubleOf, type MediaDevicesLike } from "./devices";
import { FakeTrack } from "./fakes";

let asked: MediaStreamConstraints[];
let given: FakeTrack[];
beforeEach(() => {
  asked = [];
  given = [];
});

/** Gives a track for everything, unless `refuse` names an error for it. */
function computer(refuse: (asked: MediaStreamConstraints) => string | null = () => null): MediaDevicesLike {
  return {
    getUserMedia(constraints?: MediaStreamConstraints) {
      asked.push(constraints ?? {});
      const name = refuse(constraints ?? {});
      if (name) return Promise.reject(new DOMException("refused", name));
      const track = new FakeTrack(constraints?.audio ? "audio" : "video");
      given.push(track);
      return Promise.resolve({ getTracks: () => [track] } as unknown as MediaStream);
    },
    enumerateDevices: () =>
      Promise.resolve([
        { kind: "audioinput", deviceId: "one", label: "Desk" },
        { kind: "audioinput", deviceId: "two", label: "Headset" },
        { kind: "videoinput", deviceId: "", label: "" },
        { kind: "audiooutput", deviceId: "three", label: "Speaker" },
      ] as MediaDeviceInfo[]),
  };
}

describe("opening", () => {
  test("a microphone asks for sound alone, a camera for a picture alone", async () => {
    const media = computer();
    await new Device(media, "microphone").open();
    await new Device(media, "camera").open();
    expect(asked.map((constraints) => Object.keys(constraints))).toEqual([["audio"], ["video"]]);
    expect(asked[0]?.audio).toMatchObject({ echoCancellation: true, noiseSuppression: true });
    expect(asked[1]?.video).toMatchObject({ frameRate: { ideal: 15 } });
  });

  test.each([
    ["NotAllowedError", "denied"], ["SecurityError", "denied"], ["NotFoundError", "none"],
    ["NotReadableError", "busy"], ["AbortError", "busy"], ["InvalidStateError", "failed"],
  ])("%s is %s, and nothing is sent", async (name, state) => {
    const device = new Device(computer(() => name), "microphone");
    await device.open();
    expect([device.state.value, device.track.value]).toEqual([state, null]);
  });

  test("without any devices at all fails quietly", async () => {
    const device = new Device(undefined, "camera");
    await device.open();
    expect(device.state.value).toBe("failed");
    expect(troubleOf(undefined)).toBe("failed");
  });

  test("a device that is gone is replaced by whichever there is", async () => {
    const device = new Device(computer(({ audio }) => (typeof audio === "object" && audio.deviceId ? "OverconstrainedError" : null)), "microphone");
    await device.open("gone");
    expect([device.state.value, device.id]).toEqual(["on", ""]);
  });

  test("another one lets the first go", async () => {
    const device = new Device(computer(), "microphone");
    await device.open();
    await device.open("two");
    expect(given.map((track) => track.readyState)).toEqual(["ended", "live"]);
    expect(asked[1]?.audio).toMatchObject({ deviceId: { exact: "two" } });
    await device.open("two");
    expect(asked).toHaveLength(2);
  });

  test("is undone by closing while it is still under way", async () => {
    const device = new Device(computer(), "camera");
    const opening = device.open();
    expect(device.state.value).toBe("opening");
    device.close();
    await opening;
    expect([device.state.value, device.track.value, given[0]?.readyState]).toEqual(["off", null, "ended"]);
  });
});

describe("closing", () => {
  test("a microphone sends nothing and is at hand again without asking", async () => {
    const device = new Device(computer(), "microphone");
    await device.open();
    device.close();
    expect([device.state.value, device.track.value, given[0]?.enabled, given[0]?.readyState]).toEqual(["off", null, false, "live"]);
    await device.open();
    expect([device.state.value, given[0]?.enabled, asked.length]).toEqual(["on", true, 1]);
  });

  test("a camera is let go, so that its light goes out", async () => {
    const device = new Device(computer(), "camera");
    await device.open();
    device.close();
    expect([device.state.value, given[0]?.readyState]).toEqual(["off", "ended"]);
  });

  test("everything is let go at the end", async () => {
    const devices = new Devices(computer());
    await devices.microphone.open();
    devices.microphone.close();
    await devices.camera.open();
    devices.release();
    expect(given.map((track) => track.readyState)).toEqual(["ended", "ended"]);
  });

  test("a device that is unplugged says so", async () => {
    const device = new Device(computer(), "microphone");
    await device.open();
    given[0]?.unplug();
    expect([device.state.value, device.track.value]).toEqual(["none", null]);
    await device.open();
    given[0]?.unplug();
    expect(device.state.value).toBe("on");
  });
});

test("what there is to choose from", async () => {
  const devices = new Devices(computer());
  await devices.look();
  expect(devices.found.value).toEqual({
    microphones: [{ id: "one", label: "Desk" }, { id: "two", label: "Headset" }],
    cameras: [],
  });
});

test("is read again when something is plugged in", async () => {
  let changed: () => void = () => undefined;
  const media = { ...computer(), addEventListener: vi.fn((_name: string, told: () => void) => (changed = told)) };
  const devices = new Devices(media as unknown as MediaDevicesLike);
  changed();
  await vi.waitFor(() => expect(devices.found.value.microphones).toHaveLength(2));
});
