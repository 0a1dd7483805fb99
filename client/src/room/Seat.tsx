/** One seat of the circle: a picture or initials, the name under it, and over it a hand, a voice, a lost link. */
import { useMemo } from "preact/hooks";
import { holdsFloor, planned, type CircleView, type SeatId, type SeatView } from "../protocol";
import { isReturning } from "../returning";
import { handOf, RADIUS_PCT, roleWord, whisperersTo, type Place } from "../seats";
import { t } from "../text";
import { isKeptOut } from "../truth";
import { useParts } from "./parts";
import { Picture } from "./Picture";
import { tick } from "./tick";
import "./Seat.css";

interface Props {
  place: Place;
  view: CircleView;
  /** Not in the room now: the leaders are among themselves. */
  absent?: boolean;
}

export function Seat({ place, view, absent = false }: Props) {
  const { session } = useParts();
  const { seat } = place;
  const holder = view.seats[String(seat)];
  if (!holder) return null;
  const own = seat === session.you.value?.seat;
  const name = session.nameOf(seat) || t("room-seat", { number: seat });
  // Whoever reads this is connected, or reads in the line about themselves that they are not.
  const down = holder.link === "down" && !absent && !own;
  if (down) void tick.value;
  const back = down && isReturning(view, seat, session.now());
  const inside = view.private?.inside ?? []; // those who stepped out together see each other
  const away = !absent && holder.stepped_out === true && !(inside.includes(seat) && inside.includes(session.you.value?.seat ?? 0));
  const speaking = !absent && holder.link === "up" && !isKeptOut(view, seat) && (session.facts.value?.speaking.includes(seat) ?? false);
  const muted = !absent && !down && !away && !place.back && (session.facts.value?.muted.includes(seat) ?? false);
  const floor = holdsFloor(view, seat);
  const hand = handOf(view, seat);
  const role = roleWord(view, seat);
  const part = view.scene?.cast[seat]?.part;
  const plate = part && (session.plateOf(seat) || t(`room-part-${part}`));
  const said = offers(view, seat) ? t("room-offers") : holder.leaving_early ? t("room-leaves-early") : "";
  const whispers = whisperersTo(view, session.you.value?.seat ?? 0).includes(seat);
  const word = whispers ? t("room-seat-whispers") : plate || (role !== "member" ? t(`room-role-${role}`) : said);
  const classes = [
    "seat", speaking && "seat-speaking", floor && "seat-floor", place.back && "seat-back",
    place.x_pct < 49 && "seat-left", (place.x_pct < 49) === (place.y_pct < 52) && "seat-hand-left", (down || away) && "seat-down", absent && "seat-absent", own && "seat-own", whispers && "seat-whispers",
    place.room.left_pct < place.room.right_pct ? "seat-leans-right" : "seat-leans-left", plate ? "seat-plated" : place.room.lines === 2 && "seat-lines",
  ];
  return (
    <li
      class={classes.filter(Boolean).join(" ")}
      data-seat={seat}
      style={{ "--x": place.x_pct, "--y": place.y_pct, "--wide-x": place.wide.x_pct, "--wide-y": place.wide.y_pct, "--wide-size": place.wide.size_pct, "--size": place.size_pct, "--name": nameWidth_pct(place), "--left": place.room.left_pct, "--right": place.room.right_pct, "--plate-lines": place.room.lines - 1 }}
    >
      <div class="seat-round">
        {!down && !away && <Inside seat={seat} name={name} own={own} absent={absent} />}
      </div>
      {down && <span class="seat-word" aria-hidden="true">{t(back ? "room-returning" : "room-link-lost")}</span>}
      {!down && away && <span class="seat-word" aria-hidden="true">{t("room-stepped-out")}</span>}
      {hand > 0 && <span class="seat-hand" aria-hidden="true"><HandSign />{hand}</span>}
      {muted && <span class="seat-muted" aria-hidden="true"><MutedSign /></span>}
      <span class="seat-name" title={name}>{own ? t("room-you") : name}</span>
      {word && <span class={plate && !whispers ? "seat-role seat-plate" : "seat-role"} aria-hidden="true">{word}</span>}
      <span class="hidden">{[plate, whispers && t("room-seat-whispers"), spoken(view, seat, holder, away, down ? t(back ? "room-returning-long" : "room-link-lost-long") : absent && t("room-seat-absent"), speaking), muted && t("desk-muted")].filter(Boolean).join(", ")}</span>
    </li>
  );
}

function Inside({ seat, name, own, absent }: { seat: SeatId; name: string; own: boolean; absent: boolean }) {
  const { media, camera, selfHidden } = useParts();
  const track = own ? camera.track.value : null;
  const mine = useMemo(() => (track ? new MediaStream([track]) : null), [track]);
  const stream = own ? mine : (media.slots.value.get(seat)?.video ?? null);
  return (
    <>
      <span class="seat-initials" aria-hidden="true">{initials(name)}</span>
      {stream && !absent && !(own && selfHidden.value) && <Picture seat={own ? null : seat} stream={stream} mirrored={own} />}
    </>
  );
}

/** In the case call, as in a room: everybody sees who has a case. */
function offers(view: CircleView, seat: SeatId): boolean {
  return planned(view)?.offers === true && view.offers.includes(seat);
}

/** At the sides of the circle the neighbours are above and below, so a name may be wider there. */
function nameWidth_pct(place: Place): number {
  return Math.abs(place.x_pct - 50) > 0.8 * RADIUS_PCT ? Math.max(place.name_pct, 25) : place.name_pct;
}

function spoken(view: CircleView, seat: SeatId, holder: SeatView, away: boolean, gone: string | false, speaking: boolean): string {
  const hand = handOf(view, seat);
  return [
    t(`room-role-${roleWord(view, seat)}`),
    offers(view, seat) && t("room-offers"),
    holder.leaving_early && t("room-leaves-early"),
    away && t("room-stepped-out"),
    gone,
    speaking && t("room-seat-speaking"),
    holdsFloor(view, seat) && t("room-seat-floor"),
    hand > 0 && t("room-seat-hand", { place: hand }),
  ].filter(Boolean).join(", ");
}

/** Of the first and the last word, at most two letters; whole characters in any script. */
export function initials(name: string): string {
  const words = name.split(/[\s()]+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return picked.map((word) => firstCharacter(word ?? "")).join("").toLocaleUpperCase();
}

/** Older browsers know code points only. */
const CHARACTERS = typeof Intl.Segmenter === "function" ? new Intl.Segmenter() : null;

/** As people count them: a family of four is one character, of seven code points. */
function firstCharacter(word: string): string {
  if (CHARACTERS === null) return [...word][0] ?? "";
  const [first] = CHARACTERS.segment(word);
  return first?.segment ?? "";
}

function MutedSign() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round">
      <path d="M6 7.5V4a2 2 0 0 1 4 0v3.5a2 2 0 0 1-4 0M3.8 8a4.2 4.2 0 0 0 8.4 0M8 12.2V14M2.5 2.5l11 11" />
    </svg>
  );
}

export function HandSign() {
  return (
    <svg viewBox="0 0 16 16" width="13" height="13" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round">
      <path d="M4.6 9V4.6a1 1 0 0 1 2 0V2.8a1 1 0 0 1 2 0v1a1 1 0 0 1 2 0v1.4a1 1 0 0 1 2 0V10c0 3-1.8 4.6-4.2 4.6-2 0-3-1-4-2.6L2.7 9.5c-.6-1 .7-1.9 1.5-1l.4.5" />
    </svg>
  );
}
