/** The number that a group's leader gave for when the link fails: to be pressed on a phone, to be read elsewhere. */
import { t } from "./text";

export function Telephone({ number }: { number: string }) {
  return <span class="telephone" data-telephone>{t("telephone-ring")} <a href={telephoneLink(number)}>{number}</a></span>;
}

/** What is dialled: a (0) after the country's number is for whoever calls from inside it. */
export function telephoneLink(number: string): string {
  const abroad = number.startsWith("+");
  return `tel:${abroad ? "+" : ""}${(abroad ? number.replace("(0)", "") : number).replace(/\D/g, "")}`;
}
