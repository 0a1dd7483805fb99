/** The other languages, at the door. The page is not loaded anew for it: what is typed, ticked and tried stays, and so does the link. */
import { readBoot } from "../boot";
import { speak, t } from "../text";

export function Tongues() {
  const label = t("join-languages");
  const languages = Object.entries(readBoot().languages ?? {});
  if (languages.length === 0) return null;
  return (
    <nav class="languages" aria-label={label}>
      {languages.map(([code, name]) => (
        <button key={code} type="button" class="quiet" lang={code} data-language={code} onClick={() => void turnTo(code)}>{name}</button>
      ))}
    </nav>
  );
}

/** Takes the words from the same page in that language, which is remembered for the pages that follow. Offline nothing changes. */
async function turnTo(code: string): Promise<void> {
  const query = `?lang=${code}`;
  const answer = await fetch(location.pathname + query).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const boot = readBoot(page);
  if (boot.lang !== code) return;
  document.getElementById("boot")?.replaceWith(document.adoptNode(page.getElementById("boot")!));
  speak(boot.lang, boot.catalogue);
  document.documentElement.lang = code;
  document.title = t("join-title");
  history.replaceState(history.state, "", location.pathname + query + location.hash);
}
