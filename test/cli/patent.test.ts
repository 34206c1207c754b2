import { readFileSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { measureReportSchema, patentCardSchema, patentSearchSchema, technologyPatentsSchema } from "../../src/index.ts";
import { databaseName } from "../../src/workspace/database.ts";
import { bundledWorkspace } from "../answers/bundled-workspace.ts";
import { isLong } from "../tiers.ts";
import { folder } from "./fixture.ts";
import { run as runApart } from "./run.ts";
import { runInside } from "./run-inside.ts";

const cwd = folder();
const run = (args: readonly string[]) => runInside(args, { cwd });
beforeAll(async () => {
  await mkdir(join(cwd, "levermap-data"));
  await copyFile(join(await bundledWorkspace(), databaseName), join(cwd, "levermap-data", databaseName));
});

const steps = ["documents", "holders", "technologies", "citations", "networks", "texts"];

describe("patent", () => {
  it.runIf(isLong)("prints both values of US 6103599 and what they rest on", async () => {
    const { code, stdout } = await runApart(["patent", "US6103599", "--as-of", "2026-11-25"], { cwd, env: { COLUMNS: "120" } });
    expect(code).toBe(0);
    expect(stdout).toMatch(/disruption without n_k +-0\.232 +53 cite it alone, 85 also/);
    expect(stdout).toMatch(/1,825 days +-0\.25 +3 cite it alone, 5 also/);
    expect(stdout).toMatch(/generality +0\.\d+ +138 of 138 citing documents with a class; uncorrected 0\.\d+/);
    const whole = (await run(["patent", "US6103599", "--details"])).stdout;
    expect(whole.replace(/\s+/g, " ")).toContain("come from searches (atlas)");
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
  });

  it("gives the card of the schema with --json", async () => {
    const { stdout } = await run(["patent", "6,103,599", "--json"]);
    expect(patentCardSchema.parse(JSON.parse(stdout)).document).toBe("US6103599");
  });

  it("says what may have been meant", async () => {
    const { code, stderr } = await run(["patent", "US610359"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^LM_PATENT_UNKNOWN: .*Did you mean US6103599/);
  });
});

describe("patents --graph", () => {
  it.runIf(isLong)("writes the citations beside the answer, and again only by force", async () => {
    const args = ["patents", "layer-transfer", "--graph", "citations.net", "--json"];
    const { code, stdout, stderr } = await run(args);
    expect(code).toBe(0);
    expect(technologyPatentsSchema.parse(JSON.parse(stdout)).coverage.documents).toBe(75);
    expect(stderr).toMatch(/^Wrote 75 documents and \d+ citations to citations\.net\.\n$/);
    expect(readFileSync(join(cwd, "citations.net"), "utf8")).toMatch(/^\*Vertices 75\n/);
    const again = await run(args);
    expect(again.code).toBe(2);
    expect(again.stdout).toBe("");
    expect(JSON.parse(again.stderr).error.code).toBe("LM_EXPORT_EXISTS");
    expect((await run([...args, "--force"])).code).toBe(0);
  });
});

describe("patents --search", () => {
  it("lists what was found", async () => {
    const { stdout } = await run(["patents", "--search", "layer transfer", "--top", "3"]);
    expect(stdout).toMatch(/^13 patents of \d+ families found for layer transfer\.[\s\S]*First 3 of 13/);
    const { stdout: json } = await run(["patents", "--search", "layer transfer", "--top", "3", "--json"]);
    expect(patentSearchSchema.parse(JSON.parse(json)).found).toHaveLength(3);
  });

  it("is asked instead of a technology", async () => {
    const { code, stderr } = await run(["patents", "layer-transfer", "--search", "x"]);
    expect(code).toBe(2);
    expect(stderr).toContain("LM_USAGE");
  });
});

describe("patents --save", () => {
  it("keeps a search, of which others and watch know until it is forgotten", async () => {
    const kept = await run(["patents", "--search", 'title:"layer transfer" office:US', "--save", "transfer"]);
    expect([kept.code, kept.stdout]).toEqual([0, expect.stringMatching(/^Kept as transfer, with (\d+) patents/)]);
    const total = async (query: string): Promise<number> =>
      (JSON.parse((await run(["patents", "--search", query, "--json"])).stdout) as { total: number }).total;
    expect(await total("set:transfer")).toBe(await total("saved:transfer"));
    expect(await total("saved:transfer NOT set:transfer")).toBe(0);
    expect((await run(["patents", "--saved"])).stdout).toMatch(/^1 search is kept; none finds/);
    expect((await run(["watch"])).stdout).toContain("0 of 1 kept search");
    expect((await run(["patents", "--forget", "transfer"])).code).toBe(0);
    expect((await run(["patents", "--search", "saved:transfer"])).stderr).toMatch(/^LM_SEARCH_INVALID: .*no search "transfer" is kept/);
    for (const wrong of [
      ["--save", "x"],
      ["--forget", "x", "--search", "y"],
      ["--forget", "x"],
      ["--search", "y", "--save", "two words"],
    ])
      expect((await run(["patents", ...wrong])).stderr).toMatch(/^LM_USAGE/);
  });
});

describe("measure", () => {
  it("has nothing to do after init", async () => {
    const { code, stdout } = await run(["measure", "--json"]);
    expect(code).toBe(0);
    expect(measureReportSchema.parse(JSON.parse(stdout)).steps.map(({ step, already }) => [step, already])).toEqual(
      steps.map((step) => [step, true]),
    );
  });

  it("names its steps where one is unknown", async () => {
    const { code, stderr } = await run(["measure", "--only", "magic"]);
    expect(code).toBe(2);
    expect(stderr).toContain("documents, holders, technologies, citations, networks, texts");
  });
});
