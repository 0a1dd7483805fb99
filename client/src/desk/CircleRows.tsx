/** The circle in rows: link, voice and silence of each seat, so that a silence and a dead link never look alike. */
import { useSignal, type Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { isLeading, leadersAlone, pushedBack, type CircleView, type LinkFacts, type SeatId } from "../protocol";
import { useParts } from "../room/parts";
import { tick } from "../room/tick";
import { LinkMark } from "../LinkMark";
import { isReturning } from "../returning";
import { roleWord, seatedIn } from "../seats";
import { t } from "../text";
import { isKeptOut } from "../truth";
import { looksWhole } from "../naming";
import { InFold } from "./InFold";
import { on } from "./on";

const MINUTE_MS = 60_000;
/** A shorter silence is how people listen: nothing stands beside whoever is there and listens, and nothing ticks. */
const TOLD_MIN = 3;

/** `naming`: each name may be changed. */
export function CircleRows({ view, naming }: { view: CircleView; naming: Signal<boolean> }) {
  const { session } = useParts();
  void tick.value;
  const removing = useSignal(false);
  const removed = useSignal<SeatId | null>(null);
  const named = useSignal<SeatId | null>(null);
  const unnamed = (): void => { named.value = null; naming.value = false; };
  const kept = (): void => { removed.value = null; removing.value = false; };
  const own = session.you.value?.seat;
  const rows = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (naming.value) rows.current?.querySelector<HTMLElement>("[data-act=rename]")?.focus(); // it was asked for below
  }, [naming.value]);
  const leader = (seat: SeatId | null): boolean => view.seats[String(seat)]?.role === "leader";
  const free = (seat: SeatId): boolean => session.now() >= (view.seats[String(seat)]?.free_at ?? Infinity);
  const removable = (seat: SeatId): boolean => seat !== own && (!leader(seat) || free(seat));
  const seats = seatedIn(view).filter((seat) => !leadersAlone(view) || isLeading(view.seats[seat]?.role ?? "member"));
  const out = seats.filter((seat) => view.seats[seat]?.stepped_out || seat === pushedBack(view)).length; // they are listed, too
  return (
    <section class="circle-rows">
      <div class="rows-head">
        <h2>{leadersAlone(view) ? t("desk-circle-leaders") : t("desk-circle", { count: seats.length - out, out })}</h2>
        {seats.some(removable) && (
          <button class="small quiet" data-act="removing" aria-pressed={removing.value} onClick={() => { removing.value = !removing.value; naming.value = false; }}>
            {t(removing.value ? "desk-removing-done" : "desk-removing")}
          </button>
        )}
      </div>
      <ul class="rows" ref={rows}>
        {seats.map((seat) => (
          <li key={seat} data-row={seat}>
            <span class="row-name">
              <span class="row-who">{session.nameOf(seat) || t("room-seat", { number: seat })}</span>{" "}
              {roleWord(view, seat) !== "member" && <small>{t(`room-role-${roleWord(view, seat)}`)}</small>}
              {view.seats[seat]?.leaving_early && <small>{t("room-leaves-early")}</small>}
              {naming.value && looksWhole(session.nameOf(seat)) && <small>{t("desk-name-whole")}</small>}
            </span>
            {naming.value ? (
              <button class="small" data-act="rename" aria-label={on("rename", session, seat)} onClick={() => (named.value = seat)}>{t("desk-name")}</button>
            ) : removing.value && removable(seat) ? (
              <button class="small" data-act="remove" aria-label={on(leader(seat) ? "free" : "remove", session, seat)} onClick={() => (removed.value = seat)}>{t(leader(seat) ? "desk-free" : "desk-remove")}</button>
            ) : (
              <LinkState seat={seat} view={view} link={session.facts.value?.links?.[String(seat)]} />
            )}
            <Quality link={session.facts.value?.links?.[String(seat)]} />
          </li>
        ))}
      </ul>
      <InFold open={named.value !== null} onClose={unnamed} draw={({ NameDialog }) => <NameDialog seat={named.value} onClose={unnamed} />} />
      <InFold open={removed.value !== null} onClose={kept} draw={({ RemoveDialog }) => <RemoveDialog seat={removed.value} asks={leader(removed.value) ? "desk-free" : "desk-remove"} onClose={kept} />} />
    </section>
  );
}

/** Of somebody who speaks next: what is to be expected of their link, where it is not a good one. `named`: where their
    name does not stand beside it; `muted`: also that their microphone is off, or missing. */
export function LinkNote({ seat, view, named = false, muted = false }: { seat: SeatId; view: CircleView; named?: boolean; muted?: boolean }) {
  const { session } = useParts();
  const link = session.facts.value?.links?.[String(seat)];
  const lost = view.seats[seat]?.link === "coming" ? null : isReturning(view, seat, session.now()) ? "room-returning" : "room-link-lost";
  const word = link === undefined ? null : link.up ? poor(link) : lost;
  return (
    <>
      {word && <small class="row-look" data-link={word}>{named ? t("desk-link-of", { name: session.nameOf(seat), link: t(word) }) : t(word)}</small>}
      {muted && link?.up && !link.audio_in && <small class="row-look">{t("desk-muted")}</small>}
    </>
  );
}

/** A link that is there and bad: what is heard of this person has holes, or comes late. In words where nothing else stands on
    the line, and by its mark beside what does: no row grows by it. */
function Quality({ link }: { link: LinkFacts | undefined }) {
  const word = link?.up ? poor(link) : null;
  return word && link && <small class="row-look row-link" data-quality={link.quality}><LinkMark level={link.quality} /><span>{t(word)}</span></small>;
}

function poor({ quality }: LinkFacts): string | null {
  return quality === "good" ? null : quality === "weak" ? "desk-link-weak" : "desk-link-very-weak";
}

function LinkState({ seat, view, link }: { seat: SeatId; view: CircleView; link: LinkFacts | undefined }) {
  const { session, alone } = useParts();
  const state = view.seats[seat]?.link;
  const down = state !== "coming" && link ? !link.up : state === "down";
  if (!alone && seat === session.you.value?.seat && down) return <span class="row-state" data-state="unknown" />; // the line about oneself says more
  if (isReturning(view, seat, session.now())) return <span class="row-state" data-state="returning">{t("room-returning")}</span>;
  if (down) return <span class="row-state row-look" data-state="down">{t("room-link-lost")}</span>;
  if (view.seats[seat]?.stepped_out) return <span class="row-state" data-state="aside">{t("room-stepped-out")}</span>;
  if (!link?.up) return <span class="row-state" data-state="unknown" />;
  if (!link.audio_in && view.seats[String(seat)]?.role !== "observer") return <span class="row-state row-muted" data-state="muted">{t("desk-muted")}</span>;
  if (link.voice && !isKeptOut(view, seat)) return <span class="row-state row-speaks" data-state="speaks">{t("desk-speaks")}</span>;
  if (link.sound === false && link.audio_in && !isKeptOut(view, seat)) return <span class="row-state" data-state="soundless">{t("desk-no-sound")}</span>;
  if (link.silent_ms === null) return <span class="row-state" data-state="unheard" />; // who has not spoken is said where it is asked
  const minutes = Math.floor(link.silent_ms / MINUTE_MS);
  return <span class="row-state digits" data-state="silent">{minutes >= TOLD_MIN && t("desk-silent", { minutes })}</span>;
}
