/** The door: from a link to a name, a look at the devices, and into the room. */
import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { NOTHING_NOTED, type Noted } from "../boot";
import { keepChoices, keptWish } from "../choices";
import { Devices } from "../devices";
import type { Wish } from "../looks";
import { looksWhole } from "../naming";
import { isLeading } from "../protocol";
import { t } from "../text";
import { Before } from "./Before";
import { Check } from "./Check";
import { Early } from "./Early";
import { enter, PASSING, takeSeat, type Planned, type Welcome, type Whose } from "./enter";
import { Kept } from "./Kept";
import { PathCheck } from "./PathCheck";
import { Refused, WrongClock } from "./Refused";
import { Tongues } from "./Tongues";

type Step =
  | { at: "entering" }
  | { at: "early"; dates: Planned[]; of?: string | undefined; telephone?: string | undefined; failed?: string }
  | ({ at: "refused"; code: string; dates?: Planned[] | undefined } & Whose)
  | { at: "welcome"; welcome: Welcome };

const NAME_MOST = 40;
/** Refusals that this page mends. */
const HERE = ["not_attested", "bad_name", "name_taken", "offline", "draining"];

interface JoinProps {
  token: string;
  noted?: Noted | undefined;
  toRoom?: () => void;
}

export function Join({ token, noted = NOTHING_NOTED, toRoom = () => location.assign("/room") }: JoinProps) {
  const step = useSignal<Step>({ at: "entering" });
  const wrong = useSignal(0);
  const kept = useRef<Devices | null>(null);
  const devices = (kept.current ??= new Devices()); // what was tried before the meeting was open stays as it is
  const looks = useRef(0);
  const ask = async (): Promise<void> => {
    if (step.value.at !== "early") step.value = { at: "entering" };
    const mine = ++looks.current;
    const entered = await enter(token);
    if (mine !== looks.current) return; // what was asked or said since is newer
    const waits = step.value.at === "early" ? step.value : null;
    if (waits && "code" in entered && !entered.dates && PASSING.has(entered.code)) {
      step.value = { ...waits, failed: entered.code }; // whoever waits goes on waiting, and nothing that is tried stops
      return;
    }
    wrong.value = entered.hoursOff;
    if ("code" in entered && entered.code === "not_open_yet" && entered.dates) step.value = { at: "early", dates: entered.dates, of: entered.of, telephone: entered.telephone };
    else if ("code" in entered) {
      devices.release(); // what was being tried
      step.value = { at: "refused", code: entered.code, dates: entered.dates, leads: entered.leads, rehearsal: entered.rehearsal, mail: entered.mail };
    }
    else if (entered.welcome.stage === "ended") step.value = { at: "refused", code: "session_ended", leads: isLeading(entered.welcome.role) };
    else step.value = { at: "welcome", welcome: entered.welcome };
  };
  const told = (dates: Planned[]): void => {
    looks.current++;
    if (step.value.at === "early" || step.value.at === "refused") step.value = { ...step.value, dates };
  };
  useEffect(() => void ask(), []);
  const now = step.value;
  switch (now.at) {
    case "entering":
      return <main class="door"><p role="status">{t("join-entering")}</p></main>;
    case "early":
      return <Early token={token} dates={now.dates} of={now.of} telephone={now.telephone} failed={now.failed} hoursOff={wrong.value} devices={devices} told={told} again={() => void ask()} />;
    case "refused":
      return <Refused code={now.code} leads={now.leads} rehearsal={now.rehearsal} mail={now.mail} token={token} again={() => void ask()} dates={now.dates} told={told} />;
    case "welcome":
      return (
        <Form
          welcome={now.welcome}
          noted={noted}
          hoursOff={wrong.value}
          devices={devices}
          onRefused={(code) => (step.value = { at: "refused", code })}
          toRoom={toRoom}
        />
      );
  }
}

interface FormProps {
  welcome: Welcome;
  noted: Noted;
  hoursOff: number;
  devices: Devices;
  onRefused: (code: string) => void;
  toRoom: () => void;
}

