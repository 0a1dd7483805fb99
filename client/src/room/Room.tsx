// What a person sees from the waiting room to the end.
import { signal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { announcements } from "../announce";
import { Desk } from "../desk/Desk";
import type { Device } from "../devices";
import type { Media } from "../media";
import type { View } from "../protocol";
import type { Session } from "../session";
import { knows, t } from "../text";
import { Circle } from "./Circle";
import { Controls } from "./Controls";
import { SelfLine } from "./SelfLine";
import { soundBlocked, Voices } from "./Voices";

export interface Place { session: Session; media: Media; microphone: Device; camera: Device }

const announced = signal("");

export function Room({ place }: { place: Place }) {
  const { session } = place;
  const audience = session.audience.value;
  const stage = session.view.value.stage;
  if (session.line.value === "replaced") return <Plain id="room-replaced" again />;
  if (session.line.value === "refused") return <Plain id={refusedId(session.refusal.value?.code)} />;
  if (stage === "ended") return <Plain id="room-ended" />;
  if (audience === "gone") return <Plain id={session.you.value.standing === "left" ? "room-left" : "room-removed"} again={session.you.value.standing === "left"} />;
  if (audience === "waiting") return <Waiting place={place} />;
  return (
    <div class={`room${session.leading.value ? " with-desk" : ""}`}>
      <main class="stage">
        <Notices place={place} />
        <Circle place={place} />
        <div class="foot"><SelfLine place={place} /><Controls place={place} /></div>
      </main>
      {session.leading.value && <Desk session={session} />}
      <Voices media={place.media} />
      <Announcer session={session} />
    </div>
  );
}

function refusedId(code: string | undefined): string {
  if (code === "removed") return "room-removed";
  return code === "session_ended" || code === "no_session" ? "room-ended" : "room-refused";
}

function Plain({ id, again = false }: { id: string; again?: boolean }) {
  return (
    <main class="plain">
      <h1>{t(`${id}-title`)}</h1>
      <p>{t(`${id}-text`)}</p>
      {again && knows(`${id}-again`) && <div><button class="main" onClick={() => location.reload()}>{t(`${id}-again`)}</button></div>}
    </main>
  );
}

function Waiting({ place }: { place: Place }) {
  return (
    <main class="plain waiting">
      <h1>{t("room-waiting-title")}</h1>
      <p role="status">{t("room-waiting-text")}</p>
      <SelfLine place={place} />
      <Controls place={place} />
    </main>
  );
}

function Notices({ place }: { place: Place }) {
  const { session, media } = place;
  const refusal = session.refusal.value;
  return (
    <div class="notices">
      {session.line.value === "lost" && <p class="note" role="status">{t("room-line-lost")}</p>}
      {session.draining.value && <p class="note" role="status">{t("room-draining")}</p>}
      {media.path.value === "refused" && <p class="note" role="status">{t("truth-no-media")}</p>}
      {soundBlocked.value && <p class="note"><button class="main" onClick={() => soundBlocked.value?.()}>{t("room-sound-on")}</button></p>}
      {refusal && (
        <p class="note" role="alert">
          {t(knows(`code-${refusal.code}`) ? `code-${refusal.code}` : "code-other")}{" "}
          <button class="small" onClick={() => { session.refusal.value = null; }}>{t("close")}</button>
        </p>
      )}
    </div>
  );
}

// One polite live region for the page: each change of the form is said once.
function Announcer({ session }: { session: Session }) {
  const before = useRef<View>(session.view.peek());
  useSignalEffect(() => {
    const after = session.view.value;
    const told = announcements(before.current, after, session.you.peek().seat);
    before.current = after;
    if (told.length) announced.value = told.map(({ id, kind }) => t(id, kind ? { phase: t(`phase-${kind}`) } : {})).join(" ");
  });
  return <div class="hidden" role="status" aria-live="polite">{announced.value}</div>;
}
