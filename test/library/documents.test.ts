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

const method = join(root, "docs/method");
const pages = readdirSync(method).filter((name) => name.endsWith(".md"));
const read = (page: string): string => readFileSync(join(method, page), "utf8");

describe("rules that answers name", () => {
  const sources = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join(folder, file), "utf8"));
  const named = new Set(sources(join(root, "src")).flatMap((text) => text.match(/(?<=["'`])method:[^"'`]+/g) ?? []));
  const sections = pages.flatMap((name) => anchors(read(name)));

  it("of the method are sections of its pages, each of one page", () => {
    expect(named.size).toBeGreaterThan(15);
    const pagesOf = (rule: string): number => sections.filter((section) => section === rule.replace("method:", "")).length;
    expect([...named].filter((rule) => pagesOf(rule) !== 1)).toEqual([]);
  });
});

describe("pages of the method", () => {
  it.each(pages)("%s is short enough to read, and in the list of pages", (name) => {
    expect(Buffer.byteLength(read(name))).toBeLessThan(20_000);
    if (name !== "README.md") expect(links(read("README.md"))).toContain(name);
  });

  it.each(pages)("%s names files that exist", (name) => {
    const files = read(name).match(/(?<=`)(?:src|test|data|bench)\/[\w./-]+(?=`)/g) ?? [];
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe("the promises of SECURITY.md", () => {
  const promises = readFileSync(join(root, "SECURITY.md"), "utf8")
    .split(/\n(?=- )/)
    .slice(1);

  it("name each a test that is there", () => {
    expect(promises.length).toBeGreaterThan(8);
    for (const promise of promises) {
      const tests = promise.match(/(?<=`)test\/[\w./-]+(?=`)/g) ?? [];
      expect([promise, tests.length > 0, tests.filter((file) => !existsSync(join(root, file)))]).toEqual([promise, true, []]);
    }
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
