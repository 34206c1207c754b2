import { listTables } from "./list-tables.ts";

/**
 * The tables of the workspace, declared once: source readers yield rows of these shapes, the workspace creates and fills
 * them. `docs/data.md` describes every column. An absent value is `null` and means unknown, never zero.
 */

type ColumnKind = "text" | "number" | "integer";
type Column = ColumnKind | `${ColumnKind}?`;
export type Columns = Readonly<Record<string, Column>>;

type Value<C extends Column> = C extends "text"
  ? string
  : C extends "number" | "integer"
    ? number
    : C extends "text?"
      ? string | null
      : number | null;

const range = { low: "number?", high: "number?" } as const;
/** Where a row is from and how sure it is. */
const cited = { source: "text?", grade: "text", note: "text?" } as const;
/** The year a fact is of, and since when it was known where that is not the day of its document. */
const dated = { year: "integer?", known: "text?" } as const;
/** Days of a control. */
const days = { published: "text?", effective: "text?", until: "text?" } as const;

/** A published count of patents or of science. */
const count = {
  technology: "text",
  holder: "text",
  holder_kind: "text",
  scope: "text",
  counted: "text",
  ...range,
  unit: "text",
  year_from: "integer?",
  year_to: "integer?",
  known: "text?",
  ...cited,
} as const;

