/**
 * A look at the way to the server's media port: for five seconds a picture of noise goes there and comes back. Nothing
 * of this person is in it. What it measures is the way itself; nobody else takes part. Knows no component.
 */
import { post } from "./post";

/** `late`: as `good`, but for a long way there and back. `unknown`: nobody could look just now. */
export type Verdict = "good" | "late" | "voice" | "little" | "nothing" | "unknown";
export type Way = "udp" | "tcp" | "relay";

/** Who looks: whoever has this place; or the link of one's own to a meeting that is not open yet, from which nobody goes in. */
export type At = { place: string } | { token: string };

export interface Path {
  verdict: Verdict;
  /** Null where nothing got through. */
  measured: Measured | null;
  /** Where the media port is, for whoever looks after the network; "" where the server has not said it. */
  port: string;
}

export interface Measured {
  way: Way;
  /** Share of the packets that did not come, there and back, 0 to 1. */
  loss: number;
  /** Before anything else was on the way; and with all that was sent on it, which a narrow one keeps waiting. */
  roundTrip_ms: number;
  fullTrip_ms: number;
  jitter_ms: number;
  /** What the way carries, as far as was tried. */
  rate_bps: number;
}

/** The counters of one connection at one moment. */
export interface Sample {
  at_ms: number;
  sentBytes: number;
  gotBytes: number;
  got: number;
  lost: number;
  jitter_ms: number;
  roundTrip_ms: number;
  /** What the browser believes that it could send; null where it does not say so. */
  available_bps: number | null;
  way: Way;
}

const CONNECTS_WITHIN_MS = 8000;
const BEGINS_MS = 1000;
const LASTS_MS = 5000;
const PICTURES_PER_S = 15;
const MOST_BPS = 350_000;

// From here on a link is weak, and very weak. Loss is there and back: the server's own words (docs/protocol.md) are of one way.
const WEAK_LOSS = 0.05;
const WEAK_MS = 500;
const VERY_WEAK_LOSS = 0.25;
const VERY_WEAK_MS = 1000;
/** A small picture with its sound; and a voice alone, with what comes beside it. */
const PICTURES_BPS = 180_000;
const VOICE_BPS = 30_000;
/** Less than this share comes back of what was sent: then what came is what the way carries. */
const ALL_COMES = 0.85;

export function judge({ loss, roundTrip_ms, rate_bps }: Measured): Verdict {
  if (loss >= VERY_WEAK_LOSS || roundTrip_ms >= VERY_WEAK_MS || rate_bps < VOICE_BPS) return "little";
  if (loss >= WEAK_LOSS || rate_bps < PICTURES_BPS) return "voice";
  return roundTrip_ms >= WEAK_MS ? "late" : "good";
}

/** What the counters say that were read at the beginning and at the end, and how long the way was once there was one: what
 * waits in a queue of our own making is not held against it. Null if nothing came back in between. */
export function between(idleTrip_ms: number, first: Sample, last: Sample): Measured | null {
  const seconds = (last.at_ms - first.at_ms) / 1000;
  const got = last.got - first.got;
  if (got <= 0 || seconds <= 0) return null;
  const lost = Math.max(0, last.lost - first.lost);
  const came_bps = ((last.gotBytes - first.gotBytes) * 8) / seconds;
  const share = (last.gotBytes - first.gotBytes) / Math.max(1, last.sentBytes - first.sentBytes);
  return {
    way: last.way,
    loss: lost / (lost + got),
    roundTrip_ms: idleTrip_ms || last.roundTrip_ms,
    fullTrip_ms: last.roundTrip_ms,
    jitter_ms: last.jitter_ms,
    rate_bps: share < ALL_COMES ? came_bps : Math.max(came_bps, last.available_bps ?? 0),
  };
}

/** Looks once. Never rejects; `unknown` once `stop` is aborted, or while the page is not in sight: it draws nothing then. */
export async function look(stop: AbortSignal, at: At): Promise<Path> {
  const noise = document.hidden ? null : drawNoise();
  let pc: RTCPeerConnection | null = null;
  try {
    return noise === null ? UNKNOWN : await measured((pc = new RTCPeerConnection({ bundlePolicy: "max-bundle" })), noise.track, stop, at);
  } catch {
    return UNKNOWN; // a browser without WebRTC, or one that will have none of the answer
  } finally {
    pc?.close();
    noise?.stop();
  }
}

const UNKNOWN: Path = { verdict: "unknown", measured: null, port: "" };

