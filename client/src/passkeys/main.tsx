/**
 * Asks a leader's device for a passkey: to sign in with it, or to make one. Where there is no script, or the browser has
 * none for this address, the offer remains hidden, and a link by mail is the way in.
 */
import { codeOf, post, type Posted } from "../post";
import { asCreation, asRequest, shown } from "./credential";

const ACTS = {
  enter: { path: "/api/passkeys/ask", then: "/api/passkeys/enter", to: "/groups" },
  add: { path: "/api/passkeys/new", then: "/api/passkeys/keep", to: "/passkeys" },
};
type Act = keyof typeof ACTS;

class Refused extends Error {}

function taken(answer: Posted): Record<string, unknown> {
  if (answer.status !== 200) throw new Refused(codeOf(answer));
  return answer.body;
}

async function perform(act: Act): Promise<void> {
  const { path, then, to } = ACTS[act];
  const options = taken(await post(path, {}));
  const credential =
    act === "enter"
      ? await navigator.credentials.get({ publicKey: asRequest(options) })
      : await navigator.credentials.create({ publicKey: asCreation(options) });
  taken(await post(then, { credential: shown(credential as PublicKeyCredential) }));
  location.assign(to);
}

/** By what name the page has words for it. */
function why(error: unknown): string {
  if (error instanceof Refused) return error.message;
  const name = error instanceof DOMException ? error.name : "";
  if (name === "InvalidStateError") return "passkey_taken"; // the device has one of those that are there already
  return name === "NotAllowedError" || name === "AbortError" ? "cancelled" : "failed";
}

function offer(section: HTMLElement): void {
  const button = section.querySelector("button")!;
  const wrong = section.querySelector<HTMLElement>(".wrong")!;
  section.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    wrong.hidden = true;
    try {
      await perform(section.dataset["passkey"] as Act);
    } catch (error) {
      wrong.textContent = wrong.dataset[why(error)] ?? wrong.dataset["failed"] ?? "";
      wrong.hidden = false;
    }
    button.disabled = false;
  });
}

for (const section of document.querySelectorAll<HTMLElement>("[data-passkey]")) {
  const can = typeof PublicKeyCredential === "function" && location.origin === section.dataset["origin"];
  if (can) offer(section);
  else document.getElementById("no-passkeys")?.toggleAttribute("hidden", false);
}
