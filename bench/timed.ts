import { over } from "./support.ts";

/** Wall and processor time in milliseconds. */
export interface Time {
  readonly wall: number;
  readonly cpu: number;
}

function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Warm-up and measuring time in milliseconds. */
const [warmth, span] = [1000, 1500];
/** Shortest measurable batch in milliseconds; a call of `long` needs no warm-up. */
const [tellable, long] = [20, 5000];

async function once(work: () => unknown, times: number): Promise<Time> {
  const [wall, cpu] = [performance.now(), processor()];
  for (let i = 0; i < times; i++) await work();
  return { wall: (performance.now() - wall) / times, cpu: (processor() - cpu) / times };
}

/** Median time of a call after a warm-up by time. */
export async function timed(work: () => unknown): Promise<Time> {
  const start = performance.now();
  let last = await once(work, 1);
  if (last.wall >= long) return last;
  while (performance.now() - start < warmth) last = await once(work, Math.max(1, Math.ceil(tellable / Math.max(0.001, last.wall))));
  const inOne = Math.max(1, Math.ceil(tellable / Math.max(0.001, last.wall)));
  const times: Time[] = [];
  for (let spent = 0; spent < span || times.length < 3; spent += times.at(-1)!.wall * inOne) times.push(await once(work, inOne));
  const middle = (of: (time: Time) => number): number => times.map(of).sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
  return { wall: middle(({ wall }) => wall), cpu: middle(({ cpu }) => cpu) };
}

/** Prints a timing and whether it exceeds a limit of processor time in milliseconds. */
export function line(what: string, { wall, cpu }: Time, limit: number | null): void {
  const of = limit === null ? "" : `, limit ${limit}${over(cpu, limit)}`;
  console.log(`  ${what}: ${cpu.toFixed(cpu < 10 ? 3 : 0)} ms of a core, ${wall.toFixed(wall < 10 ? 3 : 0)} ms by the clock${of}`);
}
