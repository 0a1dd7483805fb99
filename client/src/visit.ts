/**
 * One visit to the room: session, media and devices, and how they act on each other. A page opens one and draws it.
 * The only module that knows all three; knows no component.
 */
import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { announceChanges, type Announced } from "./announced";
import type { Boot } from "./boot";
import { keepWish, takeChoices, type Choices } from "./choices";
import { Devices } from "./devices";
import { Looks } from "./looks";
import { Media, type MediaLink, type MediaOptions } from "./media";
import { watchBusy, type Busy } from "./busy";
import { isOutside } from "./protocol";
import { isStopped, Session, type SocketLike } from "./session";
import { newSocket } from "./socket";
import { truth, type Truth } from "./truth";

export interface Visit {
  session: Session;
  media: Media;
  devices: Devices;
  looks: Looks;
  /** What this visit has sent and received. */
  bytes: ReadonlySignal<number>;
  /** Whether this computer holds things up. */
  busy: ReadonlySignal<Busy>;
  /** The one line about oneself: `t(truth.value.id, truth.value.args)`. */
  truth: ReadonlySignal<Truth>;
  /** For the page's one live region: the messages of the last change, and a number that changes with each. */
  announced: ReadonlySignal<Announced>;
  /** Closes everything; for good. */
  close(): void;
}

/** What tests replace. */
export interface VisitParts {
  socket?: SocketLike;
  devices?: Devices;
  media?: Media;
  choices?: Choices;
}

declare global {
  interface Window {
    /** For tests only: the connection whose statistics they read, and the session they compare with. */
    restarea?: { pc(): RTCPeerConnection | null; session: Session; media: Media; devices: Devices };
  }
}

export function openVisit(boot: Boot, parts: VisitParts = {}): Visit {
  const session = new Session(parts.socket ?? newSocket(), boot.snapshot ?? null);
  const media = parts.media ?? new Media({ slots: boot.slots ?? 0, shownAt: session.shownAt, relay: boot.relay } satisfies MediaOptions);
  const devices = parts.devices ?? new Devices();
  const choices = parts.choices ?? takeChoices();
  const looks = new Looks(choices.wish);
  const bytes = signal(0);
  const busy = signal<Busy>(null);
  const fresh = signal(false);
  const about = computed(() =>
    truth({
      connection: session.connection.value,
      draining: session.draining.value,
      refusal: session.refusal.value,
      view: session.view.value,
      you: session.you.value,
      facts: session.facts.value,
      media: media.link.value,
      blocked: media.blocked.value,
      microphone: devices.microphone.state.value,
      fresh: fresh.value,
      late: busy.value === "late",
      now: session.now(),
      nameOf: (seat) => session.people.value[String(seat)] ?? "",
    }),
  );
  const announced = signal<Announced>({ number: 0, told: [] });
  const endings = [
    effect(() => media.lend(session.lent.value)),
    effect(() => media.sendAudio(devices.microphone.track.value)),
    effect(() => media.sendVideo(devices.camera.track.value)),
    askSending(session, media),
    tellLooks(session, looks),
    effect(() => keepWish(looks.wish.value)),
    countBytes(media, bytes),
    watchBusy(busy, () => media.pc()),
    keepConnected(session, media, devices),
    comeAgain(session, media),
    followNetwork(session, media),
    closeOutside(session, devices),
    effect(() => giveTime(fresh, media.link.value, devices.microphone.track.value)),
    announceChanges(session, announced, devices.microphone.state),
  ];
  session.start();
  openChosen(session, devices, choices);
  window.restarea = { pc: () => media.pc(), session, media, devices };
  return {
    session,
    media,
    devices,
    looks,
    bytes,
    busy,
    truth: about,
    announced,
    close() {
      for (const end of endings) end();
      session.stop();
      media.stop();
      devices.release();
    },
  };
}

/** Nobody looks, nobody sends: the server says which layers anybody receives. What it said last holds until it says more. */
function askSending(session: Session, media: Media): () => void {
  return effect(() => {
    const own = session.facts.value?.you;
    if (own?.picture !== undefined) media.ask({ picture: own.picture, narrow: own.narrow });
  });
}

/** A window that is being resized says so once it rests. */
const RESTS_MS = 300;

function tellLooks(session: Session, looks: Looks): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = "";
  const hide = (): void => void (looks.hidden.value = document.hidden);
  hide();
  document.addEventListener("visibilitychange", hide);
  const end = effect(() => {
    const own = session.you.value?.seat;
    const view = session.circle.value;
    if (view === null) return;
    const message = looks.message(Object.keys(view.seats).map(Number).filter((seat) => seat !== own));
    const text = JSON.stringify(message);
    clearTimeout(timer);
    if (text === told) return;
    timer = setTimeout(() => {
      told = text;
      session.look(message);
    }, RESTS_MS);
  });
  return () => {
    end();
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", hide);
  };
}

