import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FairQueue, type Lane, type QueueLimits } from "../../../src/server/work/fair-queue.ts";

const roomy: QueueLimits = { slots: 2, mostWaiting: 1000, mostOfClient: 1000 };
const stays = (): AbortSignal => new AbortController().signal;

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A queue under a clock that is moved by hand; `begun` has the questions that had their turn, in order. */
function watched(limits: QueueLimits = roomy) {
  let now = 0;
  const queue = new FairQueue(limits, () => now);
  const begun: string[] = [];
  const leave = new Map<string, () => void>();
  return {
    queue,
    begun,
    async ask(name: string, lane: Lane = "heavy", signal: AbortSignal = stays()): Promise<void> {
      await queue.enter(new Set([name.charAt(0)]), lane, signal).then((over) => {
        begun.push(name);
        leave.set(name, over);
      });
    },
    async end(name: string, seconds: number): Promise<void> {
      await settle();
      now += seconds * 1000;
      leave.get(name)?.();
      await settle();
    },
  };
}

describe("FairQueue", () => {
  it("lets another client go before the many of one, whoever came first", async () => {
    const { ask, begun, end } = watched();
    for (const name of ["a1", "a2", "a3", "a4", "b1"]) void ask(name);
    await settle();
    expect(begun).toEqual(["a1"]);
    await end("a1", 5);
    expect(begun).toEqual(["a1", "b1"]);
    await end("b1", 1);
    void ask("b2");
    await settle();
    await end("a2", 5);
    expect(begun).toEqual(["a1", "b1", "a2", "b2"]);
  });

  it("forgets after a while what a client has used", async () => {
    const { ask, begun, end } = watched({ ...roomy, slots: 1 });
    void ask("a1");
    await end("a1", 60);
    void ask("b1");
    await end("b1", 1200);
    void ask("c1");
    await end("c1", 30);
    void ask("d1");
    for (const name of ["c2", "a2"]) void ask(name);
    await end("d1", 1);
    expect(begun).toEqual(["a1", "b1", "c1", "d1", "a2"]);
  });

  it("keeps the last place for what takes seconds", async () => {
    const { ask, begun, queue, end } = watched({ ...roomy, slots: 3 });
    for (const name of ["a1", "b1", "c1"]) void ask(name);
    await settle();
    expect([begun, queue.running, queue.waiting]).toEqual([["a1", "b1"], 2, 1]);
    void ask("d1", "seconds");
    void ask("d2", "seconds");
    await settle();
    expect(begun).toEqual(["a1", "b1", "d1"]);
    await end("a1", 1);
    expect(begun.at(-1)).toBe("c1");
    await end("d1", 1);
    expect(begun.at(-1)).toBe("d2");
  });

  it("lets go of a question whose client has gone", async () => {
    const { ask, begun, queue, end } = watched({ ...roomy, slots: 1 });
    void ask("a1");
    const gone = new AbortController();
    const waiting = ask("b1", "heavy", gone.signal);
    void ask("c1");
    gone.abort(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    expect(queue.waiting).toBe(1);
    await end("a1", 1);
    expect(begun).toEqual(["a1", "c1"]);
    await expect(ask("d1", "heavy", gone.signal)).rejects.toThrow("gone");
  });

  it("refuses what would wait beyond its bounds, and says for how long", async () => {
    const { ask } = watched({ slots: 1, mostWaiting: 3, mostOfClient: 2 });
    for (const name of ["a0", "a1", "a2"]) void ask(name);
    await expect(ask("a3")).rejects.toMatchObject({ code: "LM_SERVER_TOO_MANY", details: { seconds: 2 } });
    void ask("b1");
    await expect(ask("c1")).rejects.toMatchObject({ code: "LM_SERVER_TOO_MANY" });
  });

  it("never runs more than it may, loses no question, and keeps no client waiting behind another's second", async () => {
    const names = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.boolean()), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.nat(9), { minLength: 30, maxLength: 30 }),
        async (asked, slots, picks) => {
          const { ask, begun, queue, end } = watched({ ...roomy, slots });
          asked.forEach(([client, heavy], at) => void ask(`${client}${at}`, heavy ? "heavy" : "seconds"));
          await settle();
          const ended = new Set<string>();
          for (const pick of [...picks, ...asked.map(() => 0)]) {
            expect(queue.running).toBeLessThanOrEqual(slots);
            const open = begun.filter((name) => !ended.has(name));
            expect(open).toHaveLength(queue.running);
            const name = open[pick % Math.max(1, open.length)];
            if (name === undefined) break;
            ended.add(name);
            await end(name, 1 + pick);
          }
          expect([...begun].sort()).toEqual(asked.map(([client], at) => `${client}${at}`).sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});
