/** What this is, what is kept of it and what is not; and what everyone says once in a meeting before they go in. */
import type { RefObject } from "preact";
import type { Signal } from "@preact/signals";
import { toldOfKeeping } from "../keeping";
import { t } from "../text";
import type { Welcome } from "./enter";

interface BeforeProps {
  keeping: Welcome["keeping"];
  together: boolean;
  /** Null: they have said it in this meeting. */
  says: Signal<boolean> | null;
  onSay: () => void;
  missing: boolean;
  box: RefObject<HTMLInputElement | null>;
}

export function Before({ keeping, together, says, onSay, missing, box }: BeforeProps) {
  return (
    <section class="check before" aria-labelledby="before">
      <h2 id="before">{t("join-before")}</h2>
      <ul>
        <li>{t("join-before-what")}</li>
        {toldOfKeeping(keeping, together).map((line) => <li key={line}>{line}</li>)}
      </ul>
      {says && (
        <label class="attest">
          <input
            ref={box}
            type="checkbox"
            name="attest"
            checked={says.value}
            aria-invalid={missing}
            aria-describedby={missing ? "not_attested" : undefined}
            onChange={(event) => {
              says.value = event.currentTarget.checked;
              onSay();
            }}
          />
          <span>{t("join-attest")}</span>
        </label>
      )}
    </section>
  );
}
