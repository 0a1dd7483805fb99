/** Who could have spoken in this phase and has not yet: a hint without a number, off until it is asked for. */
import { useSignal } from "@preact/signals";
import { useParts } from "../room/parts";
import { t } from "../text";
import { keyed } from "./keys";

export function Unspoken({ hint }: { hint: boolean }) {
  const { session } = useParts();
  const on = useSignal(false);
  if (!hint) return null;
  const unspoken = session.facts.value?.unspoken;
  const names = (unspoken ?? []).map((seat) => session.nameOf(seat) || t("room-seat", { number: seat })).join(", ");
  return (
    <section class="unspoken">
      <button class="gate" role="switch" aria-checked={on.value} data-act="unspoken" {...keyed("unspoken")} onClick={() => (on.value = !on.value)}>
        <span>{t("desk-unspoken")}<small>{t("desk-unspoken-text")}</small></span>
        <i aria-hidden="true" />
      </button>
      {on.value && session.facts.value && !unspoken && <p>{t("desk-unspoken-unknown")}</p>}
      {on.value && unspoken && <p data-unspoken={unspoken.join(" ")}>{names ? t("desk-unspoken-names", { names }) : t("desk-unspoken-none")}</p>}
    </section>
  );
}
