import { access, rm } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quietEffects } from "../../../src/base/effects.ts";
import { parquetSql, writeParquet } from "../../../src/cluster/layout/layout-files.ts";
import { graphPath, type LayoutGraph, measurePath, slicePath } from "../../../src/cluster/layout/layout-format.ts";
import { measureSlice, mergeSlices } from "../../../src/cluster/slices/merge-slices.ts";
import { citationColumns, lastDayOf, relativeCitations } from "../../../src/corpus/steps/citation-columns.ts";
import { classRows } from "../../../src/corpus/steps/document-classes.ts";
import { runSlice } from "../../../src/corpus/steps/kernel-task.ts";
import type { SizeLimits } from "../../../src/corpus/steps/size-limits.ts";
import { buildCitationGraph, unknownDay } from "../../../src/measure/citations/citation-graph.ts";
import { openScratch } from "../../../src/workspace/database.ts";
import { query } from "../../../src/workspace/query.ts";
import { longRun } from "../../tiers.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";

type Pairs = readonly (readonly [number, number])[];

/** Documents in the order of their days, `null` first, and pairs of numbers. */
interface Drawn {
  readonly days: readonly (number | null)[];
  readonly citations: Pairs;
  readonly subclasses: Pairs;
  readonly fields: Pairs;
}

const distinct = (pairs: Pairs): Pairs =>
  [...new Map(pairs.map((pair) => [pair.join(), pair])).values()].sort(([a, b], [c, d]) => a - c || b - d);

/** Few days for many documents, so that there are ties; some have none; citations go against the order of days too. */
const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    days: fc.array(fc.option(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 9000 })), { freq: 6 }), {
      minLength: 1,
      maxLength: 60,
    }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 400 }),
    classes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 6 })), { maxLength: 120 }),
    fields: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 2 })), { maxLength: 120 }),
  })
  .map(({ days, links, classes, fields }) => {
    const n = days.length;
    const within = (pairs: Pairs): Pairs => distinct(pairs.map(([document, value]) => [document % n, value]));
    return {
      days: [...days].sort((a, b) => (a ?? -1) - (b ?? -1)),
      citations: distinct(links.map(([a, b]): [number, number] => [a % n, b % n]).filter(([a, b]) => a !== b)),
      subclasses: within(classes),
      fields: within(fields),
    };
  });

type Scratch = Awaited<ReturnType<typeof openScratch>>["connection"];

async function writeDrawn(connection: Scratch, dir: string, { days, citations, subclasses, fields }: Drawn): Promise<LayoutGraph> {
  const write = (
    file: "document" | "citation" | "subclass" | "field",
    columns: string,
    select: string,
    rows: Pairs | readonly unknown[][],
  ) => {
    const values =
      rows.length === 0
        ? `SELECT ${columns} WHERE false`
        : `SELECT ${select} FROM (SELECT unnest(from_json('${JSON.stringify(rows)}', '["JSON"]')) AS r) t`;
    return writeParquet(connection, `${values} ORDER BY ALL`, graphPath(dir, file), quietEffects).then((told) => ({ file, ...told }));
  };
  const pair = (a: string, b: string): [string, string] => [
    `NULL::INTEGER AS ${a}, NULL::INTEGER AS ${b}`,
    `(r->>0)::INTEGER AS ${a}, (r->>1)::INTEGER AS ${b}`,
  ];
  const files = [
    await write(
      "document",
      "",
      "(r->>0)::INTEGER AS number, r->>1 AS document, (r->>2)::INTEGER AS day",
      days.map((day, number) => [number, `XX${number}`, day]),
    ),
    await write("citation", ...pair("citing", "cited"), citations),
    await write("subclass", ...pair("number", "value"), subclasses),
    await write("field", ...pair("number", "value"), fields),
  ];
  return { documents: days.length, citations: citations.length, inputs: "0123456789abcdef", files };
}

const numbers = (pairs: Pairs, at: 0 | 1): Int32Array => Int32Array.from(pairs, (pair) => pair[at]);

/** The columns of one machine, unknown as null. */
async function atOnce({ days, citations, subclasses, fields }: Drawn): Promise<Record<string, (number | null)[]>> {
  const n = days.length;
  const rows = (pairs: Pairs) => classRows(n, numbers(pairs, 0), numbers(pairs, 1));
  const graph = buildCitationGraph(
    n,
    Int32Array.from(days, (day) => day ?? unknownDay),
    numbers(citations, 0),
    numbers(citations, 1),
  );
  const own = await citationColumns(graph, rows(subclasses), lastDayOf(graph), async (task) => runSlice(task, { from: 0, to: n }));
  const counted = own.find(({ name }) => name === "citations_5y")!.values as Int32Array;
  return Object.fromEntries(
    [...own, relativeCitations(graph.day, rows(fields), counted)].map(({ name, values, unknown }) => [
      name,
      Array.from(values, (value) => (Number.isNaN(value) || (unknown && value < 0) ? null : value)),
    ]),
  );
}

