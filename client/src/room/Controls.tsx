// The controls, in words that name what they will do.
import { signal } from "@preact/signals";
import type { Device } from "../devices";
import { t } from "../text";
import { Dialog } from "./Dialog";
import type { Place } from "./Room";
import { selfHidden } from "./SeatView";

const open = signal<"leave" | "word" | null>(null);
const close = () => { open.value = null; };

export function Controls({ place }: { place: Place }) {
  const { session, microphone, camera } = place;
  const view = session.view.value;
  const seat = session.you.value.seat;
  const observer = session.you.value.role === "observer";
  const inCircle = session.audience.value !== "waiting";
  const running = inCircle && view.stage === "running" && !observer;
  const raised = (view.hands ?? []).includes(seat);
  const offered = (view.offers ?? []).includes(seat);
  const caseCall = running && view.phase?.kind === "case_call";
  const about = view.case?.number ?? 0;
  return (
    <div class="bar">
      {!observer && <Toggle device={microphone} word="microphone" />}
      {!observer && <Toggle device={camera} word="camera" />}
      {inCircle && camera.track.value && (
        <button aria-pressed={selfHidden.value} onClick={() => { selfHidden.value = !selfHidden.value; }}>
          {t(selfHidden.value ? "control-self-show" : "control-self-hide")}
        </button>
      )}
      {caseCall && (
        <button class={offered ? "on" : ""} onClick={() => void session.command(offered ? "withdraw_offer" : "offer_case", { about })}>
          {t(offered ? "control-offer-withdraw" : "control-offer")}
        </button>
      )}
      {running && !caseCall && !session.leading.value && (
        <button class={raised ? "on" : ""} disabled={session.pushedBack.value}
          onClick={() => void session.command(raised ? "lower_hand" : "raise_hand")}>
          {t(raised ? "control-hand-lower" : "control-hand-raise")}
        </button>
      )}
      {view.turn?.seat === seat && (
        <button onClick={() => void session.command("end_turn", { about: view.turn?.number ?? 0 })}>{t("control-turn-end")}</button>
      )}
      {session.presenting.value && !caseCall && <button onClick={() => { open.value = "word"; }}>{t("control-word")}</button>}
      <button onClick={() => { open.value = "leave"; }}>{t("control-leave")}</button>
      {(microphone.trouble.value || camera.trouble.value) && (
        <p class="note" role="status">
          {microphone.trouble.value ? t(`trouble-microphone-${microphone.trouble.value}`) : t(`trouble-camera-${camera.trouble.value}`)}
        </p>
      )}
      {open.value === "leave" && <Leave place={place} />}
      {open.value === "word" && <QuietWord place={place} />}
    </div>
  );
}

function Toggle({ device, word }: { device: Device; word: "microphone" | "camera" }) {
  const on = device.track.value !== null;
  return (
    <button class={on ? "on" : ""} disabled={device.starting.value} onClick={() => { if (on) device.close(); else void device.open(); }}>
      {t(`control-${word}-${on ? "off" : "on"}`)}
    </button>
  );
}

function Leave({ place: { session } }: { place: Place }) {
  const leave = async () => { close(); await session.command("leave"); };
  return (
    <Dialog title={t("leave-title")} onClose={close}>
      <p>{t(session.leading.value ? "leave-text-leader" : "leave-text")}</p>
      <div class="choices">
        <button onClick={close}>{t("leave-stay")}</button>
        <button class="look" onClick={() => void leave()}>{t("leave-go")}</button>
      </div>
    </Dialog>
  );
}

function QuietWord({ place: { session } }: { place: Place }) {
  const say = (word: string) => { close(); void session.command("tell_leaders", { word }); };
  const sent = (session.view.value.words ?? []).map((one) => one.word);
  return (
    <Dialog title={t("word-title")} onClose={close}>
      <p>{t("word-text")}</p>
      <div class="choices">
        {(["bring_me_back", "need_a_pause"] as const).map((word) => (
          <button key={word} class="main" disabled={sent.includes(word)} onClick={() => say(word)}>
            {t(sent.includes(word) ? `word-${word}-sent` : `word-${word}`)}
          </button>
        ))}
        <button onClick={close}>{t("close")}</button>
      </div>
    </Dialog>
  );
}
