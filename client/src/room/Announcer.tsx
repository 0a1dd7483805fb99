/** The page's one live region: what screen readers are told, politely and once. And that a press waits, everywhere alike. */
import type { ComponentChildren } from "preact";
import { phaseName, t } from "../text";
import { PartsContext, useParts, type Parts } from "./parts";
import { useWaits } from "./waits";

/** What the room and a second desk are drawn in: their parts, and the one voice of the page. */
export function Announced({ parts, children }: { parts: Parts; children: ComponentChildren }) {
  return (
    <PartsContext.Provider value={parts}>
      <Announcer />
      {children}
    </PartsContext.Provider>
  );
}

function Announcer() {
  const { announced, session } = useParts();
  useWaits();
  const { number, told } = announced.value;
  return (
    <div class="hidden" role="status" aria-live="polite" aria-atomic="true" data-announced={number}>
      {told.map(({ id, phase, about, seconds }) => (
        <p key={`${id} ${about ?? ""}`}>{t(id, { ...(phase && { phase: phaseName(phase) }), ...(about !== undefined && { name: session.nameOf(about) || (id.includes("-left-") ? t("room-word-a-leader") : "") }), ...(seconds !== undefined && { seconds }) })}</p>
      ))}
    </div>
  );
}
