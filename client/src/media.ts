/**
 * The one peer connection: what this person sends, and a slot for every seat. The client offers once; who is heard and
 * seen is the server's doing and never shows in the SDP (docs/protocol.md, "Media"). Knows no session and no DOM.
 */
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { Asking, backOff, posted } from "./asking";
import { GIVEN_UP_MS } from "./post";
import type { Lent, SeatId } from "./protocol";
import { AUDIO_ENCODING, type Asked, Sending, VIDEO_ENCODINGS } from "./sending";

/** `lost`: coming back by itself. `refused`: the server does not want this connection; see `Media.refusal`. */
export type MediaLink = "off" | "connecting" | "up" | "lost" | "refused";

/** What is played of a seat. The streams stay the same as long as the connection and the slot do, whoever sits there. */
export interface Slot {
  seat: SeatId;
  audio: MediaStream;
  video: MediaStream;
}

/** The answer's SDP, and a relay that opens now where there is one. */
export interface Answered {
  answer: string;
  relay?: RTCIceServer | undefined;
}

/** Or the code of a refusal that trying again would not change. Rejects when the server is away. */
export type PostOffer = (sdp: string) => Promise<Answered | { code: string }>;

export interface Renewed {
  ufrag: string;
  pwd: string;
  relay?: RTCIceServer | undefined;
}

/** The server's new ICE credentials for the connection that it knows by its own former ufrag. Rejects in the same way. */
export type PostRestart = (connection: string, ufrag: string, over: AbortSignal) => Promise<Renewed | { code: string }>;

