import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  changeReportSchema,
  chokepointReportSchema,
  exportTo,
  load,
  open,
  technologyCardSchema,
  technologyListSchema,
  workspaceStatusSchema,
} from "../../src/index.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { isLong, some } from "../tiers.ts";
import { copyOf, folder, furnish } from "./fixture.ts";
import { bin, run, start } from "./run.ts";
import { runInside } from "./run-inside.ts";

const template = folder();
const places = folder();
let made = 0;
const place = (): string => copyOf(template, join(places, String(++made)));

beforeAll(() => furnish(template));

const errorOf = (stderr: string): { code: string; message: string; next: string; details: object } => JSON.parse(stderr).error;

describe("where the workspace is", () => {
  it("is what LEVERMAP_WORKSPACE says", async () => {
    const { code, stdout } = await run(["status", "--json"], { cwd: places, env: { LEVERMAP_WORKSPACE: join(template, "levermap-data") } });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).workspace).toBe(join(template, "levermap-data"));
  });

  it.each(["levermap.config.json", ".levermaprc.json"])("is what %s says, and --workspace says it louder", async (name) => {
    const cwd = folder();
    writeFileSync(join(cwd, name), JSON.stringify({ workspace: join(template, "levermap-data") }));
    expect((await runInside(["status"], { cwd })).code).toBe(0);
    const { code, stderr } = await runInside(["status", "--workspace", "nowhere", "--json"], { cwd });
    expect(code).toBe(2);
    expect(errorOf(stderr).code).toBe("LM_WORKSPACE_MISSING");
  });

  it.each(["{", "[]", '"x"', '{"workspace": 3}', '{"workspace": ""}'])("is refused from the config file %s", async (text) => {
    const cwd = folder();
    writeFileSync(join(cwd, "levermap.config.json"), text);
    const { code, stderr } = await runInside(["status", "--json"], { cwd });
    expect(code).toBe(2);
    expect(errorOf(stderr)).toMatchObject({ code: "LM_USAGE", message: expect.stringContaining("levermap.config.json") });
  });
});

describe("a larger machine", () => {
  it("is given to any command, also to one that belongs to another", async () => {
    const cwd = place();
    for (const words of [["status"], ["check", "workspace"]]) {
      const { code, stderr } = await runInside([...words, "--memory", "300MB", "--threads", "1", "--json"], { cwd });
      expect([words, code, stderr]).toEqual([words, 0, expect.not.stringContaining("LM_")]);
    }
  });

  it.each([
    [["--memory", "much"], "--memory"],
    [["--memory", "99999TB"], "--memory"],
    [["--threads", "0"], "--threads"],
  ])("is refused with a reason: %j", async (words, option) => {
    const { code, stderr } = await runInside(["chokepoints", ...words, "--json"], { cwd: place() });
    expect(code).toBe(2);
    expect(errorOf(stderr)).toMatchObject({ code: "LM_USAGE", details: { option } });
  });

  it("is what the environment says, and nothing is opened where that is not understood", async () => {
    const { code, stderr } = await run(["status", "--json"], { cwd: place(), env: { LEVERMAP_THREADS: "all" } });
    expect(code).toBe(2);
    expect(errorOf(stderr)).toMatchObject({ code: "LM_USAGE", details: { option: "LEVERMAP_THREADS" } });
  });
});

describe("an empty name", () => {
  it.each([
    [["organisation", ""], "organisation"],
    [["economy", " "], "economy"],
    [["technologies", ""], "id"],
    [["controls", "show", ""], "id"],
    [["chokepoints", "--home", ""], "--home"],
  ])("is refused in plain words: %j", async (words, called) => {
    const { code, stderr } = await runInside([...words, "--json"], { cwd: place() });
    expect(code).toBe(2);
    expect(errorOf(stderr)).toMatchObject({ code: "LM_USAGE", message: `${called} is empty.` });
  });
});

