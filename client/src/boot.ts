/** The boot object that every page carries (docs/protocol.md). Reads the document once; imports types only. */
import type { Snapshot } from "./protocol";

/** What is left for whoever was at a meeting; months, where 0 is not at all. */
export interface Noted {
  certificates: number;
  hours: number;
  feedback: boolean;
}
export const NOTHING_NOTED: Noted = { certificates: 0, hours: 0, feedback: false };

export interface Boot {
  lang: string;
  /** The Fluent text of the page's language. */
  catalogue: string;
  /** The others that there are, by what they call themselves. */
  languages?: Record<string, string>;
  noted?: Noted | undefined;
  /** The room and a second desk only. */
  snapshot?: Snapshot;
  /** The room page only: how many seats the media offer must hold. */
  slots?: number;
  /** The room page only, and only where the operator has one: what sound and pictures may go through. */
  relay?: RTCIceServer;
  /** The room page only: what the group's leader gave for when the link fails. */
  telephone?: string;
  /** A second desk only, on a device that it was lent to. */
  lent?: boolean;
  /** The room page only: whoever is here leads, and has groups of their own. */
  groups?: boolean;
  /** Whoever is here leads: the addresses of what only then is loaded, `style` with the desk. */
  parts?: { desk: string; style: string; folded: string };
  demo?: boolean;
}

/** An empty catalogue in a document without a boot object, as in tests. */
export function readBoot(from: Document = document): Boot {
  const text = from.getElementById("boot")?.textContent;
  return text ? (JSON.parse(text) as Boot) : { lang: "en", catalogue: "" };
}
