import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folder, furnish } from "../cli/fixture.ts";
import { root } from "../cli/run.ts";
import { type Served, serveWorkspace } from "../server/served.ts";

const dir = folder();
let served: Served;

/** As a program of others does; what must not compile is marked as such. */
const program = `import { connect, ServerProblem, type components, type paths } from "levermap/client";

const map = connect({ address: process.argv[2]!, token: "t" });
const report: components["schemas"]["ChokepointReport"] = await map.get("/api/chokepoints", { params: { query: { home: "XA", top: 2 } } });
const { name }: { readonly name: string } = await map.get("/api/technologies/{id}", { params: { path: { id: report.ranked[0]!.technology } } });
const held = await map.get("/api/chokepoints", { params: { query: { home: "XA", top: 2 } } });
const unknown = await map.get("/api/economies/{economy}", { params: { path: { economy: "XQ" } } }).catch((thrown: unknown) => thrown);
if (!(unknown instanceof ServerProblem)) throw new Error("An unknown economy was known.");
type Asked = paths["/api/chokepoints"]["get"]["parameters"]["query"];
const asked: Asked = { home: "XA" };

export const wrong = () => {
  // @ts-expect-error there is no such path
  map.get("/api/chokepoint");
  // @ts-expect-error a number
  map.get("/api/chokepoints", { params: { query: { top: "two" } } });
  // @ts-expect-error the id is needed
  map.get("/api/technologies/{id}");
  // @ts-expect-error it is asked by POST alone
  map.get("/match/{dataset}", { params: { path: { dataset: "default" } } });
};
console.log(JSON.stringify({ ranked: report.ranked.length, name, isHeld: held.finding === report.finding, code: unknown.code, status: unknown.status, asked }));
`;

beforeAll(async () => {
  await furnish(dir);
  served = await serveWorkspace(join(dir, "levermap-data"));
  const modules = join(dir, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(join(root, "node_modules")))
    if (!name.startsWith(".")) symlinkSync(join(root, "node_modules", name), join(modules, name));
  symlinkSync(root, join(modules, "levermap"));
  writeFileSync(join(dir, "package.json"), '{ "type": "module" }');
  writeFileSync(join(dir, "use.ts"), program);
});
afterAll(() => served?.kill());

describe("levermap/client", () => {
  it("compiles in a program of others, which asks a server", () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const options = ["--strict", "--target", "es2022", "--lib", "es2022,dom,dom.iterable", "--module", "nodenext", "--types", "node"];
    const compiled = spawnSync(process.execPath, [tsc, "--ignoreConfig", ...options, "use.ts"], { cwd: dir, encoding: "utf8" });
    expect(compiled.stdout).toBe("");
    expect(compiled.status).toBe(0);
    const { stdout, stderr } = spawnSync(process.execPath, ["use.js", served.address], { cwd: dir, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      ranked: 2,
      name: expect.stringMatching(/^[A-Z]/),
      isHeld: true,
      code: "LM_ECONOMY_UNKNOWN",
      status: 404,
      asked: { home: "XA" },
    });
  });
});
