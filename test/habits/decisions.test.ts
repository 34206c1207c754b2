import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
const folder = join(docs, "decisions");
const pages = readdirSync(folder).filter((name) => name !== "README.md");
const read = (path: string): string => readFileSync(path, "utf8");
const linksOf = (text: string): readonly string[] => [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, to]) => to!);

describe("the pages of decisions", () => {
  it("are numbered without a gap", () => {
    expect(pages.map((name) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]))).toEqual(pages.map((_, at) => at + 1));
  });

  it.each(pages)("%s has the three sections, its number and at most thirty lines", (name) => {
    const text = read(join(folder, name));
    expect(text).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. `));
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(["Context", "Decision", "Consequences"]);
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(30);
  });

  it("are listed in their index and in docs/architecture.md", () => {
    expect(linksOf(read(join(folder, "README.md")))).toEqual(pages);
    expect(linksOf(read(join(docs, "architecture.md")))).toEqual(expect.arrayContaining(pages.map((name) => `decisions/${name}`)));
  });

  it("have titles and links that lead somewhere", () => {
    const index = read(join(folder, "README.md"));
    for (const name of pages) expect(index).toContain(`| ${/^# \d+\. (.*)$/m.exec(read(join(folder, name)))?.[1]} |`);
    for (const path of [join(docs, "architecture.md"), ...["README.md", ...pages].map((name) => join(folder, name))])
      for (const link of linksOf(read(path)))
        expect({ path, link, there: existsSync(join(dirname(path), link)) }).toMatchObject({ there: true });
  });
});
