/** What the keys of the desk do: they press its buttons. `?` shows them all, and where they are switched off. */
import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { INTERVENTIONS, type CircleView } from "../protocol";
import { Dialog } from "../room/Dialog";
import { useParts } from "../room/parts";
import { t } from "../text";
import { carried, carrierOf, chooseKeys, HELP_KEY, isOfFormat, keyChoice, keyIn, type KeyName, KEYS, MARK_KEYS } from "./keys";

/** Listens for as long as the desk is there. `onReveal` shows a desk that is a closed sheet. */
export function useKeys(desk: RefObject<HTMLElement | null>, help: Signal<boolean>, onReveal: () => void): void {
  useEffect(() => {
    const act = (event: KeyboardEvent): void => {
      const key = keyIn(event);
      if (key === null || desk.current === null) return;
      if (key === HELP_KEY) {
        event.preventDefault();
        help.value = true;
        return;
      }
      const button = carrierOf(key, desk.current);
      if (button === null || button.dataset["keyDoes"] === "hold") return;
      event.preventDefault(); // no letter lands in a field that the key leads to
      if (button.dataset["keyDoes"] === "press") button.click();
      else reveal(button, onReveal);
    };
    document.addEventListener("keydown", act);
    return () => document.removeEventListener("keydown", act);
  }, []);
}

function reveal(button: HTMLElement, onReveal: () => void): void {
  onReveal();
  for (let fold = button.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  const reach = (): void => {
    button.focus();
    if (button.dataset["keyDoes"] === "open") button.click();
  };
  // At once, for the next key is meant for it; a closed sheet is drawn first.
  if (button.getClientRects().length > 0) reach();
  else requestAnimationFrame(reach);
}

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

/** Where no keyboard is known of yet. */
export function KeysButton({ open }: { open: Signal<boolean> }) {
  return <button class="small quiet" data-act="keys" {...carried(HELP_KEY)} onClick={() => (open.value = true)}>{t("desk-keys")}</button>;
}
