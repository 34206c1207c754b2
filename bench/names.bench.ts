import { writeFileSync } from "node:fs";
import { bundledFile } from "../src/base/built-file.ts";
import { featureNames } from "../src/screen/names/features.ts";
import type { NameKind } from "../src/screen/names/name-word.ts";
import { scoreNames } from "../src/screen/names/score.ts";
import { listDemand, weigh } from "../src/screen/names/weigh.ts";
import { createNameIndex, type ListedName } from "../src/screen/search/name-index.ts";
import { filers, hasTestData, soundPairs } from "../test/screen/asian-pairs.ts";
import {
  bestThreshold,
  fitted,
  hasLabelledNames,
  judgedByHalves,
  judgement,
  type LabelledNames,
  labelledNames,
} from "../test/screen/labelled-names.ts";
import { hasScreeningList, screeningList } from "../test/screen/listed.ts";
import { expectedWeights } from "./expected-weights.ts";

/** Evaluates the name matcher on labelled pairs; `--write` fits data/link/name-weights.csv to all of them. Deterministic. */
const basis = "bench names --write";
const kinds: readonly NameKind[] = ["organisation", "person"];

/** Midway between the best threshold and the next lower score. */
function threshold(pairs: readonly LabelledNames[], weights: ReturnType<typeof fitted>): number {
  const best = bestThreshold(pairs, weights);
  const lower = pairs.map(({ comparison }) => weigh(weights, comparison)).filter((score) => score < best);
  return (best + Math.max(0, ...lower)) / 2;
}

function rowsOf(kind: NameKind): readonly string[] {
  const pairs = labelledNames(kind);
  const weights = fitted(pairs, kind);
  const row = (feature: string, expected: number | string, weight: number): string =>
    `${kind},${feature},${expected},${weight.toFixed(4)},${basis}`;
  return [
    row("bias", expectedWeights[kind].bias, weights.bias),
    ...featureNames.map((name) => row(name, expectedWeights[kind].features[name], weights.features[name])),
    row("threshold", "", threshold(pairs, weights)),
  ];
}

/** Required sound evidence to try, none first. */
const demands = [Number.NEGATIVE_INFINITY, 1, 1.5, 2, 2.5];
const filersAsked = 1250;

/**
 * By required sound evidence: Japanese filers (mostly unlisted) with a hit on the screening list, and names found by the name they sound
 * like.
 */
function printDemands(): void {
  const listed = screeningList().flatMap(({ names }) => names);
  const clean = filers(filersAsked);
  const pairs = soundPairs().sound.filter(({ same }) => same);
  const put = pairs.map(({ b }, at): ListedName => ({ party: `pair ${at}`, name: b, kind: "organisation" }));
  for (const demand of demands) {
    const own = createNameIndex(listed, { demand: { ...listDemand, sound: demand } });
    const hits = clean.filter((name) => own.find(name, { most: 1 }).length > 0).length;
    const both = createNameIndex([...listed, ...put], { demand: { ...listDemand, sound: demand } });
    const found = pairs.filter(({ a }, at) => both.find(a).some(({ party }) => party === `pair ${at}`)).length;
    console.log(
      `consonants asked ${Number.isFinite(demand) ? demand : "none"}: ${hits} of ${clean.length} filers (${((100 * hits) / clean.length).toFixed(1)}%) have a hit, ${found} of ${pairs.length} pairs are found`,
    );
  }
}

if (process.argv.includes("--write")) console.log("weights only");
else if (hasScreeningList && hasTestData) printDemands();
else console.log("no names by sound here; set LEVERMAP_TEST_DATA");

if (hasLabelledNames) {
  for (const kind of kinds) console.log(judgement(kind, judgedByHalves(labelledNames(kind), kind)));
  if (process.argv.includes("--write")) {
    const text = `kind,feature,expected,weight,basis\n${kinds.flatMap(rowsOf).join("\n")}\n`.replaceAll(basis, `"${basis}"`);
    writeFileSync(bundledFile("link/name-weights.csv"), text);
  }
  const pairs = kinds.flatMap((kind) => labelledNames(kind).map((pair) => ({ ...pair, kind })));
  const start = performance.now();
  for (const { a, b, kind } of pairs) scoreNames(a, b, kind);
  console.log(`${((pairs.length / (performance.now() - start)) * 1000).toFixed(0)} pairs a second`);
} else console.log("no labelled pairs here; set LEVERMAP_TEST_DATA");
