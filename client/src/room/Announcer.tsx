/** The page's one live region: what screen readers are told, politely and once. */
import { phaseName, t } from "../text";
import { useParts } from "./parts";

export function Announcer() {
  const { announced } = useParts();
  const { number, told } = announced.value;
  return (
    <div class="hidden" role="status" aria-live="polite" aria-atomic="true" data-announced={number}>
      {told.map(({ id, phase }) => <p key={id}>{t(id, phase && { phase: phaseName(phase) })}</p>)}
    </div>
  );
}
