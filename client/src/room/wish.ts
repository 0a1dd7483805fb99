/** What somebody asked for by a press: whether it has come about without it, and what it is about. Pure; knows no DOM. */
import type { CommandFields, CommandType } from "../commands";
import { pushedBack, type CircleView, type SeatId } from "../protocol";

export interface Wish {
  type: CommandType;
  fields: { about?: number; to?: string | null; seat?: SeatId; by_ms?: number };
  /** What was seen when it was pressed. */
  seen: CircleView | null;
}

export function wishOf<T extends CommandType>(type: T, fields: CommandFields[T], seen: CircleView | null): Wish {
  return { type, fields: fields as Wish["fields"], seen };
}

/** The phase that the wish leads to; null where it leads to none. */
export function phaseOf({ type, fields, seen }: Wish): string | null {
  if (seen === null) return null;
  switch (type) {
    case "advance":
      return fields.to ?? seen.plan[(seen.phase?.index ?? -1) + 1]?.key ?? null;
    case "step_back":
      return seen.back_to ?? null;
    case "undo_step":
      return fields.to ?? null;
    default:
      return null;
  }
}

/** Whether what was wished is so by now, and was not when it was pressed. */
export function fulfilled(wish: Wish, view: CircleView | null): boolean {
  const { seen } = wish;
  return view !== null && seen !== null && isSo(wish, view) && !isSo(wish, seen);
}

function isSo(wish: Wish, view: CircleView): boolean {
  const { about, seat = 0 } = wish.fields;
  switch (wish.type) {
    case "begin":
      return view.phase !== null;
    case "advance":
    case "step_back":
    case "undo_step":
      return view.phase?.key === phaseOf(wish) && view.phase?.entry !== about;
    case "pause":
      return view.paused;
    case "resume":
      return !view.paused;
    case "push_back":
      return pushedBack(view) !== null;
    case "recall":
      return pushedBack(view) === null;
    case "choose_presenter":
      return view.case.presenter === seat;
    case "grant_turn":
      return view.turn?.seat === seat;
    case "admit":
      return view.seats[seat]?.standing === "seated";
    default:
      return false;
  }
}
