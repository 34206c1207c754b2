import { execFileSync } from "node:child_process";
import { existsSync, openSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { KernelTask } from "../src/corpus/steps/kernel-task.ts";
import { kernelThreads } from "../src/corpus/steps/kernel-threads.ts";
import { buildCitationGraph, type CitationGraph } from "../src/measure/citations/citation-graph.ts";
import { packClasses } from "../src/measure/citations/class-dispersion.ts";
import { disruption, magnitudeDisruption } from "../src/measure/citations/disruption.ts";
import { sharedInts, sharedNumbers, shareInts } from "../src/measure/shared-arrays.ts";
import { generateCorpus } from "./corpus/corpus-generator.ts";
import { lowerBound } from "./corpus/corpus-generator-citations.ts";
import { exponent, measured, textOption } from "./support.ts";
import { numbersFrom } from "./synthetic-patentsview.ts";

/**
 * CD, mCD, originality, generality and forward citations on graphs of a peer's generator (`--graphs DIR`, files `*.bin`: n, m, day, citing,
 * cited as 32-bit integers) and on our own (`--sizes 300000,3000000,9000000`). `--python BIN --peer SCRIPT` compares the `cdindex` package
 * of PyPI on the smallest graph.
 */
const fiveYears = 1825;
const classCount = 650;
const threads = availableParallelism();

const seconds = async (work: () => Promise<void> | void): Promise<number> => (await measured(work)).clock;

/** Median of five runs for small graphs, one run for large ones. */
async function steadySeconds(n: number, work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < (n <= 300_000 ? 5 : 1); run++) times.push(await seconds(work));
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}

function readGraph(path: string): CitationGraph {
  const file = openSync(path, "r");
  const read = (length: number, from: number): Int32Array => {
    const values = new Int32Array(length);
    const bytes = Buffer.from(values.buffer);
    for (let done = 0; done < bytes.length; ) done += readSync(file, bytes, done, Math.min(1 << 28, bytes.length - done), from + done);
    return values;
  };
  const [n = 0, m = 0] = read(2, 0);
  return buildCitationGraph(n, read(n, 8), read(m, 8 + 4 * n), read(m, 8 + 4 * (n + m)));
}

/** Random classes, one to three per document: graph files have none. */
function drawClasses(n: number) {
  const start = new Int32Array(n + 1);
  const values: number[] = [];
  const next = numbersFrom(1);
  for (let i = 0; i < n; i++) {
    const own = new Set(Array.from({ length: 1 + Math.floor(next() * 3) }, () => Math.floor(next() ** 2 * classCount)));
    values.push(...own);
    start[i + 1] = values.length;
  }
  return { start, values: Uint16Array.from(values) };
}

function share(classes: ReturnType<typeof packClasses>): ReturnType<typeof packClasses> {
  const sets = new Uint16Array(new SharedArrayBuffer(2 * classes.sets.length));
  sets.set(classes.sets);
  return { code: shareInts(classes.code), setStart: shareInts(classes.setStart), sets };
}

/** Citations visited by CD, which counts within five years and without a window at once. */
function countVisits({ n, day, citedStart, cited, citingStart, citing }: CitationGraph): number {
  const since = (document: number, low: number): number =>
    citingStart[document + 1]! - lowerBound(citing, low, citingStart[document]!, citingStart[document + 1]!);
  let visits = 0;
  for (let focal = 0; focal < n; focal++) {
    const low = lowerBound(day, day[focal]! + 1, 0, n);
    visits += since(focal, low);
    for (let edge = citedStart[focal]!; edge < citedStart[focal + 1]!; edge++) visits += since(cited[edge]!, low);
  }
  return visits;
}

