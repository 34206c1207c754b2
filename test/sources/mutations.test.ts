import { rm } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import type { Source } from "../../src/sources/format/source.ts";
import { sources } from "../../src/sources/index.ts";
import { allowedTime, mostTime, timed } from "../faults/cpu-time.ts";
import { fixtures } from "./fixtures.ts";
import { mutate } from "./mutate.ts";
import { seeded } from "./seeded.ts";
import { faults, folderOf, readAll } from "./support.ts";

const count = Number(process.env.LEVERMAP_MUTATIONS ?? 225);
const seed = Number(process.env.LEVERMAP_SEED ?? 0);

/** Reads mutated files; gives what is wrong with the outcome, or what the outcome was. */
async function outcome(source: Source, files: Readonly<Record<string, string | Buffer>>): Promise<"error" | "rejects" | "rows" | string[]> {
  const folder = await folderOf(files);
  try {
    const { rows, rejects } = await readAll(source, [folder]);
    const bad = rejects.filter(
      ({ excerpt, reason, line, code }) =>
        excerpt.length > 200 || reason === "" || line < 1 || (code !== "LM_LOAD_BAD_ROW" && code !== "LM_FILE_UNREADABLE"),
    );
    const wrong = [...rows.flatMap(faults), ...bad.map((reject) => `reject ${JSON.stringify(reject)}`)];
    return wrong.length > 0 ? wrong : rejects.length > 0 ? "rejects" : "rows";
  } catch (error) {
    if (error instanceof LevermapError && error.code !== "LM_INTERNAL") return "error";
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe("mutated files end in an error with a code, in rejects or in sound rows", () => {
  const each = Math.ceil(count / fixtures.length);
  fixtures.forEach(({ source: name, files }, index) => {
    test(`${name} ${Object.keys(files).join(", ")}: ${each} times`, async () => {
      const source = sources.get(name);
      if (!source) throw new Error(`no source ${name}`);
      const outcomes = new Map<string, number>();
      for (let round = 0; round < each; round += 1) {
        const random = seeded(seed + index * 1_000_003 + round);
        const { mutated, how } = mutate(files, random);
        const { outcome: found, took } = await timed(() => outcome(source, mutated));
        if (took > mostTime) expect(took, `round ${round}: ${how.join(", ")}`).toBeLessThan(await allowedTime(Object.values(mutated)));
        expect(typeof found === "string" ? [] : found, `round ${round}: ${how.join(", ")}`).toEqual([]);
        outcomes.set(String(found), (outcomes.get(String(found)) ?? 0) + 1);
      }
      if (each >= 100) expect(outcomes.size, JSON.stringify([...outcomes])).toBeGreaterThan(1);
    });
  });
});
