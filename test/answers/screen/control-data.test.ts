import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/answers/shared/evidence.ts";
import { load } from "../../../src/library/load.ts";
import { type Levermap, open } from "../../../src/library/open.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { inventedControls } from "../controls/controls-invented.ts";

const lists = ["csl", "entity-list", "party-list"];
let map: Levermap;

beforeAll(async () => {
  map = await open(await inventedControls(), { asOf: "2026-08-01" });
});
afterAll(() => map.close());

const sources = (report: { readonly evidence: Evidence }): readonly string[] =>
  [...new Set(report.evidence.loads.map(({ source }) => source))].sort();

describe("bad records of what an answer rests on", () => {
  it("are told with it, for a list that was screened and an entry that was looked up", async () => {
    const folder = temporaryFolder();
    const dir = join(folder, "rejects");
    await createWorkspace(dir);
    const write = async (source: string, name: string, text: string): Promise<void> => {
      await writeFile(join(folder, name), text);
      await load(dir, source, [join(folder, name)], { maxRejects: 0.5 });
    };
    await write(
      "csl",
      "bad.csv",
      "source,name,addresses,federal_register_notice,alt_names\nEntity List,short\nEntity List (EL) - Bureau of Industry and Security,Nord Ltd,CN,,\n",
    );
    await write(
      "ccl",
      "bad.json",
      JSON.stringify({
        citation: "Part 774",
        ecfrIssueDate: "2026-07-23",
        entries: [{ eccn: "3B001", heading: "Mills" }, { eccn: "none" }],
      }),
    );
    const found = await open(dir, { asOf: "2026-08-01" });
    try {
      const limit = (file: string): string => `1 bad record of ${file} could not be read and is missing from all answers.`;
      expect((await found.screen({ queries: [{ name: "Other" }] })).evidence.limits).toContain(limit("bad.csv (csl)"));
      expect((await found.item({ query: "3B001" })).evidence.limits).toContain(limit("bad.json (ccl)"));
      expect((await found.controlsList({})).evidence.limits).toEqual(
        expect.arrayContaining([limit("bad.csv (csl)"), limit("bad.json (ccl)")]),
      );
    } finally {
      found.close();
    }
  });
});

describe("the loads that an answer on controls rests on", () => {
  it("are the lists, the rules that date their rows, and the atlas whose names join them", async () => {
    expect(sources(await map.screen({ queries: [{ name: "Nord Ltd" }] }))).toEqual(["atlas", ...lists, "rules"]);
    expect(sources(await map.exposureToControls({ target: "85 FR 83416" }))).toEqual(["atlas", ...lists, "rules"]);
  });

  it("are those of the control list too where its entries are told", async () => {
    const all = ["ccl", ...lists, "rules"];
    expect(sources(await map.controlsList({}))).toEqual(expect.arrayContaining(all));
    expect(sources(await map.controlsDiff({ from: "2020-01-01", to: "2026-08-01" }))).toEqual(expect.arrayContaining(all));
    expect(sources(await map.controlsDiff({ from: "2020-01-01", to: "2026-08-01", lists: ["us-entity-list"] }))).not.toContain("ccl");
    const item = await map.item({ query: "3B001", destination: "CN" });
    const loaded = (await map.status()).loads.filter(({ source }) => source === "ccl").map(({ id }) => id);
    expect(item.evidence.loads.map(({ id }) => id)).toEqual(expect.arrayContaining(loaded));
  });

  it("are those of lists and rules for one list or rule", async () => {
    for (const id of ["us-entity-list", "2020-28031"])
      expect([id, sources(await map.control({ id }))]).toEqual([id, expect.arrayContaining([...lists, "rules"])]);
  });
});
