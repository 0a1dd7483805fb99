/** Why a link lets nobody in, in plain words, and what to do about it. */
import { has, t } from "../text";
import { PASSING } from "./enter";

export function Refused({ code, again }: { code: string; again: () => void }) {
  const known = has(`refused-${code}-title`) ? code : "server_error";
  return (
    <main class="plain" data-refused={known}>
      <h1>{t(`refused-${known}-title`)}</h1>
      <p>{t(`refused-${known}-text`)}</p>
      {PASSING.has(known) && <button class="main" onClick={again}>{t("refused-again")}</button>}
    </main>
  );
}
