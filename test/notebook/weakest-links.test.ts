import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { FastifyInstance } from "fastify";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChokepointReport } from "../../src/index.ts";
import { createServer } from "../../src/server/create-server.ts";
import { listen } from "../../src/server/listen.ts";
import { openBundled } from "../answers/bundled-workspace.ts";
import { folder } from "../cli/fixture.ts";
import { root } from "../cli/run.ts";
import { plainPython, pythonProgram } from "../openapi/python-package.ts";
import { isLong } from "../tiers.ts";

const book = join(root, "examples/notebook/weakest-links.ipynb");
const hostile = `<script>alert(1)</script>&"'$x$`;
const server: { open: FastifyInstance | null; address: string } = { open: null, address: "" };
let report: ChokepointReport;

beforeAll(async () => {
  const real = await openBundled("2026-11-28");
  report = await real.chokepoints({ home: "KR", top: 10 });
  const named = ([first, second, ...others]: ChokepointReport["ranked"]): ChokepointReport["ranked"] => [
    { ...first!, name: hostile },
    { ...second!, score: null },
    ...others,
  ];
  const ask = new Proxy(real, {
    get: (_, name: keyof typeof real) =>
      name === "chokepoints" ? async (input: never) => ({ ...(await real.chokepoints(input)), ranked: named(report.ranked) }) : real[name],
  });
  server.open = await createServer({ ask, webDir: "/nowhere", token: "s3cret", asOf: "2026-11-28" });
  server.address = await listen(server.open, { port: 0 });
});
afterAll(() => server.open?.close());

async function run(python: string, env: Record<string, string>, ...args: string[]): Promise<{ stdout: string; svg: () => string }> {
  const cwd = folder();
  const all = { ...process.env, LEVERMAP_ADDRESS: server.address, LEVERMAP_TOKEN: "s3cret", LEVERMAP_HOME: "KR", ...env };
  const { stdout } = await promisify(execFile)(python, [join(import.meta.dirname, "run_cells.py"), book, ...args], { cwd, env: all });
  return { stdout, svg: () => readFileSync(join(cwd, "weakest-links.svg"), "utf8") };
}

/** Texts and elements of a picture; throws where it is no XML. */
function readSvg(svg: string): { texts: string; elements: Set<string> } {
  const parser = new SaxesParser();
  const elements = new Set<string>();
  const texts: string[] = [];
  parser.on("opentag", ({ name }) => void elements.add(name));
  parser.on("text", (text) => void texts.push(text));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { texts: texts.join(" ").replace(/\s+/g, " "), elements };
}

function checkFigure(svg: string): void {
  const { texts, elements } = readSvg(svg);
  expect(elements).not.toContain("script");
  const [first, second, ...others] = report.ranked;
  for (const { name } of others) expect(texts).toContain(name.slice(0, 33));
  expect(texts, "what is hostile is text").toContain("<script>alert(1)");
  expect(texts, "what is unknown is not drawn").not.toContain(second!.name);
  expect(first!.name).not.toBe(hostile);
  for (const words of [
    "South Korea",
    "Loss of final output over 12 months, %",
    "Levermap, atlas",
    "As of 2026-11-28; unknown and not drawn: 1",
  ])
    expect(texts).toContain(words);
}

const plain = plainPython(10);
const drawing = isLong ? pythonProgram("matplotlib==3.10.8", "python", 10) : { command: null, reason: "it is of the long tier" };
const skipped = (reason: string | null): string => (reason === null ? "" : `: skipped, ${reason}`);

describe("the notebook", () => {
  it("is one that Jupyter opens, kept without output", () => {
    const { nbformat, nbformat_minor, cells } = JSON.parse(readFileSync(book, "utf8"));
    expect([nbformat, nbformat_minor]).toEqual([4, 5]);
    for (const { id, cell_type, outputs, execution_count } of cells) {
      expect(id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
      if (cell_type === "code") expect([outputs, execution_count]).toEqual([[], null]);
    }
    expect(new Set(cells.map(({ id }: { id: string }) => id)).size).toBe(cells.length);
  });

  it.skipIf(plain.command === null)(`draws a figure by the standard library alone${skipped(plain.reason)}`, async () => {
    const { stdout, svg } = await run(plain.command!, {}, "without=matplotlib");
    expect(stdout).toContain(report.finding);
    for (const limit of report.evidence.limits) expect(stdout).toContain(`- ${limit}`);
    checkFigure(svg());
    const { name, score } = report.ranked[2]!;
    const [low, mid, high] = score!.map((each) => (100 * each).toFixed(0));
    expect(readSvg(svg()).texts).toContain(`${name}: ${mid}% (${low} to ${high}%)`);
  });

  it.skipIf(drawing.command === null)(`draws the same by matplotlib${skipped(drawing.reason)}`, async () => {
    const { svg } = await run(drawing.command!, {});
    expect(svg()).toContain("matplotlib");
    checkFigure(svg());
  });

  it.skipIf(plain.command === null)(`says what the server says where it is refused${skipped(plain.reason)}`, async () => {
    await expect(run(plain.command!, { LEVERMAP_HOME: "XQ" })).rejects.toThrow(/LM_ECONOMY_UNKNOWN: /);
    await expect(run(plain.command!, { LEVERMAP_TOKEN: "no" })).rejects.toThrow(/LM_SERVER_TOKEN_WRONG: /);
  });
});
