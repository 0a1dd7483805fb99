/**
 * What one connection sends: a voice, and a picture in two layers of which the server says which anybody receives.
 * Nothing here changes the SDP.
 */
import type { Size } from "./protocol";

/** What the server asks for; `narrow`: much of what is sent is lost on its way there. */
export interface Asked {
  picture: Size;
  narrow: boolean;
}

const VOICE_BPS = 40_000;
const NARROW_VOICE_BPS = 16_000;
const LAYERS = [
  { rid: "q", height_px: 180, bps: 100_000, narrow_bps: 50_000 },
  { rid: "h", height_px: 360, bps: 400_000, narrow_bps: 400_000 },
] as const;
const FRAMES = 15;
const APPLIES_MS = 3000;

export const AUDIO_ENCODING: RTCRtpEncodingParameters = { priority: "high", networkPriority: "high", maxBitrate: VOICE_BPS };
/** The small one first. The large one starts when somebody is to receive it. */
export const VIDEO_ENCODINGS: RTCRtpEncodingParameters[] = LAYERS.map(({ rid, height_px, bps }) => ({
  rid, active: rid === "q", maxBitrate: bps, maxFramerate: FRAMES, scaleResolutionDownBy: 360 / height_px,
}));

export class Sending {
  #asked: Asked = { picture: "small", narrow: false };
  #height_px = 360;
  #applying = false;
  /** Something else was asked for meanwhile. */
  #stale = false;
  /** The browser would not have it: the same is asked once more. */
  #failed = false;

  constructor(
    private readonly audio: RTCRtpSender,
    private readonly video: RTCRtpSender,
  ) {}

  /** What is sent from now on; null sends nothing. */
  async voice(track: MediaStreamTrack | null): Promise<void> {
    await this.audio.replaceTrack(track);
  }

  async picture(track: MediaStreamTrack | null): Promise<void> {
    const height_px = track?.getSettings().height ?? this.#height_px;
    await this.video.replaceTrack(track);
    if (height_px === this.#height_px) return;
    this.#height_px = height_px;
    void this.#apply();
  }

  ask(asked: Asked): void {
    if (!this.#failed && asked.picture === this.#asked.picture && asked.narrow === this.#asked.narrow) return;
    this.#asked = asked;
    void this.#apply();
  }

  /** One after the other: a browser refuses what it did not hand out last. Of what is asked for meanwhile the last
   * counts, and one that never answers holds up no more than one that refuses: a camera would stay off for everybody. */
  async #apply(): Promise<void> {
    this.#stale = true;
    if (this.#applying) return;
    this.#applying = true;
    while (this.#stale) {
      this.#stale = false;
      const done = await within(APPLIES_MS, Promise.allSettled([this.#applyVoice(), this.#applyPicture()]));
      this.#failed = done?.every(({ status }) => status === "fulfilled") !== true;
    }
    this.#applying = false;
  }

  async #applyVoice(): Promise<void> {
    const parameters = this.audio.getParameters();
    for (const encoding of parameters.encodings) encoding.maxBitrate = this.#asked.narrow ? NARROW_VOICE_BPS : VOICE_BPS;
    await this.audio.setParameters(parameters);
  }

  async #applyPicture(): Promise<void> {
    const parameters = this.video.getParameters();
    const { picture, narrow } = this.#asked;
    parameters.encodings.forEach((encoding, index) => {
      const layer = LAYERS[index] ?? LAYERS[0];
      encoding.active = layer.rid === "q" ? picture !== "none" : picture === "large";
      encoding.maxBitrate = narrow ? layer.narrow_bps : layer.bps;
      encoding.scaleResolutionDownBy = Math.max(1, this.#height_px / layer.height_px);
    });
    await this.video.setParameters(parameters);
  }
}

/** What comes of it, or null after so long. */
function within<T>(ms: number, coming: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((settle) => (timer = setTimeout(() => settle(null), ms)));
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
}
