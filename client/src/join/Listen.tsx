/** What one hears oneself: one's own voice played back, and a tone from the speaker. Both stay on this device. */
import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { t } from "../text";
import { play, record, tone } from "../voice";

type Voice = "idle" | "recording" | "playing" | "played" | "failed";

export function OwnVoice({ track }: { track: MediaStreamTrack }) {
  const voice = useSignal<Voice>("idle");
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    voice.value = "idle";
    return () => stop.current?.abort();
  }, [track]);
  const busy = voice.value === "recording" || voice.value === "playing";
  const hear = async (): Promise<void> => {
    if (busy) return;
    const { signal } = (stop.current = new AbortController());
    try {
      voice.value = "recording";
      const sound = await record(track, signal);
      voice.value = "playing";
      await play(sound, signal);
      if (!signal.aborted) voice.value = "played";
    } catch {
      if (!signal.aborted) voice.value = "failed";
    }
  };
  return (
    <div class="listen">
      <button type="button" data-control="voice" aria-disabled={busy} onClick={() => void hear()}>{t("join-voice")}</button>
      <p class="hint" role="status">{t(`join-voice-${voice.value}`)}</p>
    </div>
  );
}

type Sounded = "idle" | "sounding" | "sounded" | "failed";

export function Speaker() {
  const state = useSignal<Sounded>("idle");
  const sound = async (): Promise<void> => {
    if (state.value === "sounding") return;
    state.value = "sounding";
    state.value = await tone().then(() => "sounded" as const, () => "failed" as const);
  };
  return (
    <div class="listen">
      <button type="button" data-control="speaker" aria-disabled={state.value === "sounding"} onClick={() => void sound()}>
        {t("join-speaker")}
      </button>
      <p class="hint" role="status">{t(`join-speaker-${state.value}`)}</p>
    </div>
  );
}
