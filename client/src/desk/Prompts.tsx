/** What the format reminds the leaders of in this phase: one line above the people, the rest, where there is any, behind it. Nobody else's browser has it. */
import { planned, type CircleView } from "../protocol";
import { ownText, t } from "../text";

export function Prompts({ view }: { view: CircleView }) {
  const phase = planned(view);
  const [first, ...rest] = phase?.prompts ?? [];
  if (first === undefined || (view.case.presenter === null && phase?.needs_presenter && phase.floor.kind !== "open")) return null; // it speaks of whoever is gone
  if (rest.length === 0) return <p class="prompts">{ownText(first)}</p>;
  return (
    <details class="prompts" aria-label={t("desk-prompts")} key={view.phase?.entry}>
      <summary>{ownText(first)}</summary>
      <ul>{rest.map((text) => <li key={ownText(text)}>{ownText(text)}</li>)}</ul>
    </details>
  );
}
