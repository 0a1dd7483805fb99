/** The other languages. The page is opened anew for it, and the seat stays; microphone and camera wait for a touch. */
import { t } from "../text";
import { useParts } from "./parts";

export function Languages() {
  const { languages } = useParts();
  if (Object.keys(languages).length === 0) return null;
  return (
    <p class="languages">
      {Object.entries(languages).map(([code, name]) => <a key={code} href={`?lang=${code}`} lang={code} hreflang={code} data-language={code} onClick={unasked}>{name}</a>)}
      <small>{t("room-language-text")}</small>
    </p>
  );
}

/** It was meant: the question whether one really goes is for whoever closes the page by a slip. */
function unasked(): void {
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true, once: true });
}
