import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import { maintenance } from "../../src/sources/maintenance.ts";
import { patentsview } from "../../src/sources/patentsview.ts";
import type { Source } from "../../src/sources/source.ts";
import { mutate } from "../sources/mutate.ts";
import { seeded } from "../sources/seeded.ts";
import { folderOf, realData } from "../sources/support.ts";
import { type Kept, loaded, recordByRecord } from "./bulk-support.ts";
import { temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
const rounds = Number(process.env.LEVERMAP_MUTATIONS ?? 400) / 20;

const events = Array.from(
  { length: 30 },
  (_, index) =>
    `${6_103_599 + index} 08897235 ${"NYM "[index % 4]} 19970708 20000815 200312${10 + (index % 20)} ${index % 2 ? "M1551" : "EXP."}\n`,
).join("");

const holders = `patent_id,assignee_sequence,assignee_id,disambig_assignee_individual_name_first,disambig_assignee_individual_name_last,disambig_assignee_organization,location_id
${Array.from({ length: 20 }, (_, index) => `${6_103_599 + index},0,a-${index % 3},"Ada ""B.""",Byron,"${index % 2 ? `Holder,\n${index}` : ""}",p-${index % 5}\n`).join("")}`;

/** What a load ends in: everything kept, or the code of its error. */
async function outcome(source: Source, path: string): Promise<Kept | string> {
  const dir = join(folder, "workspace");
  try {
    return await loaded(dir, source, [path]);
  } catch (thrown) {
    if (thrown instanceof LevermapError) return thrown.code;
    throw thrown;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

describe("spoilt tables end the same when they are loaded as a whole and record by record", () => {
  test.each([
    ["maintenance", maintenance, { "events.txt": events }],
    ["patentsview", patentsview, { "holders.csv": holders }],
  ] as const)(
    "%s",
    async (_, source, files) => {
      const outcomes = new Set<string>();
      for (let round = 0; round < rounds; round += 1) {
        const { mutated, how } = mutate(files, seeded(1_000 + round));
        const path = await folderOf(mutated);
        const whole = await outcome(source, path);
        const single = await outcome(recordByRecord(source), path);
        // A quote inside a cell that has none around it is taken as it stands by the one and is a reject of the other.
        if (!how.includes("a quote") && !how.includes("bit flips")) expect(whole, `round ${round}: ${how.join(", ")}`).toEqual(single);
        outcomes.add(typeof whole === "string" ? whole : Object.keys(whole).join(" "));
      }
      expect(outcomes.size).toBeGreaterThan(1);
    },
    60_000 + rounds * 10_000,
  );

  const real = realData("patents/patentsview-nvidia");
  test.skipIf(real.absent)(
    `the tables in ${real.path} are the same both ways`,
    async () => {
      const whole = await outcome(patentsview, real.path);
      expect(whole).toEqual(await outcome(recordByRecord(patentsview), real.path));
      expect(typeof whole === "string" ? whole : whole.patent?.length).toBe(5169);
    },
    120_000,
  );
});
