/* How compiled datagrams leave. */

#ifndef SENDING_H
#define SENDING_H

#define _GNU_SOURCE
#include <stdint.h>
#include <sys/socket.h>

#include "forward.h"

#define BATCH 64 /* datagrams of one call */

/* Send a batch, each by its wire's socket; `sent` says of each whether it went. Returns how many did not: nothing waits
   for a full socket. */
int send_batch(struct mmsghdr *, struct wire *const *, int count, unsigned char *sent);

/* The message that a wire's datagram is. */
struct mmsghdr message_to(struct wire *, struct iovec *);

#endif
