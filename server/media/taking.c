/* The first steps of a forward, compiled: open a datagram, read it, note it, hand it to the last step.

   It obeys a gate that server/media/forwarder.py has written, and decides nothing: whatever is not plain (a first packet,
   a gap in a picture, a key frame that somebody waits for, a stream without a ready gate) it leaves untouched to Python,
   whose steps are the same, one by one: Forwarder._on_media, Forwarder._forward, Incoming.accept, Reception.arrived. */

#include <arpa/inet.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "forward.h"

#define FIXED 12
#define LONGEST 1500
#define CAPACITY 128
#define NOTES 256
#define BLOCK 12
#define EARLIER 2 /* as in redundancy.py */
#define LONGEST_AGO 16383
#define LONGEST_BLOCK 1023
#define LONGEST_MS 2000 /* as in cache.py */

static int (*unprotect)(void *srtp, void *packet, int *size);

void fanout_with(void *function);
void reports_with(void *function);

void forward_with(void *protect, void *function, void *protect_rtcp) {
  fanout_with(protect);
  reports_with(protect_rtcp);
  unprotect = function;
}

#ifndef SOURCE
#define SOURCE "unknown"
#endif

const char *forward_source(void) { return "forward " SOURCE; }

/* Where a packet's parts lie: rtp.Header. */
struct packet {
  int marker;
  uint32_t timestamp;
  int extension_at, extension_end, payload_at, payload_end;
};

/* vp8.Descriptor; -1: absent. */
struct descriptor {
  int picture_id, picture_bits, picture_at, tl0, tl0_at;
};

void keep(struct stream *stream, int64_t number, const unsigned char *packet, int size, int64_t now_ms) {
  struct kept *kept = &stream->kept[number % CAPACITY];
  if (kept->room < size) {
    unsigned char *larger = realloc(kept->packet, size);
    if (larger == NULL) {
      kept->number = -1;
      return;
    }
    kept->packet = larger;
    kept->room = size;
  }
  memcpy(kept->packet, packet, size);
  kept->number = number;
  kept->arrived_ms = now_ms;
  kept->size = size;
}

void forget(struct stream *stream) {
  for (int at = 0; at < CAPACITY; at++) {
    free(stream->kept[at].packet);
    stream->kept[at] = (struct kept){.number = -1};
  }
}

/* rtp.parse */
static int parse(const unsigned char *packet, int size, struct packet *read) {
  if (size < FIXED || packet[0] >> 6 != 2) return 0;
  uint32_t timestamp;
  memcpy(&timestamp, packet + 4, 4);
  read->timestamp = ntohl(timestamp);
  read->marker = packet[1] & 0x80;
  read->extension_at = read->payload_at = FIXED + 4 * (packet[0] & 0x0F);
  if (packet[0] & 0x10) {
    read->extension_at += 4;
    if (read->extension_at > size) return 0;
    read->payload_at = read->extension_at + 4 * (packet[read->extension_at - 2] << 8 | packet[read->extension_at - 1]);
  }
  int padded = packet[0] & 0x20;
  read->payload_end = padded ? size - packet[size - 1] : size;
  read->extension_end = read->payload_at;
  return read->payload_at <= read->payload_end && !(padded && read->payload_end == size);
}

/* What is looked at of a header extension; -1: absent. */
struct said {
  int level, level_size, transport;
};

/* rtp.extensions */
static struct said extensions(const unsigned char *packet, const struct packet *read, const struct stream *stream) {
  struct said said = {-1, 0, -1};
  int at = read->extension_at, end = read->extension_end;
  if (at == end || packet[at - 4] != 0xBE || packet[at - 3] != 0xDE) return said;
  while (at < end) {
    int first = packet[at++];
    if (first == 0) continue;
    int after = at + (first & 0x0F) + 1, identity = first >> 4;
    if (first >= 0xF0 || after > end) break;
    if (identity && identity == stream->transport_id)
      said.transport = after - at == 2 ? packet[at] << 8 | packet[at + 1] : -1;
    if (identity && identity == stream->level_id) {
      said.level = packet[at];
      said.level_size = after - at;
    }
    at = after;
  }
  return said;
}

/* vp8.parse. 0: the descriptor is not whole. */
static int describe(const unsigned char *payload, int size, struct descriptor *read) {
  int at = 1;
  *read = (struct descriptor){-1, 0, 0, -1, 0};
  if (payload[0] & 0x80) {
    if (size < 2) return 0;
    int fields = payload[1];
    at = 2;
    if (fields & 0x80) {
      if (at >= size) return 0;
      read->picture_at = at;
      read->picture_id = payload[at];
      read->picture_bits = 7;
      if (read->picture_id & 0x80) {
        if (at + 1 >= size) return 0;
        read->picture_id = (read->picture_id & 0x7F) << 8 | payload[at + 1];
        read->picture_bits = 15;
      }
      at += read->picture_bits == 15 ? 2 : 1;
    }
    if (fields & 0x40) {
      if (at >= size) return 0;
      read->tl0_at = at;
      read->tl0 = payload[at++];
    }
    if (fields & 0x30) at++;
  }
  return (payload[0] & 0x17) != 0x10 || at < size;
}

