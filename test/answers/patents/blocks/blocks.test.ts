import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { blocksReportSchema } from "../../../../src/answers/patents/prior-art-report.ts";
import { holderCardSchema } from "../../../../src/answers/patents/technology-patents-report.ts";
import type { Ask } from "../../../../src/ask/ask.ts";
import { Style } from "../../../../src/cli/page/style.ts";
import { printView } from "../../../../src/cli/print-view.ts";
import { blocksView as blocksViewSaid } from "../../../../src/report/patents/blocks.ts";
import { holderView as holderViewSaid } from "../../../../src/report/patents/holder.ts";
import type { Workspace } from "../../../../src/workspace/workspace.ts";
import { english } from "../../../words/english.ts";
import { codeOf, temporaryFolder } from "../../../workspace/folder.ts";
import { openAsk } from "../../open-ask.ts";
import { blocksWorkspace } from "./blocks-workspace.ts";

const blocksView = english(blocksViewSaid);
const holderView = english(holderViewSaid);

const folder = temporaryFolder();
let workspace: Workspace;
let ask: Ask;

beforeAll(async () => {
  workspace = await blocksWorkspace(folder);
  ask = openAsk(workspace, { asOf: "2026-01-01" });
});
afterAll(() => workspace?.close());

describe("prior-art blocks", () => {
  it("say who was refused over whose documents, with ground, claims and coverage", async () => {
    const { priorArt, finding } = await ask.blocks({ office: "KR" });
    expect(priorArt).toMatchObject({
      refusals: 2,
      applications: 2,
      citations: 4,
      documents: 3,
      literature: 1,
      withGround: 1,
      withClaims: 1,
    });
    expect(priorArt.coverage).toEqual({
      applicationsWithHolder: 2,
      documentsWithHolder: 2,
      both: 2,
      distinctDocuments: 2,
      distinctDocumentsLoaded: 1,
      distinctDocumentsWithHolder: 1,
    });
    expect(priorArt.pairs.map(({ refused, over, documents }) => [refused.name, over.name, documents])).toEqual([
      ["Alpha Corp", "Beta Inc", 1],
      ["Gamma Corp", "Beta Inc", 1],
    ]);
    expect(priorArt.pairs[0]?.blocks).toEqual([
      { application: "KR20180000001", cited: "US7000001", ground: "inventive step", claims: "1, 3", date: "2021-05-06" },
    ]);
    expect(priorArt.byCitedOffice.map(({ key, documents, withHolder }) => [key, documents, withHolder])).toEqual([
      ["US", 2, 2],
      ["JP", 1, 0],
    ]);
    expect(priorArt.byClass.map(({ key, documents }) => [key, documents])).toEqual([
      ["C23C", 2],
      ["H01L", 1],
    ]);
    expect(priorArt.byYear).toMatchObject([{ key: "2018", applications: 2, documents: 3 }]);
    expect(priorArt.byGround).toEqual([
      { ground: null, citations: 3 },
      { ground: "inventive step", citations: 1 },
    ]);
    expect(priorArt.mostCited[0]).toEqual({ document: "US7000001", title: "Title of US7000001", holders: ["Beta Inc"], applications: 2 });
    expect(priorArt.newest.map(({ application }) => application)).toEqual(["KR20180000002", "KR20180000001"]);
    expect(priorArt.newest[1]?.over.map(({ cited, literature }) => cited ?? literature)).toEqual(["US7000001", "A paper, 1999"]);
    expect(priorArt.newest[1]?.over[0]?.place).toMatchObject({ source: "invented", file: "refusals.fake" });
    expect(finding).toContain("refused 2 applications over 4 cited documents");
  });

  it("of all offices, of one technology, and at most so many", async () => {
    const all = await ask.blocks({ top: 1 });
    expect(all.priorArt.byOffice.map(({ key }) => key)).toEqual(["KR", "US"]);
    expect([all.priorArt.pairs.length, all.priorArt.mostCited.length, all.priorArt.newest.length]).toEqual([1, 1, 1]);
  });

  it("of a technology are of its applications or over its documents, for whoever asks", async () => {
    const { priorArt, evidence } = await ask.blocks({ technology: "Dry etch tools" });
    expect(priorArt.newest.map(({ application, over }) => [application, over.map(({ cited, literature }) => cited ?? literature)])).toEqual(
      [
        ["KR20180000002", ["US7000001"]],
        ["KR20180000001", ["US7000001", "A paper, 1999"]],
        ["US2019000001", ["US7000002"]],
      ],
    );
    expect(evidence.limits.join(" ")).toContain("over its documents");
    const { priorArtBlocks } = await ask.technologyPatents({ technology: "etch" });
    const { applications, documents, literature, coverage, pairs } = priorArt;
    expect(priorArtBlocks).toMatchObject({ applications, documents, literature, documentsWithHolder: coverage.documentsWithHolder });
    expect(priorArtBlocks.pairs.map(({ refused, over }) => [refused, over])).toEqual(
      pairs.map(({ refused, over }) => [refused.name, over.name]),
    );
    expect([applications, documents, literature]).toEqual([3, 3, 1]);
  });
});

