/** Leaving is one question away: perhaps it was only meant to be a moment. */
import { mayStepOut, otherLeader } from "../desk/Accidents";
import { isLeading, leadersAlone, type CircleView } from "../protocol";
import { isLed } from "../returning";
import { t } from "../text";
import { Dialog } from "./Dialog";
import { useParts } from "./parts";
import { useSaid, WordButton } from "./QuietWord";
import { TakeCaseBack } from "./TakeCaseBack";

export function LeaveDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { session, microphone, camera, asking, away } = useParts();
  const told = useSaid();
  const leads = isLeading(session.you.value?.role ?? "member");
  const circle = session.circle.value;
  const own = session.you.value?.seat;
  const presents = circle?.case.presenter === own;
  const out = circle?.seats[own ?? 0]?.stepped_out === true;
  const may = circle === null || mayStepOut(circle, own);
  const stepOut = async (): Promise<void> => {
    if (circle !== null) await away.go();
    else {
      microphone.close();
      camera.close();
      asking.tell("stepped_away");
    }
    onClose();
  };
  const leave = async (): Promise<void> => {
    if (!(await asking.ask("leave", {}))) onClose();
  };
  return (
    <Dialog open={open} title={t("room-leave-title")} onClose={onClose}>
      <p>{t(circle === null ? "room-leave-text-waiting" : leads ? leadersText(circle, own) : "room-leave-text")}</p>
      <div class="choices">
        <button class="main" autofocus onClick={onClose}>{t("room-leave-stay")}</button>
        {!out && <button data-control="step-out" disabled={!may} onClick={() => void stepOut()}>{t("room-leave-step-out")}</button>}
        {!may && <p>{t("room-leave-pause-first")}</p>}
        {!leads && <WordButton word="leave_early" label="room-leave-tell" told={told} unread={circle === null || !isLed(circle)} />}
        {circle && presents && <TakeCaseBack view={circle} onDone={onClose} />}
        <button class="look" data-control="leave-now" onClick={() => void leave()}>{t("room-leave-now")}</button>
      </div>
    </Dialog>
  );
}

/** What becomes of the session where nobody else is there to lead it. */
function leadersText(circle: CircleView, own: number | undefined): string {
  if (otherLeader(circle, own) !== undefined) return "room-leave-text-leader";
  return circle.stage === "running" && !leadersAlone(circle) ? "room-leave-text-last" : "room-leave-text-nobody";
}
