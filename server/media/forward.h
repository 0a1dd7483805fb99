/* What the compiled engine and server/media/compiled.py share. cffi reads this file too: plain declarations only. */

/* Of what the library was made: it is used beside no other. */
const char *forward_source(void);

/* libsrtp's own functions, before anything else. */
void forward_with(void *protect, void *unprotect, void *protect_rtcp);

/* Where a participant's packets leave. */
struct wire {
  void *srtp;
  const int *fd; /* the port's; negative once it is closed */
  unsigned char address[128];
  uint32_t address_size;
};

/* fanout.Line */
struct line {
  struct wire *wire;
  int64_t sequence_shift;
  uint64_t packets;
  uint64_t octets;
  int64_t sent_ms;
  uint32_t ssrc;
  uint32_t timestamp_shift;
  uint32_t payload_type;
};

/* gate.Group: listeners who get the same bytes after their own fixed header. */
struct group {
  struct line *const *lines;
  int32_t count;
  int32_t level_id;
  int32_t send_time_id;
  int32_t picture_shift;
  int32_t tl0_shift;
  int32_t voice_type; /* for redundant audio: the payload type of its blocks; negative: it is plain */
};

struct kept {
  int64_t number;
  int64_t arrived_ms;
  unsigned char *packet;
  int32_t size;
  int32_t room;
};

/* books.StreamBooks, the gate made ready, and the packet cache. */
struct stream {
  int64_t highest;
  int64_t timestamp;
  int64_t arrived_ms;
  int64_t picture_id;
  int64_t tl0;
  int64_t first;
  int64_t most;
  int64_t received;
  int64_t transit;
  double jitter;
  int32_t key_frame_wanted;
  int32_t video;
  int32_t clock_hz;
  int32_t level_id;
  int32_t transport_id;
  int32_t group_count; /* negative: there is no gate that could be obeyed here */
  const struct group *groups;
  int64_t floor; /* what came before this number is not repeated to everybody */
  struct kept kept[128];
};

struct route {
  struct stream *stream;
  uint32_t ssrc;
  int32_t payload_type;
};

struct note {
  int64_t at_ms;
  int32_t level;
  uint32_t timestamp;
};

struct arrival {
  int64_t number;
  int64_t came_ms;
};

/* feedback.TransportArrivals */
struct arrivals {
  int64_t highest;
  int64_t next;
  int64_t last; /* the highest that is to be reported */
  int64_t reported_ms; /* negative: never */
  int32_t count;
  uint32_t reports;
  struct arrival came[512];
};

/* books.SenderBooks, and what is known of where its packets belong. */
struct sender {
  void *srtp;
  int64_t budget_at_ms;
  double budget_packets;
  double budget_bytes;
  double packets_per_s;
  double bytes_per_s;
  double burst_s;
  int64_t packets_in;
  int64_t audio_packets_in;
  int64_t last_packet_ms;
  int64_t heard_ms; /* on the path, by `next_datagram` */
  int64_t waited_ms; /* in the socket: the datagram that Python takes now */
  uint64_t unauthentic;
  uint64_t over_budget;
  uint64_t malformed;
  uint64_t unsent;
  int32_t route_count;
  int32_t note_count;
  struct route routes[3]; /* a voice and two layers of a picture */
  struct note notes[256];
  struct arrivals arrivals;
};

struct known {
  unsigned char key[24];
  struct sender *sender;
};

/* The process's socket, and whose packets may be taken here: by the address they come from. */
struct intake {
  const int *fd;
  int32_t filled;
  int32_t next;
  int32_t known_count;
  int32_t at;
  int32_t stamps_asked;
  int32_t waited_ms; /* `at`, in the socket */
  int32_t sizes[8];
  uint32_t address_sizes[8];
  unsigned char addresses[8][128];
  unsigned char datagrams[8][2048];
  int64_t came_us[8]; /* by the system's clock; 0: not known */
  struct known known[4096];
};

/* Send to this address from now on; scope is IPv6's. */
void wire_to(struct wire *, int ipv6, const unsigned char *host, uint16_t port, uint32_t scope);

/* One packet to each line. Returns how many could not be served. */
int fanout(struct line *const *, int count, int first, int marker, int64_t number, uint32_t timestamp,
           const unsigned char *rest, int size, uint64_t octets, int64_t now_ms);

/* What could not be sent, by why: the socket was full; anything else. */
struct unsent {
  uint64_t full;
  uint64_t error;
};

/* Of the whole process, since this was asked last. */
struct unsent take_unsent(void);

/* Protect and send a compound RTCP packet. 0: it could not be. */
int tell(struct wire *, const unsigned char *compound, int size);

/* A sender report of their stream to each line, with the number of its slot; whether each was told. */
void report(struct line *const *, const int32_t *slots, int count, uint64_t ntp, uint32_t timestamp,
            unsigned char *told);

/* Keep a packet for whoever asks for it again. */
void keep(struct stream *, int64_t number, const unsigned char *packet, int size, int64_t now_ms);
void forget(struct stream *);

/* Open one datagram and forward it. 0: nothing was done, Python must; 1: done; 2: done, it was not authentic. */
int take(struct sender *, const unsigned char *datagram, int size, int64_t now_ms);

/* Nothing has arrived yet. */
void begin_arrivals(struct sender *);

/* Note when a packet came, by its transport-wide sequence number, 16 bits of it. */
void arrived_by(struct sender *, int sequence, int64_t came_ms);

/* The packet that reports it, if it is time: at most 1024 bytes. Returns its size; 0: there is none. */
int report_arrivals(struct sender *, uint32_t sender_ssrc, uint32_t media_ssrc, unsigned char *packet, int64_t now_ms);

/* Have what comes from where this leads taken here, or no more. 0: there is no room for one more. */
int know(struct intake *, const struct wire *, struct sender *);

/* Read what the socket has, at most eight. How many; negative: an error, and none. */
int receive(struct intake *);

/* Take what was read, up to the first datagram that Python must see: `at`. 0: there is none left. */
int next_datagram(struct intake *, int64_t now_ms);

/* Wait, by an epoll descriptor in which the socket is, so long at most (ms; negative: without end), and take what comes
   meanwhile. Ends once anything else is ready. Without a wait (0), take one handful, whatever else is ready. 1: something
   was read that Python must see; else 0. */
int serve(struct intake *, int events, int64_t most_ms);
