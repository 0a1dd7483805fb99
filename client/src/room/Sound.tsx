/** One audio element for each seat's slot, and one button where the browser wants a touch before it plays. */
import { useEffect, useRef } from "preact/hooks";
import type { Signal } from "@preact/signals";
import { t } from "../text";
import { useParts } from "./parts";

export function Sound() {
  const { media, session } = useParts();
  const { blocked } = media;
  const own = session.you.value?.seat;
  const heard = [...media.slots.value.values()].filter((slot) => slot.seat !== own);
  const playAll = (): void => {
    blocked.value = false;
    for (const audio of document.querySelectorAll<HTMLAudioElement>(".sound audio")) void audio.play().catch(() => (blocked.value = true));
  };
  return (
    <div class="sound">
      {heard.map((slot) => (
        <Voice key={slot.seat} seat={slot.seat} stream={slot.audio} blocked={blocked} />
      ))}
      {blocked.value && (
        <div class="notice notice-sound" role="alert">
          <p>{t("room-sound-blocked")}</p>
          <button class="main" data-control="sound" onClick={playAll}>{t("room-sound-on")}</button>
        </div>
      )}
    </div>
  );
}

function Voice({ seat, stream, blocked }: { seat: number; stream: MediaStream; blocked: Signal<boolean> }) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = stream;
    element.play()?.then(() => (blocked.value = false), ({ name }: Error) => {
      if (name === "NotAllowedError") blocked.value = true;
    });
    return () => void (element.srcObject = null);
  }, [stream]);
  return <audio ref={audio} data-seat={seat} autoPlay />;
}
