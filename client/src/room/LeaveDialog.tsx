/** Leaving is one question away: perhaps it was only meant to be a moment. */
import { useSignal } from "@preact/signals";
import { EndSession } from "../desk/EndSession";
import { isLeading, leadersAlone, type CircleView } from "../protocol";
import { mayStepOut, otherLeader } from "../returning";
import { t } from "../text";
import { Dialog } from "./Dialog";
import { useParts } from "./parts";
import { useSaid, WordButton } from "./QuietWord";
import { mayTakeBack, TakeCaseBack } from "./TakeCaseBack";

export function LeaveDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { session, microphone, camera, asking, away } = useParts();
  const told = useSaid();
  const ending = useSignal(false);
  const leads = isLeading(session.you.value?.role ?? "member");
  const circle = session.circle.value;
  const own = session.you.value?.seat;
  const presents = mayTakeBack(circle, own);
  const out = session.out.value;
  const may = !circle || mayStepOut(circle, own);
  const steps = may && !out;
  const stepOut = async (): Promise<void> => {
    if (circle) await away.go();
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
    <Dialog open={open} title={t(steps ? "room-leave-title" : "room-leave-title-now")} onClose={onClose}>
      <p>{t(!circle ? "room-leave-text-waiting" : leads ? leadersText(circle, own) : "room-leave-text")}</p>
      {circle && !out && <p>{t(may ? "room-leave-text-out" : otherLeader(circle, own) ? "room-leave-pause-first" : "room-leave-pause")}</p>}
      {presents && <p>{t("room-leave-presents")}</p>}
      <div class="choices">
        <button class="main" autofocus onClick={onClose}>{t("room-leave-stay")}</button>
        {steps && <button data-control="step-out" onClick={() => void stepOut()}>{t("room-leave-step-out")}</button>}
        {!leads && <WordButton word="leave_early" label="room-leave-tell" told={told} />}
        {presents && <TakeCaseBack view={circle} onDone={onClose} />}
        <button class="look" data-control="leave-now" onClick={() => void leave()}>{t("room-leave-now")}</button>
      </div>
      {leads && circle && <EndSession view={circle} asking={ending.value} onAsk={(open) => (ending.value = open)} isNext={false} />}
    </Dialog>
  );
}

/** What becomes of the session where nobody else is there to lead it. */
function leadersText(circle: CircleView, own: number | undefined): string {
  if (otherLeader(circle, own) !== undefined) return "room-leave-text-leader";
  if (leadersAlone(circle)) return "room-leave-text-debrief";
  return circle.stage === "running" ? "room-leave-text-last" : "room-leave-text-nobody";
}
