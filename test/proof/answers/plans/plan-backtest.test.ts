import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../../../../src/library/load.ts";
import { measure } from "../../../../src/library/measure.ts";
import { open } from "../../../../src/library/open.ts";
import { type PlanBacktest, planBacktestSchema } from "../../../../src/proof/answers/plans/plan-backtest-report.ts";
import type { PlanBacktestQuestion } from "../../../../src/proof/answers/proof-questions.ts";
import { planBacktestView as planBacktestViewSaid } from "../../../../src/proof/views/plan-backtest.ts";
import { openWorkspace } from "../../../../src/workspace/open.ts";
import type { Workspace } from "../../../../src/workspace/workspace.ts";
import { bundledCopy } from "../../../answers/bundled-workspace.ts";
import { openAsk } from "../../../answers/open-ask.ts";
import { corpusWorkspace } from "../../../corpus/invented-corpus.ts";
import { realData } from "../../../sources/support.ts";
import { isLong } from "../../../tiers.ts";
import { english } from "../../../words/english.ts";
import { temporaryFolder } from "../../../workspace/folder.ts";
import { atlas, plantedWorkspace } from "./planted-workspace.ts";

const planBacktestView = english(planBacktestViewSaid);

const folder = temporaryFolder();
let [planted, plain]: readonly Workspace[] = [];

beforeAll(async () => {
  planted = await plantedWorkspace(folder, 0.7);
  plain = await plantedWorkspace(folder, 0);
});
afterAll(() => {
  for (const one of [planted, plain]) one?.close();
});

/** What is usual, of the one that was planted: asked for once. */
let first: Promise<PlanBacktest> | undefined;
const usual = (): Promise<PlanBacktest> => (first ??= asked(planted!));

const asked = async (workspace: Workspace, question: Partial<PlanBacktestQuestion> = {}): Promise<PlanBacktest> =>
  planBacktestSchema.parse(await openAsk(workspace, { asOf: "2026-01-01" }).planBacktest({ cutOff: 2010, after: 3, ...question }));

describe("a back-test of a plan on loaded patents", () => {
  it.runIf(isLong)("finds a signal that was planted in documents, classes and citations", async () => {
    const answer = await usual();
    expect([answer.verdict, answer.known, answer.judged, answer.budget]).toEqual(["beats", 90, 90, 18]);
    expect(answer.differences.map(({ baseline, interval }) => [baseline, interval!.low > 0])).toEqual([
      ["most crowded", true],
      ["most cited", true],
      ["random", true],
    ]);
    expect(answer.finding).toMatch(
      /^Later families in the cells chosen are 2\.\d+ times as cited .* The choice beats the most crowded cells/,
    );
  });

  it("finds none where none was planted", async () => {
    const { verdict, differences } = await asked(plain!);
    expect([verdict, ...differences.map(({ verdict: one }) => one)]).toEqual(["ties", "ties", "ties", "ties"]);
  });

  it.runIf(isLong)("chooses the same whatever came after", async () => {
    const other = await plantedWorkspace(folder, 0.7, 3);
    const [one, another] = [await usual(), await asked(other)];
    other.close();
    expect(one.chosen.map(({ cell, families }) => [cell, families])).toEqual(another.chosen.map(({ cell, families }) => [cell, families]));
    expect(one.choices.map(({ filedBefore }) => filedBefore)).toEqual(another.choices.map(({ filedBefore }) => filedBefore));
    expect(one.choices[0]!.filed).not.toBe(another.choices[0]!.filed);
  });

  it("counts the later families of the cells that were known, and gives the same answer again", async () => {
    const all = await usual();
    const some = await asked(planted!, { after: 1, budget: 5, technology: "etch" });
    expect([some.choices[0]!.cells, some.chosen.length, some.technology]).toEqual([5, 5, "etch"]);
    expect(some.laterFamilies).toBeLessThan(all.laterFamilies);
    expect(all.laterFamilies).toBeGreaterThan(500);
    expect(all.choices.at(-1)!.filed! * all.known).toBeCloseTo(all.laterFamilies, -2);
    expect(await asked(planted!)).toEqual(all);
  });

  it("judges nothing where nothing was known before", async () => {
    const { verdict, finding, differences, budget } = await asked(planted!, { cutOff: 1980 });
    expect([verdict, budget]).toEqual(["too few to judge", 0]);
    expect(finding).toMatch(/^Too few to judge: .* At least 30 cells and 300 citations are needed\.$/);
    expect(differences.every(({ interval }) => interval === null)).toBe(true);
  });

  it("refuses a year after which nothing is loaded, and says so where the years after are not over", async () => {
    const { lastLoaded, chosen } = await usual();
    expect(chosen.every(({ name }) => name === "Etch")).toBe(true);
    await expect(asked(planted!, { cutOff: lastLoaded! })).rejects.toMatchObject({ code: "LM_USAGE" });
    const early = await asked(planted!, { cutOff: lastLoaded! - 2 });
    expect(planBacktestView(early).limit).toContain(`loaded only up to ${lastLoaded}`);
  });

  it("names a technology that is none, and patents that were not measured", async () => {
    await expect(asked(planted!, { technology: "etsch" })).rejects.toMatchObject({ code: "LM_TECHNOLOGY_UNKNOWN" });
    const dir = join(folder, "unmeasured");
    await corpusWorkspace(dir, atlas);
    const unmeasured = await openWorkspace(dir, { mode: "read" });
    await expect(asked(unmeasured)).rejects.toMatchObject({ code: "LM_NOT_MEASURED" });
    unmeasured.close();
  });
});

const citations = realData("patents/uspto-citations");

describe.skipIf(citations.absent || !isLong)(`a back-test of a plan on ${citations.path}`, () => {
  it("says how little there is, and judges nothing", async () => {
    const dir = await bundledCopy();
    await load(dir, "uspto-citations", [citations.path]);
    await measure(dir);
    const map = await open(dir);
    const answers = [];
    for (const cutOff of [2005, 2010]) answers.push(planBacktestSchema.parse(await map.planBacktest({ cutOff })));
    map.close();
    for (const { verdict, known, laterFamilies, laterCitations, finding } of answers) {
      expect(verdict).toBe("too few to judge");
      expect(known).toBeGreaterThan(5);
      expect(laterFamilies).toBeGreaterThan(0);
      expect(finding).toContain(`of ${known} cells is known`);
      expect(finding).toContain(`with ${laterCitations} citations`);
    }
  });
});
