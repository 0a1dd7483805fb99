// The presenter's private line: only leaders see this.
import type { Session } from "../session";
import { t } from "../text";

export function Words({ session }: { session: Session }) {
  const words = session.view.value.words ?? [];
  if (!words.length) return null;
  return <div role="alert">{words.map(({ word }) => <p key={word} class="word"><b>{t("desk-word-from")}</b> {t(`word-${word}`)}</p>)}</div>;
}
