/** Opens a session for a desk alone: nothing is heard, seen or sent here, so all that could do so is at rest. */
import { signal } from "@preact/signals";
import { announceChanges, type Announced } from "../announced";
import type { Boot } from "../boot";
import { Looks } from "../looks";
import type { MediaLink } from "../media";
import { type LeadersParts, partsOf, type DeviceFace, type Parts } from "../room/parts";
import { Session, type SocketLike } from "../session";
import { newSocket } from "../socket";
import type { Truth } from "../truth";

export function openDesk(boot: Boot, socket: SocketLike = newSocket(true), leaders?: LeadersParts): Parts {
  const session = new Session(socket, boot.snapshot ?? null, undefined, true);
  const announced = signal<Announced>({ number: 0, told: [] });
  const device = (): DeviceFace => ({ state: signal("off"), track: signal(null), open: () => Promise.resolve(), close: () => undefined });
  announceChanges(session, announced);
  session.start();
  const nothing: Truth = { id: "second-text", args: {}, heard: false, tone: "calm" };
  const visit = {
    session,
    announced,
    media: { link: signal<MediaLink>("off"), slots: signal(new Map()), blocked: signal(false) },
    devices: { microphone: device(), camera: device() },
    looks: new Looks(),
    bytes: signal(0),
    busy: signal(null),
    truth: signal(nothing),
  };
  return partsOf(visit, boot, true, leaders);
}
