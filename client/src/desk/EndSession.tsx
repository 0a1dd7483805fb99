/** Ending is for everyone and for good, so it is asked. In the last phase it is the next step, and not offered twice. */
import { Confirm } from "../room/Confirm";
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
      <Confirm open={open} asks="desk-end" act="end-now" onClose={() => onAsk(false)} onYes={() => void end()} />
    </section>
  );
}
