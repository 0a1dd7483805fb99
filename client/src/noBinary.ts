/** In the place of what takes bytes out of the socket's messages and puts them back: the two sides speak JSON. What comes in
    with bytes all the same ends the connection, and what goes out with them throws where it is sent. */
export function deconstructPacket(): never {
  throw new TypeError("bytes");
}
export const reconstructPacket = deconstructPacket;
