/* When packets arrived, told to their sender (transport-wide feedback): feedback.TransportArrivals and
   rtcp.transport_feedback, which say what everything here means. Ten times a second for each seat. */

#include <arpa/inet.h>
#include <stdint.h>
#include <string.h>

#include "forward.h"

#define PLACES 512 /* a power of two */
#define MOST 400 /* TRANSPORT_MOST */
#define INTERVAL_MS 75 /* TRANSPORT_INTERVAL_MS */

void begin_arrivals(struct sender *sender) {
  struct arrivals *arrivals = &sender->arrivals;
  *arrivals = (struct arrivals){.highest = -1, .next = -1, .last = -1, .reported_ms = -1};
  for (int at = 0; at < PLACES; at++) arrivals->came[at].number = -1;
}

void arrived_by(struct sender *sender, int sequence, int64_t came_ms) {
  struct arrivals *arrivals = &sender->arrivals;
  if (arrivals->highest < 0) arrivals->highest = arrivals->next = sequence;
  int64_t ahead = (sequence - arrivals->highest) & 0xFFFF; /* rtp.extended */
  int64_t number = arrivals->highest + (ahead < 0x8000 ? ahead : ahead - 0x10000);
  if (number > arrivals->highest) arrivals->highest = number;
  struct arrival *place = &arrivals->came[number & (PLACES - 1)];
  /* Whatever stands in its place and is later leaves no report that it would fit in. */
  if (number < arrivals->next || arrivals->count >= MOST || place->number >= number) return;
  *place = (struct arrival){number, came_ms};
  if (number > arrivals->last) arrivals->last = number;
  arrivals->count++;
}

static const struct arrival *came(const struct arrivals *arrivals, int64_t number) {
  const struct arrival *place = &arrivals->came[number & (PLACES - 1)];
  return place->number == number ? place : NULL;
}

static unsigned char *put16(unsigned char *at, uint32_t value) {
  at[0] = (unsigned char)(value >> 8);
  at[1] = (unsigned char)value;
  return at + 2;
}

static unsigned char *put32(unsigned char *at, uint32_t value) { return put16(put16(at, value >> 16), value); }

int report_arrivals(struct sender *sender, uint32_t sender_ssrc, uint32_t media_ssrc, unsigned char *packet,
                    int64_t now_ms) {
  struct arrivals *arrivals = &sender->arrivals;
  if (arrivals->count == 0) return 0;
  if (arrivals->reported_ms >= 0 && now_ms - arrivals->reported_ms < INTERVAL_MS) return 0;
  int64_t last = arrivals->last, base = arrivals->next;
  if (base <= last - MOST) /* it starts at a packet that came */
    for (base = last - MOST + 1; came(arrivals, base) == NULL;) base++;
  int64_t first = base; /* what is not there in front is told as lost */
  while (came(arrivals, first) == NULL) first++;
  int64_t start = came(arrivals, first)->came_ms >> 6, before = start << 6;

  unsigned char deltas[2 * MOST], *delta = deltas, *at = packet + 4;
  at = put32(put32(at, sender_ssrc), media_ssrc);
  at = put16(put16(at, (uint32_t)base & 0xFFFF), (uint32_t)(last - base + 1));
  at = put32(at, ((uint32_t)start & 0xFFFFFF) << 8 | (++arrivals->reports & 0xFF));
  for (int64_t number = base; number <= last;) {
    uint32_t chunk = 0xC000;
    for (int shift = 12; shift >= 0 && number <= last; shift -= 2, number++) {
      const struct arrival *one = came(arrivals, number);
      if (one == NULL) continue;
      int64_t ticks = 4 * (one->came_ms - before);
      before = one->came_ms;
      if (ticks >= 0 && ticks <= 0xFF) {
        chunk |= 1u << shift;
        *delta++ = (unsigned char)ticks;
      } else {
        chunk |= 2u << shift;
        ticks = ticks < -0x8000 ? -0x8000 : ticks > 0x7FFF ? 0x7FFF : ticks;
        delta = put16(delta, (uint32_t)ticks);
      }
    }
    at = put16(at, chunk);
  }
  memcpy(at, deltas, (size_t)(delta - deltas));
  at += delta - deltas;
  while ((at - packet) % 4) *at++ = 0;
  packet[0] = 0x80 | 15;
  packet[1] = 205;
  put16(packet + 2, (uint32_t)(at - packet) / 4 - 1);
  arrivals->count = 0;
  arrivals->next = last + 1;
  arrivals->last = -1;
  arrivals->reported_ms = now_ms;
  return (int)(at - packet);
}
