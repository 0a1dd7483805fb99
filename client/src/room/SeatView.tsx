import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Place as Spot } from "../seats";
import { initials } from "../seats";
import { t } from "../text";
import type { Place } from "./Room";

export const selfHidden = signal(false);
const STALE_MS = 2500;

export function SeatView({ spot, place }: { spot: Spot; place: Place }) {
  const { session, media, camera } = place;
  const view = session.view.value;
  const own = spot.seat === session.you.value.seat;
  const fact = view.seats?.[String(spot.seat)];
  const name = session.nameOf(spot.seat);
  const hand = (view.hands ?? []).indexOf(spot.seat) + 1;
  const down = fact?.link === "down" && !own;
  const speaks = !down && (session.facts.value?.speaking ?? []).includes(spot.seat);
  const turn = view.turn?.seat === spot.seat;
  const offered = view.phase?.kind === "case_call" && (view.offers ?? []).includes(spot.seat);
  const stream = own ? null : media.pictures[spot.seat - 1] ?? null;
  const classes = ["seat", speaks && "speaks", spot.back && "back", down && "down", turn && "turn"].filter(Boolean).join(" ");
  const words = [
    own ? t("seat-you") : "",
    fact?.role === "leader" || fact?.role === "co_leader" || fact?.role === "observer" ? t(`role-${fact.role}`) : "",
    view.case?.presenter === spot.seat ? t("seat-presents") : "",
    spot.back ? t("seat-back") : "", turn ? t("seat-turn") : "", down ? t("seat-down") : "", offered ? t("seat-offers") : "",
  ].filter(Boolean);
  return (
    <div class={classes} data-seat={spot.seat} style={{ left: `${spot.x}%`, top: `${spot.y}%`, width: `${spot.size}%` }}>
      <div class="face" aria-hidden="true">
        <span class="initials">{initials(name) || spot.seat}</span>
        {own
          ? camera.track.value && !selfHidden.value && <OwnPicture track={camera.track.value} />
          : stream && !down && <Picture stream={stream} version={media.version.value} />}
      </div>
      {hand > 0 && <em title={t("seat-hand", { place: hand })}><span aria-hidden="true">✋{hand}</span><span class="hidden">{t("seat-hand", { place: hand })}</span></em>}
      <span class="name">{name || t("seat-number", { seat: spot.seat })}</span>
      {words.length > 0 && <small>{words.slice(0, 2).join(" · ")}</small>}
    </div>
  );
}

function OwnPicture({ track }: { track: MediaStreamTrack }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => { if (video.current) video.current.srcObject = new MediaStream([track]); }, [track]);
  return <video ref={video} class="own" autoPlay muted playsInline />;
}

// Shown while frames really come: a track never says that its packets have stopped.
function Picture({ stream, version }: { stream: MediaStream; version: number }) {
  const video = useRef<HTMLVideoElement>(null);
  const live = useSignal(false);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    let last = 0;
    let request = 0;
    const frame = () => { last = performance.now(); live.value = true; request = element.requestVideoFrameCallback(frame); };
    request = element.requestVideoFrameCallback(frame);
    const timer = setInterval(() => { if (performance.now() - last > STALE_MS) live.value = false; }, 500);
    return () => { clearInterval(timer); element.cancelVideoFrameCallback(request); };
  }, [stream, version]);
  return <video ref={video} class={live.value ? "live" : "idle"} autoPlay muted playsInline />;
}
