/** What happens to real groups on real links, with the choices it leaves: a missing presenter, too few, who leads, who stepped out. */
import { useRef } from "preact/hooks";
import type { CommandFields, CommandType } from "../commands";
import { isLeading, isLeftAside, leadersAlone, presenterThere, type CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { leftText } from "../room/phrase";
import { tick } from "../room/tick";
import { isReturning, mayStepOut } from "../returning";
import { seatedIn } from "../seats";
import { t } from "../text";
import { CloseCase } from "./CloseCase";
import { FewWords } from "./Door";
import { FromCircle } from "./FromCircle";
import { keyed, type KeyName } from "./keys";
import { endsPause } from "./next";

export function Accidents({ view }: { view: CircleView }) {
  return (
    <div role="status" class="accidents">
      <PresenterMissed view={view} />
      <Quorum view={view} />
      <Lead view={view} />
      <PrivateRoom view={view} />
    </div>
  );
}

/** After the grace, or at once where they have stepped out: to wait is to do nothing. */
function PresenterMissed({ view }: { view: CircleView }) {
  const { session } = useParts();
  const { presenter } = view.case;
  if (presenter !== null && isReturning(view, presenter, session.now())) void tick.value; // the middle of the circle says so, with the others
  else if (view.waits_for.includes("presenter")) return <Missed view={view} />;
  return null;
}

function Missed({ view }: { view: CircleView }) {
  const { session } = useParts();
  const name = view.case.presenter === null ? "" : session.nameOf(view.case.presenter);
  const out = presenterThere(view) === null;
  const about = view.case.number;
  return (
    <section class="word" data-accident="presenter">
      <p><b>{t(out ? "desk-presenter-out" : "desk-presenter-missed", { name })}</b></p>
      <p>{t(view.presenter_overdue ? "desk-presenter-overdue" : "desk-presenter-awaited")}</p>
      {(out || view.presenter_overdue) && (
        <FromCircle>
          <p class="choices">
            <Ask type="go_on" fields={{ about }} label="desk-go-on" by="answer" />
            <CloseCase about={about} by="answer" />
          </p>
        </FromCircle>
      )}
    </section>
  );
}

function Quorum({ view }: { view: CircleView }) {
  const { session } = useParts();
  const { quorum } = view;
  void tick.value;
  if (seatedIn(view).some((seat) => isReturning(view, seat, session.now()))) return null; // who is awaited is not missing
  if (view.stage !== "running" || !quorum || leadersAlone(view)) return null; // by themselves leaders are as many as they are
  if (quorum.present < quorum.needed) return <p class="desk-soft" data-accident="quorum"><FewWords view={view} quorum={quorum} /></p>;
  const { inner } = quorum; // seated once there is a case
  if (!inner || inner.present >= inner.needed || view.case.presenter === null) return null;
  return <p class="desk-soft" data-accident="inner">{t("desk-quorum-inner", { ...inner })}</p>;
}

/** That one leads oneself is said only in the phase in which it has changed. */
function Lead({ view }: { view: CircleView }) {
  const { session } = useParts();
  const own = session.you.value?.seat;
  const [leads, entry] = [view.leads, view.phase?.entry ?? 0];
  const last = useRef([leads, -1]);
  if (last.current[0] !== leads) last.current = [leads, entry];
  if (view.lead === own && last.current[1] === entry) return <p class="desk-soft" data-accident="lead">{t("desk-you-lead")}</p>;
  if (view.lead === null || view.lead === own || own === undefined) return null;
  return (
    <p class="lead-line">
      <span>{t(view.paused && !endsPause(view) ? "desk-leads-out" : "desk-leads", { name: session.nameOf(view.lead) })}</span>
      <Ask type="pass_lead" fields={{ about: view.leads ?? 0, seat: own }} label="desk-take-lead" by="lead" />
    </p>
  );
}

function PrivateRoom({ view }: { view: CircleView }) {
  const { session, alone, away } = useParts();
  const room = view.private;
  const own = session.you.value?.seat ?? 0;
  if (isLeftAside(view, own)) {
    const left = away.leftBy.value;
    return (
      <section class="word" data-accident="private">
        <p>{t(left === null ? "desk-private-aside" : leftText(view, "leader", left), { name: session.nameOf(left ?? 0) })}</p>
        {alone && <p class="choices"><Back view={view} /></p>}
      </section>
    );
  }
  // While the leaders are by themselves the session of the others is over: they are out of nothing.
  const left = seatedIn(view).filter((seat) => seat !== own && isLeftAside(view, seat) && (!leadersAlone(view) || isLeading(view.seats[seat]?.role ?? "member"))).map((seat) => session.nameOf(seat)).join(", ");
  if (!room) return left ? <p class="desk-soft" data-accident="private">{t("desk-private-left", { names: left })}</p> : null;
  const mayJoin = mayStepOut(view, own);
  const names = room.inside.filter((seat) => seat !== own).map((seat) => session.nameOf(seat)).join(", ");
  if (!room.inside.includes(own)) {
    return (
      <section class="word" data-accident="private">
        <p>{t("desk-private-others", { names })}</p>
        {!mayJoin ? <p class="desk-soft">{t("desk-private-pause")}</p> : room.asking === own ? <p class="desk-soft">{t("desk-private-asked")}</p> : <Ask type="ask_into_private_room" fields={{}} label="desk-private-ask" by="answer" />}
      </section>
    );
  }
  return (
    <section class="word" data-accident="private">
      <p><b>{t("desk-private-inside", { names })}</b></p>
      <p class="choices">
        {room.asking !== null && !room.agreed.includes(own) && <Ask type="agree_in_private_room" fields={{ seat: room.asking }} label="room-private-agree" name={session.nameOf(room.asking)} by="answer" />}
        {alone && <Back view={view} />}
      </p>
    </section>
  );
}

/** In the room it is among the controls. */
function Back({ view }: { view: CircleView }) {
  return <Ask type="leave_private_room" fields={{}} label={leadersAlone(view) ? "room-private-debrief" : "room-private-leave"} by="answer" />;
}

/** `names`: what it is called for whoever hears the buttons alone. */
export function Ask<T extends CommandType>({ type, fields, label, name = "", names, by, off }: { type: T; fields: CommandFields[T]; label: string; name?: string; names?: string; by?: KeyName; off?: boolean }) {
  const { asking } = useParts();
  return (
    <button class="small" data-act={type} disabled={off} aria-label={names} {...(by ? keyed(by) : {})} onClick={() => void asking.ask(type, fields)}>
      {t(label, { name })}
    </button>
  );
}
