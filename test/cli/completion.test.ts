import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { sourceNames } from "../../src/library/named-source.ts";
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
    expect(complete("levermap load e")).toEqual(["eto", "entity-list"]);
    expect(complete("levermap load ").filter((word) => !word.startsWith("--"))).toEqual(sourceNames);
    expect(complete("levermap fetch co")).toEqual(["comext"]);
    expect(complete("levermap fetch tr")).toEqual([""]);
    expect(complete("levermap controls ")).toEqual(expect.arrayContaining(["list", "show", "timeline", "diff", "exposure"]));
    expect(complete("levermap controls exposure --de")).toEqual(["--depth", "--details"]);
    expect(complete("levermap screen d")).toEqual(["decide"]);
    expect(complete("levermap screen decide --n")).toEqual(["--no-color", "--note"]);
    expect(complete("levermap screen Acme --pa")).toEqual(["--pairs"]);
    expect(complete("levermap chokepoints --ho")).toEqual(["--home"]);
    expect(complete("levermap completion ")).toEqual(expect.arrayContaining(["bash", "zsh", "fish"]));
  });

  it("stands beside a help of `load` that names every source", async () => {
    const { stdout } = await run(["load", "--help"], { cwd: dir });
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(`Sources: ${sourceNames.join(", ")}`);
  });

  it.skipIf(!has("zsh"))("is good zsh", () => {
    expect(spawnSync("zsh", ["-n", "zsh"], { cwd: dir, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });

  it.skipIf(!has("fish"))("is good fish", () => {
    expect(spawnSync("fish", ["--no-execute", "fish"], { cwd: dir, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });
});