/* vp8.shifted */
static void shift(unsigned char *payload, const struct descriptor *read, const struct group *group) {
  int picture_id = read->picture_id + group->picture_shift;
  if (read->picture_bits == 15) {
    payload[read->picture_at] = 0x80 | (picture_id >> 8 & 0x7F);
    payload[read->picture_at + 1] = picture_id & 0xFF;
  } else if (read->picture_bits == 7) {
    payload[read->picture_at] = picture_id & 0x7F;
  }
  if (read->tl0 >= 0) payload[read->tl0_at] = (read->tl0 + group->tl0_shift) & 0xFF;
}

/* outgoing.Shape.extension: the header extension, made anew. Returns its size. */
static int extension(unsigned char *block, const struct group *group, int level, int level_size, int64_t now_ms) {
  int sound = group->level_id && level_size == 1, size = 4;
  uint32_t time = (uint32_t)((now_ms << 18) / 1000 & 0xFFFFFF);
  if (!sound && !group->send_time_id) return 0;
  memset(block, 0, BLOCK);
  block[0] = 0xBE;
  block[1] = 0xDE;
  if (sound) {
    block[size++] = (unsigned char)(group->level_id << 4);
    block[size++] = (unsigned char)level;
  }
  if (group->send_time_id) {
    block[size++] = (unsigned char)(group->send_time_id << 4 | 2);
    block[size++] = (unsigned char)(time >> 16);
    block[size++] = (unsigned char)(time >> 8);
    block[size++] = (unsigned char)time;
  }
  block[3] = (unsigned char)((size - 1) / 4);
  return 4 + 4 * block[3];
}

/* budget.Budget.spend */
static int spend(struct sender *sender, int size, int64_t now_ms) {
  if (now_ms > sender->budget_at_ms) {
    double seconds = (double)(now_ms - sender->budget_at_ms) / 1000;
    double packets = sender->budget_packets + seconds * sender->packets_per_s;
    double bytes = sender->budget_bytes + seconds * sender->bytes_per_s;
    sender->budget_at_ms = now_ms;
    sender->budget_packets = packets < sender->packets_per_s * sender->burst_s ? packets : sender->packets_per_s * sender->burst_s;
    sender->budget_bytes = bytes < sender->bytes_per_s * sender->burst_s ? bytes : sender->bytes_per_s * sender->burst_s;
  }
  if (sender->budget_packets < 1 || sender->budget_bytes < size) return 0;
  sender->budget_packets -= 1;
  sender->budget_bytes -= size;
  return 1;
}

/* feedback.Reception.arrived */
static void arrived(struct stream *stream, int64_t number, uint32_t timestamp, int64_t now_ms) {
  if (stream->first < 0) stream->first = number;
  if (number > stream->most) stream->most = number;
  stream->received++;
  uint32_t transit = (uint32_t)(now_ms * stream->clock_hz / 1000) - timestamp;
  if (stream->transit >= 0) {
    uint32_t change = transit - (uint32_t)stream->transit, back = 0 - change;
    stream->jitter += ((double)(change && back < change ? back : change) - stream->jitter) / 16;
  }
  stream->transit = transit;
}

/* The stream whose next plain packet this is, and its number; NULL: it is not for us. */
static struct stream *plain(struct sender *sender, const unsigned char *datagram, int size, int64_t *number) {
  if (size < FIXED || size > LONGEST || datagram[0] >> 6 != 2) return NULL;
  if (sender->note_count >= NOTES) return NULL;
  uint32_t ssrc;
  memcpy(&ssrc, datagram + 8, 4);
  ssrc = ntohl(ssrc);
  for (int at = 0; at < sender->route_count; at++) {
    const struct route *route = &sender->routes[at];
    struct stream *stream = route->stream;
    if (route->ssrc != ssrc) continue;
    if (route->payload_type != (datagram[1] & 0x7F)) return NULL;
    if (stream->group_count < 0 || stream->highest < 0 || stream->key_frame_wanted) return NULL;
    int ahead = ((datagram[2] << 8 | datagram[3]) - stream->highest) & 0xFFFF;
    if (ahead == 0 || ahead >= 0x8000 || (stream->video && ahead > 1)) return NULL;
    *number = stream->highest + ahead; /* above the gate's floor, since whoever is let in began at or below `highest` */
    return stream;
  }
  return NULL;
}

