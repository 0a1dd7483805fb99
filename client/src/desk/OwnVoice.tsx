/** On a narrow window the open desk covers one's own line and controls: who whispers, whether one is heard, one's own microphone and
    the way back stand at its foot. Not a live region: what changes is announced apart. */
import type { CircleView } from "../protocol";
import { BackControl, DeviceControl } from "../room/Controls";
import { useParts } from "../room/parts";
import { whisperersTo } from "../seats";
import { t } from "../text";

export function OwnVoice({ view }: { view: CircleView }) {
  const { session, microphone, truth } = useParts();
  const own = session.you.value?.seat ?? 0;
  const [from] = whisperersTo(view, own);
  const { id, args } = truth.value;
  return (
    <div class={from === undefined ? "desk-voice" : "desk-voice desk-voice-whisper"}>
      <span>{from === undefined ? t(id, args) : t("room-whispers-to-you", { name: session.nameOf(from) || t("room-seat", { number: from }) })}</span>
      <DeviceControl device={microphone} kind="microphone" />
      {session.out.value && <BackControl view={view} />}
    </div>
  );
}
