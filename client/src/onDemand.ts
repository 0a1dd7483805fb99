/** A part of the page that is loaded apart from it, script and style, by the addresses that the server gave. */
import { signal } from "@preact/signals";

/** Before each further try. Then whoever looks at the page decides. */
export const PAUSES_MS = [500, 2000, 5000];
/** So long the first try may take, the second twice as long: a request that stalls has failed, and is not waited for. */
export const TRY_MS = 10_000;

type Bring<T> = (address: string) => Promise<T>;

export class OnDemand<T> {
  readonly part = signal<T | null>(null);
  /** `missing`: it did not come; `gone`: the server is another by now and has none of that name. */
  readonly trouble = signal<"missing" | "gone" | null>(null);
  #coming: Promise<void> | null = null;
  #tries = 0;

  constructor(
    private readonly address = "",
    private readonly bring: Bring<T> = (from) => import(/* @vite-ignore */ from) as Promise<T>,
    private style = "",
    private readonly dress: (style: string, from: string) => Promise<void> = styled,
  ) {}

  /** Once, however often it is asked, and again after trouble. */
  load(): Promise<void> {
    return this.#coming ?? this.anew();
  }

  /** The tries before it are at an end: the way to the server is another one. */
  anew(): Promise<void> {
    if (this.part.value || !this.address) return Promise.resolve();
    this.trouble.value = null;
    const coming: Promise<void> = this.#tried(() => this.#coming === coming && !this.part.value).finally(() => {
      if (this.#coming === coming) this.#coming = null;
    });
    return (this.#coming = coming);
  }

  async #tried(goesOn: () => boolean): Promise<void> {
    for (const [nth, pause_ms] of [...PAUSES_MS, null].entries()) {
      if (await within((nth + 1) * TRY_MS, this.#once())) return;
      const gone = await within(TRY_MS, isGone(this.address));
      if (!gone && pause_ms !== null) await later(pause_ms);
      if (!goesOn()) return;
      if (gone) return void (this.trouble.value = "gone");
    }
    this.trouble.value = "missing";
  }

  /** A browser may remember for good that an address failed. What comes late has come. */
  async #once(): Promise<boolean> {
    const mark = this.#tries ? `?${this.#tries}` : "";
    this.#tries += 1;
    const { style } = this;
    const [part] = await Promise.all([this.bring(this.address + mark), style && this.dress(style, style + mark).then(() => (this.style = ""))]);
    this.part.value ??= part;
    return true;
  }
}

/** A name holds its content's hash: what is not there now never comes. */
async function isGone(address: string): Promise<boolean> {
  return fetch(address, { method: "HEAD" }).then(({ status }) => status === 404);
}

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** False where it fails, or takes longer. */
function within(ms: number, asked: Promise<boolean>): Promise<boolean> {
  return Promise.race([asked.catch(() => false), later(ms).then(() => false)]);
}

/** In the place that the page has for it; the room is drawn without it. */
function styled(style: string, href: string): Promise<void> {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  return new Promise((done, fail) => {
    link.onload = () => done();
    link.onerror = () => {
      link.remove();
      fail();
    };
    (document.querySelector(`link[href="${style}"]`) ?? document.head.lastElementChild!).after(link);
  });
}

/** What has come with the page itself. */
export function atHand<T>(part: T): OnDemand<T> {
  const here = new OnDemand<T>();
  here.part.value = part;
  return here;
}
