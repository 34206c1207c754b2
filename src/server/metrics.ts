import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { AccessLine, Tell } from "./access-log.ts";
import type { Desk } from "./work/desk.ts";

/** Figures of one server in the form of Prometheus. Their labels are declared routes, methods and statuses alone: what is asked for is in none. */
export interface Metrics {
  readonly contentType: string;
  /** Counts a request that is over. */
  readonly tell: Tell;
  text(): Promise<string>;
}

/** Seconds; the promise for light questions is 0.15 and 0.5. */
const buckets = [0.005, 0.02, 0.05, 0.15, 0.3, 0.5, 1, 3, 10, 30, 60];

const methods = new Set(["GET", "HEAD", "POST"]);

const routeOf = ({ route }: AccessLine): string => route ?? "none";

/** @param work what is worked on, and what waits for it */
export function createMetrics(work: Pick<Desk, "running" | "waiting">): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: "levermap_requests_total",
    help: "Completed requests by declared route and status; `gone`: the client disconnected before the answer",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const seconds = new Histogram({
    name: "levermap_request_seconds",
    help: "Seconds from the arrival of a request to the end of its answer, by declared route",
    labelNames: ["route"],
    buckets,
    registers,
  });
  gauge("levermap_heavy_questions", "Questions that are worked on beside the server", () => work.running, registers);
  gauge("levermap_waiting_questions", "Questions that wait for their turn", () => work.waiting, registers);
  gauge("levermap_resident_bytes", "Resident memory of the process", () => process.memoryUsage.rss(), registers);
  gauge("levermap_heap_bytes", "JavaScript heap in use", () => process.memoryUsage().heapUsed, registers);
  return {
    contentType: registry.contentType,
    tell(line) {
      const method = methods.has(line.method) ? line.method : "other";
      requests.inc({ method, route: routeOf(line), status: line.status ?? "gone" });
      seconds.observe({ route: routeOf(line) }, line.milliseconds / 1000);
    },
    text: () => registry.metrics(),
  };
}

/** A figure that is read when it is asked for. */
function gauge(name: string, help: string, read: () => number, registers: Registry[]): void {
  const made: Gauge = new Gauge({ name, help, registers, collect: () => made.set(read()) });
}
