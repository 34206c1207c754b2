import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { errorCodes } from "../../src/base/errors.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const skipped = new Set(["node_modules", ".git", ".cache", "dist", "levermap-data"]);

function markdown(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : markdown(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

/** The anchor that a heading gets on the usual forges. */
const anchor = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .replace(/\s/g, "-");

const anchors = (text: string): string[] => [...text.matchAll(/^#+\s+(.*)$/gm)].map(([, heading]) => anchor(heading ?? ""));

const links = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```|`[^`]*`/g, "").matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? "");

describe("docs/errors.md", () => {
  const rows = [...readFileSync(join(root, "docs/errors.md"), "utf8").matchAll(/^\| `(LM_[A-Z_]+)` \| (\d+) \| (.+) \| (.+) \|$/gm)];

  it("lists every code with its exit status and what to do", () => {
    const documented = Object.fromEntries(rows.map(([, code, exit, , next]) => [code, { exit: Number(exit), next }]));
    expect(documented).toEqual(errorCodes);
  });

  it("says what each means", () => {
    for (const [, code, , meaning] of rows) expect([code, (meaning ?? "").length > 10]).toEqual([code, true]);
  });
});

describe("rules that answers name", () => {
  const sources = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join(folder, file), "utf8"));
  const named = new Set(sources(join(root, "src")).flatMap((text) => text.match(/(?<=["'`])method:[^"'`]+/g) ?? []));
  const methods = readdirSync(join(root, "docs")).filter((name) => /^method.*\.md$/.test(name));
  const sections = new Set(methods.flatMap((name) => anchors(readFileSync(join(root, "docs", name), "utf8"))));

  it("of the method are sections of its documents", () => {
    expect(named.size).toBeGreaterThan(15);
    expect([...named].filter((rule) => !sections.has(rule.replace("method:", "")))).toEqual([]);
  });
});

describe("links in documents", () => {
  it.each(markdown(root).map((path) => path.slice(root.length)))("%s", (file) => {
    const text = readFileSync(join(root, file), "utf8");
    const broken = links(text).filter((link) => {
      if (/^(https?:|mailto:)/.test(link)) return false;
      const [path = "", hash] = link.split("#", 2);
      const target = path === "" ? join(root, file) : join(root, dirname(file), decodeURIComponent(path));
      if (!existsSync(target)) return true;
      return hash !== undefined && target.endsWith(".md") && !anchors(readFileSync(target, "utf8")).includes(hash);
    });
    expect(broken).toEqual([]);
  });
});
