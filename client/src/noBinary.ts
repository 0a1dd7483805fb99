/** In the place of what finds bytes in the socket's messages, takes them out and puts them back: the two sides speak JSON. What
    comes in with bytes all the same ends the connection, and what goes out with them throws where it is sent. */
export const isBinary = (one: unknown): boolean => one instanceof ArrayBuffer || ArrayBuffer.isView(one) || one instanceof Blob;

export function hasBinary(one: unknown): boolean {
  return isBinary(one) || (typeof one === "object" && one !== null && Object.values(one).some(hasBinary));
}

export function deconstructPacket(): never {
  throw new TypeError("bytes");
}
export const reconstructPacket = deconstructPacket;
