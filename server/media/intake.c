/* The process's socket, read in batches; what is plain goes on at once, the rest is Python's (server/media/port.py). */

#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>

#include "forward.h"

#define KNOWN 4096 /* a power of two; at most half of it is used */
#define BATCH 8
#define LONGEST 2048
#define WAITS_MOST_MS 1000 /* whatever is longer is a clock that was set */

int take_in_place(struct sender *, unsigned char *datagram, int size, int32_t waited_ms, int64_t now_ms);

/* An address as a key: family, port, scope, host. 0: a family that is not ours. */
static int key_of(const unsigned char *address, unsigned char key[24]) {
  memset(key, 0, 24);
  sa_family_t family;
  memcpy(&family, address, sizeof family);
  memcpy(key, &family, sizeof family);
  if (family == AF_INET) {
    const struct sockaddr_in *from = (const struct sockaddr_in *)address;
    memcpy(key + 2, &from->sin_port, 2);
    memcpy(key + 8, &from->sin_addr, 4);
  } else if (family == AF_INET6) {
    const struct sockaddr_in6 *from = (const struct sockaddr_in6 *)address;
    memcpy(key + 2, &from->sin6_port, 2);
    memcpy(key + 4, &from->sin6_scope_id, 4);
    memcpy(key + 8, &from->sin6_addr, 16);
  } else {
    return 0;
  }
  return 1;
}

static uint32_t home(const unsigned char key[24]) {
  uint32_t sum = 2166136261u; /* FNV-1a */
  for (int at = 0; at < 24; at++) sum = (sum ^ key[at]) * 16777619u;
  return (sum ^ sum >> 16) & (KNOWN - 1);
}

/* Where this key is, or would be. */
static uint32_t place(const struct intake *intake, const unsigned char key[24]) {
  uint32_t at = home(key);
  while (intake->known[at].sender != NULL && memcmp(intake->known[at].key, key, 24) != 0) at = (at + 1) & (KNOWN - 1);
  return at;
}

/* Take one out; those who stand behind it because it was there move up. */
static void leave(struct intake *intake, uint32_t gap) {
  intake->known[gap].sender = NULL;
  intake->known_count--;
  for (uint32_t at = (gap + 1) & (KNOWN - 1); intake->known[at].sender != NULL; at = (at + 1) & (KNOWN - 1)) {
    uint32_t wanted = home(intake->known[at].key);
    if (((at - wanted) & (KNOWN - 1)) < ((at - gap) & (KNOWN - 1))) continue;
    intake->known[gap] = intake->known[at];
    intake->known[at].sender = NULL;
    gap = at;
  }
}

int know(struct intake *intake, const struct wire *wire, struct sender *sender) {
  unsigned char key[24];
  if (wire->address_size == 0 || !key_of(wire->address, key)) return 0;
  uint32_t at = place(intake, key);
  if (sender == NULL) {
    if (intake->known[at].sender != NULL) leave(intake, at);
    return 1;
  }
  if (intake->known[at].sender == NULL) {
    if (intake->known_count >= KNOWN / 2) return 0;
    intake->known_count++;
    memcpy(intake->known[at].key, key, 24);
  }
  intake->known[at].sender = sender;
  return 1;
}

/* When the kernel had this datagram, in microseconds of the system's clock; 0: it does not say. */
static int64_t stamp(struct msghdr *message) {
  for (struct cmsghdr *one = CMSG_FIRSTHDR(message); one != NULL; one = CMSG_NXTHDR(message, one)) {
    struct timespec came;
    if (one->cmsg_level != SOL_SOCKET || one->cmsg_type != SCM_TIMESTAMPNS) continue;
    memcpy(&came, CMSG_DATA(one), sizeof came);
    return (int64_t)came.tv_sec * 1000000 + came.tv_nsec / 1000;
  }
  return 0;
}

static int32_t waited(const struct intake *intake, int at, int64_t now_us) {
  int64_t waited_ms = intake->came_us[at] ? (now_us - intake->came_us[at]) / 1000 : 0;
  return waited_ms >= 0 && waited_ms <= WAITS_MOST_MS ? (int32_t)waited_ms : 0;
}

int receive(struct intake *intake) {
  struct mmsghdr messages[BATCH];
  struct iovec vectors[BATCH];
  _Alignas(struct cmsghdr) unsigned char controls[BATCH][CMSG_SPACE(sizeof(struct timespec))];
  if (intake->next < intake->filled) return intake->filled - intake->next; /* what was read before comes first */
  if (!intake->stamps_asked) {
    int on = 1;
    setsockopt(*intake->fd, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on); /* where there are none, we do without */
    intake->stamps_asked = 1;
  }
  for (int at = 0; at < BATCH; at++) {
    vectors[at] = (struct iovec){intake->datagrams[at], LONGEST};
    messages[at] = (struct mmsghdr){
        .msg_hdr = {.msg_name = intake->addresses[at],
                    .msg_namelen = 128,
                    .msg_iov = &vectors[at],
                    .msg_iovlen = 1,
                    .msg_control = controls[at],
                    .msg_controllen = sizeof controls[at]}};
  }
  intake->next = 0;
  intake->filled = recvmmsg(*intake->fd, messages, BATCH, MSG_DONTWAIT, NULL);
  if (intake->filled < 0) {
    int error = errno;
    intake->filled = 0;
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR ? 0 : -1;
  }
  for (int at = 0; at < intake->filled; at++) {
    intake->sizes[at] = (int32_t)messages[at].msg_len;
    intake->address_sizes[at] = messages[at].msg_hdr.msg_namelen;
    intake->came_us[at] = stamp(&messages[at].msg_hdr);
  }
  return intake->filled;
}

int next_datagram(struct intake *intake, int64_t now_ms) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  int64_t now_us = (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
  while (intake->next < intake->filled) {
    int at = intake->at = intake->next++, taken = 0;
    intake->waited_ms = waited(intake, at, now_us);
    unsigned char key[24], *datagram = intake->datagrams[at];
    if (intake->sizes[at] > 0 && datagram[0] >> 6 == 2 && key_of(intake->addresses[at], key)) {
      struct sender *sender = intake->known[place(intake, key)].sender;
      if (sender != NULL) {
        taken = take_in_place(sender, datagram, intake->sizes[at], intake->waited_ms, now_ms);
        if (taken == 1) sender->heard_ms = now_ms;
      }
    }
    if (!taken) return 1;
  }
  return 0;
}

static int64_t monotonic_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int serve(struct intake *intake, int events, int64_t most_ms) {
  int64_t now_ms = monotonic_ms(), until_ms = now_ms + most_ms;
  for (;;) {
    struct epoll_event ready[2];
    int64_t left_ms = most_ms < 0 ? -1 : until_ms - now_ms;
    if (most_ms > 0 && left_ms <= 0) return 0;
    if (most_ms != 0) {
      int count = epoll_wait(events, ready, 2, left_ms > INT_MAX ? INT_MAX : (int)left_ms);
      if (count != 1 || ready[0].data.fd != *intake->fd) return 0; /* something else is ready, too, or nothing in time */
    }
    if (receive(intake) <= 0) return 0; /* an error that lasts is found again, and counted, by Python */
    now_ms = monotonic_ms();
    if (next_datagram(intake, now_ms)) {
      intake->next--; /* it has been left untouched, and is judged once more when Python asks for it */
      return 1;
    }
    if (most_ms == 0) return 0;
  }
}
