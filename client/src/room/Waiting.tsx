/** The waiting room: one sees oneself and nobody else, and nobody is hearing or seeing. */
import { useMemo } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { OutsideView } from "../protocol";
import { t } from "../text";
import { Kept } from "./Kept";
import { Languages } from "./Languages";
import { LeaveDialog } from "./LeaveDialog";
import { useParts } from "./parts";
import { Picture } from "./Picture";
import { QuietWord } from "./QuietWord";
import { initials } from "./Seat";
import { SelfLine } from "./SelfLine";
import "./Waiting.css";

export function Waiting() {
  const { session, microphone, camera } = useParts();
  const leaving = useSignal(false);
  const name = session.nameOf(session.you.value?.seat ?? 0);
  const track = camera.track.value;
  const { closed = false } = session.view.value as OutsideView;
  const heard = session.you.value?.role !== "observer";
  const stream = useMemo(() => (track ? new MediaStream([track]) : null), [track]);
  return (
    <main class="waiting">
      <div class="waiting-self" aria-hidden="true">
        <span>{initials(name)}</span>
        {stream && <Picture seat={null} stream={stream} mirrored />}
      </div>
      <h1>{name ? t("room-waiting-title", { name }) : t("room-waiting-title-nameless")}</h1>
      <p>{t(closed ? "room-waiting-closed" : session.view.value.stage === "running" ? "room-waiting-running" : "room-waiting-text")}</p>
      {!closed && <p>{t("room-waiting-unheard")}</p>}
      <Kept />
      <SelfLine />
      <div class="waiting-controls">
        {[...(heard ? [["microphone", microphone] as const] : []), ["camera", camera] as const].map(([kind, device]) => (
          <button
            key={kind}
            class={device.state.value === "on" ? "on" : ""}
            data-control={kind}
            onClick={() => (device.state.value === "on" ? device.close() : void device.open())}
          >
            {t(device.state.value === "on" ? `room-${kind}-off` : `room-${kind}-on`)}
          </button>
        ))}
        <QuietWord view={null} />
        <button data-control="leave" onClick={() => (leaving.value = true)}>{t("room-leave")}</button>
      </div>
      <Languages />
      <LeaveDialog open={leaving.value} onClose={() => (leaving.value = false)} />
    </main>
  );
}
