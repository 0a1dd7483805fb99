/** What a page asks of the server, as docs/protocol.md has it; what the server tells is in protocol.ts. Types only. */
import type { Audience, Circle, FloorKind, Gate, Intervention, Part, SeatId, Word } from "./protocol";

export type Hello = { protocol: number; epoch: string | null; audience: Audience | null; seq: number | null };

/** The fields each command takes beside `id` and `type`. */
export interface CommandFields {
  admit: { seat: SeatId };
  remove: { seat: SeatId; waiting: boolean };
  begin: Record<never, never>;
  end: Record<never, never>;
  advance: { about: number; running: boolean; to?: string };
  step_back: { about: number; running: boolean };
  undo_step: { about: number; to: string | null };
  pause: { about: number };
  resume: { about: number };
  recall: { about: number };
  push_back: { about: number };
  extend: { about: number; by_ms: number };
  choose_presenter: { about: number; seat: SeatId; seen: SeatId };
  set_floor: { about: number; floor: FloorKind; gate: Gate };
  grant_turn: { about: number; seat: SeatId; seen: number };
  end_turn: { about: number };
  offer_case: { about: number };
  withdraw_offer: { about: number };
  raise_hand: Record<never, never>;
  lower_hand: { seat?: SeatId };
  tell_leaders: { word: Word };
  leave: Record<never, never>;
  begin_round: { about: number };
  pass_turn: { about: number };
  name_one: { about: number; seat: SeatId };
  close_choice: { about: number };
  accept_audience: { about: number };
  withdraw_case: { about: number };
  close_case: { about: number };
  go_on: { about: number };
  move_seat: { seat: SeatId; circle: Circle; instead_of?: SeatId };
  invite_to_part: { about: number; seat: SeatId; part: Part };
  answer_invitation: { accept: boolean; part: Part };
  take_off_part: { seat?: SeatId };
  swap_parts: { seat: SeatId; other: SeatId; part: number | null };
  freeze: { about: number };
  unfreeze: { about: number };
  pass_lead: { about: number; seat: SeatId };
  heed_word: { seat: SeatId; word: Word };
  note_word: { seat: SeatId; word: Word };
  say_leaving_early: Record<never, never>;
  whisper: { on: boolean };
  mark: { intervention: Intervention };
  take_back_mark: { about: number; number: number };
  open_private_room: { seat: SeatId; pause: boolean };
  ask_into_private_room: Record<never, never>;
  agree_in_private_room: { seat: SeatId };
  step_out: Record<never, never>;
  leave_private_room: Record<never, never>;
}
export type CommandType = keyof CommandFields;

/** `code` is one of the server's, or `unreachable` when no answer came in time. */
export type Answer = { ok: true } | { ok: false; code: string; detail: string };
