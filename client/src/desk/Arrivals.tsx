import { signal } from "@preact/signals";
import { Dialog } from "../room/Dialog";
import type { Session } from "../session";
import { t } from "../text";

// Whoever is about to be removed, so that one slip of the finger removes nobody.
export const removing = signal<number | null>(null);

export function Arrivals({ session }: { session: Session }) {
  const waiting = Object.entries(session.view.value.seats ?? {}).filter(([, fact]) => fact.standing === "waiting").map(([seat]) => Number(seat));
  const admit = (seat: number) => void session.command("admit", { seat });
  return (
    <>
      {waiting.length > 0 && (
        <section>
          <h2>{t("desk-waiting", { count: waiting.length })}</h2>
          <ul>
            {waiting.map((seat) => (
              <li key={seat} class="row">
                <span>{session.nameOf(seat) || t("seat-number", { seat })}</span>
                <span class="acts">
                  <button class="small" onClick={() => { removing.value = seat; }}>{t("desk-turn-away")}</button>
                  <button class="small on" onClick={() => admit(seat)}>{t("desk-admit")}</button>
                </span>
              </li>
            ))}
          </ul>
          {waiting.length > 1 && <button class="wide on" onClick={() => waiting.forEach(admit)}>{t("desk-admit-all")}</button>}
        </section>
      )}
      {removing.value !== null && <Removing session={session} seat={removing.value} />}
    </>
  );
}

function Removing({ session, seat }: { session: Session; seat: number }) {
  const close = () => { removing.value = null; };
  return (
    <Dialog title={t("remove-title", { name: session.nameOf(seat) || t("seat-number", { seat }) })} onClose={close}>
      <p>{t("remove-text")}</p>
      <div class="choices">
        <button onClick={close}>{t("remove-keep")}</button>
        <button class="look" onClick={() => { close(); void session.command("remove", { seat }); }}>{t("remove-go")}</button>
      </div>
    </Dialog>
  );
}
