/** The page's one live region: what screen readers are told, politely and once. */
import { t } from "../text";
import { useParts } from "./parts";

export function Announcer() {
  const { announced } = useParts();
  const { number, ids } = announced.value;
  return (
    <div class="hidden" role="status" aria-live="polite" aria-atomic="true" data-announced={number}>
      {ids.map((id) => t(id)).join(" ")}
    </div>
  );
}
