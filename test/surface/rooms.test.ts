import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../cli/run.ts";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "src", "web/src"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /\.(?:ts|tsx|css)$/.test(file) && existsSync(join(root, file)));

const nested = (one: string, other: string): boolean => one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

/** Folders that a folder imports from; a folder and those within it are one room. */
function importsOf(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of files) {
    const from = dirname(file);
    for (const [, path] of readFileSync(join(root, file), "utf8").matchAll(/(?:from |import\()"(\.[^"]+)"/g)) {
      const to = dirname(normalize(join(from, path!)));
      if (to !== from && !nested(from, to)) found.set(from, (found.get(from) ?? new Set()).add(to));
    }
  }
  return found;
}

/** One way around from a folder back to itself; `null`: there is none. */
function circle(imports: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | null {
  const done = new Set<string>();
  const walk = (folder: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(folder)) return [...way.slice(way.indexOf(folder)), folder];
    if (done.has(folder)) return null;
    for (const next of imports.get(folder) ?? []) {
      const found = walk(next, [...way, folder]);
      if (found !== null) return found;
    }
    done.add(folder);
    return null;
  };
  for (const folder of imports.keys()) {
    const found = walk(folder, []);
    if (found !== null) return found;
  }
  return null;
}

describe("the rooms of the house", () => {
  it("have no circle between folders", () => {
    expect(circle(importsOf())).toBeNull();
  });

  it("hold at most forty files each", () => {
    const counts = new Map<string, number>();
    for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 40)).toEqual([]);
  });
});
