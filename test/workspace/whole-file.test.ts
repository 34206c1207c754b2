import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import { writeWholeFile } from "../../src/workspace/whole-file.ts";
import { codeOf, temporaryFolder } from "./folder.ts";

const quiet = new AbortController().signal;

describe("a file that is written whole", () => {
  it("holds every line in order, however many", async () => {
    const folder = temporaryFolder();
    const lines = Array.from({ length: 50_000 }, (_, i) => `line ${i} é\n`);
    const path = await writeWholeFile(join(folder, "many"), lines, { force: false, signal: quiet });
    expect(readFileSync(path, "utf8")).toBe(lines.join(""));
    await writeWholeFile(join(folder, "none"), [], { force: false, signal: quiet });
    expect(readFileSync(join(folder, "none"), "utf8")).toBe("");
    expect(readdirSync(folder).sort()).toEqual(["many", "none"]);
  });

  it("is not there, and what it would replace still is, where the writing stops half-way", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "kept");
    writeFileSync(path, "mine");
    const controller = new AbortController();
    function* stopped(): Generator<string> {
      for (let i = 0; ; i++) {
        if (i === 50) controller.abort(new LevermapError("LM_INTERRUPTED", "Stopped."));
        yield "x".repeat(10_000);
      }
    }
    expect(await codeOf(writeWholeFile(path, stopped(), { force: true, signal: controller.signal }))).toBe("LM_INTERRUPTED");
    function* broken(): Generator<string> {
      yield "x".repeat(100_000);
      throw new TypeError("broken");
    }
    await expect(writeWholeFile(path, broken(), { force: true, signal: quiet })).rejects.toThrow("broken");
    expect(readdirSync(folder)).toEqual(["kept"]);
    expect(readFileSync(path, "utf8")).toBe("mine");
  });

  it("takes the place of a file by force only, and of nothing else", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), "mine");
    expect(await codeOf(writeWholeFile(join(folder, "file"), ["x"], { force: false, signal: quiet }))).toBe("LM_EXPORT_EXISTS");
    expect(await codeOf(writeWholeFile(folder, ["x"], { force: true, signal: quiet }))).toBe("LM_EXPORT_EXISTS");
    await writeWholeFile(join(folder, "file"), ["yours"], { force: true, signal: quiet });
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("yours");
    expect(await codeOf(writeWholeFile(join(folder, "no", "file"), ["x"], { force: true, signal: quiet }))).toBe("LM_FILE_NOT_FOUND");
  });
});
