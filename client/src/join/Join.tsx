import { useEffect } from "preact/hooks";
import { signal } from "@preact/signals";
import { keepChoices } from "../choices";
import { knows, t } from "../text";
import { camera, Check, microphone } from "./Check";

type Step = { at: "entering" } | { at: "refused"; code: string } | { at: "ready"; role: string };

const step = signal<Step>({ at: "entering" });
const name = signal("");
const error = signal("");
const busy = signal(false);

async function post(path: string, body: unknown): Promise<{ status: number; body: Record<string, string> }> {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Record<string, string> };
}

// The token leaves the address bar at once: nobody reads it over a shoulder, and no history keeps it.
async function enter(): Promise<void> {
  const token = location.hash.slice(1);
  if (!token) { step.value = { at: "refused", code: "no_link" }; return; }
  history.replaceState(null, "", location.pathname + location.search);
  try {
    const answer = await post("/api/enter", { token });
    if (answer.status !== 200) { step.value = { at: "refused", code: answer.body.code ?? "server_error" }; return; }
    name.value = answer.body.name ?? "";
    step.value = answer.body.stage === "ended" ? { at: "refused", code: "session_ended" } : { at: "ready", role: answer.body.role ?? "member" };
  } catch {
    location.hash = token; // a reload tries again
    step.value = { at: "refused", code: "offline" };
  }
}

async function goIn(event: Event): Promise<void> {
  event.preventDefault();
  if (busy.value) return;
  busy.value = true;
  error.value = "";
  try {
    const answer = await post("/api/name", { name: name.value });
    if (answer.status === 200) {
      keepChoices({
        microphone: microphone.track.value !== null, camera: camera.track.value !== null,
        audioId: microphone.track.value?.getSettings().deviceId, videoId: camera.track.value?.getSettings().deviceId,
      });
      microphone.close();
      camera.close();
      location.assign("/room");
      return;
    }
    const code = answer.body.code ?? "server_error";
    if (code === "bad_name") error.value = t("join-bad-name");
    else step.value = { at: "refused", code };
  } catch {
    error.value = t("refused-offline-text");
  }
  busy.value = false;
}

export function Join() {
  useEffect(() => { void enter(); }, []);
  const now = step.value;
  if (now.at === "entering") return <main class="plain"><p role="status">{t("join-opening")}</p></main>;
  if (now.at === "refused") return <Refused code={now.code} />;
  const leads = now.role === "leader" || now.role === "co_leader";
  return (
    <main class="join">
      <header>
        <h1>{t("join-welcome")}</h1>
        <p>{t(leads ? "join-what-leader" : "join-what")}</p>
      </header>
      <form onSubmit={(event) => void goIn(event)} class="join-form" style={{ display: "grid", gap: "22px" }}>
        <label>
          {t("join-name")}
          <input name="name" autocomplete="nickname" maxLength={80} required value={name.value}
            onInput={(event) => { name.value = event.currentTarget.value; }} aria-describedby="name-hint" />
        </label>
        <p id="name-hint" class="hint">{t("join-name-hint")}</p>
        <Check />
        <div>
          <h2>{t("join-kept")}</h2>
          <ul class="kept"><li>{t("join-kept-sound")}</li><li>{t("join-kept-names")}</li><li>{t("join-kept-form")}</li></ul>
        </div>
        {error.value && <p class="error" role="alert">{error.value}</p>}
        <button class="main" type="submit" disabled={busy.value || !name.value.trim()}>
          {t(leads ? "join-go-leader" : "join-go")}
        </button>
      </form>
    </main>
  );
}

function Refused({ code }: { code: string }) {
  const id = knows(`refused-${code}-title`) ? code : "server_error";
  return (
    <main class="plain">
      <h1>{t(`refused-${id}-title`)}</h1>
      <p>{t(`refused-${id}-text`)}</p>
      {id === "offline" && <button class="main" onClick={() => location.reload()}>{t("try-again")}</button>}
    </main>
  );
}
