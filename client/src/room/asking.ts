/** Asks the server on a person's behalf, and keeps what to tell them when it refuses. Knows no DOM. */
import { signal, type ReadonlySignal } from "@preact/signals";
import type { CommandFields, CommandType } from "../protocol";
import type { Session } from "../session";

/** The code of a wish that was never sent. */
const UNSENT = "unsent";

export class Asking {
  private readonly _refusal = signal<string | null>(null);
  private readonly _underWay = signal<readonly CommandType[]>([]);
  /** The code of the last refusal that nobody has put away yet. */
  readonly refusal: ReadonlySignal<string | null> = this._refusal;
  /** What has been asked and not been answered. */
  readonly underWay: ReadonlySignal<readonly CommandType[]> = this._underWay;

  constructor(private readonly session: Pick<Session, "command" | "connection">) {}

  /** Whether it was granted. Over a lost connection nothing is asked: a step that comes into effect a while after it was
      pressed is nobody's wish any more. The same command is not asked twice at a time, unless it is about different seats. */
  async ask<T extends CommandType>(type: T, fields: CommandFields[T]): Promise<boolean> {
    if (!("seat" in fields) && this._underWay.value.includes(type)) return false;
    if (this.session.connection.value === "lost") {
      this._refusal.value = UNSENT;
      return false;
    }
    this._refusal.value = null;
    this._underWay.value = [...this._underWay.value, type];
    const answer = await this.session.command(type, fields);
    const left = [...this._underWay.value];
    left.splice(left.indexOf(type), 1);
    this._underWay.value = left;
    if (!answer.ok) this._refusal.value = answer.code;
    return answer.ok;
  }

  /** Of what came of something asked elsewhere: a refusal, a word noted. */
  tell(code: string): void {
    this._refusal.value = code;
  }

  busy(type: CommandType): boolean {
    return this._underWay.value.includes(type);
  }

  putAway(): void {
    this._refusal.value = null;
  }
}
