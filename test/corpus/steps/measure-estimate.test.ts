import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { quietEffects } from "../../../src/base/effects.ts";
import { type StepName, stepNames } from "../../../src/corpus/steps/measure.ts";
import { estimateSteps } from "../../../src/corpus/steps/measure-estimate.ts";
import { measure } from "../../../src/library/measure.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { cites, corpusWorkspace, into, patent } from "../invented-corpus.ts";

const miB = 2 ** 20;

/** Rows of made-up offices of docs/scale.md. */
const [small, middle, large, largest] = [
  { patent: 30_000, patent_citation: 166_082, patent_holder: 15_000, patent_class: 60_139, patent_text: 30_000 },
  { patent: 100_000, patent_citation: 551_815, patent_holder: 50_000, patent_class: 200_453, patent_text: 100_000 },
  { patent: 300_000, patent_citation: 1_650_238, patent_holder: 150_000, patent_class: 600_511, patent_text: 300_000 },
  { patent: 800_000, patent_citation: 4_396_866, patent_holder: 400_000, patent_class: 1_600_662, patent_text: 800_000 },
];
/** Steps of one process: seconds of a core, bytes of the largest resident set, and bytes by which the database file grew. */
const run = (rows: typeof small, steps: readonly StepName[], seconds: number, memory: number, disk: number) => ({
  ...{ patents: rows.patent_holder, what: steps.length > 1 ? "all steps" : steps.join() },
  ...{ rows, steps, seconds, memory: memory * miB, disk: disk * 1e6 },
});
const measured = [
  run(small, stepNames, 5.66, 403, 7.6),
  run(small, ["documents"], 1.26, 221, 3.7),
  run(small, ["holders"], 2.64, 253, 1.6),
  run(small, ["technologies"], 1.71, 320, -0.5),
  run(small, ["citations"], 1.59, 223, 1.8),
  run(small, ["networks"], 1.15, 199, 0.5),
  run(small, ["texts"], 1.71, 282, 0.8),
  run(middle, stepNames, 12.61, 831, 16.5),
  run(middle, ["documents"], 2.2, 306, 6.3),
  run(middle, ["holders"], 4.5, 343, 2.6),
  run(middle, ["technologies"], 3.25, 558, -0.5),
  run(middle, ["citations"], 2.46, 305, 4.5),
  run(middle, ["networks"], 1.64, 256, 1.6),
  run(middle, ["texts"], 3.68, 517, 1.8),
  run(large, stepNames, 30.09, 1904, -1),
  run(large, ["documents"], 3.7, 485, -1),
  run(large, ["holders"], 9.31, 591, 0),
  run(large, ["technologies"], 6.18, 1146, 0),
  run(large, ["citations"], 4.6, 519, 0),
  run(large, ["networks"], 2.88, 438, 0),
  run(large, ["texts"], 8.47, 1020, 0),
  run(largest, stepNames, 70.7, 2722, 82.6),
];

describe("the estimate of measuring a workspace", () => {
  test.each(measured)("is within a fifth of what $what of $patents patents took, and of disk the most", ({ steps, rows, ...took }) => {
    const [least, most] = estimateSteps(steps, rows);
    for (const what of ["memory", "seconds"] as const) {
      expect(Math.abs(most[what] - took[what]) / took[what], what).toBeLessThan(0.2);
      expect(least[what]).toBe(most[what]);
    }
    expect(took.disk).toBeLessThan(most.disk * 1.2);
  });

  /** docs/benchmarks.md: no abstracts, and seconds by the clock of a shared machine. */
  test.each([
    ["documents", 4.9e9],
    ["citations", 8e9],
    ["networks", 4.4e9],
  ] as const)("is within a fifth of the memory that %s of 9 M patents took", (step, memory) => {
    const rows = { patent: 18e6, patent_citation: 100e6, patent_holder: 8.1e6, patent_class: 36e6, patent_text: 9e6 };
    const [, most] = estimateSteps([step], rows);
    expect(Math.abs(most.memory - memory) / memory).toBeLessThan(0.2);
  });

  test("is told before steps that are not done, and not where all are", async () => {
    const dir = join(temporaryFolder(), "workspace");
    await corpusWorkspace(dir, [...into("patent", [patent("US1", "2001-01-01")]), ...into("patent_citation", [cites("US1", "US2")])]);
    const told: string[] = [];
    const effects = { ...quietEffects, log: { ...quietEffects.log, info: (message: string) => void told.push(message) } };
    await measure(dir, { only: ["citations"], effects });
    await measure(dir, { only: ["citations"], effects });
    await measure(dir, { only: ["networks"], effects });
    expect(told.filter((message) => message.startsWith("This takes about"))).toEqual([
      "This takes about 200 MB of memory, 0 kB to 3 MB of disk and 1.4 s of a core, as measured elsewhere.",
      "This takes about 200 MB of memory, 0 kB to 3 MB of disk and 0.9 s of a core, as measured elsewhere.",
    ]);
  });
});
