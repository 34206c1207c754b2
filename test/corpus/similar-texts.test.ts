import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSimilar } from "../../src/corpus/similar-texts.ts";
import { measureWorkspace } from "../../src/corpus/steps/measure.ts";
import { createRandom } from "../../src/measure/random.ts";
import { similarPatentsView } from "../../src/report/patents/patent-search.ts";
import { inEnglish } from "../../src/words/tell.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { openAsk } from "../answers/open-ask.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { corpusWorkspace, into, patent, words } from "./invented-corpus.ts";

const vocabulary = ["wafer", "gate", "film", "etch", "resist", "plasma", "bond", "trench", "oxide", "mask"];
const random = createRandom(5);
const texts = Array.from({ length: 40 }, () => Array.from({ length: 1 + random.below(7) }, () => vocabulary[random.below(10)]!));
const key = (i: number): string => `US${8_100_000 + i}`;
/** Its title is the first word, its abstract the rest; the last has no abstract. */
const withAbstract = texts.map((text) => text.length > 1);
let workspace: Workspace;

beforeAll(async () => {
  const dir = join(temporaryFolder(), "similar");
  await corpusWorkspace(dir, [
    ...into(
      "patent",
      texts.map((_, i) => patent(key(i), "2010-01-05", i < 3 ? { family: "f", filed: `200${9 - i}-02-03` } : {})),
    ),
    ...into(
      "patent_text",
      texts.flatMap(([title, ...rest], i) => [
        words(key(i), "title", title!),
        ...(rest.length > 0 ? [words(key(i), "abstract", rest.join(" "))] : []),
      ]),
    ),
    ...into("patent_text", [words(key(0), "claim", "A wafer, comprising a gate.")]),
    ...into("patent_link", [
      { document: key(0), relation: "continuation", other: key(1), date: null },
      { document: key(1), relation: "division", other: key(2), date: null },
      { document: key(2), relation: "continuation-in-part", other: "US1/000001", date: null },
    ]),
    ...into("patent_event", [{ document: key(0), kind: "fee-paid", code: "M1551", date: "2014-01-02", note: null }]),
  ]);
  const writer = await openWorkspace(dir, { mode: "write" });
  await measureWorkspace(writer, { threads: 1 });
  writer.close();
  workspace = await openWorkspace(dir, { mode: "read" });
});
afterAll(() => workspace?.close());

/** Cosines by their definition, over all pairs. */
function cosines(query: readonly string[], documents: readonly (readonly string[])[]): readonly number[] {
  const counted = documents.length;
  const df = (word: string): number => documents.filter((text) => text.includes(word)).length;
  const weight = (text: readonly string[], word: string): number => {
    const n = text.filter((one) => one === word).length;
    return n === 0 ? 0 : (1 + Math.log(n)) * Math.log(counted / df(word));
  };
  const length = (text: readonly string[]): number => Math.hypot(...vocabulary.map((word) => weight(text, word)));
  return documents.map(
    (text) => vocabulary.reduce((sum, word) => sum + weight(query, word) * weight(text, word), 0) / (length(query) * length(text)),
  );
}

describe("patents like a patent or a text", () => {
  it("are in the order of their cosines", async () => {
    const places = texts.flatMap((_, i) => (withAbstract[i] ? [i] : []));
    const documents = places.map((i) => texts[i]!);
    const { compared, found } = await workspace.use((connection) => readSimilar(connection, { document: key(places[4]!) }, 10));
    expect(compared).toBe(places.length);
    const scores = cosines(documents[4]!, documents);
    const best = scores.filter((score, i) => i !== 4 && score > 0).sort((a, b) => b - a);
    expect(found!.map(({ score }) => score)).toEqual(best.slice(0, 10).map((score) => expect.closeTo(score, 9)));
    for (const { document, score } of found!) expect(score).toBeCloseTo(scores[places.findIndex((i) => key(i) === document)]!, 9);
    const text = ["wafer", "plasma", "wafer"];
    const asText = await workspace.use((connection) => readSimilar(connection, { text: text.join(" ") }, 10));
    const all = cosines(text, [...documents, text]).slice(0, -1);
    expect(asText.found!.map(({ score }) => score)).toEqual(
      all
        .filter((score) => score > 0)
        .sort((a, b) => b - a)
        .slice(0, 10)
        .map((score) => expect.closeTo(score, 9)),
    );
  });

  it("are asked by number or text", async () => {
    const ask = openAsk(workspace);
    expect(await ask.similarPatents({ like: "a wafer and a gate" })).toMatchObject({ document: null, texts: "titles-and-abstracts" });
    await expect(ask.similarPatents({ like: "US99999999" })).rejects.toMatchObject({ code: "LM_PATENT_UNKNOWN" });
    await expect(ask.similarPatents({ like: "the of" })).rejects.toMatchObject({ code: "LM_USAGE" });
  });

  it("are those with the words of its title, where a patent has no abstract", async () => {
    const bare = withAbstract.indexOf(false);
    const similar = await openAsk(workspace).similarPatents({ like: key(bare) });
    expect(similar).toMatchObject({ document: key(bare), texts: "titles", compared: texts.length, latent: false });
    const alike = texts.flatMap(([title], i) => (i !== bare && title === texts[bare]![0] ? [key(i)] : []));
    expect(alike.length).toBeGreaterThan(0);
    expect(similar.found!.map(({ document, score }) => [document, score])).toEqual(
      alike.map((document) => [document, expect.closeTo(1, 9)]),
    );
    expect(inEnglish(similarPatentsView(similar).finding)).toBe(`Of 40 patents with a title in English, these are most like ${key(bare)}.`);
  });
});

describe("the card of a patent", () => {
  it("has its claim, the tree of its family and what happened when", async () => {
    const card = await openAsk(workspace, { asOf: "2020-01-01" }).patent({ number: key(0) });
    expect(card.claims).toEqual([{ language: "en", text: "A wafer, comprising a gate." }]);
    expect(card.familyMembers.map(({ document, parents }) => [document, parents])).toEqual([
      [key(2), [{ relation: "continuation-in-part", other: "US1/000001", member: null }]],
      [key(1), [{ relation: "division", other: key(2), member: key(2) }]],
      [key(0), [{ relation: "continuation", other: key(1), member: key(1) }]],
    ]);
    expect(card.timeline.slice(0, -1)).toEqual([
      { day: "2007-02-03", what: "filed", of: key(2) },
      { day: "2008-02-03", what: "filed", of: key(1) },
      { day: "2009-02-03", what: "filed", of: key(0) },
      { day: "2010-01-05", what: "published as B1", of: key(0) },
      { day: "2010-01-05", what: "granted", of: key(2) },
      { day: "2010-01-05", what: "granted", of: key(1) },
      { day: "2014-01-02", what: "fee-paid, M1551", of: key(0) },
    ]);
    expect(card.timeline.at(-1)).toMatchObject({ what: "term ends if fees are paid", day: card.inForce?.termEnd });
  });
});
