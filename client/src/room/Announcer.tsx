/** The page's one live region: what screen readers are told, politely and once. */
import { phaseName, t } from "../text";
import { useParts } from "./parts";

export function Announcer() {
  const { announced, session } = useParts();
  const { number, told } = announced.value;
  return (
    <div class="hidden" role="status" aria-live="polite" aria-atomic="true" data-announced={number}>
      {told.map(({ id, phase, about }) => (
        <p key={`${id} ${about ?? ""}`}>{t(id, { ...(phase && { phase: phaseName(phase) }), ...(about !== undefined && { name: session.nameOf(about) }) })}</p>
      ))}
    </div>
  );
}
