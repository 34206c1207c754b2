import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { namedSource } from "../../src/library/named-source.ts";
import { initWorkspace } from "../../src/workspace/init.ts";
import { loadInventedControls } from "../answers/controls/controls-invented.ts";
import { isLong } from "../tiers.ts";
import { folder } from "./fixture.ts";
import { goldenCases } from "./golden-cases.ts";
import { run } from "./run.ts";

const template = folder();
const atlas = fileURLToPath(new URL("../fixtures/atlas/", import.meta.url));

beforeAll(async () => {
  const workspace = join(template, "levermap-data");
  await initWorkspace(workspace, namedSource("atlas"), [atlas], () => []);
  await initWorkspace(join(template, "without-lists"), namedSource("atlas"), [atlas], () => []);
  await loadInventedControls(workspace, folder());
  writeFileSync(join(template, "names.csv"), 'id,name,country,note\n1,NORD Limited,China,"a, b"\n2,Ostrander Bakery,,\n');
  writeFileSync(join(template, "pairs.csv"), "schema,name1,name2,note\nCompany,Nord Ltd,NORD Limited,x\nPerson,Ann Ode,Bert Ruhl,\n");
});

describe("golden outputs on invented lists, items and rules", () => goldenCases("golden-controls", template));

describe("a table of names", () => {
  it.runIf(isLong)("comes out so that no spreadsheet runs what names say, and as it is with --json", async () => {
    writeFileSync(join(template, "formulas.csv"), 'name,note\nNord Ltd,"=HYPERLINK(""http://a.example"")"\n@Nord,-1.5\n');
    const { stdout } = await run(["screen", "--file", "formulas.csv", "-q"], { cwd: template });
    const lines = stdout.split("\n").slice(1);
    expect(lines[0]).toMatch(/^Nord Ltd,"'=HYPERLINK\(""http:\/\/a\.example""\)",/);
    expect(lines.find((line) => line.includes("@"))).toMatch(/^'@Nord,-1\.5,/);
    const { stdout: json } = await run(["screen", "--file", "formulas.csv", "--json", "-q"], { cwd: template });
    expect(JSON.parse(json).results.map(({ name }: { name: string }) => name)).toEqual(["Nord Ltd", "@Nord"]);
  });
});

describe("of several names", () => {
  it.runIf(isLong)("one that cannot be screened costs the others nothing, and ends with 2", async () => {
    const { code, stdout, stderr } = await run(["screen", "Nord Ltd", "N".repeat(1001)], { cwd: template });
    expect([code, stderr]).toEqual([2, ""]);
    expect(stdout).toMatch(/Nord Ltd +\d/);
    expect(stdout).toContain("LM_NAME_TOO_LONG");
  });
});
