/** Asks the server on a person's behalf, and keeps what to tell them when it refuses. Knows no DOM. */
import { effect, signal, untracked, type ReadonlySignal } from "@preact/signals";
import type { CommandFields, CommandType } from "../commands";
import type { Session } from "../session";
import { fulfilled, wishOf, type Wish } from "./wish";

/** The code of a wish that was never sent, while the connection is lost and once it is back. */
const UNSENT = "unsent";
const WAS_UNSENT = "was_unsent";
/** The code of one that was sent, and not answered before the connection was lost; the server says afterwards what became of it. */
const UNANSWERED = "unanswered";
/** The code of a wish that somebody else's press has fulfilled. */
const DONE = "done_already";
/** What was not done may come about all the same. */
const NOT_DONE: readonly (string | null)[] = [UNSENT, WAS_UNSENT, "lapsed", "unreachable"];

export class Asking {
  readonly #refusal = signal<string | null>(null);
  readonly #wishes = signal<readonly Wish[]>([]);
  readonly #underWay = signal<readonly Wish[]>([]);
  /** What the press that is being heard just now asks of the server, if anything: see `useWaits`. */
  asked: Promise<unknown> | null = null;
  /** The code of the last refusal that nobody has put away yet. */
  readonly refusal: ReadonlySignal<string | null> = this.#refusal;
  /** What it is about, of several that fared alike all; nothing where it was asked elsewhere. */
  readonly wishes: ReadonlySignal<readonly Wish[]> = this.#wishes;

  constructor(private readonly session: Pick<Session, "command" | "connection" | "circle">) {
    effect(() => this.#follow());
    effect(() => {
      if (this.session.connection.value === "lost") untracked(() => this.#tellUnanswered());
    });
  }

  /** Whether it was granted. Over a lost connection nothing is asked: a step that comes into effect a while after it was
      pressed is nobody's wish any more. The same command is not asked twice at a time, unless it is about different seats. */
  async ask<T extends CommandType>(type: T, fields: CommandFields[T]): Promise<boolean> {
    if (!("seat" in fields) && this.busy(type)) return false;
    const wish = wishOf(type, fields, this.session.circle.value);
    if (this.session.connection.value === "lost") {
      this.tell(UNSENT, wish);
      return false;
    }
    this.#refusal.value = null;
    this.#underWay.value = [...this.#underWay.value, wish];
    const answer = await this.shown(this.session.command(type, fields));
    this.#underWay.value = this.#underWay.value.filter((one) => one !== wish);
    if (!answer.ok) this.tell(fulfilled(wish, this.session.circle.value) ? DONE : answer.code, wish);
    else if (this.#refusal.value === UNANSWERED) this.#tellUnanswered();
    return answer.ok;
  }

  /** The button that was pressed for it shows that it waits. */
  shown<A>(answer: Promise<A>): Promise<A> {
    this.asked = answer;
    return answer;
  }

  /** Of what came of something asked here or elsewhere: a refusal, a word noted. */
  tell(code: string, wish: Wish | null = null): void {
    const alike = code === this.#refusal.value ? this.#wishes.value : [];
    this.#wishes.value = wish === null ? [] : [...alike, wish];
    this.#refusal.value = code;
  }

  #tellUnanswered(): void {
    const waiting = this.#underWay.value;
    if (waiting.length > 0) this.#wishes.value = waiting;
    if (waiting.length > 0) this.#refusal.value = UNANSWERED;
    else if (this.#refusal.value === UNANSWERED) this.#refusal.value = null;
  }

  busy(type: CommandType): boolean {
    return this.#underWay.value.some((wish) => wish.type === type);
  }

  putAway(): void {
    this.#refusal.value = null;
  }

  /** What was not sent is said as long as it is true: the same button may mean something else when the connection is back. */
  #follow(): void {
    const { connection, circle } = this.session;
    const [code, wishes] = [this.#refusal.value, this.#wishes.value];
    if (connection.value !== "up" || wishes.length === 0) return;
    if (NOT_DONE.includes(code) && wishes.every((wish) => fulfilled(wish, circle.value))) this.#refusal.value = null;
    else if (code === UNSENT) this.#refusal.value = WAS_UNSENT;
  }
}
