/** The other languages. The page is opened anew for it, and the seat stays; microphone and camera wait for a touch. */
import { t } from "../text";
import { useParts } from "./parts";

/** `bare`: where no seat is left that could be said to stay. */
export function Languages({ bare = false }: { bare?: boolean }) {
  const { languages, microphone } = useParts();
  if (Object.keys(languages).length === 0) return null;
  return (
    <p class="languages">
      {Object.entries(languages).map(([code, name]) => <a key={code} href={`?lang=${code}`} lang={code} hreflang={code} data-language={code} onClick={unasked}>{name}</a>)}
      {!bare && <small>{t(microphone.state.value === "on" ? "room-language-microphone" : "room-language-text")}</small>}
    </p>
  );
}

/** For so long the page may take to go. */
const GOES_MS = 1000;

/** It was meant: the question whether one really goes is for whoever closes the page by a slip. Where the page stays, as with
 * a link that opens beside it, that question stays too. */
function unasked({ ctrlKey, metaKey, shiftKey, altKey, button }: MouseEvent): void {
  if (ctrlKey || metaKey || shiftKey || altKey || button !== 0) return;
  const goes = new AbortController();
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true, once: true, signal: goes.signal });
  setTimeout(() => goes.abort(), GOES_MS);
}
