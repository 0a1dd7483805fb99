import { decodePayload, encodePayload } from "engine.io-parser";
import { expect, it } from "vitest";
import { decodePacket, encodePacket, ERROR_PACKET } from "./textPackets";

it("packs what is sent as its type and its text, and unpacks it", () => {
  for (const packet of [{ type: "message", data: '2["hello"]' }, { type: "ping", data: "probe" }, { type: "noop", data: "" }]) {
    encodePacket(packet, true, (encoded) => expect(decodePacket(encoded)).toEqual(packet));
  }
  encodePacket({ type: "pong" }, true, (encoded) => expect(encoded).toBe("3"));
});

it.each([["bytes", new ArrayBuffer(3)], ["bytes in letters", "bAAEC"], ["nothing", ""], ["a type there is not", "7x"]])("refuses %s", (_what, encoded) => {
  expect(decodePacket(encoded)).toBe(ERROR_PACKET);
});

it("carries several at once where there is no web socket", () => {
  const packets = [{ type: "message", data: "2" }, { type: "message", data: '2["é"]' }] as Parameters<typeof encodePayload>[0];
  encodePayload(packets, (encoded) => expect(decodePayload(encoded)).toEqual(packets));
  expect(decodePayload("4a\u001ebAAEC")).toEqual([{ type: "message", data: "a" }, ERROR_PACKET]);
});
