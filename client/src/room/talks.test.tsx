/** What each reads and hears while a leader talks with somebody apart, and once either has ended it, as docs/stepping-out.md has it. */
import { expect, it } from "vitest";
import page from "../../../docs/stepping-out.md?raw";
import { announcements } from "../announce";
import { draw } from "../drawn";
import { CO_LEADER, factsOf, LEADER, MEMBER, PRESENTER, SCENES, visit } from "../fixtures";
import type { CircleView, SeatId } from "../protocol";
import { t } from "../text";

const OTHER = 6;

/** The scene with these out, and of them those in the room of two. */
function out(scene: CircleView, those: readonly SeatId[], inside = those): CircleView {
  const seats = Object.fromEntries(Object.entries(scene.seats).map(([seat, one]) => [seat, those.includes(Number(seat)) ? { ...one, stepped_out: true as const } : one]));
  const waits_for: CircleView["waits_for"] = those.includes(PRESENTER) && inside.length < 2 ? ["presenter"] : [];
  return { ...scene, seats, waits_for, private: inside.length > 1 ? { inside: [...inside], asking: null, agreed: [] } : null };
}

const PEOPLE = { "the member with them": MEMBER, "the presenter": PRESENTER, "another member": OTHER };
const TALKS: [string, CircleView, SeatId, SeatId, Record<string, SeatId>][] = [
  ["The other leader leads on", SCENES.discussion!, CO_LEADER, MEMBER, { "the leader who went": CO_LEADER, "whoever leads": LEADER, ...PEOPLE }],
  ["Whoever leads has paused, and went", SCENES.paused!, LEADER, MEMBER, { "the leader who went": LEADER, "the other leader": CO_LEADER, ...PEOPLE }],
  ["With the presenter", SCENES.discussion!, CO_LEADER, PRESENTER, { "the leader who went": CO_LEADER, "whoever leads": LEADER, "the presenter, with them": PRESENTER, "another member": OTHER }],
  ["In the debrief", SCENES.debrief!, CO_LEADER, MEMBER, { "the leader who went": CO_LEADER, "the leader who stayed": LEADER, "the member with them": MEMBER, "another member": OTHER }],
];

const SAID = [".centre > p:first-of-type", "[data-rest=outside] h1 + p", ".self-line > span", "[data-accident=presenter] p:first-child", "[data-accident=private]", ".next-out", ".next-beside"];

/** What stands on the page of this seat and did not while nobody was out, and what is told aloud as it comes to be so. */
async function reads(scene: CircleView, before: CircleView, now: CircleView, seat: SeatId): Promise<string> {
  const says = (drawn: HTMLElement) => SAID.map((one) => drawn.querySelector(one)?.firstChild?.textContent);
  const known = says((await draw(scene, seat)).page);
  const { change, page: drawn, fake } = await draw(before, seat);
  const was = fake.set.view.value;
  const is = visit(now, seat).set.view.value;
  await change((set) => {
    set.view.value = is;
    set.facts.value = factsOf(now, seat);
  });
  const you = fake.set.you.value;
  const told = announcements(...([was, is].map((view) => ({ connection: "up", view, you, microphone: "on" })) as [never, never]));
  const aloud = told.map(({ id, about }) => t(id, { name: about === undefined ? "" : fake.session.nameOf(about) }));
  const back = drawn.querySelector("[data-control=back]")?.textContent;
  const here = [...says(drawn).filter((one) => !known.includes(one)), back && `[${back}]`, aloud.length > 0 && `*${aloud.join(" ")}*`];
  return [...new Set(here.filter(Boolean))].join(" · ") || "as before";
}

/** The rows of a table of that page. */
function tableOf(title: string): string[] {
  const [, part = ""] = page.split("## What each reads\n");
  const [, table = ""] = part.split("\n## ")[0]!.split(`### ${title}\n`);
  return table.split("\n### ")[0]!.split("\n").filter((line) => line.startsWith("| ")).slice(1);
}

it.each(TALKS)("%s", async (title, scene, leader, other, people) => {
  const talk = out(scene, [leader, other]);
  const rows = [];
  for (const [who, seat] of Object.entries(people)) {
    const cells = [await reads(scene, scene, talk, seat), await reads(scene, talk, out(scene, [other]), seat), await reads(scene, talk, out(scene, [leader]), seat)];
    rows.push(`| ${who} | ${cells.join(" | ")} |`);
  }
  expect(tableOf(title)).toEqual(rows);
});

it("Somebody is gone", async () => {
  const scene = SCENES.discussion!;
  const [talk, { [MEMBER]: member, [CO_LEADER]: leader, ...others }] = [out(scene, [CO_LEADER, MEMBER]), scene.seats];
  const lost = (seat: SeatId) => ({ ...talk, seats: { ...talk.seats, [seat]: { ...talk.seats[seat]!, link: "down" as const } } });
  const to = (seat: SeatId, seats: CircleView["seats"]) => out({ ...scene, seats }, [seat]);
  const rows = [];
  for (const [who, seat, other, left, removed] of [
    ["the leader who went", CO_LEADER, MEMBER, { ...others, [CO_LEADER]: leader!, [MEMBER]: { ...member!, standing: "left" } }, { ...others, [CO_LEADER]: leader!, [MEMBER]: { ...member!, standing: "removed" } }],
    ["the member with them", MEMBER, CO_LEADER, { ...others, [MEMBER]: member! }, { ...others, [MEMBER]: member! }],
  ] as [string, SeatId, SeatId, CircleView["seats"], CircleView["seats"]][]) {
    const cells = [await reads(scene, talk, to(seat, left), seat), await reads(scene, talk, to(seat, removed), seat), await reads(scene, lost(other), to(seat, left), seat)];
    rows.push(`| ${who} | ${cells.join(" | ")} |`);
  }
  expect(tableOf("Somebody is gone")).toEqual(rows);
});
