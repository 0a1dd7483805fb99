/** What is kept of whoever goes in, line by line, before they do. */
import type { Noted } from "../boot";
import { isLeading } from "../protocol";
import { t } from "../text";
import type { Welcome } from "./enter";

export function Kept({ welcome, noted }: { welcome: Pick<Welcome, "group" | "role" | "keeping">; noted: Noted }) {
  return (
    <section class="kept" aria-labelledby="kept">
      <h2 id="kept">{t("join-kept")}</h2>
      <ul>
        <li>{t("join-kept-sound")}</li>
        <li>{t(`join-kept-form-${welcome.keeping}`)}</li>
        {welcome.keeping !== "nothing" && <><li>{t("join-kept-shelf")}</li><li>{t("join-kept-copies")}</li></>}
        <li>{t(welcome.group ? "join-kept-group" : "join-kept-name")}</li>
        {noted.certificates > 0 && <li>{t("join-kept-attendance", { months: noted.certificates })}</li>}
        {noted.hours > 0 && welcome.group && isLeading(welcome.role) && <li>{t("join-kept-hours", { months: noted.hours })}</li>}
        {noted.feedback && <li>{t("join-kept-feedback")}</li>}
        <li>{t("join-kept-heard")}</li>
        <li>{t("join-kept-leaders")}</li>
      </ul>
    </section>
  );
}
