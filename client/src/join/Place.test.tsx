/** Whom the door tells that their name or their place is another than they may think. */
import { render } from "preact";
import { expect, test } from "vitest";
import { t } from "../text";
import { takeToken } from "./enter";
import { fill, open, replies, requests, root, standAtTheDoor, submit, toRoom, welcome, write } from "./fakeDoor";

standAtTheDoor();

test.each(["", ".", ",", ")", ">", ";", "\"", "’", " ", "%20", "%29.", ">).", "»,"])("a link is the same with “%s” after it, as it is copied out of a letter", (after) => {
  for (const token of ["aZ0-9_", "end-", "end_", "20"]) {
    history.replaceState(null, "", `/join#${token}${after}`);
    expect(takeToken()).toBe(token);
    expect(location.href).toMatch(/\/join$/);
  }
});

test("is told of a name that somebody else has, and goes in with the other or chooses one", async () => {
  replies["/api/name"] = [409, { code: "name_taken", detail: "", name: "Ada (2)" }];
  await open();
  await fill("Ada");
  await submit();
  expect(toRoom).not.toHaveBeenCalled();
  expect(root.querySelector<HTMLInputElement>("[name=name]")?.value).toBe("Ada (2)");
  expect(root.querySelector("[role=alert]")?.textContent).toBe(t("join-trouble-name_taken", { name: "Ada (2)" }));
  replies["/api/name"] = [200, { seat: 4 }];
  await write("Ada B.");
  expect(root.querySelector("[role=alert]")?.textContent).toBe("");
  await submit();
  expect(requests.at(-1)?.body).toMatchObject({ name: "Ada B." });
  expect(toRoom).toHaveBeenCalledOnce();
});

test.each([["member", ""], ["co_leader", "-leading"]] as const)("with the place of a %s reads whose it is", async (role, more) => {
  replies["/api/enter"] = [200, welcome({ name: "Grace", seated: true, role })];
  await open();
  expect(root.querySelector("header p")?.textContent).toBe(t(`join-as-back${more}`));
});

test("with a member's place reads what it takes to lead by a link to lead", async () => {
  await open();
  expect(root.textContent).not.toContain(t("join-as-back-lead"));
  replies["/api/enter"] = [200, welcome({ name: "Grace", seated: true, leads: true })];
  render(null, root);
  await open();
  expect(root.querySelector(".door > .note")?.textContent).toBe(t("join-as-back-lead"));
});
