import { describe, expect, test } from "vitest";
import { between, judge, look, portIn, sampleOf, type Measured, type Sample } from "./path";

const FINE: Measured = { way: "udp", loss: 0, roundTrip_ms: 40, fullTrip_ms: 60, jitter_ms: 3, rate_bps: 400_000 };

describe("what a way is said to be", () => {
  test.each([
    [{}, "good"],
    [{ loss: 0.049, roundTrip_ms: 499 }, "good"],
    [{ roundTrip_ms: 600 }, "late"],
    [{ loss: 0.05 }, "voice"],
    [{ rate_bps: 64_000 }, "voice"],
    [{ rate_bps: 64_000, roundTrip_ms: 600 }, "voice"],
    [{ loss: 0.2, roundTrip_ms: 300 }, "voice"],
    [{ loss: 0.25 }, "little"],
    [{ roundTrip_ms: 1000 }, "little"],
    [{ rate_bps: 20_000 }, "little"],
  ] as const)("%o: %s", (change, verdict) => {
    expect(judge({ ...FINE, ...change })).toBe(verdict);
  });
});

const START: Sample = { at_ms: 1000, sentBytes: 0, gotBytes: 0, got: 0, lost: 0, jitter_ms: 0, roundTrip_ms: 0, available_bps: null, way: "udp" };

describe("from counters to a measure", () => {
  test("what was lost before the beginning does not count", () => {
    const end = { ...START, at_ms: 5000, sentBytes: 200_000, gotBytes: 100_000, got: 90, lost: 15, roundTrip_ms: 80 };
    expect(between(30, { ...START, lost: 5 }, end)).toEqual({ way: "udp", loss: 0.1, roundTrip_ms: 30, fullTrip_ms: 80, jitter_ms: 0, rate_bps: 200_000 });
  });

  test("a way that brings all of it may carry more than was tried, and one that does not carries what came", () => {
    const end = { ...START, at_ms: 5000, sentBytes: 100_000, gotBytes: 98_000, got: 90, available_bps: 900_000 };
    expect(between(0, START, end)?.rate_bps).toBe(900_000);
    expect(between(0, START, { ...end, gotBytes: 50_000 })?.rate_bps).toBe(100_000);
    expect(between(0, START, { ...end, available_bps: null })?.rate_bps).toBe(196_000);
  });

  test("a queue that the look itself fills is not the length of the way; where that is not known, it has to do", () => {
    const end = { ...START, at_ms: 5000, sentBytes: 100_000, gotBytes: 60_000, got: 90, roundTrip_ms: 1974 };
    expect(judge(between(611, START, end)!)).toBe("voice");
    expect(judge(between(0, START, end)!)).toBe("little");
  });

  test("nothing came back", () => {
    expect(between(0, START, { ...START, at_ms: 5000, sentBytes: 90_000, lost: 20 })).toBeNull();
  });
});

describe("a browser's statistics", () => {
  const common = [
    { id: "O", type: "outbound-rtp", bytesSent: 500 },
    { id: "I", type: "inbound-rtp", bytesReceived: 400, packetsReceived: 9, packetsLost: 1, jitter: 0.004 },
    { id: "I2", type: "inbound-rtp", bytesReceived: 0, packetsReceived: 0, packetsLost: 0, jitter: 0 },
    { id: "R", type: "remote-inbound-rtp", roundTripTime: 0.09 },
  ];

  test("of Chromium", () => {
    const sample = sampleOf([
      ...common,
      { id: "T", type: "transport", selectedCandidatePairId: "P2" },
      { id: "P1", type: "candidate-pair", localCandidateId: "L1", currentRoundTripTime: 9 },
      { id: "P2", type: "candidate-pair", localCandidateId: "L2", currentRoundTripTime: 0.08, availableOutgoingBitrate: 300_000 },
      { id: "L1", type: "local-candidate", candidateType: "host", protocol: "udp" },
      { id: "L2", type: "local-candidate", candidateType: "host", protocol: "tcp" },
    ], 7);
    expect(sample).toEqual({ at_ms: 7, sentBytes: 500, gotBytes: 400, got: 9, lost: 1, jitter_ms: 4, roundTrip_ms: 90, available_bps: 300_000, way: "tcp" });
  });

  test("of Firefox, through a relay", () => {
    const sample = sampleOf([
      ...common,
      { id: "P", type: "candidate-pair", selected: true, localCandidateId: "L" },
      { id: "L", type: "local-candidate", candidateType: "relay", protocol: "udp" },
    ], 7);
    expect(sample).toMatchObject({ way: "relay", available_bps: null, roundTrip_ms: 90 });
  });

  test("before anything is known", () => {
    expect(sampleOf([], 7)).toMatchObject({ got: 0, jitter_ms: 0, roundTrip_ms: 0, way: "udp" });
  });
});

test("the port is the one of the candidates", () => {
  expect(portIn("a=candidate:1 1 udp 2130706431 192.0.2.1 8081 typ host\r\n")).toBe("8081");
  expect(portIn("v=0")).toBe("");
});

test("a browser that cannot look says so", async () => {
  expect(await look(new AbortController().signal, { place: "b1" })).toEqual({ verdict: "unknown", measured: null, port: "" });
});
