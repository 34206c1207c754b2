import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll } from "vitest";
import { madeOnce } from "../made-once.ts";
import { run } from "./run.ts";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

const folders: string[] = [];
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

/** A temporary folder that is removed after the tests of the file. */
export function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), "levermap-cli-")));
  folders.push(made);
  return made;
}

/** Beeland keeps two things from Aland. */
const scenario = `name: Beeland on Aland
about: Invented.
measures:
  - withhold:
      class: presumption-of-denial
      senders: [XB]
      targets: [XA]
      technologies: [green-acid, oven, light-printer]
      announced: 2026-01-01
      from: 2026-02-01
`;

/** Aland plans for its ores, printers and ovens. */
export const inventedPlan = `name: Aland for itself
home: XA
years: 12
money: 400
unspent: 0
researchers: { tool: 4000, material: 4000 }
against: XB
jurisdictions: [XB, XC]
diversification: 0.6
problems:
  - { id: pure-ore, technology: red-ore, name: Ore without blue, need: Blue in the ore has to go below a tenth., maturity: pilot }
  - { id: light-lamp, technology: light-printer, name: Lamp for light printers, need: No lamp is bright enough., clock: [2024, 2028] }
  - { id: red-source, technology: red-ore, name: Ore from old goods, need: Red is lost with what is thrown away., maturity: production }
inputs:
  - { id: effort-scale, low: 20, high: 30 }
`;

/**
 * Fills a folder with what the cases use: a workspace, its atlas, a broken atlas, trade records of which one is bad, three files of grants
 * of which one was cut off, a table with a mapping that misspells a column, scenarios and plans.
 */
export async function furnish(dir: string): Promise<void> {
  copyOf(await madeOnce("furnished", makeFurnished), dir);
}

async function makeFurnished(dir: string): Promise<void> {
  mkdirSync(dir);
  cpSync(join(fixtures, "atlas"), join(dir, "atlas"), { recursive: true });
  cpSync(join(fixtures, "trade.csv"), join(dir, "trade.csv"));
  cpSync(join(fixtures, "atlas"), join(dir, "broken"), { recursive: true });
  writeFileSync(join(dir, "broken", "aliases.csv"), "alias,technology\nfirst,nothing-known\n");
  const grants = readFileSync(join(fixtures, "uspto", "grant-v45.xml"));
  mkdirSync(join(dir, "weeks"));
  writeFileSync(join(dir, "weeks", "1.xml.gz"), gzipSync(grants));
  writeFileSync(join(dir, "weeks", "2.xml.gz"), gzipSync(grants).subarray(0, -8));
  writeFileSync(join(dir, "weeks", "3.xml"), grants);
  writeFileSync(join(dir, "list.csv"), "No,Title\nUS 7000001 B1,A mill\n,Nothing\n");
  writeFileSync(
    join(dir, "list.yaml"),
    "title: Our list\nneeds: [No]\npublications:\n  - document: No\ntexts:\n  - { field: title, column: Titel }\n",
  );
  writeFileSync(join(dir, "scenario.yaml"), scenario);
  writeFileSync(join(dir, "joined.yaml"), scenario.replace("Beeland on", "Beeland and Ceeland on").replace("[XB]", "[XB, XC]"));
  writeFileSync(join(dir, "misspelt.yaml"), scenario.replace("oven", "ovem").replace("targets", "target"));
  writeFileSync(join(dir, "plan.yaml"), inventedPlan);
  writeFileSync(join(dir, "poor.yaml"), inventedPlan.replace("Aland for itself", "Aland without money").replace("money: 400", "money: 0"));
  writeFileSync(join(dir, "bound.yaml"), inventedPlan.replace("money: 400", "money: 1\nrequired: [pure-ore/full]"));
  writeFileSync(
    join(dir, "misspelt-plan.yaml"),
    inventedPlan.replace("home: XA", "home: Xaland").replace("jurisdictions", "jurisdiction").replace("years: 12", "years: 60"),
  );
  const { code, stderr } = await run(["init", "--atlas", "atlas"], { cwd: dir });
  if (code !== 0) throw new Error(stderr);
}

/** A copy of a furnished folder. */
export function copyOf(template: string, dir: string): string {
  mkdirSync(dir, { recursive: true });
  cpSync(template, dir, { recursive: true });
  return dir;
}
