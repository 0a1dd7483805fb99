/** In the place of the socket's WebTransport, which the server does not speak: nobody loads it for nothing. */
export class WT {}
