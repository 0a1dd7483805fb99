/** The one connection of a page to the server. The only module that knows socket.io-client. */
import { Manager } from "socket.io-client";
import type { SocketLike } from "./session";

/** `desk`: of a leader's desk on a second screen, which has no place in the room. */
export function newSocket(desk = false): SocketLike {
  return new Manager({
    path: "/socket.io/",
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    autoConnect: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 2500,
    randomizationFactor: 0.5,
    timeout: 8000,
  }).socket("/", desk ? { auth: { desk } } : {});
}
