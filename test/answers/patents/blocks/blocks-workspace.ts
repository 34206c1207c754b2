import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { type Row, type TableName, tables } from "../../../../src/base/tables.ts";
import { measureWorkspace } from "../../../../src/corpus/steps/measure.ts";
import { createWorkspace } from "../../../../src/workspace/create.ts";
import { loadSource } from "../../../../src/workspace/load.ts";
import { openWorkspace } from "../../../../src/workspace/open.ts";
import type { Workspace } from "../../../../src/workspace/workspace.ts";
import { defaults, technology } from "../../../measure/rows.ts";
import { type FakeRow, fakeSource, writeFake } from "../../../workspace/fake-source.ts";

/** A row with `null` wherever nothing is said. */
function row<T extends TableName>(table: T, said: Partial<Row<T>>): FakeRow {
  return { table, row: { ...Object.fromEntries(Object.keys(tables[table]).map((column) => [column, null])), ...said } };
}

interface Publication {
  readonly application?: string;
  readonly filed?: string;
  readonly published?: string;
  readonly holder?: string;
  readonly symbol?: string;
  readonly abstract?: string;
}

function publication(document: string, about: Publication): readonly FakeRow[] {
  const { application = null, filed = null, published = null, holder, symbol, abstract } = about;
  return [
    row("patent", { document, office: document.slice(0, 2), application, filed, published, native: document }),
    row("patent_text", { document, field: "title", language: "en", text: `Title of ${document}` }),
    ...(abstract === undefined ? [] : [row("patent_text", { document, field: "abstract", language: "en", text: abstract })]),
    ...(holder === undefined ? [] : [row("patent_holder", { document, role: "applicant", position: 1, name: holder })]),
    ...(symbol === undefined ? [] : [row("patent_class", { document, scheme: "cpc", symbol, role: "inventive", position: 1 })]),
  ];
}

const block = (application: string, said: Partial<Row<"prior_art_block">>): FakeRow =>
  row("prior_art_block", { application, office: "KR", examiner: 1, date: "2021-05-06", ...said });

const patents: readonly FakeRow[] = [
  ...publication("KR20200000001", {
    application: "KR20180000001",
    filed: "2018-03-01",
    published: "2020-01-01",
    holder: "Alpha Corp",
    symbol: "H01L21/306",
    abstract: "Plasma etching of a wafer through an oxide mask with a pulsed source",
  }),
  ...publication("KR20200000002", { application: "KR20180000002", filed: "2018-04-01", holder: "Gamma Corp", symbol: "C23C16/00" }),
  ...publication("US7000001", {
    published: "2006-01-03",
    holder: "Beta Inc",
    symbol: "H01L21/306",
    abstract: "A plasma source pulsed for etching an oxide through a mask",
  }),
  ...publication("US7000002", {
    published: "2006-02-03",
    holder: "Delta Inc",
    symbol: "H01L21/306",
    abstract: "A holder for cups and bottles",
  }),
  ...publication("US7000003", {
    published: "2020-02-03",
    abstract: "Plasma etching of a wafer through an oxide mask with a pulsed source",
  }),
  row("patent_holder", { document: "US7000002", role: "applicant", position: 1, name: "델타", language: "ko" }),
  row("patent_event", { document: "US7000001", kind: "licensed", date: "2015-02-03", note: "Licence to Epsilon" }),
  row("patent_event", { document: "US7000001", kind: "fee-paid", date: "2010-02-03" }),
];

const refusals: readonly FakeRow[] = [
  block("KR20180000001", { cited: "US7000001", ground: "inventive step", claims: "1, 3" }),
  block("KR20180000001", { literature: "A paper, 1999" }),
  block("KR20180000001", { cited: "US7000002", examiner: 0 }),
  block("KR20180000002", { document: "KR20200000002", cited: "US7000001", date: "2021-06-01" }),
  block("KR20180000002", { document: "KR20200000002", cited: "JPH0123456", date: "2021-06-01" }),
  block("US2019000001", { office: "US", cited: "US7000002", date: null }),
];
/** The bare table of the same refusals, without ground or claims. */
const repeated: readonly FakeRow[] = [
  block("KR20180000001", { cited: "US7000001", date: null }),
  block("KR20180000001", { literature: "A paper, 1999", date: null }),
];

const suit = (id: string, said: Partial<Row<"exclusion_case">>): FakeRow =>
  row("exclusion_case", { id, forum: "E.D. Tex.", kind: "suit", jurisdiction: "US", ...said });

const cases: readonly FakeRow[] = [
  suit("one", {
    title: "dry etch tools",
    plaintiff: "Beta (NPE)",
    defendant: "Alpha",
    filed: "2019",
    decided: "2021",
    outcome: "damages (jury)",
    url: "https://example.org/1",
  }),
  suit("two", { title: "something else", plaintiff: "Alpha", defendant: "Beta", outcome: "settled" }),
  row("exclusion_patent", { case: "two", document: "US7000001" }),
  suit("three", { forum: "ITC 337-TA-7", kind: "itc", title: "cups", plaintiff: "Delta", filed: "2020-01-05", outcome: "pending" }),
  suit("four", { forum: "Seoul", jurisdiction: "KR;JP", title: null, outcome: null }),
];
const notices: readonly FakeRow[] = [
  suit("us-itc-2020-1", {
    forum: "US ITC",
    kind: "itc",
    title: "Certain Cups",
    filed: "2020-01-05",
    plaintiff: "Delta Inc of Springfield",
    outcome: "violation",
    semiconductor: "strict",
  }),
];

const atlas: readonly FakeRow[] = [
  ...defaults({ spare: [0, 0.1], fungibility: [0.1, 0.5], substitution: [1, 3], degradation: [0.1, 0.3] }).map((one) => ({
    table: "default_parameter" as const,
    row: { ...one },
  })),
  row("document", { id: "s-rates", title: "Rates of injunctions", publisher: "Press", published: "2015", access: "direct" }),
  { table: "technology", row: { ...technology("etch", { name: "Dry etch tools" }) } },
  row("patent_rule", { id: "etch-1", technology: "etch", symbols: "H01L21/306" }),
  row("base_rate", {
    quantity: "exclusion granted when infringed",
    forum: "US courts",
    scope: "all",
    low: 0.7,
    high: 0.8,
    unit: "fraction",
    source: "s-rates",
    grade: "published",
  }),
];

/** A measured workspace of invented refusals, cases and patents; open it to ask. */
export async function blocksWorkspace(folder: string): Promise<Workspace> {
  const dir = join(await mkdtemp(join(folder, "blocks-")), "map");
  await createWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "write" });
  const source = fakeSource("invented", "parts");
  const files = { atlas, patents, refusals, repeated, cases, notices };
  for (const [name, rows] of Object.entries(files)) {
    await loadSource(workspace, source, [await writeFake(join(folder, `${name}.fake`), null, rows)]);
  }
  await measureWorkspace(workspace, { threads: 1 });
  return workspace;
}
