import { expect, it } from "vitest";
import { decodePacket, encodePacket, ERROR_PACKET } from "./noBinary";

it("packs what is sent as its type and its text, and unpacks it", () => {
  for (const packet of [{ type: "message", data: '2["hello"]' }, { type: "ping", data: "probe" }, { type: "noop", data: "" }]) {
    encodePacket(packet, true, (encoded) => expect(decodePacket(encoded)).toEqual(packet));
  }
  encodePacket({ type: "pong" }, true, (encoded) => expect(encoded).toBe("3"));
});

it.each([["bytes", new ArrayBuffer(3)], ["bytes in letters", "bAAEC"], ["nothing", ""], ["a type there is not", "7x"]])("refuses %s", (_what, encoded) => {
  expect(decodePacket(encoded)).toBe(ERROR_PACKET);
});
