import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Evidence } from "../../src/answers/evidence.ts";
import { namedSource } from "../../src/library/named-source.ts";
import { type Levermap, open } from "../../src/library/open.ts";
import { initWorkspace } from "../../src/workspace/init.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { loadInventedControls } from "./controls-invented.ts";

const lists = ["csl", "entity-list", "party-list"];
let map: Levermap;

beforeAll(async () => {
  const folder = temporaryFolder();
  const dir = join(folder, "workspace");
  await initWorkspace(dir, namedSource("atlas"), [fileURLToPath(new URL("../fixtures/atlas/", import.meta.url))], () => []);
  await loadInventedControls(dir, folder);
  map = await open(dir, { asOf: "2026-08-01" });
});
afterAll(() => map.close());

const sources = (report: { readonly evidence: Evidence }): readonly string[] =>
  [...new Set(report.evidence.loads.map(({ source }) => source))].sort();

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
      expect([id, sources(await map.control(id))]).toEqual([id, expect.arrayContaining([...lists, "rules"])]);
  });
});