async function bySlices(connection: Scratch, dir: string, graph: LayoutGraph, slices: number): Promise<Record<string, unknown>[]> {
  for (let slice = slices; slice >= 1; slice--) await measureSlice(connection, dir, graph, { slice, slices }, quietEffects);
  await mergeSlices(connection, dir, graph, slices, quietEffects);
  return query(connection, `SELECT * FROM ${parquetSql(measurePath(dir, "citation_measure"))}`);
}

function compare(merged: Record<string, unknown>[], expected: Record<string, (number | null)[]>, n: number): void {
  expect(merged.map(({ document }) => document)).toEqual(Array.from({ length: n }, (_, number) => `XX${number}`));
  for (const [name, values] of Object.entries(expected)) {
    for (const [number, value] of values.entries()) {
      const found = merged[number]![name] as number | null;
      if (value === null || found === null || Number.isInteger(value)) expect(found, `${name} of ${number}`).toBe(value);
      else expect(Math.abs(found - value), `${name} of ${number}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
    }
  }
}

describe("measures by slices", () => {
  test("are those of one machine, whatever the number of slices, with ties, missing days and citations against the order of days", async () => {
    const { connection, close } = await openScratch();
    const dir = temporaryFolder();
    let run = 0;
    try {
      await fc.assert(
        fc.asyncProperty(drawn, fc.integer({ min: 1, max: 9 }), async (graph, slices) => {
          const place = join(dir, String(++run));
          const told = await writeDrawn(connection, place, graph);
          compare(await bySlices(connection, place, told, slices), await atOnce(graph), graph.days.length);
          await rm(place, { recursive: true });
        }),
        { numRuns: longRun ?? 12, endOnFailure: true },
      );
    } finally {
      close();
    }
  });

  test("are the same where a slice is measured again, and of cohorts that are large enough", async () => {
    const { connection, close } = await openScratch();
    try {
      const dir = temporaryFolder();
      const n = 600;
      const some = (i: number, most: number): number => (Math.imul(i + 1, 0x9e3779b1) >>> 8) % most;
      const links = Array.from({ length: 6000 }, (_, i): [number, number] => [some(i, n), some(i + 9001, n)]);
      const graph: Drawn = {
        days: Array.from({ length: n }, (_, i) => (i < 5 ? null : Math.floor(i / 8) * 40)),
        citations: distinct(links.filter(([a, b]) => a !== b)),
        subclasses: distinct(Array.from({ length: 1400 }, (_, i): [number, number] => [some(i, n), i % 9])),
        fields: distinct(Array.from({ length: 2 * n }, (_, i): [number, number] => [i % n, 1 + some(i, 3)])),
      };
      const told = await writeDrawn(connection, dir, graph);
      const expected = await atOnce(graph);
      expect(expected.citations_relative!.filter((value) => value !== null).length).toBeGreaterThan(100);
      compare(await bySlices(connection, dir, told, 5), expected, n);
      await measureSlice(connection, dir, told, { slice: 2, slices: 5 }, quietEffects);
      await mergeSlices(connection, dir, told, 5, quietEffects);
      compare(await query(connection, `SELECT * FROM ${parquetSql(measurePath(dir, "citation_measure"))}`), expected, n);
      // A slice that is missing, and one that is not as its receipt tells
      await rm(slicePath(dir, 3, 5, "json"));
      expect(await codeOf(mergeSlices(connection, dir, told, 5, quietEffects))).toBe("LM_SLICES_MISSING");
      await measureSlice(connection, dir, told, { slice: 3, slices: 5 }, quietEffects);
      await rm(slicePath(dir, 4, 5, "parquet"));
      expect(await codeOf(mergeSlices(connection, dir, told, 5, quietEffects))).toBe("LM_LAYOUT_INVALID");
      // More than a limit, before anything is read or written: all at once, and the citations around a slice
      const slice = (limits: SizeLimits, slices: number) =>
        codeOf(measureSlice(connection, dir, told, { slice: 1, slices }, quietEffects, limits));
      const { documents, citations } = told;
      const limits = { documents, citations, names: 0 };
      await rm(slicePath(dir, 1, 1, "json"), { force: true });
      expect(await slice({ ...limits, documents: documents - 1 }, 5)).toBe("LM_CORPUS_TOO_LARGE");
      expect(await slice({ ...limits, citations: citations - 1 }, 1)).toBe("LM_CORPUS_TOO_LARGE");
      expect(await slice({ ...limits, citations: 10 }, 5)).toBe("LM_CORPUS_TOO_LARGE");
      await expect(access(slicePath(dir, 1, 1, "json"))).rejects.toThrow();
      expect((await measureSlice(connection, dir, told, { slice: 1, slices: 1 }, quietEffects, limits)).rows).toBe(documents);
      // Slices of other documents
      const other = await writeDrawn(connection, dir, { ...graph, citations: graph.citations.slice(1) });
      expect(await codeOf(mergeSlices(connection, dir, other, 5, quietEffects))).toBe("LM_LAYOUT_INVALID");
      expect(await codeOf(measureSlice(connection, dir, told, { slice: 1, slices: 5 }, quietEffects))).toBe("LM_LAYOUT_INVALID");
    } finally {
      close();
    }
  });
});
