/** Leaving is one question away: perhaps it was only meant to be a moment. */
import { isLeading } from "../protocol";
import { t } from "../text";
import { Dialog } from "./Dialog";
import { useParts } from "./parts";
import { WordButton } from "./QuietWord";
import { TakeCaseBack } from "./TakeCaseBack";

export function LeaveDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { session, microphone, camera, asking } = useParts();
  const leads = isLeading(session.you.value?.role ?? "member");
  const circle = session.circle.value;
  const waits = circle === null;
  const presents = circle?.case.presenter === session.you.value?.seat;
  const stepOut = (): void => {
    microphone.close();
    camera.close();
    asking.tell("stepped_away");
    onClose();
  };
  const leave = async (): Promise<void> => {
    if (!(await asking.ask("leave", {}))) onClose();
  };
  return (
    <Dialog open={open} title={t("room-leave-title")} onClose={onClose}>
      <p>{t(waits ? "room-leave-text-waiting" : leads ? "room-leave-text-leader" : "room-leave-text")}</p>
      <div class="choices">
        <button class="main" autofocus onClick={onClose}>{t("room-leave-stay")}</button>
        <button data-control="step-out" onClick={stepOut}>{t("room-leave-step-out")}</button>
        {!leads && <WordButton word="leave_early" isSaid={session.facts.value?.you.words.includes("leave_early") ?? false} unread={waits || circle.lead === null} />}
        {circle && presents && <TakeCaseBack view={circle} onDone={onClose} />}
        <button class="look" data-control="leave-now" aria-busy={asking.busy("leave")} onClick={() => void leave()}>{t("room-leave-now")}</button>
      </div>
    </Dialog>
  );
}
