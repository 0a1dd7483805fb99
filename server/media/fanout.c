/* The last step of a forward, compiled: for each listener a header, SRTP, and one system call for all of them.

   Decides nothing. Whom a packet goes to, and what stands in it, is said by server/media/forwarder.py; the meaning of
   every field is in fanout.py, whose Python loop does exactly the same. Built by hatch_build.py where a compiler is. */

#include "sending.h"

#include <netinet/in.h>
#include <stdint.h>
#include <string.h>

#define FIXED 12
#define LONGEST 1500
#define TRAILER 148

static int (*protect)(void *srtp, void *packet, int *size);

void fanout_with(void *function) { protect = function; }

_Static_assert(sizeof(struct sockaddr_storage) <= 128, "an address does not fit");

void wire_to(struct wire *wire, int ipv6, const unsigned char *host, uint16_t port, uint32_t scope) {
  memset(wire->address, 0, sizeof wire->address);
  if (ipv6) {
    struct sockaddr_in6 *to = (struct sockaddr_in6 *)wire->address;
    to->sin6_family = AF_INET6;
    to->sin6_port = htons(port);
    to->sin6_scope_id = scope;
    memcpy(&to->sin6_addr, host, 16);
    wire->address_size = sizeof *to;
  } else {
    struct sockaddr_in *to = (struct sockaddr_in *)wire->address;
    to->sin_family = AF_INET;
    to->sin_port = htons(port);
    memcpy(&to->sin_addr, host, 4);
    wire->address_size = sizeof *to;
  }
}

/* Send what is ready and count it to its lines. Returns how many could not be sent. */
static int put(struct mmsghdr *messages, struct wire *const *wires, struct line *const *ready, int count,
               uint64_t octets, int64_t now_ms) {
  unsigned char sent[BATCH];
  int failed = send_batch(messages, wires, count, sent);
  for (int at = 0; at < count; at++) {
    if (!sent[at]) continue;
    ready[at]->packets++;
    ready[at]->octets += octets;
    ready[at]->sent_ms = now_ms;
  }
  return failed;
}

int fanout(struct line *const *lines, int count, int first, int marker, int64_t number, uint32_t timestamp,
           const unsigned char *rest, int size, uint64_t octets, int64_t now_ms) {
  _Alignas(16) unsigned char packets[BATCH][FIXED + LONGEST + TRAILER + 4];
  struct mmsghdr messages[BATCH];
  struct iovec vectors[BATCH];
  struct wire *wires[BATCH];
  struct line *ready[BATCH];
  int filled = 0, failed = 0;

  if (size > LONGEST - FIXED) return count;
  for (int i = 0; i < count; i++) {
    struct line *line = lines[i];
    struct wire *wire = line->wire;
    unsigned char *packet = packets[filled];
    uint16_t sequence = htons((uint16_t)(number + line->sequence_shift));
    uint32_t time = htonl(timestamp + line->timestamp_shift), ssrc = htonl(line->ssrc);
    int length = FIXED + size;

    packet[0] = (unsigned char)first;
    packet[1] = (unsigned char)(marker | line->payload_type);
    memcpy(packet + 2, &sequence, 2);
    memcpy(packet + 4, &time, 4);
    memcpy(packet + 8, &ssrc, 4);
    memcpy(packet + FIXED, rest, size);
    if (wire->address_size == 0 || protect(wire->srtp, packet, &length) != 0) {
      failed++;
      continue;
    }
    vectors[filled] = (struct iovec){packet, (size_t)length};
    messages[filled] = message_to(wire, &vectors[filled]);
    wires[filled] = wire;
    ready[filled++] = line;
    if (filled == BATCH) {
      failed += put(messages, wires, ready, filled, octets, now_ms);
      filled = 0;
    }
  }
  return failed + put(messages, wires, ready, filled, octets, now_ms);
}
