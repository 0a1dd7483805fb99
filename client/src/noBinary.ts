/** In the place of what takes bytes out of the socket's messages and puts them back, and of what packs them for the way: the two
    sides speak JSON. What holds bytes all the same is refused, and ends the connection. */
export function deconstructPacket(): never {
  throw new TypeError("bytes");
}
export const reconstructPacket = deconstructPacket;
export const encodePacketToBinary = deconstructPacket;

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