export const tables = {
  document: {
    id: "text",
    title: "text",
    publisher: "text?",
    published: "text?",
    url: "text?",
    locator: "text?",
    class: "text?",
    access: "text?",
    note: "text?",
  },
  stage: { id: "text", name: "text", position: "integer" },
  technology: {
    id: "text",
    native: "text",
    name: "text",
    kind: "text",
    stage: "text?",
    supply_mode: "text?",
    next_generation: "text?",
    used_with: "text?",
    description: "text?",
  },
  family_member: { member: "text", family: "text" },
  alias: { alias: "text", technology: "text" },
  requirement: {
    technology: "text",
    input: "text",
    criticality: "text",
    delta_low: "number?",
    delta_high: "number?",
    since: "text?",
    ...cited,
  },
  process_order: { technology: "text", successor: "text", relation: "text" },
  variety: { technology: "text", variety: "text", weight_low: "number?", weight_high: "number?", ...cited },
  share: { technology: "text", holder: "text", holder_kind: "text", basis: "text", ...range, flag: "text?", ...dated, ...cited },
  stage_share: { stage: "text", holder: "text", holder_kind: "text", basis: "text", ...range, year: "integer?", source: "text?" },
  parameter: { technology: "text", parameter: "text", scope: "text", ...range, unit: "text", ...dated, ...cited },
  default_parameter: { supply_mode: "text", parameter: "text", low: "number", high: "number", unit: "text", reason: "text" },
  process_time: { input: "text", user: "text", months: "number", reason: "text" },
  economy: { id: "text", name: "text", gdp: "number?", gdp_year: "integer?", source: "text?" },
  group_member: { group: "text", member: "text", since: "text?", until: "text?", source: "text?" },
  product_place: { product: "text", economy: "text", role: "text", ...range, ...dated, ...cited },
  self_supply: { technology: "text", economy: "text", ...range, ...dated, ...cited },
  trade_flow: { technology: "text", exporter: "text", importer: "text", ...range, unit: "text", ...dated, ...cited },
  chip_user: { economy: "text", sector: "text", quantity: "text", ...range, unit: "text", ...dated, ...cited },
  control_effect: {
    id: "text",
    control: "text",
    subject: "text",
    subject_kind: "text",
    quantity: "text",
    ...range,
    unit: "text",
    date: "text?",
    known: "text?",
    ...cited,
  },
  /** Part that an earlier act under a licence policy withheld, by one measurement. */
  act_outcome: {
    act: "text",
    class: "text",
    technology: "text?",
    quantity: "text",
    ...range,
    date: "text?",
    known: "text?",
    ...cited,
  },
  patent_count: count,
  science_count: count,
  /** What has to be solved for a technology to be made, or made better; `classes` and `words` find its patents. */
  problem: {
    id: "text",
    technology: "text",
    name: "text",
    need: "text",
    classes: "text",
    words: "text",
    maturity: "text",
    ...dated,
    clock: "text",
    clock_low: "integer?",
    clock_high: "integer?",
    ...cited,
  },
  problem_worker: { problem: "text", holder: "text", holder_kind: "text", ...dated, ...cited },
  /** A technology that takes the place of another, from when. */
  successor: {
    technology: "text",
    replaces: "text",
    from_low: "integer?",
    from_high: "integer?",
    part_low: "number?",
    part_high: "number?",
    ...dated,
    ...cited,
  },
  licence: {
    id: "text",
    licensor: "text?",
    licensee: "text?",
    technology: "text?",
    quantity: "text",
    ...range,
    unit: "text?",
    date: "text?",
    known: "text?",
    ...cited,
  },
  organisation: { id: "text", name: "text", economy: "text?", exchange: "text?", ticker: "text?", source: "text?", note: "text?" },
  organisation_name: { organisation: "text", name: "text", language: "text", kind: "text?", source: "text?" },
  plant: {
    id: "text",
    owner: "text",
    economy: "text",
    place: "text?",
    technology: "text",
    node: "text?",
    ...dated,
    wafer_mm: "number?",
    wafers_low: "number?",
    wafers_high: "number?",
    status: "text?",
    ...cited,
  },
  outage: {
    id: "text",
    technology: "text?",
    plant: "text",
    cause: "text",
    date: "text?",
    ...range,
    first: "number?",
    half: "number?",
    known: "text?",
    ...cited,
  },
  reach: {
    id: "text",
    issuer: "text",
    technology: "text",
    provider: "text",
    made_in: "text",
    customers: "text",
    exempt: "text?",
    rule: "text",
    ...range,
    citation: "text",
    ...days,
    ...cited,
  },
  withheld: { id: "text", issuer: "text", technology: "text", target: "text", class: "text", citation: "text", ...days, ...cited },
  code: { technology: "text", scheme: "text", code: "text", relation: "text", ...cited },
  trade: {
    reporter: "text",
    partner: "text",
    partner_label: "text?",
    flow: "text",
    scheme: "text",
    code: "text",
    period: "text",
    value: "number?",
    currency: "text",
    weight_kg: "number?",
    quantity: "number?",
    quantity_unit: "text?",
    source: "text?",
  },
  mineral: {
    mineral: "text",
    series: "text",
    economy: "text?",
    unit: "text",
    year: "integer",
    ...range,
    estimated: "integer?",
    source: "text?",
    note: "text?",
  },
  /** One publication. `document` (office and DOCDB number, no kind) is the key of every other patent table. */
  patent: {
    document: "text",
    office: "text",
    kind: "text?",
    published: "text?",
    application: "text?",
    filed: "text?",
    priority: "text?",
    family: "text?",
    granted: "integer?",
    type: "text?",
    references: "integer?",
    term_days: "integer?",
    native: "text",
  },
  /** The document that a patent of an atlas was read in; patents of other loads have none, their source is the load. */
  patent_source: { document: "text", source: "text" },
  patent_text: { document: "text", field: "text", language: "text?", text: "text" },
  patent_holder: {
    document: "text",
    role: "text",
    position: "integer",
    name: "text",
    language: "text?",
    economy: "text?",
    native: "text?",
  },
  /** A user's own word on a printed name: `together` with another name or holder, or `apart` from it; nothing else counts against it. */
  holder_join: { name: "text", relation: "text", other: "text?", note: "text?" },
  patent_inventor: { document: "text", position: "integer", name: "text", economy: "text?", native: "text?" },
  /** Where a holder or inventor is, by an id of the source's own; `patent_place` says what it stands for. */
  patent_party_place: { document: "text", role: "text", position: "integer", place: "text" },
  patent_place: { place: "text", economy: "text?" },
  patent_class: { document: "text", scheme: "text", symbol: "text", role: "text?", position: "integer?" },
  patent_citation: { citing: "text", cited: "text", category: "text?", phase: "text?", claims: "text?", position: "integer?" },
  /** Of a load of which the tables were cut to documents of some classes: n_k of disruption is not whole. */
  patent_cut: { classes: "text" },
  literature_citation: { citing: "text", text: "text", category: "text?", phase: "text?" },
  patent_link: { document: "text", relation: "text", other: "text", date: "text?" },
  patent_event: { document: "text", kind: "text", code: "text?", date: "text?", note: "text?" },
  /** A party of a record that hands a document to another holder. `role`: assignor or assignee; `date`: of the deed; `record`: where it is kept. */
  patent_transfer: { document: "text", date: "text?", role: "text", name: "text", conveyance: "text?", record: "text?" },
  prior_art_block: {
    application: "text",
    document: "text?",
    office: "text",
    cited: "text?",
    literature: "text?",
    examiner: "integer?",
    ground: "text?",
    claims: "text?",
    date: "text?",
  },
  exclusion_case: {
    id: "text",
    forum: "text",
    kind: "text",
    jurisdiction: "text?",
    technology: "text?",
    title: "text?",
    plaintiff: "text?",
    defendant: "text?",
    filed: "text?",
    decided: "text?",
    outcome: "text?",
    amount_usd: "number?",
    url: "text?",
    note: "text?",
    semiconductor: "text?",
  },
  exclusion_patent: { case: "text", document: "text" },
  base_rate: { quantity: "text", forum: "text?", holder_kind: "text?", scope: "text", ...range, unit: "text", year: "text?", ...cited },
  ...listTables,
  class_title: { scheme: "text", symbol: "text", parent: "text?", level: "integer?", title: "text", since: "text?" },
  patent_rule: {
    id: "text",
    technology: "text",
    symbols: "text?",
    words: "text?",
    without_symbols: "text?",
    without_words: "text?",
    source: "text?",
    note: "text?",
  },
} as const satisfies Record<string, Columns>;

export type TableName = keyof typeof tables;

/** A row of these columns: every one present, unknown as `null`. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: Value<C[K]> };

/** One row of a table. */
export type Row<T extends TableName> = RowOf<(typeof tables)[T]>;

export const tableNames = Object.keys(tables) as readonly TableName[];
