import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder } from "../cli/fixture.ts";
import { root } from "../cli/run.ts";

const npm = (args: readonly string[], cwd: string) =>
  spawnSync("npm", args, { cwd, encoding: "utf8", env: { ...process.env, npm_config_update_notifier: "false" } });

/** Unpacks what would be published, with the dependencies of the repository beside it; nothing is downloaded. */
function installed(): string {
  const dir = folder();
  const packed = npm(["pack", "--ignore-scripts", "--json", "--pack-destination", dir], root);
  expect(packed.status).toBe(0);
  const tarball = readdirSync(dir).find((name) => name.endsWith(".tgz")) ?? "";
  const modules = join(dir, "elsewhere", "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  expect(spawnSync("tar", ["-xzf", join(dir, tarball), "-C", dir]).status).toBe(0);
  cpSync(join(dir, "package"), join(modules, "levermap"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules")))
    if (!name.startsWith(".")) symlinkSync(join(root, "node_modules", name), join(modules, name));
  symlinkSync(join(modules, "levermap", "bin", "levermap.js"), join(modules, ".bin", "levermap"));
  writeFileSync(join(dir, "elsewhere", "package.json"), '{"type": "module"}');
  return join(dir, "elsewhere");
}

describe("the package", () => {
  it("works elsewhere: command line, page and library", () => {
    const cwd = installed();
    const levermap = (...args: string[]) => spawnSync(join(cwd, "node_modules", ".bin", "levermap"), args, { cwd, encoding: "utf8" });
    expect(levermap("init")).toMatchObject({ status: 0, stderr: "" });
    const { status, stdout } = levermap("chokepoints", "--top", "3", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout).ranked).toHaveLength(3);
    expect(levermap("serve", "--once", "--port", "0")).toMatchObject({ status: 0, stdout: expect.stringContaining("http://127.0.0.1:") });

    writeFileSync(
      join(cwd, "use.js"),
      'import { open } from "levermap"; const map = await open("levermap-data"); console.log((await map.status()).loads.length); map.close();',
    );
    expect(spawnSync(process.execPath, ["use.js"], { cwd, encoding: "utf8" })).toMatchObject({ status: 0, stdout: "1\n", stderr: "" });
  });
});
