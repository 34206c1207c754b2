import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { AccessLine, Tell } from "./access-log.ts";

/** Figures of one server in the form of Prometheus. Their labels are declared routes, methods and statuses alone: what is asked for is in none. */
export interface Metrics {
  readonly contentType: string;
  /** Counts a request that is over. */
  readonly tell: Tell;
  /** Heavy questions that are under way. */
  readonly heavy: { inc(): void; dec(): void };
  text(): Promise<string>;
}

/** Seconds; the promise for light questions is 0.15 and 0.5. */
const buckets = [0.005, 0.02, 0.05, 0.15, 0.3, 0.5, 1, 3, 10, 30, 60];

const methods = new Set(["GET", "HEAD", "POST"]);

const routeOf = ({ route }: AccessLine): string => route ?? "none";

export function createMetrics(): Metrics {
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
  const heavy = new Gauge({ name: "levermap_heavy_questions", help: "Heavy questions in progress; two at most", registers });
  memoryGauge("levermap_resident_bytes", "Resident memory of the process", "rss", registers);
  memoryGauge("levermap_heap_bytes", "JavaScript heap in use", "heapUsed", registers);
  return {
    contentType: registry.contentType,
    tell(line) {
      const method = methods.has(line.method) ? line.method : "other";
      requests.inc({ method, route: routeOf(line), status: line.status ?? "gone" });
      seconds.observe({ route: routeOf(line) }, line.milliseconds / 1000);
    },
    heavy,
    text: () => registry.metrics(),
  };
}

function memoryGauge(name: string, help: string, part: "rss" | "heapUsed", registers: Registry[]): void {
  const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(process.memoryUsage()[part]) });
}
