/** What is kept of how this session goes: everyone sees it, all the time. */
import { t } from "../text";
import { useParts } from "./parts";

export function Kept() {
  const { session } = useParts();
  const keeping = session.keeping.value;
  return (
    <span class="kept" data-keeping={keeping}>
      {t(`room-keeping-${keeping}`)}
      {session.together.value && `. ${t("room-keeping-together")}`}
    </span>
  );
}
