/** What every component of the room and the desk is drawn from. Types only from the visit and its parts. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { NOTHING_NOTED, type Boot, type Noted } from "../boot";
import type { Device } from "../devices";
import type { Looks } from "../looks";
import type { Media } from "../media";
import type { SeatId } from "../protocol";
import type * as Folded from "../desk/folded";
import type * as Desk from "../desk/Desk";
import { OnDemand } from "../onDemand";
import type { Session } from "../session";
import type { Visit } from "../visit";
import { codeOf, post } from "../post";
import { Asking } from "./asking";
import { Away } from "./away";

export type SessionFace = Pick<
  Session,
  | "connection" | "draining" | "refusal" | "view" | "circle" | "you" | "out" | "audience" | "people" | "expected" | "keeping" | "together" | "rehearsal" | "notes" | "secondDesk" | "facts" | "attended"
  | "now" | "phaseNow" | "nameOf" | "plateOf" | "presentedEarlier" | "command"
>;
export type MediaFace = Pick<Media, "link" | "slots" | "blocked">;
export type LooksFace = Pick<Looks, "shows" | "wish">;
export type DeviceFace = Pick<Device, "state" | "track" | "open" | "close">;

/** The part of a visit that is drawn; a test or a gallery brings its own. */
export type VisitFace = Pick<Visit, "truth" | "announced" | "bytes" | "busy"> & {
  looks: LooksFace;
  session: SessionFace;
  media: MediaFace;
  devices: { microphone: DeviceFace; camera: DeviceFace };
};

export interface Parts {
  session: SessionFace;
  media: MediaFace;
  microphone: DeviceFace;
  camera: DeviceFace;
  looks: LooksFace;
  bytes: Visit["bytes"];
  busy: Visit["busy"];
  truth: Visit["truth"];
  announced: Visit["announced"];
  /** Leaders load it, and what is folded away in it once the page is connected. */
  desk: OnDemand<typeof Desk>;
  folded: OnDemand<typeof Folded>;
  asking: Asking;
  away: Away;
  /** This is a desk on a second screen: it has neither a microphone nor the circle beside it. */
  alone: boolean;
  /** And it is on a device that the desk was lent to: nothing of its leader's stays there. */
  lent: boolean;
  /** For when the link fails; "" where nobody gave one. */
  telephone: string;
  /** By what they call themselves: those that the page is not in. */
  languages: Record<string, string>;
  /** What one finds after the end: nothing, unless one has been there for long enough. */
  noted: ReadonlySignal<Noted>;
  /** Whoever is here leads, and has groups of their own. */
  groups: boolean;
  /** Whether one's own picture is hidden from oneself; the others still see it. */
  selfHidden: Signal<boolean>;
  /** Puts words on the plate of a part; null, or the code of the refusal. */
  writePlate(part: number, text: string): Promise<string | null>;
  /** Calls whoever has this seat by another name; so, too. */
  rename(seat: SeatId, name: string): Promise<string | null>;
}

/** A test or a gallery has them at hand. */
export type LeadersParts = Pick<Parts, "desk" | "folded">;

export function partsOf({ session, media, devices, looks, bytes, busy, truth, announced }: VisitFace, boot: Pick<Boot, "noted" | "telephone" | "lent" | "languages" | "groups" | "parts"> = {}, alone = false, leaders?: LeadersParts): Parts {
  const { noted = NOTHING_NOTED, telephone = "", lent = false, languages = {}, groups = false, parts } = boot;
  const { microphone, camera } = devices;
  const { desk, folded } = leaders ?? { desk: new OnDemand(parts?.desk, undefined, parts?.style), folded: new OnDemand(parts?.folded) };
  const asking = new Asking(session);
  const away = new Away(asking, [microphone, camera], session);
  const asks = alone ? { desk: true } : {};
  const writePlate: Parts["writePlate"] = (part, text) => asked("/api/plate", { part, text, ...asks });
  const rename: Parts["rename"] = (seat, name) => asked("/api/rename", { seat, name, ...asks });
  return { session, media, microphone, camera, looks, bytes, busy, truth, announced, desk, folded, asking, away, alone, lent, telephone, languages, groups, noted: computed(() => (session.attended.value ? noted : NOTHING_NOTED)), selfHidden: signal(false), writePlate, rename };
}

async function asked(path: string, body: unknown): Promise<string | null> {
  const answer = await post(path, body);
  return answer.status === 200 ? null : codeOf(answer);
}

export const PartsContext = createContext<Parts | null>(null);

/** Throws outside of a room. */
export function useParts(): Parts {
  const parts = useContext(PartsContext);
  if (parts === null) throw new Error("no room around this component");
  return parts;
}
