/** On a narrow window the open desk covers one's own line and controls: who whispers, whether one is heard, and one's own
    microphone stand at its foot. Not a live region: what changes is announced apart. */
import type { CircleView } from "../protocol";
import { DeviceControl } from "../room/Controls";
import { useParts } from "../room/parts";
import { whisperersTo } from "../seats";
import { t } from "../text";

export function OwnVoice({ view }: { view: CircleView }) {
  const { session, microphone, truth } = useParts();
  const [from] = whisperersTo(view, session.you.value?.seat ?? 0);
  const { id, args } = truth.value;
  return (
    <div class={from === undefined ? "desk-voice" : "desk-voice desk-voice-whisper"}>
      <span>{from === undefined ? t(id, args) : t("room-whispers-to-you", { name: session.nameOf(from) || t("room-seat", { number: from }) })}</span>
      <DeviceControl device={microphone} kind="microphone" />
    </div>
  );
}
