/** Ending is for everyone and for good, so it is asked. In the last phase it is the next step, and not offered twice. */
import { Dialog } from "../room/Dialog";
import { useParts } from "../room/parts";
import { t } from "../text";

export function EndSession({ asking: open, onAsk, isNext }: { asking: boolean; onAsk: (open: boolean) => void; isNext: boolean }) {
  const { asking } = useParts();
  const end = async (): Promise<void> => {
    if (!(await asking.ask("end", {}))) onAsk(false);
  };
  return (
    <section class="end-session">
      {!isNext && <button class="small quiet" data-act="end" onClick={() => onAsk(true)}>{t("desk-end")}</button>}
      <Dialog open={open} title={t("desk-end-title")} onClose={() => onAsk(false)}>
        <p>{t("desk-end-text")}</p>
        <div class="choices">
          <button class="main" autofocus onClick={() => onAsk(false)}>{t("desk-end-no")}</button>
          <button class="look" data-act="end-now" onClick={() => void end()}>{t("desk-end-yes")}</button>
        </div>
      </Dialog>
    </section>
  );
}
