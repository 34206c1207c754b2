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
import { copyOf, folder, furnish } from "./fixture.ts";
import { bin, run, start } from "./run.ts";

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
    expect((await run(["status"], { cwd })).code).toBe(0);
    const { code, stderr } = await run(["status", "--workspace", "nowhere", "--json"], { cwd });
    expect(code).toBe(2);
    expect(errorOf(stderr).code).toBe("LM_WORKSPACE_MISSING");
  });

  it.each(["{", "[]", '"x"', '{"workspace": 3}', '{"workspace": ""}'])("is refused from the config file %s", async (text) => {
    const cwd = folder();
    writeFileSync(join(cwd, "levermap.config.json"), text);
    const { code, stderr } = await run(["status", "--json"], { cwd });
    expect(code).toBe(2);
    expect(errorOf(stderr)).toMatchObject({ code: "LM_USAGE", message: expect.stringContaining("levermap.config.json") });
  });
});

describe("a larger machine", () => {
  it("is given to any command, also to one that belongs to another", async () => {
    const cwd = place();
    for (const words of [["status"], ["check", "workspace"], ["chokepoints"], ["measure"]]) {
      const { code, stderr } = await run([...words, "--memory", "300MB", "--threads", "1", "--json"], { cwd });
      expect([words, code, stderr]).toEqual([words, 0, expect.not.stringContaining("LM_")]);
    }
  });

  it.each([
    [["--memory", "much"], "--memory"],
    [["--memory", "99999TB"], "--memory"],
    [["--threads", "0"], "--threads"],
  ])("is refused with a reason: %j", async (words, option) => {
    const { code, stderr } = await run(["chokepoints", ...words, "--json"], { cwd: place() });
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
    const { code, stderr } = await run([...words, "--json"], { cwd: place() });
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
      const { stdout } = await run([...args, "--json"], { cwd });
      const value = JSON.parse(stdout);
      expect(schema.parse(value)).toEqual(value);
      expect(value).toHaveProperty("evidence");
    }
  });

  it("carry no control characters of loaded data to the terminal", async () => {
    const cwd = place();
    appendFileSync(join(cwd, "atlas", "technologies.csv"), "odd,\u001b[31mOdd\u0007 name\u202e,tool,tools,capital,no,\n");
    await load(join(cwd, "levermap-data"), "atlas", [join(cwd, "atlas")], { edition: "2026" });
    const { stdout } = await run(["technologies", "odd"], { cwd });
    expect(stdout).toContain("[31mOdd name");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it("fit a narrow page", async () => {
    const { stdout } = await run(["chokepoints", "--home", "XA"], { cwd: template, env: { COLUMNS: "78" } });
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
      for (const args of [["load", "trade", "trade.csv"], ["chokepoints"], ["export"]]) {
        const { code, stdout, stderr } = await run([...args, "--json"], { cwd });
        expect([code, stdout, errorOf(stderr).code]).toEqual([2, "", "LM_WORKSPACE_BUSY"]);
      }
    } finally {
      holder.close();
    }
  });

  it("lets readers in side by side", async () => {
    const cwd = place();
    const ended = await Promise.all([1, 2, 3].map(() => run(["chokepoints", "--top", "1"], { cwd })));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
  });
});

describe("Ctrl-C", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("during a load leaves the workspace as it was (%s)", async (signal) => {
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
  it("answers until it is told to stop, also without a terminal", async () => {
    const serving = start(["serve", "--port", "0"], { cwd: template });
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(await serving.printed(/http:\S+\n/))?.[0] ?? "";
    const status = await (await fetch(`${address}/api/status`)).json();
    expect(workspaceStatusSchema.parse(status).loads).toHaveLength(1);
    expect((await fetch(`${address}/`)).headers.get("content-type")).toContain("text/html");
    serving.child.kill("SIGTERM");
    expect((await serving.ended).code).toBe(0);
  });

  it("leaves the workspace free for readers", async () => {
    const serving = start(["serve", "--port", "0"], { cwd: template });
    await serving.printed(/http:\S+\n/);
    const map = await open(join(template, "levermap-data"));
    expect((await map.status()).loads).toHaveLength(1);
    map.close();
    serving.child.kill("SIGINT");
    expect((await serving.ended).code).toBe(0);
  });

  it("gives findings and address as one JSON value", async () => {
    const { code, stdout } = await run(["serve", "--port", "0", "--findings", "--json"], { cwd: template });
    const { address, findings } = JSON.parse(stdout);
    expect([code, address]).toEqual([0, expect.stringMatching(/^http:/)]);
    expect(chokepointReportSchema.parse(findings.world).ranked.length).toBeGreaterThan(0);
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

describe("the bundled atlas", () => {
  it("makes a workspace that ranks the fixed technologies and answers for several homes", async () => {
    const cwd = folder();
    expect((await run(["init"], { cwd })).stderr).toBe("");
    const { technologies } = JSON.parse((await run(["technologies", "--json"], { cwd })).stdout);
    expect(technologies.map((line: { id: string }) => line.id)).toEqual(
      expect.arrayContaining(["euv-lithography", "gallium", "dram", "layer-transfer"]),
    );
    for (const home of ["CN", "US", "EU"]) {
      const { code, stdout } = await run(["chokepoints", "--home", home, "--top", "3", "--json"], { cwd });
      const report = chokepointReportSchema.parse(JSON.parse(stdout));
      expect([code, report.home, report.ranked.length]).toEqual([0, home, 3]);
      expect(report.ranked.every(({ score }) => score !== null && score[0] <= score[1] && score[1] <= score[2])).toBe(true);
    }
    const again = await run(["load", "atlas", "--json"], { cwd });
    expect(JSON.parse(again.stdout).loads[0].already).toBe(true);
  });

  it("is not touched when a folder is in the way", async () => {
    const cwd = folder();
    mkdirSync(join(cwd, "levermap-data"));
    writeFileSync(join(cwd, "levermap-data", "levermap.duckdb"), "not a database");
    const { code, stderr } = await run(["status", "--json"], { cwd });
    expect([code, errorOf(stderr).code]).toEqual([3, "LM_WORKSPACE_DAMAGED"]);
  });
});
