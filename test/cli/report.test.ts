import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { pdfText } from "../paper/pdf-text.ts";
import { folder, furnish } from "./fixture.ts";
import { runInside } from "./run-inside.ts";

const cwd = folder();
beforeAll(() => furnish(cwd));

const report = (...words: readonly string[]) => runInside(["report", ...words], { cwd });

describe("levermap report", () => {
  it("tells the figures that the commands tell", async () => {
    const { stdout } = await report("--home", "XA", "--out", "told.pdf", "--json");
    const { home, chapters, day, edition } = JSON.parse(stdout);
    expect(home).toBe("XA");
    expect(chapters).toEqual(expect.arrayContaining(["In short", "Map", "Leverage", "Controls", "Method", "Sources", "Uncertainty"]));
    const all = (await pdfText(readFileSync(join(cwd, "told.pdf")))).pages.join(" ");
    const asked = async (...words: readonly string[]) => JSON.parse((await runInside([...words, "--json"], { cwd })).stdout);
    expect(all).toContain((await asked("chokepoints", "--home", "XA")).finding);
    expect(all).toContain((await asked("economy", "XA")).finding);
    expect(all).toContain((await asked("check", "facts")).finding);
    expect(all).toContain(`As of ${day}, edition ${edition}`);
  });

  it.each([
    ["LM_ECONOMY_UNKNOWN", ["--home", "XQ", "--out", "no.html"]],
    ["LM_FILE_NOT_FOUND", ["--home", "XA", "--out", "nowhere/no.html"]],
    ["LM_FILE_NOT_FOUND", ["--home", "XA", "--out", "no.pdf", "--font", "nowhere.ttf"]],
    ["LM_USAGE", ["--home", "XA", "--out", "no.doc"]],
    ["LM_USAGE", ["--out", "no.html"]],
  ])("refuses with %s: %j", async (code, words) => {
    const ended = await report(...words, "--json");
    expect(ended.code).toBe(2);
    expect(JSON.parse(ended.stderr).error.code).toBe(code);
  });

  it("replaces a file only where it is told to", async () => {
    writeFileSync(join(cwd, "mine.html"), "mine");
    expect(JSON.parse((await report("--home", "XA", "--out", "mine.html", "--json")).stderr).error.code).toBe("LM_EXPORT_EXISTS");
    expect(readFileSync(join(cwd, "mine.html"), "utf8")).toBe("mine");
    expect((await report("--home", "XA", "--out", "mine.html", "--force")).code).toBe(0);
    expect(readFileSync(join(cwd, "mine.html"), "utf8")).toMatch(/^<!doctype html>/);
  });
});
