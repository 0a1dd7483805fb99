// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { CommandFields, CommandType } from "./commands";
import { answerIn, helloAnswerIn, isFacts, isNews, isSnapshot, peopleIn } from "./incoming";
import { isCircle, leadersAlone, planned, pushedBack, pushesBack, type View } from "./protocol";
import wire from "../../tests/golden/wire.json";

const views = import.meta.glob<Record<string, View>>("../../tests/golden/views/*.json", { eager: true, import: "default" });
const golden = Object.entries(views).map(([path, of]) => [path.replace(/.*\/|\.json/g, ""), of] as const);

/** The types of commands.ts as a table, since types are gone when a test runs; the compiler checks its keys. */
const FIELDS: { [T in CommandType]: (keyof CommandFields[T])[] } = {
  admit: ["seat"], remove: ["seat", "waiting"], begin: [], end: [], advance: ["about", "running", "to"], step_back: ["about", "running"],
  pause: ["about"], resume: ["about"], recall: ["about"], push_back: ["about"], extend: ["about", "by_ms"],
  choose_presenter: ["about", "seat", "seen"], set_floor: ["about", "floor", "gate"], grant_turn: ["about", "seat", "seen"],
  end_turn: ["about"], offer_case: ["about"], withdraw_offer: ["about"], raise_hand: [], lower_hand: ["seat"],
  tell_leaders: ["word"], leave: [], begin_round: ["about"], pass_turn: ["about"], name_one: ["about", "seat"],
  close_choice: ["about"], accept_audience: ["about"], withdraw_case: ["about"], close_case: ["about"], go_on: ["about"],
  move_seat: ["seat", "circle", "instead_of"], invite_to_part: ["about", "seat", "part"], answer_invitation: ["accept", "part"],
  take_off_part: ["seat"], swap_parts: ["seat", "other", "part"], freeze: ["about"], unfreeze: ["about"],
  pass_lead: ["about", "seat"], heed_word: ["seat", "word"], note_word: ["seat", "word"], say_leaving_early: [], whisper: ["on"],
  open_private_room: ["seat", "pause"], ask_into_private_room: [], agree_in_private_room: ["seat"], step_out: [], leave_private_room: [],
  undo_step: ["about", "to"], mark: ["intervention"], take_back_mark: ["about", "number"],
};

describe("the golden files", () => {
  test("hold every command with exactly the fields that are typed here", () => {
    const found = Object.fromEntries(
      wire.commands.map(({ id, type, ...fields }) => [type, Object.keys(fields).sort()]),
    );
    expect(found).toEqual(Object.fromEntries(Object.entries(FIELDS).map(([type, keys]) => [type, [...keys].sort()])));
  });

  test("hold a view of each phase", () => {
    expect(golden.length).toBeGreaterThanOrEqual(11);
  });

  test.each(golden)("%s: the circle is known to those in it and to nobody else", (_phase, of) => {
    for (const audience of ["leaders", "presenter", "private", "members"]) {
      const view = of[audience];
      if (view === undefined) continue;
      expect(isCircle(view), audience).toBe(true);
      if (!isCircle(view)) continue;
      const always = [
        "stage", "seats", "phase", "paused", "paused_at", "floor", "more", "case", "offers", "hands", "turn", "plan", "titles", "lead", "waits_for", "suspended", "suspends_at",
        "round", "scene",
      ];
      const leaders = [
        "words", "past", "private", "again", "back_to", "leads", "quorum", "presenter_overdue", "hint", "named", "presented",
        "whispering", "undo", "marks", "came_alone", "presenter_left", "paused_since", "restored_at",
      ];
      const more = { leaders, presenter: ["words", "came_alone", "returns_after_ms"], private: ["private"], members: [] }[audience] ?? [];
      expect(Object.keys(view).sort()).toEqual([...always, ...more].sort());
      for (const exact of ["limit_reached", "extend_ms"]) {
        expect(exact in (view.phase ?? {})).toBe(audience === "leaders" && view.phase !== null);
      }
      for (const phase of view.plan) expect(Object.keys(phase)).toEqual(expect.arrayContaining(["key", "kind", "optional", "stance", "floor"]));
    }
    for (const audience of ["waiting", "gone"]) {
      const view = of[audience];
      if (view) expect(isCircle(view), audience).toBe(false);
    }
  });

  test("say who is pushed back, and when the leaders are alone", () => {
    const of = (phase: string): View => views[`../../tests/golden/views/${phase}.json`]?.["leaders"] as View;
    const discussion = of("discussion");
    if (!isCircle(discussion)) throw new Error("no circle");
    expect(pushedBack(discussion)).toBe(discussion.case.presenter);
    expect(pushedBack(discussion)).not.toBeNull();
    const presentation = of("presentation");
    expect(isCircle(presentation) && pushedBack(presentation)).toBeNull();
    expect([discussion, presentation].map((view) => isCircle(view) && pushesBack(view))).toEqual([true, false]);
    expect(isCircle(presentation) && planned(presentation)?.floor).toEqual({ kind: "presenter", gate: "soft" });
    const debrief = of("debrief");
    expect(isCircle(debrief) && leadersAlone(debrief)).toBe(true);
    expect(leadersAlone(discussion)).toBe(false);
  });
});

const SNAPSHOT = {
  protocol: 1, epoch: "e", audience: "members", seq: 3, now: 10,
  you: { seat: 1, role: "member", standing: "seated" }, view: { stage: "running" }, people: {}, plates: { 2: "the mother" }, slots: { 40: 3 }, keeping: "nothing",
};

describe("guards", () => {
  test("a snapshot of another protocol, or with a piece missing, is none", () => {
    expect(isSnapshot(SNAPSHOT)).toBe(true);
    expect(isSnapshot({ ...SNAPSHOT, protocol: 2 })).toBe(false);
    for (const key of Object.keys(SNAPSHOT)) expect(isSnapshot({ ...SNAPSHOT, [key]: undefined }), key).toBe(false);
  });

  test.each([null, undefined, 1, "text", [], {}])("%j is nothing at all", (value) => {
    expect([isSnapshot(value), isNews(value), isFacts(value), peopleIn(value)]).toEqual([false, false, false, null]);
    expect(answerIn(value)).toMatchObject({ ok: false, code: "bad_answer" });
    expect(helloAnswerIn(value)).toEqual({ code: "bad_answer" });
  });

  test("a hello is answered with a snapshot, the missed news, or a code", () => {
    const news = { epoch: "e", audience: "members", seq: 4, now: 11, changes: { paused: true } };
    expect(helloAnswerIn({ ok: true, snapshot: SNAPSHOT })).toEqual({ snapshot: SNAPSHOT });
    expect(helloAnswerIn({ ok: true, missed: [news] })).toEqual({ missed: [news] });
    expect(helloAnswerIn({ ok: true, missed: [{}] })).toEqual({ code: "bad_answer" });
    expect(helloAnswerIn({ ok: false, code: "removed", detail: "" })).toEqual({ code: "removed" });
  });
});
