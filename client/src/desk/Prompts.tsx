/** What the format reminds the leaders of in this phase: one line above the people, the rest behind it. Nobody else's browser has it. */
import { planned, type CircleView } from "../protocol";
import { ownText, t } from "../text";

export function Prompts({ view }: { view: CircleView }) {
  const [first, ...rest] = planned(view)?.prompts ?? [];
  if (first === undefined) return null;
  return (
    <details class="prompts" aria-label={t("desk-prompts")} key={view.phase?.entry}>
      <summary>{ownText(first)}</summary>
      {rest.length > 0 && <ul>{rest.map((text) => <li key={ownText(text)}>{ownText(text)}</li>)}</ul>}
    </details>
  );
}
