import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { some } from "../../tiers.ts";
import { openBundled } from "../bundled-workspace.ts";
import { ranksPage } from "./ranks-page.ts";

const path = fileURLToPath(new URL("../../../docs/ranks.md", import.meta.url));
const homes = ["CN", "US", "KR", "TW", "JP", "NL", "DE", "EU", "IN", "MY", undefined];
const writes = process.env.LEVERMAP_GOLDEN === "write";
/** Their tables alone in every run. */
const asked = writes ? homes : some(homes, ["CN", "MY"]);

test("docs/ranks.md tells the first five of eleven homes after one year and five, with what stands behind each", async () => {
  const map = await openBundled();
  const questions = asked.flatMap((home) => [12, 60].map((months) => ({ home, months: months as 12 | 60 })));
  const reports = [];
  for (const question of questions) reports.push(await map.chokepoints({ ...question, top: 20 }));
  map.close();
  for (const { ranked } of reports)
    for (const { doubts } of ranked)
      expect(doubts.some((text) => text.startsWith("one document")) && doubts.some((text) => text.startsWith("the newest"))).toBe(false);
  const page = ranksPage(reports.map((report) => ({ ...report, ranked: report.ranked.slice(0, 5) })));
  if (writes) writeFileSync(path, page);
  const documented = readFileSync(path, "utf8");
  if (asked === homes) expect(documented).toBe(page);
  else for (const part of partsOf(page)) expect(documented).toContain(part);
});

/** The table of each home. What stands behind is told of the home that comes last. */
const partsOf = (page: string): readonly string[] => page.split(/\n(?=## )/).filter((part) => /^## (?!What)/.test(part));
