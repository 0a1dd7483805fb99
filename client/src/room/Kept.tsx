/** What is kept of how this session goes, and that it is a rehearsal: everyone sees it, all the time, and by a press what they were
    told of it before they came in. */
import { useSignal } from "@preact/signals";
import { toldOfKeeping } from "../keeping";
import { t } from "../text";
import { Dialog } from "./Dialog";
import { useParts } from "./parts";
import { Meanwhile } from "./QuietWord";

export function Kept() {
  const { session } = useParts();
  const keeping = session.keeping.value, together = session.together.value;
  const open = useSignal(false);
  const close = (): void => void (open.value = false);
  return (
    <>
      <span class="kept" data-keeping={keeping}>
        <button class="kept-more" data-control="kept" onClick={() => (open.value = true)}>
          {t(`room-keeping-${keeping}`)}
          {together && `. ${t("room-keeping-together")}`}
        </button>
        {session.rehearsal.value !== null && <>{" "}<Rehearsal /></>}
      </span>
      <Dialog open={open.value} title={t("join-kept")} onClose={close}>
        {session.circle.value && <Meanwhile />}
        {toldOfKeeping(keeping, together).map((line) => <p key={line}>{line}</p>)}
        <div class="choices keys-close"><button class="main" onClick={close}>{t("room-close")}</button></div>
      </Dialog>
    </>
  );
}

/** And how fast its phases run; nothing in a real meeting. The room's head has it; a desk in a window of its own has none. */
export function Rehearsal() {
  const speed = useParts().session.rehearsal.value;
  return speed === null ? null : <span class="rehearsal" data-rehearsal={speed}>{t(speed === 1 ? "room-rehearsal" : "room-rehearsal-faster", { times: speed })}</span>;
}
