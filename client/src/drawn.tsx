/** For tests: draws the room of a fixture into the document, in English, and presses its buttons. */
import { render } from "preact";
import { act } from "preact/test-utils";
import en from "../../server/locales/en.ftl?raw";
import * as desk from "./desk/Desk";
import * as folded from "./desk/folded";
import { atHand } from "./onDemand";
import { visit, type FakeVisit } from "./fixtures";
import type { Noted } from "./boot";
import type { SeatId, View } from "./protocol";
import { type LeadersParts, partsOf, type Parts } from "./room/parts";
import { Room } from "./room/Room";
import { speak, t } from "./text";

export interface Drawn {
  page: HTMLElement;
  fake: FakeVisit;
  parts: Parts;
  /** Presses what the selector finds; fails if it finds nothing. */
  press(selector: string): Promise<void>;
  change(turn: (set: FakeVisit["set"]) => void): Promise<void>;
  text(selector: string): string;
}

export const AT_HAND = { desk: atHand(desk), folded: atHand(folded) };

/** Speaks English, if the test before did not: to part the catalogue anew for each room costs 1.5 s of all these tests. */
function speakEnglish(): void {
  if (!en.includes(`\nphase-discussion = ${t("phase-discussion")}\n`)) speak("en", en);
}

/** The room drawn last: it goes, and listens to nothing more. */
let last: HTMLElement | null = null;

export async function draw(scene: View, seat?: SeatId, noted?: Noted, telephone = "", groups = false, leaders: LeadersParts = AT_HAND): Promise<Drawn> {
  speakEnglish();
  const fake = visit(scene, seat);
  const page = document.createElement("div");
  if (last) render(null, last);
  last = page;
  document.body.replaceChildren(page);
  const parts = partsOf(fake, { noted, telephone, groups }, false, leaders);
  await act(() => render(<Room parts={parts} />, page));
  const find = (selector: string): HTMLElement => {
    const found = page.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`nothing is ${selector} in ${page.innerHTML}`);
    return found;
  };
  return {
    page,
    fake,
    parts,
    press: (selector) => act(async () => find(selector).click()),
    change: (turn) => act(async () => turn(fake.set)),
    text: (selector) => find(selector).textContent ?? "",
  };
}
