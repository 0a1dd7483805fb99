/** A peer connection that is told what becomes of it, for tests of `Media`. */
import { afterEach, beforeEach, vi } from "vitest";
import { Media, type PostOffer, type PostRestart } from "./media";

const CODECS = {
  audio: ["audio/opus", "audio/red", "audio/PCMU"],
  video: ["video/VP8", "video/rtx", "video/H264", "video/AV1"],
};

export class FakeStream {
  constructor(readonly tracks: unknown[] = []) {}
}

interface FakeTransceiver {
  kind: string;
  init: RTCRtpTransceiverInit;
  codecs: string[];
  sent: unknown[];
  /** By `setParameters`, the last ones. */
  encodings: RTCRtpEncodingParameters[];
  /** How often `setParameters` is refused from now on. */
  refuses: number;
  /** How often it is not answered at all. */
  hangs: number;
  /** How often it was called. */
  applied: number;
}

export class FakePeerConnection {
  connectionState: RTCPeerConnectionState = "new";
  onconnectionstatechange: (() => void) | null = null;
  readonly lines: FakeTransceiver[] = [];
  readonly steps: string[] = [];

  constructor(private configuration: RTCConfiguration = {}) {}

  getConfiguration(): RTCConfiguration {
    return this.configuration;
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.configuration = configuration;
    this.steps.push(`through ${configuration.iceServers?.map(({ username }) => username).join(" ")}`);
  }

  addTransceiver(kind: string, init: RTCRtpTransceiverInit) {
    const made: FakeTransceiver = { kind, init, codecs: [], sent: [], encodings: init.sendEncodings ?? [], refuses: 0, hangs: 0, applied: 0 };
    this.lines.push(made);
    return {
      receiver: { track: { line: this.lines.length - 1 } },
      sender: {
        replaceTrack: (track: unknown) => Promise.resolve(void made.sent.push(track)),
        getParameters: () => ({ encodings: made.encodings.map((encoding) => ({ ...encoding })) }),
        setParameters: ({ encodings }: RTCRtpSendParameters) =>
          ++made.applied && made.hangs-- > 0 ? new Promise<void>(() => undefined)
          : made.refuses-- > 0 ? Promise.reject(new Error("not now")) : Promise.resolve(void (made.encodings = encodings)),
      },
      setCodecPreferences: (codecs: { mimeType: string }[]) => (made.codecs = codecs.map((codec) => codec.mimeType)),
    };
  }

  get currentRemoteDescription(): { sdp: string } {
    return { sdp: this.steps.filter((step) => step.startsWith("a=")).at(-1) ?? "" };
  }

  createOffer({ iceRestart = false } = {}): Promise<{ type: "offer"; sdp: string }> {
    return Promise.resolve({ type: "offer", sdp: iceRestart ? "v=0\r\na=ice-ufrag:mine2\r\n" : "the offer" });
  }

  setLocalDescription(): Promise<void> {
    return Promise.resolve(void this.steps.push("local"));
  }

  setRemoteDescription({ sdp }: { sdp: string }): Promise<void> {
    return Promise.resolve(void this.steps.push(sdp));
  }

  bytesReceived = 0;
  bytesSent = 0;

  getStats(): Promise<Map<string, { type: string; bytesReceived?: number }>> {
    return Promise.resolve(new Map([["T", { type: "transport", bytesReceived: this.bytesReceived, bytesSent: this.bytesSent }], ["I", { type: "inbound-rtp" }]]));
  }

  close(): void {
    this.steps.push("closed");
  }

  becomes(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
}

/** By each test, the first one first. */
export let made: FakePeerConnection[];
export const last = (): FakePeerConnection => made.at(-1)!;

/** To be called by each file of tests: none is made yet, and time stands still. */
export function fakeConnections(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    made = [];
    vi.stubGlobal("MediaStream", FakeStream);
    vi.stubGlobal("RTCRtpReceiver", {
      getCapabilities: (kind: "audio" | "video") => ({ codecs: CODECS[kind].map((mimeType) => ({ mimeType })) }),
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

export const ANSWER = "a=ice-ufrag:ours\r\na=ice-pwd:old\r\na=mid:0\r\n";
export const RENEWED = "a=ice-ufrag:ours2\r\na=ice-pwd:new\r\na=mid:0\r\n";
export const answers: PostOffer = () => Promise.resolve({ answer: ANSWER });
export const renews: PostRestart = () => Promise.resolve({ ufrag: "ours2", pwd: "new" });

export function mediaWith(postOffer: PostOffer = answers, postRestart: PostRestart = renews): Media {
  const newConnection = (): RTCPeerConnection => {
    made.push(new FakePeerConnection());
    return last() as unknown as RTCPeerConnection;
  };
  return new Media({ slots: 3, postOffer, postRestart, newConnection });
}

export async function connected(media = mediaWith()): Promise<Media> {
  media.start();
  await vi.advanceTimersByTimeAsync(0);
  last().becomes("connected");
  return media;
}
