/** A leader's notes: they stay in this browser. */
import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { useParts } from "../room/parts";
import { t } from "../text";
import { keyed } from "./keys";
import { followNotes, keepNotes, NO_NOTES, notesOf, type Notes as Written } from "./notes";

export function Notes() {
  const { session } = useParts();
  const of = session.notes.value;
  const notes = useSignal<Written>(NO_NOTES);
  const kept = useSignal(true);
  const heading = useId(), when = useId();
  useEffect(() => {
    const read = (): void => void (notes.value = notesOf(of));
    read();
    return followNotes(of, read);
  }, [of]);
  const write = (change: Partial<Written>): void => {
    notes.value = { ...notes.value, ...change, at: Date.now() };
    kept.value = keepNotes(of, notes.value);
  };
  return (
    <section class="notes">
      <h2 id={heading}>{t("desk-notes")}</h2>
      <textarea rows={4} aria-labelledby={heading} {...keyed("notes")} value={notes.value.text} onInput={(event) => write({ text: event.currentTarget.value })} />
      <p class={kept.value ? "desk-soft" : "row-look"}>{t(kept.value ? "desk-notes-text" : "desk-notes-unkept")}</p>
      <label class="notes-forget">
        <input type="checkbox" aria-describedby={when} checked={notes.value.forget} onChange={(event) => write({ forget: event.currentTarget.checked })} />
        {t("desk-notes-forget")}
      </label>
      <p class="desk-soft" id={when}>{t("desk-notes-forget-text")}</p>
      <button class="small" data-act="delete-notes" disabled={notes.value.text === ""} onClick={() => write(NO_NOTES)}>{t("desk-notes-delete")}</button>
    </section>
  );
}
