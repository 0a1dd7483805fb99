/**
 * The session's state as signals, and the one way to ask the server for something. Knows no DOM and no media.
 *
 * Gapless or nothing: news whose number does not follow are held until hello has brought what was missed.
 */
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { ServerClock } from "./clock";
import type { Answer, CommandFields, CommandType } from "./commands";
import { answerIn, deskIn, earlierIn, expectedIn, helloAnswerIn, isFacts, isNews, isSnapshot, lentIn, NOBODY, peopleIn, platesIn } from "./incoming";
import type { LooksMessage } from "./looks";
import {
  isCircle, PROTOCOL,
  type Audience, type CircleView, type Earlier, type Expected, type Facts, type News, type People, type Keeping, type Lent, type Plates,
  type SeatId, type Snapshot, type View, type You,
} from "./protocol";
import { Unanswered, UNREACHABLE } from "./unanswered";

/** `lost`: coming back by itself. `replaced`: open elsewhere, final. `refused`: see `Session.refusal`. */
export type Connection = "connecting" | "up" | "lost" | "replaced" | "refused";

/** The part of a socket.io-client socket that is used. It is handed over unconnected. */
export interface SocketLike {
  /** False once it will not try again by itself: the server closed it or refused it. */
  readonly active: boolean;
  on(event: string, listener: (...args: never[]) => void): unknown;
  emit(event: string, message: unknown, answered: (answer: unknown) => void): unknown;
  connect(): unknown;
  disconnect(): unknown;
}

/** Without facts for this long the link is unsteady; for `DEAD_MS`, it is given up and made anew. */
export const UNSTEADY_MS = 3000;
export const DEAD_MS = 8000;
/** A link that the server closed is tried again after about this long, and twice as long each time up to the most. */
const AGAIN_MS = 500;
const AGAIN_MOST_MS = 8000;
/** So many refused connections in a row mean that this browser has no place here (any more). */
const REFUSALS_MOST = 6;
const FINAL = new Set(["removed", "session_ended", "protocol"]);

/** A rehearsal that was stopped does not go on: nothing is restored, and nobody is kept a seat. */
export function isStopped({ connection, draining, rehearsal }: Pick<Session, "connection" | "draining" | "rehearsal">): boolean {
  return connection.value === "lost" && draining.value && rehearsal.value !== null;
}

export class Session {
  readonly #connection = signal<Connection>("connecting");
  readonly #draining = signal(false);
  readonly #refusal = signal<string | null>(null);
  readonly #place = signal<{ epoch: string; audience: Audience; seq: number } | null>(null);
  readonly #you = signal<You | null>(null);
  readonly #view = signal<View>({ stage: "gathering" });
  readonly #people = signal<People>({});
  readonly #plates = signal<Plates>({});
  readonly #earlier = signal<Earlier>({});
  readonly #expected = signal<Expected>(NOBODY);
  readonly #lent = signal<Lent>(null);
  readonly #keeping = signal<Keeping>("nothing");
  readonly #together = signal(false);
  readonly #rehearsal = signal<number | null>(null);
  readonly #notes = signal("");
  readonly #secondDesk = signal(false);
  readonly #facts = signal<Facts | null>(null);
  readonly #attended = signal(false);
  readonly #mediaLost = signal(0);

