/** The page's one live region: what screen readers are told, politely and once. And that a press waits, everywhere alike. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { phaseName, t } from "../text";
import { PartsContext, useParts, type Parts } from "./parts";
import { useWaits } from "./waits";

/** For so long it can be read; then nothing stands there that may not be so any more. */
export const SAID_MS = 12_000;

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
  const past = useSignal(0);
  useEffect(() => {
    const timer = setTimeout(() => (past.value = number), SAID_MS);
    return () => clearTimeout(timer);
  }, [number]);
  return (
    <div class="hidden" role="status" aria-live="polite" aria-atomic="true" data-announced={number}>
      {past.value !== number && told.map(({ id, phase, about, seconds }) => (
        <p key={`${id} ${about ?? ""}`}>{t(id, { ...(phase && { phase: phaseName(phase) }), ...(about !== undefined && { name: session.nameOf(about) || (id.includes("-left-") ? t("room-word-a-leader") : "") }), ...(seconds !== undefined && { seconds }) })}</p>
      ))}
    </div>
  );
}
