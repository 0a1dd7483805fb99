/** What the format reminds the leaders of in this phase. Nobody else's browser has it. */
import { planned, type CircleView } from "../protocol";
import { ownText, t } from "../text";

export function Prompts({ view }: { view: CircleView }) {
  const prompts = planned(view)?.prompts ?? [];
  if (prompts.length === 0) return null;
  return <ul class="prompts" aria-label={t("desk-prompts")}>{prompts.map((text) => <li key={ownText(text)}>{ownText(text)}</li>)}</ul>;
}
