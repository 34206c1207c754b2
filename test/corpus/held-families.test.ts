import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type FiledFamily, readFiledFamilies } from "../../src/corpus/held-families.ts";
import { measureWorkspace } from "../../src/corpus/steps/measure.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { cites, corpusWorkspace, into, patent, rule, symbol } from "./invented-corpus.ts";

/** Filed before, within and after 2011 to 2013; two publications of one family, and one of which no date of filing is known. */
const rows = [
  ...into("patent_rule", [rule("etch", "H01L21"), rule("mask", "G03F1")]),
  ...into("patent", [
    patent("US1", "2012-01-01", { filed: "2010-12-31" }),
    patent("US2", "2013-01-01", { filed: "2011-01-01" }),
    patent("US3", "2015-01-01", { filed: "2013-12-31", family: "F" }),
    patent("EP4", "2014-01-01", { filed: "2014-05-01", family: "F" }),
    patent("US5", "2015-02-01", { filed: "2014-01-01" }),
    patent("US6", "2012-03-01"),
    patent("US7", "2013-03-01", { filed: "2014-01-01", priority: "2012-06-01" }),
    patent("US8", "2016-01-01", { filed: "2012-01-01" }),
    patent("US9", "2013-01-01", { filed: "2010-01-01", priority: "2011-05-05" }),
  ]),
  ...into("patent_class", [
    ...["US1", "US2", "US5", "US6", "US9"].map((document) => symbol(document, "H01L21/20")),
    symbol("US2", "G03F1/08", { position: 2 }),
    symbol("US3", "H01L21/20"),
    symbol("EP4", "H01L22/10", { scheme: "ipc" }),
    symbol("US7", "G03F1/20"),
    symbol("US8", "A01B1/00"),
  ]),
  ...into("patent_citation", [
    cites("US5", "US2"),
    cites("US5", "US2", { category: "X" }),
    cites("US8", "US2"),
    cites("US5", "US3"),
    cites("US5", "EP4"),
    cites("US8", "EP4"),
    cites("US3", "EP4"),
    cites("US99", "US7"),
  ]),
];

let families: readonly FiledFamily[];

beforeAll(async () => {
  const dir = join(temporaryFolder(), "later");
  await corpusWorkspace(dir, rows);
  const workspace = await openWorkspace(dir, { mode: "write" });
  await measureWorkspace(workspace, { threads: 1 });
  families = await workspace.use((connection) => readFiledFamilies(connection, ["etch", "mask"], 2011, 2013));
  workspace.close();
});

describe("families filed in some years", () => {
  it("are those of the technologies whose earliest priority, else filing, lies in them", () => {
    expect(families.map(({ year, technologies, mainGroup }) => [year, mainGroup, ...technologies])).toEqual([
      [2013, "H01L22", "etch"],
      [2011, "H01L21", "etch", "mask"],
      [2012, "G03F1", "mask"],
      [2011, "H01L21", "etch"],
    ]);
  });

  it("are cited by documents of other families, each counted once", () => {
    expect(families.map(({ citations }) => citations)).toEqual([2, 2, 1, 0]);
  });
});