describe("freedom-to-operate blocks", () => {
  it("give every case once, with what it is about, how it ended and where it stands", async () => {
    const { freedomToOperate } = await ask.blocks({});
    expect([freedomToOperate.records, freedomToOperate.cases, freedomToOperate.withTechnology]).toEqual([5, 4, 2]);
    const byId = new Map(freedomToOperate.rows.map((row) => [row.id, row]));
    expect(byId.get("one")).toMatchObject({
      owner: "Beta (NPE)",
      ended: "won",
      technologies: [{ technology: "etch", rule: "title:dry etch tools" }],
      url: "https://example.org/1",
      place: { source: "invented", file: "cases.fake", line: 2 },
    });
    expect(byId.get("two")?.technologies).toEqual([{ technology: "etch", rule: "patent:US7000001" }]);
    expect(byId.get("three")).toMatchObject({
      ended: "won",
      outcome: "violation",
      sameAs: [{ id: "us-itc-2020-1", rule: "plaintiff and filing date" }],
    });
    expect(byId.get("four")).toMatchObject({ ended: "open", title: null, technologies: [] });
  });

  it("join the parties to holders of documents, and count by holder", async () => {
    const { freedomToOperate } = await ask.blocks({});
    const { owners, others } = freedomToOperate.rows.find(({ id }) => id === "one")!;
    expect(owners).toMatchObject([{ printed: "Beta", name: "Beta Inc", rule: "key-without-legal-form", known: true }]);
    expect(others).toMatchObject([{ printed: "Alpha", name: "Alpha Corp", known: true }]);
    expect(freedomToOperate).toMatchObject({ withOwner: 3, withKnownOwner: 3, holdersInAll: 3 });
    const counts = freedomToOperate.holders.map(({ name, asOwner, won, lost, asOther }) => [name, asOwner, won, lost, asOther]);
    expect(counts).toEqual([
      ["Alpha Corp", 1, 0, 0, 1],
      ["Beta Inc", 1, 1, 0, 1],
      ["Delta Inc", 1, 1, 0, 0],
    ]);
    expect((await ask.blocks({ top: 1 })).freedomToOperate).toMatchObject({ holders: [{ name: "Alpha Corp" }], holdersInAll: 3 });
  });

  it("stand on the card of the holder, on its side", async () => {
    const card = await ask.holder({ name: "Beta Inc" });
    expect(holderCardSchema.parse(card)).toEqual(card);
    expect(card.caseCount).toEqual({ owner: 1, other: 1 });
    expect(card.cases.map(({ id, side, against, ended }) => [id, side, against.map(({ name }) => name), ended])).toEqual([
      ["one", "owner", ["Alpha Corp"], "won"],
      ["two", "other", ["Alpha Corp"], "settled"],
    ]);
    const text = printView(holderView(card), { width: 160, style: new Style(false) }, { details: true });
    expect(text).toContain("owner in 1, other side in 1");
    expect(text).toContain("Beta (key-without-legal-form)");
  });

  it("stand beside published base rates, which name their documents", async () => {
    const { freedomToOperate, evidence } = await ask.blocks({ office: "US" });
    expect(freedomToOperate.rates).toMatchObject([
      {
        forum: "US ITC",
        holderKind: null,
        cases: 1,
        outcomes: { won: 1 },
        rate: null,
        chips: { cases: 1, outcomes: { won: 1 }, rate: null },
      },
      { forum: "US courts", holderKind: "assertion-entity", cases: 1, outcomes: { won: 1 }, chips: { cases: 1 } },
      { forum: "US courts", holderKind: null, cases: 1, outcomes: { settled: 1 } },
    ]);
    expect(freedomToOperate.published).toMatchObject([{ forum: "US courts", low: 0.7, high: 0.8, source: "s-rates" }]);
    expect(evidence.documents.map(({ id }) => id)).toEqual(["s-rates"]);
    expect((await ask.blocks({ office: "KR" })).freedomToOperate).toMatchObject({ cases: 1, published: [], registered: 0 });
  });

  it("tell of licences in registers, and only of events that block", async () => {
    const { freedomToOperate } = await ask.blocks({ technology: "etch", office: "US" });
    expect(freedomToOperate.events).toMatchObject([{ document: "US7000001", kind: "licensed", date: "2015-02-03", holders: ["Beta Inc"] }]);
    expect(freedomToOperate.rows.map(({ id }) => id)).toEqual(["one", "two"]);
  });
});

