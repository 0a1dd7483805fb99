import { Decoder, Encoder, PacketType } from "socket.io-parser";
import { expect, test } from "vitest";

test("bytes are refused, whichever way they go", () => {
  const decoder = new Decoder();
  decoder.add('51-["facts",{"_placeholder":true,"num":0}]');
  expect(() => decoder.add(new Uint8Array([1]))).toThrow("bytes");
  expect(() => new Encoder().encode({ type: PacketType.EVENT, nsp: "/", data: ["command", new Uint8Array([1])] })).toThrow("bytes");
});
