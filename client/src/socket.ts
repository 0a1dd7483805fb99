/** The one connection of a page to the server. The only module that knows socket.io-client. */
import { io } from "socket.io-client";
import type { SocketLike } from "./session";

/** `desk`: of a leader's desk on a second screen, which has no place in the room. */
export function newSocket(desk = false): SocketLike {
  return io({
    path: "/socket.io/",
    ...(desk ? { auth: { desk } } : {}),
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    autoConnect: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 2500,
    randomizationFactor: 0.5,
    timeout: 8000,
  });
}
