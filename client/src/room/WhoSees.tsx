/** Who is here, and what everyone, and the leaders besides, are told of each person. The leaders' lines stand beside what their
    browsers receive in tests/server/test_seen_by_leaders.py. */
import { useSignal } from "@preact/signals";
import { isLeading, leadersAlone, type CircleView, type SeatId } from "../protocol";
import { roleWord, seatedIn } from "../seats";
import { t } from "../text";
import { Dialog } from "./Dialog";
import { useParts } from "./parts";
import { Meanwhile } from "./QuietWord";

const EVERYONE = ["seen-all-name", "seen-all-voice", "seen-all-hand"];
const LEADERS = ["seen-leaders-link", "seen-leaders-voice", "seen-leaders-unspoken", "seen-leaders-words", "seen-leaders-turn", "seen-leaders-cases", "seen-leaders-coming"];

export function WhoSees({ view }: { view: CircleView }) {
  const { session } = useParts();
  const open = useSignal(false);
  const close = (): void => void (open.value = false);
  const named = (seat: SeatId): string => {
    const { stepped_out, link } = view.seats[seat] ?? {};
    const role = roleWord(view, seat);
    const is = [role !== "member" && t(`room-role-${role}`), stepped_out ? t("room-stepped-out") : link === "down" && t("room-link-lost")].filter(Boolean);
    const name = seat === session.you.value?.seat ? t("room-you") : session.nameOf(seat) || t("room-seat", { number: seat });
    return is.length > 0 ? `${name} (${is.join(", ")})` : name;
  };
  const here = seatedIn(view).filter((seat) => !leadersAlone(view) || isLeading(view.seats[seat]?.role ?? "member"));
  return (
    <>
      <button class="small quiet who-sees" data-control="seen" onClick={() => (open.value = true)}>{t("seen")}</button>
      <Dialog open={open.value} title={t("seen-title")} onClose={close}>
        <Meanwhile />
        <h3>{t("seen-here")}</h3>
        <p data-here>{here.map(named).join(" · ")}</p>
        <Lines title="seen-all" lines={EVERYONE} />
        <Lines title="seen-leaders" lines={LEADERS} />
        <p>{t("seen-nobody")}</p>
        <div class="choices keys-close"><button class="main" onClick={close}>{t("room-close")}</button></div>
      </Dialog>
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return <><h3>{t(title)}</h3><ul class="seen" data-seen={title}>{lines.map((line) => <li key={line}>{t(line)}</li>)}</ul></>;
}
