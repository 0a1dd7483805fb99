/** What one can do about oneself, each button named by what it does. Whoever is never heard has no microphone here. */
import { useSignal } from "@preact/signals";
import { holdsFloor, isLeading, isLeftAside, leadersAlone, mayBeHeard, planned, pushedBack, type CircleView, type SeatId } from "../protocol";
import { firstPress, settling, useSettled } from "../desk/press";
import { useAtRest } from "../desk/rest";
import { handOf, seatedIn } from "../seats";
import { t } from "../text";
import { LeaveDialog } from "./LeaveDialog";
import { type DeviceFace, useParts } from "./parts";
import { QuietWord } from "./QuietWord";
import "./Controls.css";

export function Controls({ view }: { view: CircleView }) {
  const { session, microphone, camera } = useParts();
  const leaving = useSignal(false);
  const you = session.you.value;
  const role = you?.role ?? "member";
  const hasVoice = (you !== null && mayBeHeard(view, you)) || microphone.state.value === "on";
  const own = you?.seat ?? 0;
  const aside = session.out.value;
  const raisesHands = !aside && (role !== "observer" || planned(view)?.heard === "cast"); // in a scene anyone may ask to double
  return (
    <nav class="controls" aria-label={t("room-controls")}>
      {hasVoice && <DeviceControl device={microphone} kind="microphone" main={holdsFloor(view, own) || view.private?.inside.includes(own) === true} />}
      <DeviceControl device={camera} kind="camera" />
      {raisesHands && <HandControl view={view} />}
      {aside && <BackControl view={view} />}
      {!isLeading(role) && (!aside || isLeftAside(view, own)) && <QuietWord view={view} />}
      <button data-control="leave" onClick={() => (leaving.value = true)}>{t("room-leave")}</button>
      <LeaveDialog open={leaving.value} onClose={() => (leaving.value = false)} />
    </nav>
  );
}

/** `main`: what this person is waited for to do. Where nobody hears or sees one, what is on does not stand as if it reached anybody. */
export function DeviceControl({ device, kind, main = false }: { device: DeviceFace; kind: "microphone" | "camera"; main?: boolean }) {
  const { truth } = useParts();
  const state = device.state.value;
  const on = state === "on";
  const press = (): void => {
    if (on) device.close();
    else void device.open();
  };
  return (
    <button
      class={on ? (truth.value.id === "truth-aside" ? "" : "on") : main ? "main" : ""}
      data-control={kind}
      data-state={state}
      aria-busy={state === "opening"}
      onClick={press}
    >
      {t(on ? `room-${kind}-off` : `room-${kind}-on`)}
    </button>
  );
}

/** Whoever has stepped out finds the way back here, leader or not: one press. To the circle, or once that has closed to the leaders'
    debrief, and for the others to nothing. */
export function BackControl({ view }: { view: CircleView }) {
  const { asking, session } = useParts();
  const cut = useAtRest();
  const { seat, role } = session.you.value!;
  return (
    <button class={isLeftAside(view, seat) ? "main" : ""} data-control="back" aria-disabled={cut} {...firstPress(() => void asking.ask("leave_private_room", {}))}>
      {t(`room-private-${!leadersAlone(view) ? "leave" : isLeading(role) ? "debrief" : "end"}`)}
    </button>
  );
}

function HandControl({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  const seat = session.you.value?.seat ?? 0;
  const up = handOf(view, seat) > 0;
  const settled = useSettled(up);
  const cut = useAtRest();
  const leads = (one: SeatId): boolean => isLeading(view.seats[one]?.role ?? "member");
  const among = leadersAlone(view) && !(leads(seat) && seatedIn(view).some((one) => one !== seat && leads(one)));
  // Whoever has the floor needs no hand for it.
  const answers = view.floor.kind === "asker_and_presenter" && view.case.presenter === seat;
  const cannot = view.stage !== "running" || pushedBack(view) === seat || among || answers || holdsFloor(view, seat);
  return (
    <button
      class={up ? "on" : ""}
      data-control="hand"
      disabled={!up && cannot}
      {...settling(settled && !cut, () => void (up ? asking.ask("lower_hand", {}) : asking.ask("raise_hand", {})))}
    >
      {t(up ? "room-hand-lower" : "room-hand-raise")}
    </button>
  );
}
