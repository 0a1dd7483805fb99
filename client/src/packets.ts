/** In the place of all that packs the socket's messages: what a page needs of it. Whether a packet could be sent at all is asked
    by servers. */
export { Decoder, Encoder, PacketType, protocol } from "../node_modules/socket.io-parser/build/esm/index.js";
