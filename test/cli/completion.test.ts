import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { folder } from "./fixture.ts";
import { run } from "./run.ts";

const dir = folder();
const has = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

beforeAll(async () => {
  for (const shell of ["bash", "zsh", "fish"]) writeFileSync(join(dir, shell), (await run(["completion", shell], { cwd: dir })).stdout);
});

function complete(line: string): string[] {
  const words = line.split(" ");
  const script = `source ./bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _levermap; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync("bash", ["-c", script], { cwd: dir, encoding: "utf8" }).stdout.trim().split("\n");
}

describe("completion", () => {
  it.skipIf(!has("bash"))("finishes commands, sources and options in bash", () => {
    expect(complete("levermap cho")).toEqual(["chokepoints"]);
    expect(complete("levermap load e")).toEqual(["eto"]);
    expect(complete("levermap chokepoints --ho")).toEqual(["--home"]);
    expect(complete("levermap completion ")).toEqual(expect.arrayContaining(["bash", "zsh", "fish"]));
  });

  it.skipIf(!has("zsh"))("is good zsh", () => {
    expect(spawnSync("zsh", ["-n", "zsh"], { cwd: dir, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });

  it.skipIf(!has("fish"))("is good fish", () => {
    expect(spawnSync("fish", ["--no-execute", "fish"], { cwd: dir, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });
});
