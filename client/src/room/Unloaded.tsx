/** In the place of a part of the page that has not come; said once it should have. The room goes on without it. */
import { useEffect, useRef } from "preact/hooks";
import type { OnDemand } from "../onDemand";
import type { CircleView } from "../protocol";
import { t } from "../text";
import { useParts } from "./parts";
import "./Unloaded.css";

/** As large as the desk, so that nothing moves when it comes; asked for anew once a lost connection is another. */
export function DeskPlace({ view }: { view: CircleView }) {
  const { desk, session } = useParts();
  const connection = session.connection.value;
  const was = useRef(connection);
  useEffect(() => {
    void (was.current === "lost" ? desk.anew() : desk.load());
    was.current = connection;
  }, [connection]);
  const part = desk.part.value;
  return part ? <part.Desk view={view} /> : <aside class="desk desk-coming" aria-label={t("desk-title")}><Unloaded of={desk} /></aside>;
}

export function Unloaded({ of }: { of: OnDemand<unknown> }) {
  const trouble = of.trouble.value;
  if (of.part.value) return null;
  return (
    <div class="unloaded" role="status" data-unloaded={trouble ?? "coming"}>
      <p>{t(trouble === "gone" ? "room-outdated-text" : trouble ? "room-unloaded" : "room-loading")}</p>
      {trouble === "gone" && <button class="small" onClick={() => location.reload()}>{t("room-outdated-again")}</button>}
      {trouble === "missing" && <button class="small" onClick={() => void of.load()}>{t("room-unloaded-again")}</button>}
    </div>
  );
}
