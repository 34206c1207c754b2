import { describe, expect, test } from "vitest";
import { readLinkTable } from "../../src/link/link-table.ts";
import { compileRules } from "../../src/link/technology-rules.ts";
import { type PatentDocument, realDocuments, realPatents } from "./patent-documents.ts";
import { atlasRows, labels, type Score, scores, share, wilson } from "./technology-labels.ts";

const match = compileRules(await atlasRows("patent-rules.csv", "patent_rule"));
const partPairs = readLinkTable("technology-parts").map(({ technology = "", part = "" }) => [part, technology] as const);
const families = (await atlasRows("families.csv", "family_member")).map(({ member, family }) => [member, family] as const);
/** Families of the map, and what is part of another though the map keeps it apart. */
const wider = new Map([...families, ...partPairs]);
const read = await labels();

const precision = ({ right, wrong }: Score) => right / (right + wrong);
const recall = ({ right, missed }: Score) => right / (right + missed);

function scored(documents: readonly PatentDocument[], which: (held: boolean) => boolean = () => true) {
  const byKey = new Map(documents.map((each) => [each.document, each]));
  const pairs = read.flatMap(({ document, technologies, held }) => {
    const found = byKey.get(document);
    return found && which(held) ? [{ label: technologies, found: match(found).map((each) => each.technology) }] : [];
  });
  return { ...scores(pairs, wider), pairs };
}

function told(name: string, { all, of, pairs }: ReturnType<typeof scored>, each = false): void {
  const none = pairs.filter(({ label }) => label.length === 0);
  const line = (score: Score) =>
    `precision ${share(score.right, score.right + score.wrong)}, recall ${share(score.right, score.right + score.missed)}`;
  const lines = [
    `${name}, ${pairs.length} patents: ${line(all)}`,
    `  no technology by the label: ${none.filter(({ found }) => found.length === 0).length} of ${none.length} stay without`,
    ...(each ? [...of].sort(([a], [b]) => (a < b ? -1 : 1)).map(([technology, score]) => `  ${technology}: ${line(score)}`) : []),
  ];
  console.info(lines.join("\n"));
}

test("200 patents are labelled, each once, with technologies of the map", async () => {
  const known = new Set((await atlasRows("technologies.csv", "technology")).map(({ id }) => id));
  expect(new Set(read.map(({ document }) => document)).size).toBe(200);
  expect(read.flatMap(({ technologies }) => technologies).filter((each) => !known.has(each))).toEqual([]);
  expect(new Set(read.flatMap(({ technologies }) => technologies)).size).toBeGreaterThanOrEqual(40);
});

test("all technologies have a rule but those that classes and words do not tell apart", async () => {
  const ruled = new Set((await atlasRows("patent-rules.csv", "patent_rule")).map(({ technology }) => technology));
  const without = (await atlasRows("technologies.csv", "technology")).map(({ id }) => id).filter((id) => !ruled.has(id));
  expect(without).toEqual([
    "rare-earth-ores",
    "arf-dry-lithography",
    "krf-lithography",
    "i-line-lithography",
    "advanced-logic-foundry",
    "mature-logic-foundry",
    "osat",
    "ai-accelerators",
  ]);
});

test("Wilson's interval is the published one", () => {
  const [low, high] = wilson(81, 263);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
  expect(wilson(0, 0)).toEqual([0, 1]);
});

describe.skipIf(realPatents.absent)(`on the real files in ${realPatents.where}`, () => {
  test("precision and recall of the rules stay where they were measured", async () => {
    const documents = await realDocuments();
    const all = scored(documents);
    const held = scored(documents, (each) => each);
    expect(all.pairs).toHaveLength(200);
    told("All labels", all, true);
    told("Labels held back from tuning", held);
    expect(precision(all.all)).toBeGreaterThan(0.89);
    expect(recall(all.all)).toBeGreaterThan(0.92);
    expect(precision(held.all)).toBeGreaterThan(0.81);
    expect(recall(held.all)).toBeGreaterThan(0.85);
  });

  test("few documents fall into technologies that replace one another", async () => {
    const families = new Map((await atlasRows("varieties.csv", "variety")).map(({ technology, variety }) => [variety, technology]));
    const matched = (await realDocuments()).map((document) => [...new Set(match(document).map(({ technology }) => technology))]);
    const both = matched.filter((own) => {
      const found = own.flatMap((technology) => families.get(technology) ?? []);
      return new Set(found).size < found.length;
    });
    expect(both.length).toBeLessThan(10);
    expect(matched.some((own) => own.length > 0)).toBe(true);
  });
});

test("the bundled patents are reported by title and class alone", async () => {
  const titles = new Map((await atlasRows("patent-texts.csv", "patent_text")).map(({ document, text }) => [document, text]));
  const symbols = new Map<string, { scheme: string; symbol: string }[]>();
  for (const each of await atlasRows("patent-classes.csv", "patent_class"))
    symbols.set(each.document, [...(symbols.get(each.document) ?? []), each]);
  const documents = [...titles].map(([document, text]) => ({ document, set: "bundled", symbols: symbols.get(document) ?? [], text }));
  const bundled = scored(documents);
  told("Bundled patents", bundled);
  expect(bundled.pairs).toHaveLength(60);
  expect(precision(bundled.all)).toBeGreaterThan(0.84);
  expect(recall(bundled.all)).toBeGreaterThan(0.9);
});
