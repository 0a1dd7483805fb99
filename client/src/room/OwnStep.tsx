/** The one thing that is up to this person just now: offer a case, take the offer back, end one's turn, push back. */
import { pushedBack, pushesBack, type CircleView, type CommandFields, type CommandType, type SeatId } from "../protocol";
import { t } from "../text";
import { useParts } from "./parts";
import "./OwnStep.css";

type Step = { [T in CommandType]: { command: T; fields: CommandFields[T]; label: string; main: boolean } }[CommandType];

export function OwnStep({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  const you = session.you.value;
  const step = you === null ? null : ownStep(view, you.seat, you.role === "member");
  return (
    <div class="own-step">
      {step && (
        <button
          class={step.main ? "main" : ""}
          data-own-step={step.command}
          aria-busy={asking.busy(step.command)}
          onClick={() => void asking.ask(step.command, step.fields)}
        >
          {t(step.label)}
        </button>
      )}
    </div>
  );
}

/** Null where nothing is. A leader never offers a case. */
export function ownStep(view: CircleView, seat: SeatId, member: boolean): Step | null {
  const { turn, phase } = view;
  if (turn?.seat === seat) {
    return { command: "end_turn", fields: { about: turn.number }, label: "room-turn-end", main: true };
  }
  if (phase === null || !member) return null;
  if (phase.kind === "case_call" && view.case.presenter !== seat) {
    const about = view.case.number;
    return view.offers.includes(seat)
      ? { command: "withdraw_offer", fields: { about }, label: "room-case-withdraw", main: false }
      : { command: "offer_case", fields: { about }, label: "room-case-offer", main: true };
  }
  if (pushesBack(view) && view.case.presenter === seat && pushedBack(view) === null) {
    return { command: "push_back", fields: { about: phase.entry }, label: "room-push-back", main: false };
  }
  return null;
}
