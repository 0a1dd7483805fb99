/** What tests put in place of the server and of the browser's devices. Not part of any page. */
import type { CircleView, News, SeatId, SeatView, Snapshot, View } from "./protocol";
import type { SocketLike } from "./session";

type Listener = (...args: unknown[]) => void;

/** A socket that does what a test tells it to. What the page emitted is in `sent`, to be answered or not. */
export class FakeSocket implements SocketLike {
  active = true;
  connected = false;
  connects = 0;
  readonly sent: { event: string; message: Record<string, unknown>; answer: (value: unknown) => void }[] = [];
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: (...args: never[]) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener as Listener]);
  }

  emit(event: string, message: unknown, answer: (value: unknown) => void): void {
    this.sent.push({ event, message: message as Record<string, unknown>, answer });
  }

  connect(): void {
    this.connects += 1;
    this.active = true;
  }

  disconnect(): void {
    this.active = false;
    if (this.connected) this.lose();
  }

  /** Something from the server. */
  says(event: string, message: unknown = {}, ...rest: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(message, ...rest);
  }

  comesUp(): void {
    this.connected = true;
    this.says("connect");
  }

  lose(): void {
    this.connected = false;
    this.says("disconnect", "transport close");
  }

  /** The last message of an event that was sent. */
  last(event: string): { message: Record<string, unknown>; answer: (value: unknown) => void } {
    const found = this.sent.findLast((one) => one.event === event);
    if (!found) throw new Error(`no ${event} was sent`);
    return found;
  }
}

export function seatView(change: Partial<SeatView> = {}): SeatView {
  return { role: "member", standing: "seated", link: "up", ...change };
}

/** A circle of a leader in seat 1, a co-leader in 2, members in 3 to 6, an observer in 7; in the discussion. */
export function circle(change: Partial<CircleView> = {}): CircleView {
  return {
    stage: "running",
    seats: {
      1: seatView({ role: "leader" }), 2: seatView({ role: "co_leader" }), 3: seatView(), 4: seatView(),
      5: seatView(), 6: seatView(), 7: seatView({ role: "observer" }),
    },
    phase: { entry: 5, index: 4, key: "discussion", kind: "discussion", within: "circle", began_at: 0, ends_at: 60_000 },
    paused: false,
    paused_at: null,
    floor: { kind: "open", gate: "soft" },
    case: { number: 1, presenter: 3, stance: "in_circle" },
    lead: 1,
    waits_for: [],
    suspended: false,
    suspends_at: null,
    round: null,
    scene: null,
    offers: [],
    hands: [],
    turn: null,
    plan: [],
    titles: {},
    more: false,
    ...change,
  };
}

export function snapshotOf(change: Partial<Snapshot> = {}, view: View = circle()): Snapshot {
  return {
    protocol: 1,
    epoch: "one",
    audience: "members",
    seq: 10,
    now: 1000,
    you: { seat: 4, role: "member", standing: "seated" },
    view,
    people: { 3: "Ada", 4: "Grace" },
    plates: {},
    slots: null,
    keeping: "nothing",
    ...change,
  };
}

export function newsOf(seq: number, changes: Partial<CircleView>, change: Partial<News> = {}): News {
  return { epoch: "one", audience: "members", seq, now: 1000 + seq, changes, ...change };
}

export function turnOf(seat: SeatId, number = 1): CircleView["turn"] {
  return { number, seat, limit_reached: false };
}

/** A track without a device behind it. */
export class FakeTrack extends EventTarget {
  enabled = true;
  readyState: "live" | "ended" = "live";
  onended: (() => void) | null = null;

  constructor(
    readonly kind: "audio" | "video",
    private readonly deviceId = "one",
  ) {
    super();
  }

  stop(): void {
    this.readyState = "ended";
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.deviceId };
  }

  /** As when it is unplugged. */
  unplug(): void {
    this.readyState = "ended";
    this.onended?.();
  }
}
