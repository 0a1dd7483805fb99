/** How often somebody has presented, and whether others who offer a case have more often. */
import type { CircleView, SeatId } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";

export function Presented({ seat, view, least = false }: { seat: SeatId; view: CircleView; least?: boolean }) {
  const { session } = useParts();
  const today = view.presented?.[seat] ?? 0;
  const earlier = session.presentedEarlier(seat);
  return (
    <>
      {today > 0 && <small>{t("desk-presented", { count: today })}</small>}
      {earlier !== undefined && <small>{t("desk-presented-earlier", { count: earlier })}</small>}
      {least && <small>{t("desk-presented-least")}</small>}
    </>
  );
}
