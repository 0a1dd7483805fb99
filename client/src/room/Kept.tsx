/** What is kept of how this session goes, and that it is a rehearsal: everyone sees it, all the time. */
import { t } from "../text";
import { useParts } from "./parts";

export function Kept() {
  const { session } = useParts();
  const keeping = session.keeping.value;
  return (
    <span class="kept" data-keeping={keeping}>
      {t(`room-keeping-${keeping}`)}
      {session.together.value && `. ${t("room-keeping-together")}`}
      {session.rehearsal.value !== null && <>{" "}<Rehearsal /></>}
    </span>
  );
}

/** And how fast its phases run; nothing in a real meeting. The room's head has it; a desk in a window of its own has none. */
export function Rehearsal() {
  const speed = useParts().session.rehearsal.value;
  return speed === null ? null : <span class="rehearsal" data-rehearsal={speed}>{t(speed === 1 ? "room-rehearsal" : "room-rehearsal-faster", { times: speed })}</span>;
}
