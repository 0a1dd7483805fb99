/** The room: which of its faces is shown, and how they are laid out. */
import { useEffect, useRef } from "preact/hooks";
import { useAtRest } from "../desk/rest";
import { isLeading, isOutside, pushedBack, type CircleView, type OutsideView } from "../protocol";
import { asideView } from "../seats";
import { t } from "../text";
import { Announced } from "./Announcer";
import { Circle } from "./Circle";
import { Controls } from "./Controls";
import { DeskPlace } from "./Unloaded";
import { Ending, Outside, useRest } from "./Ending";
import { Notices } from "./Notice";
import { Outer } from "./Outer";
import { Kept } from "./Kept";
import { OwnStep } from "./OwnStep";
import { type Parts, useParts } from "./parts";
import { Receiving } from "./Receiving";
import { SelfLine } from "./SelfLine";
import { Sound } from "./Sound";
import { Waiting } from "./Waiting";
import "./Room.css";

export function Room({ parts }: { parts: Parts }) {
  return <Announced parts={parts}><Face /></Announced>;
}

function Face() {
  const { session } = useParts();
  const circle = session.circle.value;
  const you = session.you.value;
  const rest = useRest();
  const waited = useRef(false);
  if (you?.standing === "waiting" || you?.standing === "seated") waited.current = you.standing === "waiting";
  // A leader may not have left by themselves, and nobody lets them in; whoever waited had no seat to be taken from.
  const shown = rest === "left" && isLeading(you?.role ?? "member") ? "leader-left" : rest === "removed" && waited.current ? "turned-away" : rest;
  if (shown) {
    const { closed = false } = session.view.value as OutsideView;
    return <Ending rest={shown} closed={closed} />;
  }
  if (circle === null || you === null) return <><Waiting /><Notices /></>;
  if (isOutside(circle, you)) return <><Outside /><Notices /></>;
  return <Gathered view={circle} leads={isLeading(you.role)} />;
}

function Gathered({ view, leads }: { view: CircleView; leads: boolean }) {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
      event.returnValue = true; // older browsers ask by this alone
    };
    if (view.stage === "running") addEventListener("beforeunload", guard);
    return () => removeEventListener("beforeunload", guard);
  }, [view.stage]);
  const { session } = useParts();
  const aside = asideView(view, session.you.value?.seat ?? 0);
  const shown = aside ?? view;
  const cut = useAtRest();
  return (
    <div class={["room", leads && "room-led", cut && "room-cut"].filter(Boolean).join(" ")}>
      <main class="stage">
        <Head number={aside ? 0 : view.case.number} isBack={pushedBack(shown) === session.you.value?.seat} />
        <Circle view={shown} />
        <Outer view={shown} />
        <footer class="foot">
          <SelfLine />
          <OwnStep view={view} />
          <Controls view={view} />
        </footer>
        <Notices />
        <Sound />
      </main>
      {leads && <DeskPlace view={view} />}
    </div>
  );
}

/** A first case is not numbered: of most meetings it is the only one. Whoever has pushed back reads that first of all. */
function Head({ number, isBack }: { number: number; isBack: boolean }) {
  const { camera, selfHidden } = useParts();
  return (
    <header class="head">
      <span class="head-title">
        <b class={isBack ? "head-back" : ""}>{isBack ? t("room-back-title") : number > 1 ? t("room-case", { number }) : t("room-title")}</b>
        <Kept />
      </span>
      <span class="head-choices">
        {camera.track.value && (
          <button class="small quiet" data-control="self" onClick={() => (selfHidden.value = !selfHidden.value)}>
            {t(selfHidden.value ? "room-self-show" : "room-self-hide")}
          </button>
        )}
        <Receiving />
      </span>
    </header>
  );
}