export interface MediaOptions {
  /** How many seats the offer holds, or, where there are more, how many slots they share. */
  slots: number;
  /** `Session.shownAt`: the server refuses the offer of a page that a later one has replaced. */
  shownAt?: number | null;
  /** What the page came with: it opens for the first connection, and not for one that is made hours later. */
  relay?: RTCIceServer | undefined;
  postOffer?: PostOffer;
  postRestart?: PostRestart;
  newConnection?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

/** A disturbed connection is restarted: the same keys, by whatever network there is now. If it has not healed this long
 * after the server first answered, it is made anew. */
const HEAL_MS = 4000;
/** Longer than a voice that pauses is silent on the wire. */
export const STILL_MS = 500;
const RESTART_AGAIN_MS = 500;
const RESTART_AGAIN_MOST_MS = 1000;
/** So many times what was asked ended without any answer; then the connection is made anew. */
const UNANSWERED_MOST = 5;
const AGAIN_MS = 500;
const AGAIN_MOST_MS = 8000;
/** Of what the browser has, what is sent and what is received: redundant audio is the server's to send where much is lost. */
const VIDEO = ["video/vp8", "video/rtx"];
const SENT_AUDIO = ["audio/opus"];
const RECEIVED_AUDIO = [...SENT_AUDIO, "audio/red"];

export class Media {
  readonly #link = signal<MediaLink>("off");
  readonly #laid = signal<ReadonlyMap<number, Slot>>(new Map());
  readonly #lent = signal<Lent>(null);
  readonly #refusal = signal<string | null>(null);
  readonly link: ReadonlySignal<MediaLink> = this.#link;
  /** Whether the browser lets no sound through before a touch. */
  readonly blocked = signal(false);
  /** By seat; replaced as a whole by each new connection. A slot nobody is forwarded into stays silent and black. */
  readonly slots: ReadonlySignal<ReadonlyMap<SeatId, Slot>> = computed(() => bySeat(this.#laid.value, this.#lent.value));
  readonly refusal: ReadonlySignal<string | null> = this.#refusal;

  readonly #post: PostOffer;
  readonly #postRestart: PostRestart;
  #current: RTCPeerConnection | null = null;
  #sending: Sending | null = null;
  #asked: Asked | null = null;
  #tracks: { audio: MediaStreamTrack | null; video: MediaStreamTrack | null } = { audio: null, video: null };
  #relay: RTCIceServer | undefined;
  #relayIsNew = true;
  #attempts = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #healing: ReturnType<typeof setTimeout> | undefined;
  /** For the next connection to be made: not while one is. */
  #waiting = false;
  #reached: RTCPeerConnection | null = null;
  #restarting: RTCPeerConnection | null = null;
  #hurry: () => void = () => undefined;

  constructor(private readonly options: MediaOptions) {
    const shown_at = options.shownAt ?? null;
    this.#post = options.postOffer ?? ((offer) => posted("/api/media", { offer, shown_at }));
    this.#postRestart = options.postRestart ?? ((connection, ufrag, over) => posted("/api/media/restart", { connection, ufrag, shown_at }, over));
    this.#relay = options.relay;
  }

  /** The connection there is now; for tests and for statistics. */
  pc(): RTCPeerConnection | null {
    return this.#current;
  }

  /** Connects, anew if need be. What was being sent goes on in the new connection. */
  start(): void {
    this.#settle();
    this.#drop();
    this.#link.value = this.#link.peek() === "off" ? "connecting" : "lost";
    const configuration: RTCConfiguration = { iceServers: through(this.#relay), bundlePolicy: "max-bundle" };
    const pc = this.options.newConnection?.(configuration) ?? new RTCPeerConnection(configuration);
    this.#current = pc;
    pc.onconnectionstatechange = () => this.#onState(pc);
    this.#lay(pc);
    this.#negotiate(pc).catch(() => {
      if (pc === this.#current) this.#again();
    });
  }

  /** The device's network is another one now. Nothing happens to a connection that is being made. */
  moved(): void {
    const pc = this.#current;
    this.#hurry();
    if (pc !== null && pc === this.#reached) void this.#restart(pc);
    else if (this.#waiting) this.start();
  }

  /** The server says that it is no more, however it looks from here. What was refused stays so. */
  gone(): void {
    if (this.#current !== null || this.#waiting) this.start();
  }

  /** It may be another one: that is believed if nothing comes for a moment. */
  async doubted(): Promise<void> {
    const pc = this.#current;
    if (pc === null || pc !== this.#reached) return;
    const before = await received(pc);
    await new Promise((later) => setTimeout(later, STILL_MS));
    if (pc === this.#current && (await received(pc)) === before) this.moved();
  }

  /** Which slot carries which seat from now on; null: a seat is its slot. */
  lend(lent: Lent): void {
    this.#lent.value = lent;
  }

  stop(): void {
    this.#settle();
    this.#drop();
    this.#link.value = "off";
  }

  /** What is sent from now on; null sends nothing. */
  sendAudio(track: MediaStreamTrack | null): void {
    this.#tracks.audio = track;
    void this.#sending?.voice(track).catch(() => undefined);
  }

  sendVideo(track: MediaStreamTrack | null): void {
    this.#tracks.video = track;
    void this.#sending?.picture(track).catch(() => undefined);
  }

  /** Which layers of the picture anybody receives, and whether the way to the server is narrow. */
  ask(asked: Asked): void {
    this.#asked = asked;
    this.#sending?.ask(asked);
  }

  /** Bytes that this connection has sent and received. */
  async bytes(): Promise<number> {
    const { received, sent } = this.#current === null ? { received: 0, sent: 0 } : await carried(this.#current);
    return received + sent;
  }

  /** Every m-line in the protocol's order. Without tracks: they come later and change nothing in the SDP. */
  #lay(pc: RTCPeerConnection): void {
    const video = preferred("video", VIDEO); // asking for each line takes a while
    const sent = { audio: preferred("audio", SENT_AUDIO), video };
    const received = { audio: preferred("audio", RECEIVED_AUDIO), video };
    const line = (kind: "audio" | "video", init: RTCRtpTransceiverInit): RTCRtpTransceiver => {
      const transceiver = pc.addTransceiver(kind, init);
      const codecs = (init.direction === "recvonly" ? received : sent)[kind];
      if (codecs.length > 0) transceiver.setCodecPreferences(codecs);
      return transceiver;
    };
    this.#sending = new Sending(
      line("audio", { direction: "sendonly", sendEncodings: [AUDIO_ENCODING] }).sender,
      line("video", { direction: "sendonly", sendEncodings: VIDEO_ENCODINGS }).sender,
    );
    const slots = new Map<SeatId, Slot>();
    for (let seat = 1; seat <= this.options.slots; seat++) {
      const heard = line("audio", { direction: "recvonly" });
      const seen = line("video", { direction: "recvonly" });
      slots.set(seat, {
        seat,
        audio: new MediaStream([heard.receiver.track]),
        video: new MediaStream([seen.receiver.track]),
      });
    }
    this.#laid.value = slots;
  }

  async #negotiate(pc: RTCPeerConnection): Promise<void> {
    const offer = await pc.createOffer();
    // The text from before gathering: candidates in every section would double it, and the server needs none.
    const answer = this.#post(offer.sdp ?? "");
    const [answered] = await Promise.all([answer, this.#gather(pc, offer, answer)]);
    if (pc !== this.#current) return;
    if ("code" in answered) return this.#refuse(answered.code);
    this.#relay = answered.relay;
    await pc.setRemoteDescription({ type: "answer", sdp: answered.answer });
    await Promise.all([this.#sending?.voice(this.#tracks.audio), this.#sending?.picture(this.#tracks.video)]);
    if (this.#asked !== null) this.#sending?.ask(this.#asked);
  }

  /** Asks by the network that there is now, until that is answered or the connection is made anew. */
  async #restart(pc: RTCPeerConnection): Promise<void> {
    if (this.#restarting === pc) return;
    this.#restarting = pc;
    try {
      for (let tries = 0, unanswered = 0; ; tries++) {
        const began = performance.now();
        if (pc !== this.#current || (await this.#renew(pc))) break;
        // What took as long as a wait is not waited for: where nothing passes, a request fails after seconds.
        const took = performance.now() - began;
        const wait = backOff(tries, RESTART_AGAIN_MS, RESTART_AGAIN_MOST_MS) - took;
        if (took >= GIVEN_UP_MS && ++unanswered === UNANSWERED_MOST) return this.start();
        await new Promise<void>((later) => setTimeout((this.#hurry = later), Math.max(0, wait)));
      }
    } catch {
      if (pc === this.#current) this.start(); // the browser will have none of it
    } finally {
      if (this.#restarting === pc) this.#restarting = null;
    }
  }

  /** Only credentials travel, for an offer takes seconds of a narrow link: nothing else in either description is new.
   * False while the server is out of reach. */
  async #renew(pc: RTCPeerConnection): Promise<boolean> {
    const offer = await pc.createOffer({ iceRestart: true });
    const before = pc.currentRemoteDescription?.sdp ?? "";
    const [known, ufrag] = [value(before, "ice-ufrag"), value(offer.sdp ?? "", "ice-ufrag")];
    const asking = new Asking((over) => this.#postRestart(known, ufrag, over));
    this.#hurry = () => asking.again();
    const [renewed] = await Promise.all([asking.answer, this.#gather(pc, offer, asking.answer)]);
    if (pc !== this.#current) return true;
    if (renewed === null) return false;
    if ("code" in renewed) {
      if (renewed.code === "no_connection") this.start();
      else this.#refuse(renewed.code);
      return true;
    }
    const sdp = before.replace(/a=ice-ufrag:.*/g, `a=ice-ufrag:${renewed.ufrag}`).replace(/a=ice-pwd:.*/g, `a=ice-pwd:${renewed.pwd}`);
    await pc.setRemoteDescription({ type: "answer", sdp });
    if (pc === this.#current && pc.connectionState !== "connected") this.#healing ??= setTimeout(() => this.start(), HEAL_MS);
    return true;
  }

  #refuse(code: string): void {
    this.#refusal.value = code;
    this.#drop();
    this.#link.value = "refused";
  }

  /** At once; but through a relay whose credentials may have run out meanwhile, once the answer has brought others. */
  async #gather(
    pc: RTCPeerConnection, offer: RTCSessionDescriptionInit, posted: Promise<Answered | Renewed | { code: string } | null>,
  ): Promise<void> {
    const waits = this.#relay !== undefined && !this.#relayIsNew;
    this.#relayIsNew = false;
    if (waits) {
      const answered = await posted;
      if (answered === null || "code" in answered) return;
      this.#relay = answered.relay;
      pc.setConfiguration({ ...pc.getConfiguration(), iceServers: through(answered.relay) });
    }
    await pc.setLocalDescription(offer);
  }

  #onState(pc: RTCPeerConnection): void {
    if (pc !== this.#current) return;
    switch (pc.connectionState) {
      case "connected":
        this.#settle();
        this.#attempts = 0;
        this.#reached = pc;
        this.#refusal.value = null;
        this.#link.value = "up";
        break;
      case "disconnected":
      case "failed":
        if (pc !== this.#reached) return this.#again();
        this.#link.value = "lost";
        void this.#restart(pc);
        break;
      case "closed":
        this.#again();
    }
  }

  #again(): void {
    this.#link.value = "lost";
    this.#settle();
    this.#waiting = true;
    this.#timer = setTimeout(() => this.start(), backOff(this.#attempts++, AGAIN_MS, AGAIN_MOST_MS));
  }

  #settle(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#healing);
    this.#healing = undefined;
    this.#waiting = false;
  }

  #drop(): void {
    const pc = this.#current;
    this.#current = null;
    this.#sending = null;
    pc?.close();
  }
}

function through(relay: RTCIceServer | undefined): RTCIceServer[] {
  return relay ? [relay] : [];
}

function bySeat(laid: ReadonlyMap<number, Slot>, lent: Lent): ReadonlyMap<SeatId, Slot> {
  if (lent === null) return laid;
  const slots = new Map<SeatId, Slot>();
  for (const [seat, number] of Object.entries(lent)) {
    const slot = laid.get(number);
    if (slot) slots.set(Number(seat), { ...slot, seat: Number(seat) });
  }
  return slots;
}

/** The codecs that are offered: an untrimmed offer of a whole circle is more than the server reads. */
function preferred(kind: "audio" | "video", wanted: readonly string[]): RTCRtpCodec[] {
  const all = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
  return all.filter((codec) => wanted.includes(codec.mimeType.toLowerCase()));
}

async function received(pc: RTCPeerConnection): Promise<number> {
  return (await carried(pc)).received;
}

async function carried(pc: RTCPeerConnection): Promise<{ received: number; sent: number }> {
  const total = { received: 0, sent: 0 };
  for (const one of (await pc.getStats()).values() as Iterable<{ type: string; bytesReceived?: number; bytesSent?: number }>) {
    if (one.type !== "transport") continue;
    total.received += one.bytesReceived ?? 0;
    total.sent += one.bytesSent ?? 0;
  }
  return total;
}

function value(sdp: string, name: string): string {
  return new RegExp(`a=${name}:(\\S+)`).exec(sdp)?.[1] ?? "";
}
