/**
 * What this page shows of whom, and what its person wishes to receive. The server is told, and sends by it
 * (docs/protocol.md, "looks"). Knows no DOM.
 */
import { signal, type Signal } from "@preact/signals";
import type { SeatId, Size } from "./protocol";

/** All pictures; save data; audio only. */
export type Wish = "all" | "save" | "audio";
export const WISHES: readonly Wish[] = ["all", "save", "audio"];

export interface LooksMessage {
  sizes: Record<string, Size>;
  wish: Wish;
}

/** From this height on, in the screen's own pixels, a small picture (180) looks soft. */
export const LARGE_PX = 240;

export class Looks {
  readonly wish: Signal<Wish>;
  /** Nobody looks at a page that is behind another. */
  readonly hidden = signal(false);
  readonly #pictures = signal<ReadonlyMap<object, { seat: SeatId; height_px: number }>>(new Map());

  constructor(wish: Wish = "all") {
    this.wish = signal(wish);
  }

  /** One place in the page shows this seat so high, in the screen's pixels; 0: no more. */
  shows(place: object, seat: SeatId, height_px: number): void {
    const pictures = new Map(this.#pictures.peek());
    if (height_px > 0) pictures.set(place, { seat, height_px });
    else pictures.delete(place);
    this.#pictures.value = pictures;
  }

  /** Of all these seats: one that is shown nowhere is not to be sent. */
  message(seats: readonly SeatId[]): LooksMessage {
    const heights = new Map<SeatId, number>();
    for (const { seat, height_px } of this.#pictures.value.values()) heights.set(seat, Math.max(height_px, heights.get(seat) ?? 0));
    const size = (height_px: number): Size => (height_px > LARGE_PX ? "large" : height_px > 0 ? "small" : "none");
    const sizes = seats.map((seat) => [String(seat), this.hidden.value ? "none" : size(heights.get(seat) ?? 0)]);
    return { sizes: Object.fromEntries(sizes) as Record<string, Size>, wish: this.wish.value };
  }
}
