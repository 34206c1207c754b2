import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TechnologyPatents, technologyPatentsSchema } from "../../../src/answers/patents/technology-patents-report.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { loadSource } from "../../../src/workspace/load.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { into, patent } from "../../corpus/invented-corpus.ts";
import { actDefaults, defaults, technology } from "../../measure/rows.ts";
import { type FakeRow, fakeSource, writeFake } from "../../workspace/fake-source.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";
import { openAsk } from "../open-ask.ts";
import { publishedDocuments, publishedRows } from "./published-counts.ts";

/** A workspace without a patent, whose atlas has published counts of one of two technologies. */
let workspace: Workspace;
const folder = temporaryFolder();

const load = async (source: string, rows: readonly FakeRow[]): Promise<unknown> =>
  loadSource(workspace, fakeSource(source, "parts"), [await writeFake(join(folder, `${source}.fake`), null, rows)]);

beforeAll(async () => {
  const dir = join(folder, "published");
  await createWorkspace(dir);
  workspace = await openWorkspace(dir, { mode: "write" });
  await load("invented", [
    ...into("default_parameter", [
      ...actDefaults,
      ...defaults({ spare: [0, 0.1], fungibility: [0.1, 0.5], substitution: [1, 3], degradation: [0.1, 0.3] }),
    ]),
    ...into("technology", [technology("unheard-of", { name: "Unheard-of" }), technology("uncounted", { name: "Uncounted" })]),
    ...into("document", publishedDocuments),
    ...into(
      "patent_count",
      publishedRows.filter((row) => row.technology === "unheard-of"),
    ),
  ]);
});
afterAll(() => workspace?.close());

const on = (asOf: string, asked = "unheard-of"): Promise<TechnologyPatents> =>
  openAsk(workspace, { asOf }).technologyPatents({ technology: asked });

describe("patents of a technology of which none is loaded", () => {
  it("are answered by the strongest published count: who, how many of what, which office, years and source", async () => {
    const report = await on("2015-06-30");
    expect(report.finding).toBe(
      "No patent of Unheard-of is loaded. As published: birch has 50 grants, of 120 in all, at KIPO, 2001 to 2010: its own account (Example Press 2011: Register of grants). There are 6 more published counts.",
    );
    expect(report.evidence.limits).toEqual([expect.stringContaining("never added up")]);
    expect(report.evidence.rules).toEqual([]);
    expect(technologyPatentsSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it("use what was known on the day, and name the source of every count", async () => {
    const [then, later] = [await on("2015-06-30"), await on("2020-01-01")];
    expect(then.publishedCounts.map(({ source }) => source)).not.toContain("late");
    expect(then.publishedCounts.every(({ known }) => known !== null && known <= "2015-06-30")).toBe(true);
    expect(later.finding).toContain("aster has 99 grants at KIPO");
    for (const { publishedCounts, evidence } of [then, later]) {
      const sources = new Set(publishedCounts.map(({ source }) => source));
      expect(new Set(evidence.documents.map(({ id }) => id))).toEqual(sources);
      expect(evidence.grade).toBe("derived");
    }
    expect((await on("2009-01-01")).publishedCounts).toEqual([]);
  });

  it("give each count as its source has it: nothing is added up", async () => {
    const { publishedCounts } = await on("2020-01-01");
    const figures = publishedCounts.map(({ holder, counted, low, source }) => [holder, counted, low, source].join(" "));
    const rows = publishedRows.filter((row) => row.technology === "unheard-of");
    expect(figures.sort()).toEqual(rows.map(({ holder, counted, low, source }) => [holder, counted, low, source].join(" ")).sort());
  });

  it("say what to do next where nothing is published either", async () => {
    const { finding, publishedCounts } = await on("2020-01-01", "uncounted");
    expect(finding).toContain("No patent of Uncounted is loaded, and no published count of its patents is known.");
    expect(finding).toContain("`levermap fetch chips`");
    expect(publishedCounts).toEqual([]);
  });

  it("must be measured once any is loaded", async () => {
    await load("uspto", into("patent", [patent("US1", "2001-01-01")]));
    expect(await codeOf(on("2020-01-01"))).toBe("LM_NOT_MEASURED");
  });
});
