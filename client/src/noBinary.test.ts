import { Decoder, Encoder, PacketType } from "socket.io-parser";
import { expect, test } from "vitest";

test("bytes are refused, whichever way they go", () => {
  const decoder = new Decoder();
  decoder.add('51-["facts",{"_placeholder":true,"num":0}]');
  expect(() => decoder.add(new Uint8Array([1]))).toThrow("bytes");
  for (const bytes of [new Uint8Array([1]), new ArrayBuffer(1), new Blob(["1"]), { in: [null, { it: new DataView(new ArrayBuffer(1)) }] }]) {
    expect(() => new Encoder().encode({ type: PacketType.EVENT, nsp: "/", data: ["command", bytes] })).toThrow("bytes");
  }
  expect(new Encoder().encode({ type: PacketType.EVENT, nsp: "/", data: ["command", { none: null, of: ["them", 1] }] })).toEqual(['2["command",{"none":null,"of":["them",1]}]']);
});