async function measured(pc: RTCPeerConnection, track: MediaStreamTrack, stop: AbortSignal, at: At): Promise<Path> {
  lay(pc, track);
  const offer = await pc.createOffer();
  const { status, body } = await post("/api/check", { offer: offer.sdp, ...at });
  if (status !== 200) return UNKNOWN;
  const answer = String(body["answer"]);
  if (body["relay"]) pc.setConfiguration({ ...pc.getConfiguration(), iceServers: [body["relay"] as RTCIceServer] });
  await pc.setLocalDescription(offer);
  await pc.setRemoteDescription({ type: "answer", sdp: answer });
  const nothing: Path = { verdict: "nothing", measured: null, port: portIn(answer) };
  if (!(await connected(pc, stop))) return stop.aborted ? UNKNOWN : nothing;
  const idle = await read(pc);
  await pause(BEGINS_MS, stop);
  const first = await read(pc);
  await pause(LASTS_MS - BEGINS_MS, stop);
  const last = await read(pc);
  if (stop.aborted || document.hidden) return UNKNOWN;
  const found = between(idle.roundTrip_ms, first, last);
  return found === null ? nothing : { verdict: judge(found), measured: found, port: nothing.port };
}

/** The lines of a circle of one, in the protocol's order; sound is asked for and not sent. */
function lay(pc: RTCPeerConnection, track: MediaStreamTrack): void {
  pc.addTransceiver("audio", { direction: "sendonly" });
  pc.addTransceiver(track, { direction: "sendonly", sendEncodings: [{ maxBitrate: MOST_BPS }] });
  pc.addTransceiver("audio", { direction: "recvonly" });
  pc.addTransceiver("video", { direction: "recvonly" });
}

function connected(pc: RTCPeerConnection, stop: AbortSignal): Promise<boolean> {
  return new Promise((done) => {
    const looked = (): void => {
      if (pc.connectionState === "connected") done(true);
      if (pc.connectionState === "failed" || pc.connectionState === "closed") done(false);
    };
    pc.addEventListener("connectionstatechange", looked);
    stop.addEventListener("abort", () => done(false));
    setTimeout(() => done(false), CONNECTS_WITHIN_MS);
    looked();
  });
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms);
    stop.addEventListener("abort", () => done());
  });
}

type Report = Record<string, unknown> & { type: string; id: string };

async function read(pc: RTCPeerConnection): Promise<Sample> {
  const all = await pc.getStats();
  return sampleOf([...(all.values() as Iterable<Report>)], performance.now());
}

/** Of a browser's own statistics (webrtc-stats). */
export function sampleOf(reports: readonly Report[], at_ms: number): Sample {
  const of = (type: string): Report[] => reports.filter((one) => one.type === type);
  const sum = (ones: Report[], name: string): number => ones.reduce((all, one) => all + numberOf(one[name]), 0);
  const [sent, got] = [of("outbound-rtp"), of("inbound-rtp")];
  const chosen = of("transport")[0]?.["selectedCandidatePairId"];
  const pair = of("candidate-pair").find((one) => one.id === chosen || one["selected"] === true);
  const own = reports.find((one) => one.id === pair?.["localCandidateId"]);
  const trips = [pair?.["currentRoundTripTime"], ...of("remote-inbound-rtp").map((one) => one["roundTripTime"])];
  const available = pair?.["availableOutgoingBitrate"];
  return {
    at_ms,
    sentBytes: sum(sent, "bytesSent"),
    gotBytes: sum(got, "bytesReceived"),
    got: sum(got, "packetsReceived"),
    lost: sum(got, "packetsLost"),
    jitter_ms: 1000 * Math.max(0, ...got.map((one) => numberOf(one["jitter"]))),
    roundTrip_ms: 1000 * Math.max(0, ...trips.map(numberOf)),
    available_bps: typeof available === "number" ? available : null,
    way: own?.["candidateType"] === "relay" ? "relay" : own?.["protocol"] === "tcp" ? "tcp" : "udp",
  };
}

function numberOf(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** The number of the media port, as the answer's candidates have it. */
export function portIn(answer: string): string {
  return /a=candidate:\S+ 1 udp \d+ \S+ (\d+) typ host/i.exec(answer)?.[1] ?? "";
}

/** A picture that no codec can make small: grains of any colour, another each time. Null where a page cannot film what it
 * draws. */
function drawNoise(): { track: MediaStreamTrack; stop: () => void } | null {
  const canvas = document.createElement("canvas");
  canvas.width = 160;
  canvas.height = 90;
  const pen = canvas.getContext("2d");
  if (!pen || typeof canvas.captureStream !== "function") return null;
  const picture = pen.createImageData(canvas.width, canvas.height);
  const colours = new Uint32Array(picture.data.buffer);
  const draw = (): void => {
    for (let n = 0; n < colours.length; n++) colours[n] = (Math.random() * 0x1000000) | 0xff000000;
    pen.putImageData(picture, 0, 0);
  };
  draw();
  const timer = setInterval(draw, 1000 / PICTURES_PER_S);
  const [track] = canvas.captureStream(PICTURES_PER_S).getVideoTracks();
  const stop = (): void => {
    clearInterval(timer);
    track?.stop();
  };
  return track ? { track, stop } : (stop(), null);
}
