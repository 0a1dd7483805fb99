/** What is the leader's own: marks, notes, a hint, the keys. Folded away, and as long as a line until somebody wants it; then its
    line comes to the top, for what it opens would be below the window. */
import type { Signal } from "@preact/signals";
import type { CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { Unloaded } from "../room/Unloaded";
import { t } from "../text";
import { carried, keyed, KEYS, MARK_KEYS } from "./keys";
import { KeysButton } from "./Keys";
import { SecondButton } from "./Second";

/** `keys`: their dialog is open; `naming`: the rows above let names be changed. */
export function Own({ view, keys, naming }: { view: CircleView; keys: Signal<boolean>; naming: Signal<boolean> }) {
  const { session, alone, lent, folded } = useParts();
  const part = folded.part.value;
  const kept = session.keeping.value !== "nothing";
  const [marks, hint] = [kept && view.phase !== null, hasHint(view)];
  const holds = [marks && "marks", !lent && "notes", hint && "hint", "names", "keys", !alone && "screen"].filter((one) => one !== false);
  return (
    <details class="own" onToggle={({ currentTarget }) => showOpened(currentTarget)}>
      <summary><span>{t("desk-own")}<small>{holds.map((one) => t(`desk-own-${one}`)).join(", ")}</small></span></summary>
      {part ? <>{marks && <part.Marks view={view} />}<part.Unspoken hint={hint} />{!lent && <part.Notes />}</> : <><Unloaded of={folded} />{[...(marks ? MARK_KEYS : []), ...(hint ? [KEYS.unspoken] : []), ...(lent ? [] : [KEYS.notes])].map((key) => <i key={key} hidden {...carried(key, "wait")} />)}</>}
      <p class="own-more">
        <button class="small quiet" data-act="naming" {...keyed("names")} aria-pressed={naming.value} onClick={() => (naming.value = !naming.value)}>
          {t(naming.value ? "desk-naming-done" : "desk-naming")}
        </button>
        <KeysButton open={keys} />
        {!alone && <SecondButton />}
      </p>
    </details>
  );
}

/** A key that opens it leads to a part of it, which is in view by that. */
function showOpened(own: HTMLDetailsElement): void {
  const { activeElement } = document;
  if (own.open && !(own.contains(activeElement) && activeElement?.tagName !== "SUMMARY")) own.scrollIntoView({ block: "start" });
}

/** Before the beginning, and once the leaders are by themselves, nobody is waited for to speak. */
function hasHint(view: CircleView): boolean {
  return view.phase !== null && view.phase.within !== "leaders";
}