/* Incoming.earlier and redundancy.packed: the payload, and before it what came just before. Returns its size. */
static int packed(unsigned char *body, const struct stream *stream, const unsigned char *payload, int octets,
                  int64_t number, uint32_t timestamp, int voice_type, int64_t now_ms) {
  const unsigned char *blocks[EARLIER];
  int sizes[EARLIER], count = 0, size = 0;
  int64_t before = number - EARLIER > stream->floor ? number - EARLIER : stream->floor;
  for (; before < number; before++) {
    const struct kept *kept = &stream->kept[before % CAPACITY];
    struct packet read;
    if (kept->number != before || now_ms - kept->arrived_ms > LONGEST_MS) continue;
    if (!parse(kept->packet, kept->size, &read)) continue;
    uint32_t ago = timestamp - read.timestamp, length = (uint32_t)(read.payload_end - read.payload_at);
    if (length == 0 || length > LONGEST_BLOCK || ago == 0 || ago > LONGEST_AGO) continue;
    uint32_t head = htonl(1u << 31 | (uint32_t)voice_type << 24 | ago << 10 | length);
    memcpy(body + size, &head, 4);
    size += 4;
    blocks[count] = kept->packet + read.payload_at;
    sizes[count++] = (int)length;
  }
  body[size++] = (unsigned char)voice_type;
  for (int at = 0; at < count; at++) {
    memcpy(body + size, blocks[at], sizes[at]);
    size += sizes[at];
  }
  memcpy(body + size, payload, octets);
  return size + octets;
}

/* Forwarder._forward */
static int forward(struct stream *stream, const unsigned char *packet, const struct packet *read,
                   const struct descriptor *descriptor, int64_t number, struct said said, int64_t now_ms) {
  unsigned char rest[BLOCK + EARLIER * (4 + LONGEST_BLOCK) + 1 + LONGEST];
  const unsigned char *payload = packet + read->payload_at;
  int octets = read->payload_end - read->payload_at, failed = 0;
  for (int at = 0; at < stream->group_count; at++) {
    const struct group *group = &stream->groups[at];
    int size = extension(rest, group, said.level, said.level_size, now_ms), length = octets;
    if (group->voice_type >= 0) {
      length = packed(rest + size, stream, payload, octets, number, read->timestamp, group->voice_type, now_ms);
    } else {
      memcpy(rest + size, payload, octets);
      if (descriptor != NULL && (group->picture_shift || group->tl0_shift)) shift(rest + size, descriptor, group);
    }
    failed += fanout(group->lines, group->count, size ? 0x90 : 0x80, read->marker, number, read->timestamp, rest,
                     size + length, length, now_ms);
  }
  return failed;
}

/* The same on a buffer that may be written to, and has room behind its end as libsrtp asks. */
int take_in_place(struct sender *sender, unsigned char *datagram, int size, int32_t waited_ms, int64_t now_ms) {
  struct packet read;
  struct descriptor descriptor, *described = NULL;
  int64_t number;
  int length = size;
  struct stream *stream = plain(sender, datagram, size, &number);

  if (stream == NULL) return 0;
  if (unprotect(sender->srtp, datagram, &length) != 0) {
    sender->unauthentic++;
    return 2;
  }
  sender->packets_in++;
  sender->last_packet_ms = now_ms;
  if (!spend(sender, size, now_ms)) {
    sender->over_budget++;
    return 1;
  }
  if (!parse(datagram, length, &read)) {
    sender->malformed++;
    return 1;
  }
  struct said said = extensions(datagram, &read, stream);
  if (!stream->video) sender->audio_packets_in++;
  if (said.level >= 0) sender->notes[sender->note_count++] = (struct note){now_ms, said.level & 0x7F, read.timestamp};
  if (said.transport >= 0) arrived_by(sender, said.transport, now_ms - waited_ms);
  if (stream->video && read.payload_end > read.payload_at) {
    described = &descriptor;
    if (!describe(datagram + read.payload_at, read.payload_end - read.payload_at, described)) {
      sender->malformed++;
      return 1;
    }
  }
  stream->highest = number;
  stream->timestamp = read.timestamp;
  stream->arrived_ms = now_ms;
  if (described != NULL) {
    stream->picture_id = descriptor.picture_id;
    stream->tl0 = descriptor.tl0;
  }
  keep(stream, number, datagram, length, now_ms);
  arrived(stream, number, read.timestamp, now_ms);
  sender->unsent += forward(stream, datagram, &read, described, number, said, now_ms);
  return 1;
}

int take(struct sender *sender, const unsigned char *datagram, int size, int64_t now_ms) {
  _Alignas(16) unsigned char opened[LONGEST + 148];
  if (size > LONGEST) return 0;
  memcpy(opened, datagram, size);
  return take_in_place(sender, opened, size, 0, now_ms);
}