  readonly connection: ReadonlySignal<Connection> = this.#connection;
  /** The server has said that it goes down for a moment. */
  readonly draining: ReadonlySignal<boolean> = this.#draining;
  /** Why hello was refused: `removed`, `session_ended`, `no_session`, `protocol`; null otherwise. */
  readonly refusal: ReadonlySignal<string | null> = this.#refusal;
  readonly view: ReadonlySignal<View> = this.#view;
  /** The view of somebody in the circle; null in the waiting room and after leaving. */
  readonly circle: ReadonlySignal<CircleView | null> = computed(() =>
    isCircle(this.#view.value) ? this.#view.value : null,
  );
  /** Null only where a page came without a snapshot. */
  readonly you: ReadonlySignal<You | null> = this.#you;
  /** Whether one has stepped out: into the private room, or alone. */
  readonly out: ReadonlySignal<boolean> = computed(() => this.circle.value?.seats[this.you.value?.seat ?? 0]?.stepped_out === true);
  readonly audience: ReadonlySignal<Audience | null> = computed(() => this.#place.value?.audience ?? null);
  /** Names this run of the room; it changes when the server was restarted. */
  readonly epoch: ReadonlySignal<string | null> = computed(() => this.#place.value?.epoch ?? null);
  readonly people: ReadonlySignal<People> = this.#people;
  /** Who of the group is invited and has not come yet; leaders only. */
  readonly expected: ReadonlySignal<Expected> = this.#expected;
  readonly lent: ReadonlySignal<Lent> = this.#lent;
  /** How often the server has said that the media connection is no more. */
  readonly mediaLost: ReadonlySignal<number> = this.#mediaLost;
  readonly keeping: ReadonlySignal<Keeping> = this.#keeping;
  /** What is kept is kept together with the group's earlier records. */
  readonly together: ReadonlySignal<boolean> = this.#together;
  /** How many times as fast a rehearsal's phases run; null in a real meeting. */
  readonly rehearsal: ReadonlySignal<number | null> = this.#rehearsal;
  /** What this browser knows the session by; "" for whoever does not lead. */
  readonly notes: ReadonlySignal<string> = this.#notes;
  /** Whether the desk is on a second screen, or may be opened there. */
  readonly secondDesk: ReadonlySignal<boolean> = this.#secondDesk;
  /** Null when none have come lately: what one saw last is no longer true. */
  readonly facts: ReadonlySignal<Facts | null> = this.#facts;
  /** Whether one has been in the group for long enough that it is noted: that stays so, also when no facts come any more. */
  readonly attended: ReadonlySignal<boolean> = this.#attended;

  /** When the server showed this page, in session time: of two pages of one person the later one has the seat. */
  readonly shownAt: number | null;
  /** Whose desk on a second screen this is, and of which session: it becomes no other's. Nothing on a page in the room. */
  readonly #shownAs: { seat?: SeatId; notes?: string } = {};
  readonly #clock: ServerClock;
  readonly #unanswered: Unanswered;
  #looks: LooksMessage | null = null;
  #held: ["snapshot" | "news", unknown][] | null = [];
  #greeted = false;
  #stopped = false;
  #attempts = 0;
  #refusals = 0;
  #hello = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #unsteady: ReturnType<typeof setTimeout> | undefined;
  #dead: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly socket: SocketLike,
    first: Snapshot | null,
    local: () => number = () => performance.now(),
    desk = false,
  ) {
    if (desk && first !== null) this.#shownAs = { seat: first.you.seat, notes: first.notes ?? "" };
    this.#clock = new ServerClock(local);
    this.#unanswered = new Unanswered((id, message) => this.#ask(id, message), local);
    this.shownAt = first?.now ?? null;
    if (first !== null) this.#takeSnapshot(first);
    socket.on("connect", () => this.#greet());
    socket.on("connect_error", () => this.#onRefusedConnection());
    socket.on("disconnect", () => this.#onLost());
    socket.on("snapshot", (message: unknown) => this.#take("snapshot", message));
    socket.on("news", (message: unknown) => this.#take("news", message));
    socket.on("people", (message: unknown) => {
      this.#people.value = peopleIn(message) ?? this.#people.value;
      this.#plates.value = platesIn(message) ?? this.#plates.value;
      this.#earlier.value = earlierIn(message) ?? this.#earlier.value;
      if (peopleIn(message)) this.#expected.value = expectedIn(message);
    });
    socket.on("slots", (message: unknown) => {
      const lent = lentIn(message);
      if (lent !== undefined) this.#lent.value = lent;
    });
    socket.on("desk", (message: unknown) => (this.#secondDesk.value = deskIn(message) ?? this.#secondDesk.value));
    socket.on("facts", (message: unknown) => this.#takeFacts(message));
    socket.on("media_lost", () => this.#mediaLost.value++);
    socket.on("replaced", () => this.stop("replaced"));
    socket.on("there", (_message: unknown, here: unknown) => {
      if (typeof here === "function") here();
    });
    socket.on("draining", () => (this.#draining.value = true));
  }

  start(): void {
    this.#unsteady = setTimeout(() => this.#hearNothing(), UNSTEADY_MS); // what the page came with is old then
    this.socket.connect();
  }

  /** Closes for good; what was asked and not answered is answered `unreachable`. */
  stop(as: Connection = "lost"): void {
    this.#stopped = true;
    this.#connection.value = as;
    this.#facts.value = null;
    this.#greeted = false;
    for (const timer of [this.#again, this.#unsteady, this.#dead]) clearTimeout(timer);
    this.#unanswered.giveUp();
    this.socket.disconnect();
  }

  /** Session time in ms, on the server's clock; it stands while nothing is heard from there. */
  now(): number {
    return this.#clock.now();
  }

  /** What the phase's clock shows: session time that stands still in a pause. Compare it with `ends_at`. */
  phaseNow(): number {
    return this.circle.value?.paused_at ?? this.now();
  }

  /** The display name of a seat; "" while it is not known. */
  nameOf(seat: SeatId): string {
    return this.#people.value[String(seat)] ?? "";
  }

  /** How many cases this seat's person presented in earlier meetings of the group; undefined where that is not known. */
  presentedEarlier(seat: SeatId): number | undefined {
    return this.#earlier.value[String(seat)];
  }

  /** What stands on the plate of the part that this seat plays; "" where it has none. */
  plateOf(seat: SeatId): string {
    const part = this.circle.value?.scene?.cast[seat];
    return part === undefined ? "" : (this.#plates.value[part.number] ?? "");
  }

  /**
   * Asks the server. Acknowledged means that it is in effect for everyone. Never rejects: a refusal has a code; what
   * comes there when nobody wishes it any more has `lapsed`, unless it `lasts`, and what a server that is there does not
   * answer for half a minute is `unreachable`.
   */
  command<T extends CommandType>(type: T, fields: CommandFields[T], lasts = false): Promise<Answer> {
    if (this.#stopped) return Promise.resolve(UNREACHABLE);
    const { id, answer } = this.#unanswered.put({ type, ...fields }, lasts ? null : this.now());
    if (this.#greeted) this.#unanswered.ask(id);
    return answer;
  }

  #ask(id: string, message: Record<string, unknown>): void {
    this.socket.emit("command", message, (raw) => {
      const { snapshot, ...answer } = answerIn(raw) as Answer & { snapshot?: unknown };
      // A newer view than ours comes with a conflict; one that news have overtaken meanwhile is thrown away.
      const place = this.#place.value;
      if (isSnapshot(snapshot) && snapshot.epoch === place?.epoch && snapshot.audience === place.audience) {
        if (snapshot.seq > place.seq) this.#takeSnapshot(snapshot);
      }
      this.#unanswered.settle(id, answer);
    });
  }

  /** What this page shows from now on. Each new link is told again. */
  look(looks: LooksMessage): void {
    this.#looks = looks;
    if (this.#greeted) this.socket.emit("looks", looks, () => undefined);
  }

  // --- the connection ---

  #greet(): void {
    this.#held ??= [];
    this.#greeted = false;
    const hello = ++this.#hello;
    const place = this.#place.value;
    const message = {
      protocol: PROTOCOL,
      epoch: place?.epoch ?? null,
      audience: place?.audience ?? null,
      seq: place?.seq ?? null,
      shown_at: this.shownAt,
      ...this.#shownAs,
    };
    this.#watch();
    this.socket.emit("hello", message, (raw) => {
      if (hello === this.#hello && !this.#stopped) this.#onGreeted(helloAnswerIn(raw));
    });
  }

  #onGreeted(answer: ReturnType<typeof helloAnswerIn>): void {
    if ("code" in answer) {
      if (answer.code === "replaced") {
        this.stop("replaced");
        return;
      }
      this.#refusal.value = answer.code;
      if (FINAL.has(answer.code)) this.stop("refused");
      else this.#reconnect();
      return;
    }
    const held = this.#held ?? [];
    this.#held = null;
    this.#greeted = true;
    this.#attempts = this.#refusals = 0;
    this.#refusal.value = null;
    this.#draining.value = false;
    if ("snapshot" in answer) this.#takeSnapshot(answer.snapshot);
    else for (const news of answer.missed) this.#takeNews(news);
    for (const [event, message] of held) this.#take(event, message);
    this.#connection.value = "up";
    if (this.#looks !== null) this.look(this.#looks);
    this.#unanswered.askAgain();
  }

  #onLost(): void {
    if (this.#stopped) return;
    this.#greeted = false;
    this.#held = [];
    this.#connection.value = "lost";
    this.#unanswered.rest();
    this.#hearNothing();
    for (const timer of [this.#unsteady, this.#dead]) clearTimeout(timer);
    if (!this.socket.active) this.#connectAgain();
  }

  #onRefusedConnection(): void {
    if (this.#stopped) return;
    if (this.#connection.value === "up") this.#connection.value = "lost";
    if (this.socket.active) return;
    this.#refusals += 1;
    if (this.#refusals >= REFUSALS_MOST) {
      this.#refusal.value = "no_session";
      this.#connection.value = "refused";
    }
    this.#connectAgain();
  }

  #reconnect(): void {
    this.socket.disconnect(); // tells us "disconnect" at once
  }

  #connectAgain(): void {
    clearTimeout(this.#again);
    const wait = Math.min(AGAIN_MS * 2 ** this.#attempts++, AGAIN_MOST_MS) * (0.5 + Math.random());
    this.#again = setTimeout(() => this.socket.connect(), wait);
  }

  // --- what arrives ---

  #take(event: "snapshot" | "news", message: unknown): void {
    if (this.#stopped) return;
    if (this.#held) this.#held.push([event, message]);
    else if (event === "news") this.#takeNews(message);
    else if (isSnapshot(message)) this.#takeSnapshot(message);
  }

  #takeSnapshot(snapshot: Snapshot): void {
    const { epoch, audience, seq } = snapshot;
    this.#clock.sample(snapshot.now, epoch !== this.#place.value?.epoch);
    this.#place.value = { epoch, audience, seq };
    this.#you.value = snapshot.you;
    this.#people.value = snapshot.people;
    this.#plates.value = snapshot.plates;
    this.#earlier.value = snapshot.earlier ?? {};
    this.#expected.value = expectedIn(snapshot);
    this.#lent.value = snapshot.slots;
    this.#keeping.value = snapshot.keeping;
    this.#together.value = snapshot.together === true;
    this.#rehearsal.value = snapshot.rehearsal ?? null;
    this.#notes.value = snapshot.notes ?? "";
    this.#secondDesk.value = snapshot.desk === true;
    this.#show(snapshot.view);
  }

  #takeNews(message: unknown): void {
    const place = this.#place.value;
    if (!isNews(message)) return;
    if (place === null || message.epoch !== place.epoch || message.audience !== place.audience) {
      this.#place.value = null;
      this.#fillGap(message);
    } else if (message.seq > place.seq + 1) {
      this.#fillGap(message);
    } else if (message.seq === place.seq + 1) {
      this.#clock.sample(message.now);
      this.#place.value = { ...place, seq: message.seq };
      this.#show({ ...this.#view.value, ...message.changes } as View);
    }
  }

  #fillGap(message: News): void {
    if (this.#held) {
      this.#held.push(["news", message]);
      return;
    }
    this.#held = this.#place.value === null ? [] : [["news", message]];
    this.#greet();
  }

  #show(view: View): void {
    this.#view.value = view;
    if (view.stage === "ended") this.#watch();
  }

  #takeFacts(message: unknown): void {
    if (this.#stopped || !isFacts(message)) return;
    this.#clock.sample(message.now);
    this.#facts.value = message;
    this.#attended.value = message.you.attended;
    this.#watch();
  }

  #hearNothing(): void {
    this.#facts.value = null;
    this.#clock.stand();
  }

  /** From now on facts are expected; an ended session has none. */
  #watch(): void {
    clearTimeout(this.#unsteady);
    clearTimeout(this.#dead);
    if (this.#view.value.stage === "ended") {
      this.#facts.value = null;
      return;
    }
    this.#unsteady = setTimeout(() => this.#hearNothing(), UNSTEADY_MS);
    this.#dead = setTimeout(() => this.#reconnect(), DEAD_MS);
  }
}
