/** What the keys of the desk do: they press its buttons. */
import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useParts } from "../room/parts";
import { t } from "../text";
import { carried, carrierOf, HELP_KEY, keyIn } from "./keys";

/** Listens for as long as the desk is there. `onReveal` shows a desk that is a closed sheet. A key whose button has not been loaded yet
    waits for it within its phase, the entry `entry`, and meanwhile its place says so. */
export function useKeys(desk: RefObject<HTMLElement | null>, help: Signal<boolean>, entry: number, onReveal: () => void): void {
  const { folded } = useParts();
  const waiting = useRef<string[]>([]);
  const part = folded.part.value;
  const does = (button: HTMLElement): void => {
    if (button.dataset["keyDoes"] === "press") button.click();
    else reveal(button, onReveal);
  };
  useEffect(() => void (waiting.current = []), [entry]);
  useEffect(() => {
    for (const key of part ? waiting.current.splice(0) : []) {
      const button = desk.current && carrierOf(key, desk.current);
      if (button) does(button);
    }
  }, [part]);
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
      if (button.dataset["keyDoes"] === "wait") {
        waiting.current.push(key);
        void folded.load();
      }
      does(button);
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

/** Where no keyboard is known of yet. */
export function KeysButton({ open }: { open: Signal<boolean> }) {
  return <button class="small quiet" data-act="keys" {...carried(HELP_KEY)} onClick={() => (open.value = true)}>{t("desk-keys")}</button>;
}
