/** A part of the page that is loaded apart from it, by the address that the server gave. Knows no DOM. */
import { signal } from "@preact/signals";

/** Before each further try. Then whoever looks at the page decides. */
export const PAUSES_MS = [500, 2000, 5000];

type Bring<T> = (address: string) => Promise<T>;

export class OnDemand<T> {
  readonly part = signal<T | null>(null);
  /** `missing`: it did not come; `gone`: the server is another by now and has none of that name. */
  readonly trouble = signal<"missing" | "gone" | null>(null);
  private coming: Promise<void> | null = null;
  private tries = 0;

  constructor(private readonly address = "", private readonly bring: Bring<T> = (from) => import(/* @vite-ignore */ from) as Promise<T>) {}

  /** Once, however often it is asked; after trouble anew. */
  load(): Promise<void> {
    if (this.part.value || !this.address) return Promise.resolve();
    this.trouble.value = null;
    return (this.coming ??= this.tried().finally(() => (this.coming = null)));
  }

  private async tried(): Promise<void> {
    for (const pause_ms of [...PAUSES_MS, null]) {
      try {
        // A browser may remember for good that an address failed.
        this.part.value = await this.bring(this.tries ? `${this.address}?${this.tries}` : this.address);
        return;
      } catch {
        this.tries += 1;
      }
      if (await isGone(this.address)) return void (this.trouble.value = "gone");
      if (pause_ms !== null) await new Promise((later) => setTimeout(later, pause_ms));
    }
    this.trouble.value = "missing";
  }
}

/** A name holds its content's hash: what is not there now never comes. */
async function isGone(address: string): Promise<boolean> {
  return fetch(address, { method: "HEAD" }).then(({ status }) => status === 404, () => false);
}

/** What has come with the page itself. */
export function atHand<T>(part: T): OnDemand<T> {
  const here = new OnDemand<T>();
  here.part.value = part;
  return here;
}