it("the parties of cases are joined once for all questions", async () => {
  const again = openAsk(workspace, { asOf: "2026-01-01" });
  const read = await workspace.use(async (connection) => vi.spyOn(connection, "run"));
  await again.holder({ name: "Beta Inc" });
  await again.holder({ name: "Alpha Corp" });
  await again.blocks({});
  await again.blocks({ office: "US" });
  const statements = read.mock.calls.map(([sql]) => sql);
  read.mockRestore();
  expect(statements.filter((sql) => sql.includes(`(SELECT t.* FROM "exclusion_case"`))).toHaveLength(1);
});

describe("the evaluation", () => {
  it("ranks what is loaded against what the examiner found, and says what is missing", async () => {
    expect((await ask.blocks({})).evaluation).toBeNull();
    const { evaluation } = await ask.blocks({ evaluate: true });
    expect(evaluation?.coverage).toEqual({ queries: 3, queriesWithText: 1, found: 3, foundWithText: 2, searched: 4 });
    // The text that is word for word the same was published too late to count.
    expect(evaluation?.text).toMatchObject({ queries: 1, relevant: 1 });
    expect(evaluation?.text?.method).toMatchObject({ recall: { mean: 1 }, reciprocalRank: { mean: 1 } });
    expect(evaluation?.finding).toContain("recall@10 1 ");
  });
});

describe("the whole answer", () => {
  it("has the shape its schema says, and every section in text", async () => {
    const report = await ask.blocks({ evaluate: true });
    const sent = JSON.parse(JSON.stringify(report));
    expect(blocksReportSchema.parse(sent)).toEqual(sent);
    const text = printView(blocksView(report), { width: 120, style: new Style(false) }, { details: true });
    for (const words of [
      "Alpha Corp",
      "inventive step, claims 1, 3",
      "Licence to Epsilon",
      "By holder (3 of 3); 3 cases with an owner, 3 of them known to the map",
      "Published base rates",
      "similar texts",
      "70 to 80%",
    ]) {
      expect(text).toContain(words);
    }
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(200);
  });

  it("refuses an office that is none and a technology it does not know", async () => {
    expect(await codeOf(ask.blocks({ office: "Korea" }))).toBe("LM_USAGE");
    expect(await codeOf(ask.blocks({ technology: "teleport" }))).toBe("LM_TECHNOLOGY_UNKNOWN");
  });
});
