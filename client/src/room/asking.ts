/** Asks the server on a person's behalf, and keeps what to tell them when it refuses. Knows no DOM. */
import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { CommandFields, CommandType } from "../protocol";
import type { Session } from "../session";
import { fulfilled, wishOf, type Wish } from "./wish";

/** The code of a wish that was never sent, while the connection is lost and once it is back. */
const UNSENT = "unsent";
const WAS_UNSENT = "was_unsent";
/** The code of a wish that somebody else's press has fulfilled. */
const DONE = "done_already";

export class Asking {
  private readonly _refusal = signal<string | null>(null);
  private readonly _underWay = signal<readonly CommandType[]>([]);
  /** The code of the last refusal that nobody has put away yet. */
  readonly refusal: ReadonlySignal<string | null> = this._refusal;
  /** What has been asked and not been answered. */
  readonly underWay: ReadonlySignal<readonly CommandType[]> = this._underWay;
  /** What the last refusal is about; null where it was asked elsewhere. */
  wish: Wish | null = null;

  constructor(private readonly session: Pick<Session, "command" | "connection" | "circle">) {
    effect(() => this.follow());
  }

  /** Whether it was granted. Over a lost connection nothing is asked: a step that comes into effect a while after it was
      pressed is nobody's wish any more. The same command is not asked twice at a time, unless it is about different seats. */
  async ask<T extends CommandType>(type: T, fields: CommandFields[T]): Promise<boolean> {
    if (!("seat" in fields) && this._underWay.value.includes(type)) return false;
    const wish = wishOf(type, fields, this.session.circle.value);
    if (this.session.connection.value === "lost") {
      this.tell(UNSENT, wish);
      return false;
    }
    this._refusal.value = null;
    this._underWay.value = [...this._underWay.value, type];
    const answer = await this.session.command(type, fields);
    const left = [...this._underWay.value];
    left.splice(left.indexOf(type), 1);
    this._underWay.value = left;
    if (!answer.ok) this.tell(fulfilled(wish, this.session.circle.value) ? DONE : answer.code, wish);
    return answer.ok;
  }

  /** Of what came of something asked here or elsewhere: a refusal, a word noted. */
  tell(code: string, wish: Wish | null = null): void {
    this.wish = wish;
    this._refusal.value = code;
  }

  busy(type: CommandType): boolean {
    return this._underWay.value.includes(type);
  }

  putAway(): void {
    this._refusal.value = null;
  }

  /** What was not sent is said as long as it is true: the same button may mean something else when the connection is back. */
  private follow(): void {
    const { connection, circle } = this.session;
    const code = this._refusal.value;
    if (connection.value !== "up" || this.wish === null) return;
    const came = fulfilled(this.wish, circle.value);
    if ([UNSENT, WAS_UNSENT, "unreachable"].includes(code ?? "") && came) this._refusal.value = null;
    else if (code === UNSENT) this._refusal.value = WAS_UNSENT;
  }
}