describe("answers", () => {
  it("are the ones of the schemas", async () => {
    const cwd = place();
    writeFileSync(join(cwd, "atlas", "stages.csv"), "id,name,position\nraw,Raw,1\ntools,Tools,2\nmaking,Making,3\nproducts,Products,4\n");
    await load(join(cwd, "levermap-data"), "atlas", [join(cwd, "atlas")], { edition: "2026" });
    const cases = [
      [["chokepoints", "--home", "XB"], chokepointReportSchema],
      [["technologies"], technologyListSchema],
      [["technologies", "foundry"], technologyCardSchema],
      [["status"], workspaceStatusSchema],
      [["changes", "--source", "atlas"], changeReportSchema],
    ] as const;
    for (const [args, schema] of cases) {
      const { stdout } = await runInside([...args, "--json"], { cwd });
      const value = JSON.parse(stdout);
      expect(schema.parse(value)).toEqual(value);
      expect(value).toHaveProperty("evidence");
    }
  });

  it("carry no control characters of loaded data to the terminal", async () => {
    const cwd = place();
    appendFileSync(join(cwd, "atlas", "technologies.csv"), "odd,\u001b[31mOdd\u0007 name\u202e,tool,tools,capital,no,\n");
    await load(join(cwd, "levermap-data"), "atlas", [join(cwd, "atlas")], { edition: "2026" });
    const { stdout } = await runInside(["technologies", "odd"], { cwd });
    expect(stdout).toContain("[31mOdd name");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it("fit a narrow page", async () => {
    const { stdout } = await run(["technologies"], { cwd: template, env: { COLUMNS: "78" } });
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  it("end quietly when nobody reads on", () => {
    const { stderr, stdout } = spawnSync(
      "bash",
      ["-c", `"${process.execPath}" "${bin}" technologies --json | head -c 10; echo " $\{PIPESTATUS[0]}"`],
      { cwd: template, encoding: "utf8" },
    );
    expect(stderr).toBe("");
    expect(stdout).toMatch(/ 0\n$/);
  });
});

describe("a workspace in use", () => {
  it("is busy for a second writer, and for a reader beside a writer", async () => {
    const cwd = place();
    const holder = await openWorkspace(join(cwd, "levermap-data"), { mode: "write" });
    try {
      for (const args of [["load", "trade", "trade.csv"], ["export"]]) {
        const { code, stdout, stderr } = await run([...args, "--json"], { cwd });
        expect([code, stdout, errorOf(stderr).code]).toEqual([2, "", "LM_WORKSPACE_BUSY"]);
      }
    } finally {
      holder.close();
    }
  });

  it("lets readers in side by side", async () => {
    const cwd = place();
    const map = await open(join(cwd, "levermap-data"));
    expect((await run(["technologies"], { cwd })).code).toBe(0);
    expect((await map.technologies()).technologies.length).toBeGreaterThan(0);
    map.close();
  });
});

describe("Ctrl-C", () => {
  it.each(some<NodeJS.Signals>(["SIGINT", "SIGTERM"], ["SIGINT"]))("during a load leaves the workspace as it was (%s)", async (signal) => {
    const cwd = place();
    const row = (index: number): string => `2023,410,M,392,281111,${index},1,1,kg`;
    const head = "period,reporterCode,flowCode,partnerCode,cmdCode,primaryValue,netWgt,qty,qtyUnitAbbr";
    writeFileSync(join(cwd, "big.csv"), `${head}\n${Array.from({ length: 600_000 }, (_, index) => row(index)).join("\n")}\n`);
    await exportTo(join(cwd, "levermap-data"), join(cwd, "before"), { format: "csv" });

    const loading = start(["load", "trade", "big.csv", "--verbose", "--json"], { cwd });
    await loading.printed("Reading");
    loading.child.kill(signal);
    const { code, stdout, stderr } = await loading.ended;
    expect([code, stdout]).toEqual([130, ""]);
    expect(errorOf(stderr.split("\n").at(-2) ?? "").code).toBe("LM_INTERRUPTED");

    await exportTo(join(cwd, "levermap-data"), join(cwd, "after"), { format: "csv" });
    const { stdout: difference } = spawnSync("diff", ["-r", "before", "after"], { cwd, encoding: "utf8" });
    expect(difference).toBe("");
  });
});

describe("serve", () => {
  it.runIf(isLong)("answers until it is told to stop, also without a terminal, and leaves the workspace free for readers", async () => {
    const serving = start(["serve", "--port", "0"], { cwd: template });
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(await serving.printed(/http:\S+\n/))?.[0] ?? "";
    const status = await (await fetch(`${address}/api/status`)).json();
    expect(workspaceStatusSchema.parse(status).loads).toHaveLength(1);
    expect((await fetch(`${address}/`)).headers.get("content-type")).toContain("text/html");
    const map = await open(join(template, "levermap-data"));
    expect((await map.status()).loads).toHaveLength(1);
    map.close();
    serving.child.kill("SIGTERM");
    expect((await serving.ended).code).toBe(0);
  });
});

describe("init on a terminal", () => {
  const terminal = spawnSync("script", ["--version"]).status === 0;
  const answer = (cwd: string, word: string) =>
    spawnSync("script", ["-qec", `"${process.execPath}" "${bin}" init --atlas atlas`, "/dev/null"], {
      cwd,
      encoding: "utf8",
      input: `${word}\n`,
    });

  it.skipIf(!terminal)("replaces a workspace when told to", () => {
    const cwd = place();
    const { stdout, status } = answer(cwd, "y");
    expect(stdout).toContain("Replace it?");
    expect(status).toBe(0);
    expect(existsSync(join(cwd, "levermap-data", "backups"))).toBe(true);
  });

  it.skipIf(!terminal)("leaves it when not", () => {
    const cwd = place();
    const { stdout, status } = answer(cwd, "");
    expect(stdout).toContain("LM_WORKSPACE_EXISTS");
    expect(status).toBe(2);
    expect(existsSync(join(cwd, "levermap-data", "backups"))).toBe(false);
  });
});

it("a workspace in whose place there is something else is told as damaged", async () => {
  const cwd = folder();
  mkdirSync(join(cwd, "levermap-data"));
  writeFileSync(join(cwd, "levermap-data", "levermap.duckdb"), "not a database");
  const { code, stderr } = await runInside(["status", "--json"], { cwd });
  expect([code, errorOf(stderr).code]).toEqual([3, "LM_WORKSPACE_DAMAGED"]);
});
