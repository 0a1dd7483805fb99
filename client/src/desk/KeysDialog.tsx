/** All the keys of the desk, and where they are switched off. */
import type { Signal } from "@preact/signals";
import { INTERVENTIONS, type CircleView, type PlannedPhase } from "../protocol";
import { Dialog } from "../room/Dialog";
import { useParts } from "../room/parts";
import { t } from "../text";
import { chooseKeys, HELP_KEY, keyChoice, type KeyName, KEYS, MARK_KEYS } from "./keys";

export function KeysDialog({ open, view }: { open: Signal<boolean>; view: CircleView }) {
  const { session, alone, lent } = useParts();
  const close = (): void => void (open.value = false);
  const idle = new Set([...(alone ? ["whisper", "second"] : []), ...(lent ? ["notes"] : [])]);
  const named = Object.entries(KEYS).filter(([name]) => !idle.has(name) && isOfFormat(name as KeyName, view)).map(([name, key]) => [key, t(`key-${name}`)] as const);
  const marks = INTERVENTIONS.map((kind, index) => [MARK_KEYS[index] ?? "", t(`intervention-${kind}`)] as const);
  return (
    <Dialog open={open.value} title={t("desk-keys-title")} onClose={close}>
      <p>{t("desk-keys-text")}</p>
      <div class="keys-choice">
        <Switch on={keyChoice.value.on} name="on" label={t("desk-keys-on")} text={t(keyChoice.value.on ? "desk-keys-is-on" : "desk-keys-is-off")} />
        <Switch on={keyChoice.value.shown} name="shown" label={t("desk-keys-shown")} />
      </div>
      <Listed rows={[...named, [HELP_KEY, t("key-help")]]} />
      {session.keeping.value !== "nothing" && (
        <>
          <h3>{t("desk-marks")}</h3>
          <Listed rows={marks} />
        </>
      )}
      <div class="choices keys-close"><button class="main" autofocus onClick={close}>{t("room-close")}</button></div>
    </Dialog>
  );
}

function Switch({ on, name, label, text = "" }: { on: boolean; name: "on" | "shown"; label: string; text?: string }) {
  return (
    <button class="gate" role="switch" aria-checked={on} data-keys={name} onClick={() => chooseKeys({ [name]: !on })}>
      <span>{label}{text && <small>{text}</small>}</span>
      <i aria-hidden="true" />
    </button>
  );
}

function Listed({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return <dl class="keys">{rows.map(([key, said]) => <div key={key}><dt><kbd>{key.toUpperCase()}</kbd>{key === KEYS.extend && <kbd>+</kbd>}</dt><dd>{said}</dd></div>)}</dl>;
}

/** Keys of other ways of working are nobody's business in this format. */
export function isOfFormat(name: KeyName, view: CircleView): boolean {
  const some = (has: (phase: PlannedPhase) => unknown): boolean => view.plan.some((phase) => Boolean(has(phase)));
  switch (name) {
    case "cases": return some(({ offers, chosen_by }) => offers && chosen_by !== "group");
    case "close-choice": return some(({ chosen_by }) => chosen_by === "group");
    case "push-back": return some(({ stance }) => stance !== "in_circle");
    case "round": return view.floor.kind === "round" || some(({ floor }) => floor.kind === "round");
    case "scene": return some(({ kind }) => kind === "scene");
    case "parts": return some(({ casting }) => casting);
    case "players": return some(({ casting, heard }) => casting || heard === "cast");
    case "places": return Object.values(view.seats).some(({ circle }) => circle !== undefined);
    default: return true;
  }
}
