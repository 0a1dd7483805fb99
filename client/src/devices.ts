/**
 * This person's microphone and camera. Asked for apart, so that one that is missing or refused never costs the other.
 * A microphone that is off sends nothing at all; a camera that is off is released, so that its light goes out.
 */
import { signal, type ReadonlySignal } from "@preact/signals";

/** What went wrong: not permitted; not there (or unplugged); taken by another program; anything else. */
export type DeviceTrouble = "denied" | "none" | "busy" | "failed";
export type DeviceState = "off" | "opening" | "on" | DeviceTrouble;
export type DeviceKind = "microphone" | "camera";

const SOUND: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  channelCount: 1,
};
/** 16:9 between 320x180 and 640x360: a face in a round seat. */
const PICTURE: MediaTrackConstraints = {
  width: { ideal: 640, max: 1280 },
  height: { ideal: 360, max: 720 },
  frameRate: { ideal: 15 },
  facingMode: "user",
};

export function troubleOf(error: unknown): DeviceTrouble {
  switch ((error as { name?: unknown } | null)?.name) {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "none";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    default:
      return "failed";
  }
}

/** The part of `navigator.mediaDevices` that is used; undefined where a page is not secure. */
export type MediaDevicesLike = Pick<MediaDevices, "getUserMedia" | "enumerateDevices"> &
  Partial<Pick<MediaDevices, "addEventListener" | "removeEventListener">>;

/** One device. `open` while it is open with the same id does nothing; the last call wins over one still under way. */
export class Device {
  readonly #state = signal<DeviceState>("off");
  readonly #track = signal<MediaStreamTrack | null>(null);
  readonly state: ReadonlySignal<DeviceState> = this.#state;
  /** What may be sent now; null whenever `state` is not `on`. */
  readonly track: ReadonlySignal<MediaStreamTrack | null> = this.#track;
  /** The device that was chosen; "" leaves the choice to the browser. */
  id = "";

  #kept: MediaStreamTrack | null = null;
  #wish = 0;

  constructor(
    private readonly media: MediaDevicesLike | undefined,
    readonly kind: DeviceKind,
  ) {}

  /** Opens the device `id`, or the one chosen before. Never rejects: `state` says what came of it. */
  async open(id = this.id): Promise<void> {
    if (this.#kept?.readyState === "live" && id === this.id) return this.#use(this.#kept);
    this.release();
    const wish = this.#wish;
    this.id = id;
    this.#state.value = "opening";
    try {
      const track = await this.#ask(id);
      if (wish === this.#wish) this.#use(track);
      else track.stop();
    } catch (error) {
      if (wish === this.#wish) this.#state.value = troubleOf(error);
    }
  }

  /** Off, and nothing is sent. A microphone stays at hand, so that speaking again takes no time; a camera is let go. */
  close(): void {
    if (this.kind === "camera" || !this.#kept) return this.release();
    this.#wish++;
    this.#kept.enabled = false;
    this.#track.value = null;
    this.#state.value = "off";
  }

  /** Off, and let go altogether. */
  release(): void {
    this.#wish++;
    this.#kept?.stop();
    this.#kept = null;
    this.#track.value = null;
    this.#state.value = "off";
  }

  async #ask(id: string): Promise<MediaStreamTrack> {
    if (!this.media) throw new Error("this page may not use devices");
    try {
      return await this.#askFor(this.media, id ? { deviceId: { exact: id } } : {});
    } catch (error) {
      // The device that was chosen is gone: any other will do.
      if (!id || troubleOf(error) !== "none") throw error;
      this.id = "";
      return this.#askFor(this.media, {});
    }
  }

  async #askFor(media: MediaDevicesLike, wanted: MediaTrackConstraints): Promise<MediaStreamTrack> {
    const stream = await media.getUserMedia(
      this.kind === "microphone" ? { audio: { ...SOUND, ...wanted } } : { video: { ...PICTURE, ...wanted } },
    );
    const [track] = stream.getTracks();
    if (!track) throw new DOMException("no track", "NotFoundError");
    return track;
  }

  #use(track: MediaStreamTrack): void {
    track.enabled = true;
    this.#kept = track;
    track.onended = () => {
      if (this.#kept !== track) return;
      this.release();
      this.#state.value = "none"; // unplugged, or the permission was taken back
    };
    this.#track.value = track;
    this.#state.value = "on";
  }
}

export interface Choice {
  id: string;
  label: string;
}

export class Devices {
  readonly microphone: Device;
  readonly camera: Device;
  readonly #found = signal<{ microphones: Choice[]; cameras: Choice[] }>({ microphones: [], cameras: [] });
  /** What there is to choose from. Browsers give names only once a device has been permitted; call `look` then. */
  readonly found: ReadonlySignal<{ microphones: Choice[]; cameras: Choice[] }> = this.#found;
  readonly #looked = (): void => void this.look();

  constructor(private readonly media: MediaDevicesLike | undefined = globalThis.navigator?.mediaDevices) {
    this.microphone = new Device(media, "microphone");
    this.camera = new Device(media, "camera");
    media?.addEventListener?.("devicechange", this.#looked);
  }

  /** Reads anew what there is to choose from. */
  async look(): Promise<void> {
    const all = (await this.media?.enumerateDevices().catch(() => [])) ?? [];
    const of = (kind: MediaDeviceKind): Choice[] =>
      all.filter((d) => d.kind === kind && d.deviceId).map((d) => ({ id: d.deviceId, label: d.label }));
    this.#found.value = { microphones: of("audioinput"), cameras: of("videoinput") };
  }

  release(): void {
    this.media?.removeEventListener?.("devicechange", this.#looked);
    this.microphone.release();
    this.camera.release();
  }
}