/** Three facts: so long it takes at most until the server has heard a microphone that works. Then it is said if it has not. */
export const HEARD_WITHIN_MS = 3000;

/** Anew with each link and each track. */
function giveTime(fresh: Signal<boolean>, _link: MediaLink, _track: MediaStreamTrack | null): () => void {
  fresh.value = true;
  const timer = setTimeout(() => (fresh.value = false), HEARD_WITHIN_MS);
  return () => clearTimeout(timer);
}

const COUNTS_MS = 5000;

/** Over all of its connections: each begins at nothing. */
function countBytes(media: Media, bytes: Signal<number>): () => void {
  let [before, last] = [0, 0];
  const timer = setInterval(() => {
    void media.bytes().then((now) => {
      if (now < last) before += last;
      last = now;
      bytes.value = before + now;
    });
  }, COUNTS_MS);
  return () => clearInterval(timer);
}

function openChosen(session: Session, devices: Devices, choices: Choices): void {
  devices.microphone.id = choices.microphoneId;
  devices.camera.id = choices.cameraId;
  if (isOver(session) || outside(session)) return;
  // Observers are seen and never heard.
  if (choices.microphone && session.you.peek()?.role !== "observer") void devices.microphone.open();
  if (choices.camera) void devices.camera.open();
}

/** Whoever has gone, been replaced or come to the end sends nothing more. */
function isOver(session: Session): boolean {
  const standing = session.you.value?.standing;
  const connection = session.connection.value;
  return (
    session.view.value.stage === "ended" ||
    isStopped(session) ||
    (standing !== "waiting" && standing !== "seated") ||
    connection === "replaced" ||
    connection === "refused"
  );
}

/** The leaders have the room to themselves: nothing of the others is to be open when somebody steps back from there. */
function outside(session: Session): boolean {
  const [view, you] = [session.circle.value, session.you.value];
  return view !== null && you !== null && isOutside(view, you);
}

function closeOutside(session: Session, devices: Devices): () => void {
  return effect(() => {
    if (!outside(session)) return;
    devices.microphone.release();
    devices.camera.release();
  });
}

/** Media live while this person has a place; a restarted server, known by its new epoch, needs a new connection. One that
 * was begun since the socket was lost is that already: a second would end it, and be one more loss in the record.
 * Whoever was refused for a while is connected anew, and sends nothing until they say so, as after a reload. */
function keepConnected(session: Session, media: Media, devices: Devices): () => void {
  let connected: string | null = null;
  let up = false;
  let before: RTCPeerConnection | null | undefined;
  return effect(() => {
    const was = up;
    up = session.connection.value === "up";
    if (was && !up) before = media.pc();
    if (isOver(session)) {
      connected = null;
      media.stop();
      devices.microphone.release();
      devices.camera.release(); // the devices' lights go out
      return;
    }
    if (up && !was && media.link.peek() === "refused") connected = null; // whoever refused it may have been another server
    const epoch = session.epoch.value;
    if (epoch === null || epoch === connected) return;
    connected = epoch;
    const pc = media.pc();
    if (before === undefined || before === pc || pc === null) media.start();
    else void media.doubted();
  });
}

/** Not every page of a house at once: whoever forwards answers one offer after another. */
const SPREAD_MS = 300;

/** Whoever forwards for this room may be another one now: it knows of no connection, and the browser takes seconds to see. */
function comeAgain(session: Session, media: Media): () => void {
  let known = session.mediaLost.peek();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = effect(() => {
    if (session.mediaLost.value === known) return;
    known = session.mediaLost.value;
    clearTimeout(timer);
    timer = setTimeout(() => media.gone(), Math.random() * SPREAD_MS);
  });
  return () => {
    end();
    clearTimeout(timer);
  };
}

/** Facts come once a second: without them for this long, the network may be another one and nobody have said so. */
export const QUIET_MS = 1500;

/** The device's own word that there is a network, and a socket that found its way back, are believed; facts that stay
 * away, and a browser's new estimate of the network, are a doubt. Each is sooner than the browser's own about the connection. */
function followNetwork(session: Session, media: Media): () => void {
  const moved = (): void => media.moved();
  const doubted = (): void => void media.doubted();
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const network = (navigator as { connection?: EventTarget }).connection;
  addEventListener("online", moved);
  network?.addEventListener("change", doubted);
  const endings = [
    effect(() => {
      if (session.connection.value === "up" && media.link.peek() === "lost") moved();
    }),
    effect(() => {
      clearTimeout(quiet);
      if (session.facts.value !== null) quiet = setTimeout(doubted, QUIET_MS);
    }),
  ];
  return () => {
    for (const end of endings) end();
    clearTimeout(quiet);
    removeEventListener("online", moved);
    network?.removeEventListener("change", doubted);
  };
}
