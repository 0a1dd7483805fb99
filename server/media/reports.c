/* RTCP on its way out, compiled: what is told of a stream to those who receive it, and any other word to one of them.

   Python decides what is said: Control in server/media/control.py, and `fanout.told`, which says the same to a
   listener that is not served here. A busy room passes some hundred reports on each second. */

#include "sending.h"

#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define LONGEST 1500
#define REPORT 64 /* the longest sender report, with its description */
#define TRAILER 148

static int (*protect)(void *srtp, void *packet, int *size);

void reports_with(void *function) { protect = function; }

int tell(struct wire *wire, const unsigned char *compound, int size) {
  _Alignas(16) unsigned char packet[LONGEST + TRAILER];
  if (size > LONGEST || wire->address_size == 0) return 0;
  memcpy(packet, compound, size);
  if (protect(wire->srtp, packet, &size) != 0) return 0;
  struct iovec vector = {packet, (size_t)size};
  struct mmsghdr message = message_to(wire, &vector);
  unsigned char sent;
  send_batch(&message, &wire, 1, &sent);
  return sent;
}

static unsigned char *put(unsigned char *at, uint32_t value) {
  value = htonl(value);
  memcpy(at, &value, 4);
  return at + 4;
}

/* rtcp.sender_report and rtcp.description */
static int written(unsigned char *packet, const struct line *line, int32_t slot, uint64_t ntp, uint32_t timestamp) {
  unsigned char *at = put(packet, 0x80u << 24 | 200u << 16 | 6), *chunk;
  at = put(put(put(at, line->ssrc), (uint32_t)(ntp >> 32)), (uint32_t)ntp);
  at = put(put(put(at, timestamp + line->timestamp_shift), (uint32_t)line->packets), (uint32_t)line->octets);
  chunk = at;
  at = put(chunk + 4, line->ssrc);
  int named = snprintf((char *)at + 2, 16, "seat%d", slot);
  at[0] = 1;
  at[1] = (unsigned char)named;
  for (at += 2 + named, *at++ = 0; (at - chunk) % 4;) *at++ = 0;
  put(chunk, 0x81u << 24 | 202u << 16 | ((uint32_t)(at - chunk) / 4 - 1));
  return (int)(at - packet);
}

void report(struct line *const *lines, const int32_t *slots, int count, uint64_t ntp, uint32_t timestamp,
            unsigned char *told) {
  _Alignas(16) unsigned char packets[BATCH][REPORT + TRAILER + 12];
  struct mmsghdr messages[BATCH];
  struct iovec vectors[BATCH];
  struct wire *wires[BATCH];
  unsigned char sent[BATCH];
  int whose[BATCH];

  for (int at = 0; at < count;) {
    int filled = 0;
    for (; at < count && filled < BATCH; at++) {
      struct wire *wire = lines[at]->wire;
      int size = written(packets[filled], lines[at], slots[at], ntp, timestamp);
      told[at] = 0;
      if (wire->address_size == 0 || protect(wire->srtp, packets[filled], &size) != 0) continue;
      vectors[filled] = (struct iovec){packets[filled], (size_t)size};
      messages[filled] = message_to(wire, &vectors[filled]);
      wires[filled] = wire;
      whose[filled++] = at;
    }
    send_batch(messages, wires, filled, sent);
    for (int one = 0; one < filled; one++) told[whose[one]] = sent[one];
  }
}
