/** Spans of time as clocks write them, and buttons. Pure. */
import { t } from "../text";

const MINUTE_MS = 60_000;

/** What the button says that gives a phase so much more time. */
export function moreTime(ms: number): string {
  return ms % MINUTE_MS === 0 ? t("desk-extend", { minutes: ms / MINUTE_MS }) : t("desk-extend-seconds", { seconds: ms / 1000 });
}

/** Minutes and seconds, "9:32"; hours only where there are any. Never negative. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
