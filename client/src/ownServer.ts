/** In the place of what reads addresses for the socket: it speaks to the server of its page, and finds that by itself. */
export function parse(): never {
  throw new TypeError("address");
}
