import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { root } from "../cli/run.ts";

it("the package holds what it needs and nothing of the workshop", () => {
  const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--ignore-scripts", "--json"], { cwd: root, encoding: "utf8" });
  const files = (JSON.parse(stdout)[0].files as { path: string }[]).map(({ path }) => path);
  expect(files).toEqual(
    expect.arrayContaining([
      "LICENSE",
      "NOTICE",
      "bin/levermap.js",
      "dist/index.d.ts",
      "dist/web/manifest.json",
      "data/atlas/sources.csv",
      "data/fetch.yaml",
    ]),
  );
  expect(files.filter((path) => /^(src|test|scripts|bench|web|node_modules)\//.test(path))).toEqual([]);
});
