/** In the place of what takes bytes out of the socket's messages and puts them back: the two sides speak JSON. What holds bytes
    all the same is refused, and ends the connection. */
export function deconstructPacket(): never {
  throw new TypeError("bytes");
}
export const reconstructPacket = deconstructPacket;
