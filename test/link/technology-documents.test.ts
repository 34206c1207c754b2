import { expect, test } from "vitest";
import { readLinkTable } from "../../src/link/link-table.ts";
import { compileRules } from "../../src/link/technology-rules.ts";
import { type PatentDocument, realDocuments, realPatents, symbolsOf } from "./patent-documents.ts";
import { atlasRows, type DocumentLabel, documentLabels, kappa, type Score, scores, share } from "./technology-labels.ts";
import { trainModel } from "./technology-model.ts";

const match = compileRules(await atlasRows("patent-rules.csv", "patent_rule"));
const partPairs = readLinkTable("technology-parts").map(({ technology = "", part = "" }) => [part, technology] as const);
const families = (await atlasRows("families.csv", "family_member")).map(({ member, family }) => [member, family] as const);
const wider = new Map([...families, ...partPairs]);
const read = await documentLabels();

interface Pair {
  readonly label: DocumentLabel;
  readonly document: PatentDocument;
}

async function pairs(): Promise<readonly Pair[]> {
  const byKey = new Map((realPatents.absent ? [] : await realDocuments()).map((each) => [each.document, each]));
  return read.flatMap((label) => {
    const document = label.seen ? seenDocument(label.document, label.seen) : byKey.get(label.document);
    return document ? [{ label, document }] : [];
  });
}

const seenDocument = (document: string, { scheme, classes, title }: NonNullable<DocumentLabel["seen"]>): PatentDocument => ({
  document,
  set: "seen",
  symbols: symbolsOf(scheme, classes, ";"),
  text: title,
});

const scored = (some: readonly Pair[], look: (document: PatentDocument) => PatentDocument = (each) => each) =>
  scores(
    some.map(({ label, document }) => ({
      label: label.technologies,
      found: match(look(document)).map(({ technology }) => technology),
    })),
    wider,
  );

const precision = ({ right, wrong }: Score) => right / (right + wrong);
const recall = ({ right, missed }: Score) => right / (right + missed);
const line = (name: string, score: Score) =>
  `${name}: precision ${share(score.right, score.right + score.wrong)}, recall ${share(score.right, score.right + score.missed)}`;

const found = await pairs();

test("at least 500 documents are labelled, half of them held back, a hundred read twice", async () => {
  const known = new Set((await atlasRows("technologies.csv", "technology")).map(({ id }) => id));
  const twice = read.flatMap(({ technologies, second }) => (second ? [[technologies, second] as const] : []));
  const technologies = [...new Set(read.flatMap(({ technologies, second }) => [...technologies, ...(second ?? [])]))];
  expect(read.length).toBeGreaterThanOrEqual(500);
  expect(new Set(read.map(({ document }) => document)).size).toBe(read.length);
  expect(technologies.filter((each) => !known.has(each))).toEqual([]);
  expect(Math.abs(read.filter(({ held }) => held).length / read.length - 0.5)).toBeLessThan(0.05);
  expect(twice).toHaveLength(100);
  expect(kappa(twice, technologies)).toBeGreaterThan(0.8);
  console.info(`kappa of two readings ${kappa(twice, technologies).toFixed(3)}, ${technologies.length} technologies`);
});

test.skipIf(realPatents.absent)("precision and recall on the half held back stay where they were measured", () => {
  const half = (held: boolean) => found.filter(({ label }) => label.held === held);
  const title = (each: PatentDocument) => ({ ...each, text: each.title ?? each.text });
  const ipc = (each: PatentDocument) => ({ ...each, symbols: each.symbols.filter(({ scheme }) => scheme === "ipc") });
  const withIpc = (some: readonly Pair[]) => some.filter(({ document }) => ipc(document).symbols.length > 0);
  const held = scored(half(true)).all;
  console.info(
    [
      line("tuning", scored(half(false)).all),
      line("held", held),
      line("held, title without abstract", scored(half(true), title).all),
      line(`held, IPC alone (${withIpc(half(true)).length})`, scored(withIpc(half(true)), ipc).all),
    ].join("\n"),
  );
  expect(found).toHaveLength(read.length);
  expect(precision(held)).toBeGreaterThanOrEqual(0.87);
  expect(recall(held)).toBeGreaterThan(0.89);
});

test.skipIf(realPatents.absent)("a model on words does not beat the rules on the half held back, so none is in the product", () => {
  const lessons = found
    .filter(({ label }) => !label.held)
    .map(({ label, document }) => ({ text: document, technology: label.technologies[0] ?? "none" }));
  const held = found.filter(({ label }) => label.held);
  const f1 = ({ right, wrong, missed }: Score) => (2 * right) / (2 * right + wrong + missed);
  const byRules = f1(scored(held).all);
  const tried = [false, true].flatMap((groups) =>
    [0.01, 0.1, 0.5].flatMap((alpha) => {
      const model = trainModel(lessons, groups, alpha);
      return [0, 3, 6].map((least) => {
        const pairs = held.map(({ label, document }) => {
          const { technology, lead } = model(document);
          const own = technology === "none" || lead <= least ? [] : [technology];
          const ruled = match(document).map((each) => each.technology);
          return { label: label.technologies, alone: own, beside: ruled.length > 0 ? ruled : own };
        });
        const by = (which: "alone" | "beside") =>
          f1(
            scores(
              pairs.map((each) => ({ label: each.label, found: each[which] })),
              wider,
            ).all,
          );
        return { alone: by("alone"), beside: by("beside") };
      });
    }),
  );
  const best = (which: "alone" | "beside") => Math.max(...tried.map((each) => each[which]));
  console.info(
    `F of the rules ${byRules.toFixed(3)}, of a model alone ${best("alone").toFixed(3)}, where rules give nothing ${best("beside").toFixed(3)}`,
  );
  expect(tried).toHaveLength(18);
  expect(best("alone")).toBeGreaterThan(0.2);
  expect(best("alone")).toBeLessThan(byRules);
  expect(best("beside")).toBeLessThan(byRules);
});
