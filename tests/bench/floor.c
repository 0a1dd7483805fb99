/* The least that a forward costs in one thread: read, open once, protect for each receiver, send. No gate, no books, no
   cache, no rewriting but of the SSRC; what is not RTP of a known stream is left. It is measured beside the forwarders,
   never used: tests/bench/floor.py builds and runs it. */

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

#define READ 8 /* as intake.c */
#define COPIES 16
#define LONGEST 1664

struct copy {
  void *srtp;
  uint32_t ssrc;
  struct sockaddr_in to;
};

struct source {
  void *srtp;
  int count;
  struct copy copies[COPIES];
};

static struct source sources[1 << 16]; /* by the end of the SSRC */
static int (*protect)(void *srtp, void *packet, int *size), (*unprotect)(void *srtp, void *packet, int *size);

void floor_with(void *protects, void *unprotects) {
  protect = protects;
  unprotect = unprotects;
}

void floor_source(uint16_t at, void *srtp) { sources[at].srtp = srtp; }

/* 0: no room for one more. */
int floor_copy(uint16_t at, void *srtp, uint32_t ssrc, uint32_t host, uint16_t port) {
  struct source *source = &sources[at];
  if (source->count == COPIES) return 0;
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(host)}};
  source->copies[source->count++] = (struct copy){srtp, htonl(ssrc), to};
  return 1;
}

/* Until the socket says that something is wrong. */
void floor_run(int fd) {
  static _Alignas(16) unsigned char datagrams[READ][LONGEST], packets[READ * COPIES][LONGEST];
  struct iovec in[READ], out[READ * COPIES];
  struct mmsghdr came[READ], go[READ * COPIES];
  memset(came, 0, sizeof came);
  memset(go, 0, sizeof go);
  for (int at = 0; at < READ; at++) {
    in[at] = (struct iovec){datagrams[at], LONGEST - 160};
    came[at].msg_hdr.msg_iov = &in[at];
    came[at].msg_hdr.msg_iovlen = 1;
  }
  for (int count; (count = recvmmsg(fd, came, READ, MSG_WAITFORONE, NULL)) > 0;) {
    int ready = 0;
    for (int at = 0; at < count; at++) {
      unsigned char *datagram = datagrams[at];
      int size = (int)came[at].msg_len;
      if (size < 12 || datagram[0] >> 6 != 2 || (datagram[1] >= 192 && datagram[1] < 224)) continue;
      const struct source *source = &sources[datagram[10] << 8 | datagram[11]];
      if (source->srtp == NULL || unprotect(source->srtp, datagram, &size) != 0) continue;
      for (int to = 0; to < source->count; to++) {
        const struct copy *copy = &source->copies[to];
        int length = size;
        memcpy(packets[ready], datagram, size);
        memcpy(packets[ready] + 8, &copy->ssrc, 4);
        if (protect(copy->srtp, packets[ready], &length) != 0) continue;
        out[ready] = (struct iovec){packets[ready], (size_t)length};
        go[ready].msg_hdr = (struct msghdr){
            .msg_name = (void *)&copy->to, .msg_namelen = sizeof copy->to, .msg_iov = &out[ready], .msg_iovlen = 1};
        ready++;
      }
    }
    for (int at = 0, sent; at < ready; at += sent > 0 ? sent : 1) sent = sendmmsg(fd, go + at, ready - at, 0);
  }
}
