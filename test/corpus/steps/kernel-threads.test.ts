import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generateCorpus } from "../../../bench/corpus/corpus-generator.ts";
import { type KernelTask, runSlice } from "../../../src/corpus/steps/kernel-task.ts";
import { kernelThreads } from "../../../src/corpus/steps/kernel-threads.ts";
import { buildCitationGraph, type CitationGraph } from "../../../src/measure/citations/citation-graph.ts";
import { packClasses } from "../../../src/measure/citations/class-dispersion.ts";
import { sharedInts, sharedNumbers, sharedShorts, shareInts } from "../../../src/measure/shared-arrays.ts";
import { isLong } from "../../tiers.ts";

const worker = new URL("../../../dist/corpus/steps/kernel-worker.js", import.meta.url);
const run = kernelThreads(2);

function packed(start: Int32Array, classes: Uint16Array): ReturnType<typeof packClasses> {
  const { code, setStart, sets } = packClasses(start, classes);
  const shared = new Uint16Array(new SharedArrayBuffer(2 * sets.length));
  shared.set(sets);
  return { code: shareInts(code), setStart: shareInts(setStart), sets: shared };
}

/** Every kernel with columns of its own. */
function tasks(graph: CitationGraph, classes: ReturnType<typeof packClasses>): readonly KernelTask[] {
  const { n, day } = graph;
  const lastDay = day[n - 1] ?? 0;
  const counts = () => ({ ni: sharedInts(n), nj: sharedInts(n), nk: sharedInts(n) });
  const dispersion = () => ({ value: sharedNumbers(n), raw: sharedNumbers(n), classified: sharedInts(n) });
  return [
    { kernel: "disruption", graph, windowDays: 1825, out: { within: counts(), ever: counts() } },
    { kernel: "originality", graph, classes, out: dispersion() },
    { kernel: "generality", graph, classes, out: dispersion() },
    { kernel: "forward-citations", graph, windowDays: 1825, lastDay, out: sharedInts(n) },
    { kernel: "sleeping-beauty", graph, lastDay, out: { coefficient: sharedNumbers(n), awakening: sharedShorts(n) } },
  ];
}

describe.skipIf(!existsSync(worker))(`kernels on threads of the built worker (${worker.pathname})`, () => {
  it("give what one thread gives, on very many citations, and stop in the midst where they are a million", async () => {
    const corpus = generateCorpus({ seed: 7, documents: isLong ? 120_000 : 20_000 });
    const graph = buildCitationGraph(corpus.n, corpus.day, corpus.citing, corpus.cited);
    expect(graph.cited.length).toBeGreaterThan(isLong ? 1_000_000 : 100_000);
    const classes = packed(corpus.classStart, corpus.classes);
    const [alone, together] = [tasks(graph, classes), tasks(graph, classes)];
    for (const [at, task] of together.entries()) {
      await run(task);
      const expected = alone[at] as KernelTask;
      runSlice(expected, { from: 0, to: graph.n });
      expect(task.out).toEqual(expected.out);
    }
    // Fewer are done before they could be stopped
    if (!isLong) return;
    const stop = new AbortController();
    const stopped = run(together[0] as KernelTask, stop.signal);
    stop.abort(new Error("enough"));
    await expect(stopped).rejects.toThrow("enough");
  });

  it("stop with the reason of its signal", async () => {
    const graph = buildCitationGraph(2, new Int32Array([1, 2]), new Int32Array([1]), new Int32Array([0]));
    const stopped = AbortSignal.abort(new Error("enough"));
    const counts = () => ({ ni: sharedInts(2), nj: sharedInts(2), nk: sharedInts(2) });
    const task: KernelTask = { kernel: "disruption", graph, windowDays: 1825, out: { within: counts(), ever: counts() } };
    await expect(run(task, stopped)).rejects.toThrow("enough");
  });
});
