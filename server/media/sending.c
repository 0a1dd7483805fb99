/* Datagrams on their way out: one system call for all that leave by one socket, and why some did not is counted, as
   Port.send in server/media/port.py does. */

#include "sending.h"

#include <errno.h>

static struct unsent unsent;

struct unsent take_unsent(void) {
  struct unsent taken = unsent;
  unsent = (struct unsent){0, 0};
  return taken;
}

struct mmsghdr message_to(struct wire *wire, struct iovec *vector) {
  return (struct mmsghdr){.msg_hdr = {.msg_name = wire->address,
                                      .msg_namelen = wire->address_size,
                                      .msg_iov = vector,
                                      .msg_iovlen = 1}};
}

int send_batch(struct mmsghdr *messages, struct wire *const *wires, int count, unsigned char *sent) {
  int at = 0, failed = 0;
  while (at < count) {
    int fd = *wires[at]->fd, run = 1;
    while (at + run < count && *wires[at + run]->fd == fd) run++;
    int went = fd < 0 ? -1 : sendmmsg(fd, messages + at, run, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (went >= 0) {
      while (went-- > 0) sent[at++] = 1;
      continue;
    }
    int lost = 1;
    if (fd < 0) { /* the port was closed: Python counts nothing of that either */
      lost = run;
    } else if (errno == EINTR) {
      continue;
    } else if (errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS) {
      lost = run;
      unsent.full += (uint64_t)lost;
    } else {
      unsent.error++;
    }
    failed += lost;
    while (lost-- > 0) sent[at++] = 0;
  }
  return failed;
}
