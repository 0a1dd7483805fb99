// The leader's desk, beside the circle; on a phone a sheet that is one touch away.
import { signal } from "@preact/signals";
import type { Session } from "../session";
import { t } from "../text";
import { Arrivals } from "./Arrivals";
import { End } from "./End";
import { Hands } from "./Hands";
import { Offers } from "./Offers";
import { People } from "./People";
import { Plan } from "./Plan";
import { Steps } from "./Steps";
import { Words } from "./Words";

const pulled = signal(false);

export function Desk({ session }: { session: Session }) {
  const waiting = Object.values(session.view.value.seats ?? {}).filter((fact) => fact.standing === "waiting").length;
  return (
    <>
      <button class="desk-pull" aria-expanded={pulled.value} onClick={() => { pulled.value = !pulled.value; }}>
        {pulled.value ? t("desk-put-away") : waiting ? t("desk-pull-waiting", { count: waiting }) : t("desk-pull")}
      </button>
      <aside class={`desk${pulled.value ? " open" : ""}`} aria-label={t("desk")}>
        <Words session={session} />
        <Steps session={session} />
        <Arrivals session={session} />
        <Offers session={session} />
        <Hands session={session} />
        <Plan session={session} />
        <People session={session} />
        <End session={session} />
      </aside>
    </>
  );
}
