import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

it("takes at most 6.2 MB unpacked, without source maps and pictures", () => {
  const checked = spawnSync(process.execPath, ["scripts/check-package.mjs", "--contents"], { cwd: root, encoding: "utf8" });
  expect(checked).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringMatching(/^levermap-\S+\.tgz: \d+ bytes unpacked, \d+ files\n$/),
  });
});

it("has its types in one file that needs packages only", () => {
  const types = readFileSync(`${root}dist/index.d.ts`, "utf8");
  const imported = [...types.matchAll(/\bfrom ['"]([^'"]+)['"]/g)].map(([, name]) => name);
  expect(imported).toEqual(expect.arrayContaining(["zod"]));
  expect(imported.filter((name) => name?.startsWith("."))).toEqual([]);
});
