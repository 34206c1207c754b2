import { join } from "node:path";
import { bundledFile } from "../../src/base/built-file.ts";
import type { Row } from "../../src/base/tables.ts";
import type { ReadParty } from "../../src/screen/lists/reconcile.ts";
import { createTimeline, mergeRules, type RuleTimeline } from "../../src/screen/rules/timeline.ts";
import { rules } from "../../src/sources/controls/rules.ts";
import type { Source } from "../../src/sources/format/source.ts";
import { atlas } from "../../src/sources/supply/atlas/atlas.ts";
import { type Read, readAll, realData } from "../sources/support.ts";

/** The folder of real data on controls, and whether it is there. */
export const controls = realData("controls");

export const load = (source: Source, path: string): Promise<Read> => readAll(source, [join(controls.path, path)]);

/** The rules of the atlas, and of the real timeline where it is there. */
export async function allRules(): Promise<RuleTimeline> {
  const bundled = await readAll(atlas, [bundledFile("atlas/rules.csv")]);
  const timeline = controls.absent ? [] : (await load(rules, "fr-timeline")).of("control_rule");
  return createTimeline(mergeRules([...bundled.of("control_rule"), ...timeline]));
}

/** The parties of a list with their names and what they cite. */
export function readParties(read: Read, list: string): readonly ReadParty[] {
  const [names, citations] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const keep = (map: Map<string, string[]>, entry: string, text: string): void => void map.set(entry, [...(map.get(entry) ?? []), text]);
  for (const { entry, name } of read.of("party_name")) keep(names, entry, name);
  for (const { entry, citation } of read.of("party_citation")) keep(citations, entry, citation);
  return read
    .of("party_entry")
    .filter((party) => party.list === list)
    .map((party) => ({ party, names: names.get(party.entry) ?? [], citations: citations.get(party.entry) ?? [] }));
}

/** A party of an invented list. */
export const party = (over: Partial<Row<"party_entry">>): Row<"party_entry"> => ({
  entry: "e",
  list: "no-list",
  origin: "one",
  issuer: "NO",
  native: null,
  kind: null,
  name: "Nord",
  economy: "NO",
  published: null,
  effective: null,
  ended: null,
  edition: null,
  citation: null,
  footnotes: null,
  requirement: null,
  policy: null,
  programme: null,
  remark: null,
  url: null,
  ...over,
});
