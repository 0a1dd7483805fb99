/** What everyone is told of what is measured and kept of a session, before it and in it: line by line. */
import type { Keeping } from "./protocol";
import { t } from "./text";

export const toldOfKeeping = (keeping: Keeping, together: boolean): string[] => [
  t(`join-before-kept-${keeping}`),
  ...(keeping === "nothing" ? [] : [`${together ? `${t("join-before-together")} ` : ""}${t("join-before-shelf")}`]),
  t("join-before-not"),
];