async function run(name: string, graph: CitationGraph, rows: { readonly start: Int32Array; readonly values: Uint16Array }) {
  const { n } = graph;
  const classes = share(packClasses(rows.start, rows.values));
  const lastDay = graph.day[n - 1] ?? 0;
  const column = () => ({ ni: sharedInts(n), nj: sharedInts(n), nk: sharedInts(n) });
  const [counts, ever] = [column(), column()];
  const cdTask: KernelTask = { kernel: "disruption", graph, windowDays: fiveYears, out: { within: counts, ever } };
  const columns = () => ({ value: sharedNumbers(n), raw: sharedNumbers(n), classified: sharedInts(n) });
  const [alone, together] = [kernelThreads(1), kernelThreads(threads)];
  const oneThread = n <= 3_000_000 ? await steadySeconds(n, () => alone(cdTask)) : Number.NaN;
  const cd = await steadySeconds(n, () => together(cdTask));
  const values = new Float64Array(n);
  const magnitudes = new Float64Array(n);
  const formulas = await seconds(() => {
    for (let i = 0; i < n; i++) {
      values[i] = disruption(counts.ni[i]!, counts.nj[i]!, counts.nk[i]!);
      magnitudes[i] = magnitudeDisruption(counts.ni[i]!, counts.nj[i]!, counts.nk[i]!);
    }
  });
  const original = await seconds(() => together({ kernel: "originality", graph, classes, out: columns() }));
  const general = await seconds(() => together({ kernel: "generality", graph, classes, out: columns() }));
  const forward = await seconds(() => together({ kernel: "forward-citations", graph, windowDays: fiveYears, lastDay, out: sharedInts(n) }));
  const kernels = { originality: original, generality: general, "forward citations": forward };
  const total = cd + formulas + original + general + forward;
  const figures = { CD: cd, "CD on one thread": oneThread, "values of CD and mCD": formulas, ...kernels, together: total };
  process.stdout.write(`\n${name}: ${n} documents, ${graph.cited.length} citations, ${threads} threads\n`);
  for (const [what, time] of Object.entries(figures))
    if (!Number.isNaN(time)) process.stdout.write(`  ${what.padEnd(22)} ${time.toFixed(2).padStart(8)} s\n`);
  process.stdout.write(
    `  values of CD a second  ${Math.round(n / cd)} (one thread ${Number.isNaN(oneThread) ? "not run" : Math.round(n / oneThread)})\n`,
  );
  const visits = countVisits(graph);
  process.stdout.write(
    `  citations visited      ${visits}, ${Math.round(visits / n)} a document, ${(visits / cd / 1e6).toFixed(1)} M a second\n`,
  );
  process.stdout.write(`  memory (peak so far)   ${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(2)} GB\n`);
  return { n, cd, oneThread, total, values };
}

const verdict = (value: number, limit: number): string =>
  `${value.toFixed(2)} of the limit of ${limit} (${value <= limit ? "within" : "over"})`;

const graphs = textOption("graphs");
const peerFiles = ["g03/graph.bin", "g3/graph.bin", "g9/graph.bin"].map((file) => `${graphs}/${file}`);
const files = graphs === undefined ? [] : peerFiles.filter((file) => existsSync(file));
if (files.length === 0) process.stdout.write("The peer's graphs are not there (--graphs DIR); only our own are measured.\n");
interface Sized {
  readonly n: number;
  readonly cd: number;
}

function sayGrowth(last: Sized | undefined, { n, cd }: Sized): void {
  if (last) process.stdout.write(`  CD grows as size^${exponent(last.cd, cd, n / last.n).toFixed(2)}\n`);
}

let smaller: Sized | undefined;
for (const file of files) {
  const graph = readGraph(file);
  const { n, cd, oneThread, total, values } = await run(file, graph, drawClasses(graph.n));
  sayGrowth(smaller, { n, cd });
  smaller = { n, cd };
  if (n >= 9_000_000)
    process.stdout.write(
      `  CD ${verdict(cd, 20)} s, all ${verdict(total, 60)} s, memory ${verdict(process.resourceUsage().maxRSS / 2 ** 20, 4)} GB\n`,
    );
  const [python, peer] = [textOption("python"), textOption("peer")];
  if (n > 300_000 || python === undefined || peer === undefined) continue;
  const output = execFileSync(python, [peer, file], { encoding: "utf8" });
  const step = Math.max(1, Math.floor(n / 3000));
  let sum = 0;
  for (let i = 0; i < n; i += step) if (!Number.isNaN(values[i]!)) sum += values[i]!;
  const theirs = Number(/(\d+) values\/s/.exec(output)?.[1]);
  process.stdout.write(`  ${output.trim()}\n  ours over the same documents: sum ${sum.toFixed(6)}\n`);
  process.stdout.write(
    `  ratio on ${threads} threads ${(n / cd / theirs).toFixed(1)} (limit 40), on one ${(n / oneThread / theirs).toFixed(1)} (limit 25)\n`,
  );
}

const sizes = (textOption("sizes") ?? "300000,3000000").split(",").map(Number);
let last: Sized | undefined;
for (const documents of sizes) {
  const corpus = generateCorpus({ documents, seed: 42 });
  const graph = buildCitationGraph(corpus.n, corpus.day, corpus.citing, corpus.cited);
  const { n, cd } = await run(`our generator, ${documents}`, graph, { start: corpus.classStart, values: corpus.classes });
  if (n >= 9_000_000) process.stdout.write(`  CD ${verdict(cd, 100)} s\n`);
  sayGrowth(last, { n, cd });
  last = { n, cd };
}
