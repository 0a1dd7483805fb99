/** One audio element for each seat's slot, and one button where the browser wants a touch before it plays. */
import { useEffect, useRef } from "preact/hooks";
import { t } from "../text";
import { useParts } from "./parts";

type Play = (audio: HTMLAudioElement) => void;

export function Sound() {
  const { media, session } = useParts();
  const { blocked } = media;
  const own = session.you.value?.seat;
  const heard = [...media.slots.value.values()].filter((slot) => slot.seat !== own);
  const { current: refused } = useRef(new Set<HTMLAudioElement>());
  /** A browser may let one play and refuse the next: a touch is asked for while any that is still here is refused. */
  const settle: (changed?: unknown) => void = () => void (blocked.value = [...refused].some((audio) => audio.isConnected));
  const play: Play = (audio) =>
    void audio.play()?.then(() => settle(refused.delete(audio)), ({ name }: Error) => name === "NotAllowedError" && settle(refused.add(audio)));
  useEffect(settle);
  return (
    <div class="sound">
      {heard.map((slot) => (
        <Voice key={slot.seat} seat={slot.seat} stream={slot.audio} play={play} />
      ))}
      {blocked.value && (
        <div class="notice notice-sound" role="alert">
          <p>{t("room-sound-blocked")}</p>
          <button class="main" data-control="sound" onClick={() => refused.forEach(play)}>{t("room-sound-on")}</button>
        </div>
      )}
    </div>
  );
}

function Voice({ seat, stream, play }: { seat: number; stream: MediaStream; play: Play }) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = stream;
    play(element);
    return () => void (element.srcObject = null);
  }, [stream]);
  return <audio ref={audio} data-seat={seat} autoPlay />;
}
