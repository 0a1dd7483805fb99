/** What is up to this person just now: offer a case, end one's turn, take a part, push back. Most often nothing, or one thing. */
import type { CommandFields, CommandType } from "../commands";
import { isLeading, planned, pushedBack, pushesBack, type CircleView, type Role, type SeatId } from "../protocol";
import { t } from "../text";
import { GiveParts } from "./GiveParts";
import { NameOne } from "./NameOne";
import { settling, useSettled } from "../desk/press";
import { useAtRest } from "../desk/rest";
import { useNews } from "./news";
import { useParts } from "./parts";
import { tick } from "./tick";
import "./OwnStep.css";

type Step = { [T in CommandType]: { command: T; fields: CommandFields[T]; label: string; main: boolean; who?: SeatId } }[CommandType];

export function OwnStep({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  const you = session.you.value;
  void tick.value;
  const steps = you === null ? [] : ownSteps(view, you.seat, you.role, session.now());
  const phase = planned(view);
  useNews(view);
  const settled = useSettled(steps.map(({ label, who }) => `${label} ${who ?? ""}`).join());
  const cut = useAtRest();
  if (isLeading(you?.role ?? "member")) return null;
  return (
    <div class="own-step">
      <Returning view={view} />
      {steps.map((step) => (
        <button
          key={step.label}
          class={step.main ? "main" : ""}
          data-own-step={step.command}
          {...settling(settled && !cut, () => void asking.ask(step.command, step.fields))}
        >
          {t(step.label, step.who === undefined ? {} : { name: session.nameOf(step.who) })}
        </button>
      ))}
      {phase?.chosen_by === "group" && view.case.presenter === null && you?.role === "member" && <NameOne view={view} />}
      {phase?.casting && you !== null && view.case.presenter === you.seat && <GiveParts view={view} />}
    </div>
  );
}

/** For a presenter who has asked to be brought back: who has seen it, and what happens where nobody brings them back. It is drawn against the server's clock, and
    said aloud once, not each second. */
function Returning({ view }: { view: CircleView }) {
  const { session } = useParts();
  void tick.value;
  const asked = toReturn(view, session.you.value?.seat ?? 0);
  if (asked === null) return <span class="hidden" role="status" />;
  const [left_ms, whole_ms] = [asked.returns_at - session.now(), asked.returns_at - asked.at];
  const by = session.facts.value?.you.noted?.bring_me_back;
  return (
    <>
      {left_ms > 0 && <p class="own-wait digits" aria-hidden="true">{by && `${t("room-come-back-seen", { name: session.nameOf(by) })} `}{t("room-come-back-in", { seconds: Math.ceil(left_ms / 1000) })}</p>}
      <span class="hidden" role="status">{left_ms > 0 ? t("room-come-back-in", { seconds: Math.ceil(whole_ms / 1000) }) : t("room-come-back-may")}</span>
    </>
  );
}

/** In the order in which they are shown. A leader never offers a case. */
export function ownSteps(view: CircleView, seat: SeatId, role: Role, now = 0): Step[] {
  if (isLeading(role)) return [];
  if (view.seats[seat]?.stepped_out) return inPrivate(view, seat); // the way back is among the controls
  if (view.turn?.seat === seat) return withTurn(view, view.turn.number);
  return [...ofScene(view, seat), ...ofPushBack(view, seat, now), ...ofCase(view, seat, role)];
}

function inPrivate({ private: room }: CircleView, seat: SeatId): Step[] {
  if (!room?.inside.includes(seat) || room.asking === null || room.agreed.includes(seat)) return [];
  return [{ command: "agree_in_private_room", fields: { seat: room.asking }, label: "room-private-agree", who: room.asking, main: true }];
}

/** In a round passing is always allowed. */
function withTurn(view: CircleView, about: number): Step[] {
  const end: Step = { command: "end_turn", fields: { about }, label: "room-turn-end", main: true };
  return view.floor.kind === "round" ? [end, { command: "pass_turn", fields: { about }, label: "room-turn-pass", main: false }] : [end];
}

function ofScene(view: CircleView, seat: SeatId): Step[] {
  const { scene, phase } = view;
  if (scene === null || phase === null) return [];
  const part = scene.invited[seat];
  if (part !== undefined) {
    return [
      { command: "answer_invitation", fields: { accept: true, part }, label: "room-part-take", main: true },
      { command: "answer_invitation", fields: { accept: false, part }, label: "room-part-decline", main: false },
    ];
  }
  if (!(seat in scene.cast)) return [];
  const off: Step = { command: "take_off_part", fields: {}, label: "room-part-off", main: false };
  const plays = planned(view)?.kind === "scene" && !scene.frozen;
  return plays ? [{ command: "freeze", fields: { about: phase.entry }, label: "room-scene-stop", main: false }, off] : [off];
}

/** Whoever asked to be brought back and was not comes back alone. */
function ofPushBack(view: CircleView, seat: SeatId, now: number): Step[] {
  const asked = toReturn(view, seat);
  if (asked === null || view.phase === null || now < asked.returns_at) return [];
  return [{ command: "recall", fields: { about: view.phase.entry }, label: "room-come-back", main: true }];
}

/** When a presenter who has pushed back asked to be brought back, and from when on they may come by themselves. */
function toReturn(view: CircleView, seat: SeatId): { at: number; returns_at: number } | null {
  const asked = view.words?.find((sent) => sent.seat === seat && sent.word === "bring_me_back");
  return pushedBack(view) === seat && asked?.returns_at !== undefined ? { at: asked.at, returns_at: asked.returns_at } : null;
}

function ofCase(view: CircleView, seat: SeatId, role: Role): Step[] {
  const phase = planned(view);
  const [presents, about] = [view.case.presenter === seat, view.case.number];
  if (phase === null || role !== "member") return [];
  if (phase.accept && presents && !view.case.accepted) {
    return [{ command: "accept_audience", fields: { about }, label: "room-audience-accept", main: true }];
  }
  if (phase.offers && phase.chosen_by !== "group" && !presents) {
    return view.offers.includes(seat)
      ? [{ command: "withdraw_offer", fields: { about }, label: "room-case-withdraw", main: false }]
      : [{ command: "offer_case", fields: { about }, label: "room-case-offer", main: true }];
  }
  if (pushesBack(view) && presents && pushedBack(view) === null && !view.suspended && view.phase !== null) {
    return [{ command: "push_back", fields: { about: view.phase.entry }, label: "room-push-back", main: false }];
  }
  return [];
}