function Form({ welcome, noted, hoursOff, devices, onRefused, toRoom }: FormProps) {
  const { microphone, camera } = devices;
  const name = useSignal(welcome.name);
  const trouble = useSignal<string[]>([]);
  const version = useSignal(welcome.attestation);
  const known = useSignal(welcome.attested);
  const says = useSignal(false);
  const wish = useSignal<Wish>(keptWish());
  const busy = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const told = useSignal(0);
  const lacks = (codes: string[]): void => {
    trouble.value = codes;
    told.value++;
  };
  const mended = (...codes: string[]): void => void (trouble.value = trouble.value.filter((one) => !codes.includes(one)));
  useEffect(() => {
    if (trouble.value.length === 0) return;
    const lacking = (trouble.value.includes("not_attested") ? box : field).current;
    lacking?.focus();
    lacking?.scrollIntoView({ block: "center" }); // the way in, which says what is missing, must not lie over it
  }, [told.value]);

  const goIn = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy.value) return;
    const missing = [...(known.value || says.value ? [] : ["not_attested"]), ...(name.value.trim() ? [] : ["bad_name"])];
    if (missing.length > 0) return lacks(missing);
    busy.value = true;
    trouble.value = [];
    const named = await takeSeat(name.value, welcome.place, says.value ? version.value : 0);
    if ("seat" in named) {
      keepChoices({
        microphone: microphone.state.value === "on",
        camera: camera.state.value === "on",
        microphoneId: microphone.track.value?.getSettings().deviceId ?? microphone.id,
        cameraId: camera.track.value?.getSettings().deviceId ?? camera.id,
        wish: wish.value,
      });
      devices.release();
      toRoom();
      return;
    }
    busy.value = false;
    name.value = named.name ?? name.value; // one that nobody has
    if (named.code === "not_attested") {
      // The words mean something else since this page was opened.
      known.value = says.value = false;
      version.value = Number(named.detail);
    }
    if (HERE.includes(named.code)) lacks([named.code]);
    else onRefused(named.code);
  };

  const wrong = (code: string): boolean => trouble.value.includes(code);
  const heard = welcome.role !== "observer";
  const silent = heard && microphone.state.value !== "on";
  const hint = isLeading(welcome.role) && !welcome.seated && welcome.stage === "gathering"
    ? "join-enter-hint-leader"
    : silent
      ? `join-enter-hint-${["off", "opening"].includes(microphone.state.value) ? "listening" : "without"}`
      : heard ? "join-enter-hint" : "join-enter-hint-observer";
  return (
    <main class="door">
      <Tongues />
      <header>
        <h1>{t("join-welcome")}</h1>
        {welcome.of && <p data-of><b>{t("join-of", { group: welcome.of })}</b></p>}
        <p>{t(welcome.left ? "join-as-left" : welcome.seated ? `join-as-back${isLeading(welcome.role) ? "-leading" : ""}` : `join-as-${welcome.role}`)}</p>
      </header>
      {welcome.leads && <p class="note">{t("join-as-back-lead")}</p>}
      {welcome.elsewhere && <p class="note" data-elsewhere>{t(`join-elsewhere-${welcome.elsewhere}`)}</p>}
      <WrongClock hours={hoursOff} />
      <form onSubmit={(event) => void goIn(event)} noValidate>
        <Before keeping={welcome.keeping} together={welcome.together === true} says={known.value ? null : says} onSay={() => mended("not_attested")} missing={wrong("not_attested")} box={box} />
        <label class="name">
          <span>{t("join-name")}</span>
          <input
            ref={field}
            name="name"
            value={name.value}
            maxLength={NAME_MOST}
            autocomplete="nickname"
            aria-describedby={[...trouble.value.filter((code) => code.includes("name")), "name-hint"].join(" ")}
            aria-invalid={wrong("bad_name")}
            onInput={(event) => {
              name.value = event.currentTarget.value;
              mended("bad_name", "name_taken", "offline", "draining");
            }}
          />
          <span class="hint" id="name-hint">{t(name.value.length >= NAME_MOST ? "join-name-full" : looksWhole(name.value) ? "join-name-whole" : "join-name-hint")}</span>
        </label>
        <Check devices={devices} heard={heard} wish={wish} />
        <PathCheck over={busy.value} at={{ place: welcome.place }} />
        <Kept welcome={welcome} noted={noted} />
        <div class="way-in">
          <div role="alert" id="missing">{trouble.value.map((code) => <p key={code} id={code} class="note">{t(`join-trouble-${code}`, { name: name.value })}</p>)}</div>
          <button class="main" type="submit" data-control="enter" disabled={busy.value}>
            {t(silent ? "join-enter-listening" : "join-enter")}
          </button>
          <p class="hint">{t(hint)}</p>
        </div>
      </form>
    </main>
  );
}
