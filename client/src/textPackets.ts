/** In the place of what packs the socket's messages for the way, as text or bytes: the two sides speak JSON. What is no text is
    refused, and ends the connection. */
interface Packet {
  type: string | undefined;
  data?: string;
}

/** Each is sent as its place here. */
const TYPES = ["open", "close", "ping", "pong", "message", "upgrade", "noop"];
export const ERROR_PACKET: Packet = { type: "error", data: "parser error" };

export function encodePacket({ type = "", data }: Packet, _binary: boolean, callback: (encoded: string) => void): void {
  callback(`${TYPES.indexOf(type)}${data || ""}`);
}

export function decodePacket(encoded: unknown): Packet {
  const type = typeof encoded === "string" ? TYPES[encoded.charCodeAt(0) - 48] : undefined;
  return type === undefined ? ERROR_PACKET : { type, data: (encoded as string).slice(1) };
}

export function encodePacketToBinary(): never {
  throw new TypeError("bytes");
}
