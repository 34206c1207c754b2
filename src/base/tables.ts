/**
 * The tables of the workspace, declared once: source readers yield rows of these shapes, the workspace creates and fills
 * them. `docs/data.md` describes every column. An absent value is `null` and means unknown, never zero.
 */

type ColumnKind = "text" | "number" | "integer";
type Column = ColumnKind | `${ColumnKind}?`;
type Columns = Readonly<Record<string, Column>>;

type Value<C extends Column> = C extends "text"
  ? string
  : C extends "number" | "integer"
    ? number
    : C extends "text?"
      ? string | null
      : number | null;

export const tables = {
  document: {
    id: "text",
    title: "text",
    publisher: "text?",
    year: "integer?",
    url: "text?",
    locator: "text?",
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
    source: "text?",
    grade: "text",
    note: "text?",
  },
  process_order: { technology: "text", successor: "text", relation: "text" },
  variety: {
    technology: "text",
    variety: "text",
    weight_low: "number?",
    weight_high: "number?",
    source: "text?",
    grade: "text",
    note: "text?",
  },
  share: {
    technology: "text",
    holder: "text",
    holder_kind: "text",
    basis: "text",
    low: "number?",
    high: "number?",
    flag: "text?",
    year: "integer?",
    source: "text?",
    grade: "text",
    note: "text?",
  },
  stage_share: {
    stage: "text",
    holder: "text",
    holder_kind: "text",
    basis: "text",
    low: "number?",
    high: "number?",
    year: "integer?",
    source: "text?",
  },
  parameter: {
    technology: "text",
    parameter: "text",
    scope: "text",
    low: "number?",
    high: "number?",
    unit: "text",
    year: "integer?",
    source: "text?",
    grade: "text",
    note: "text?",
  },
  default_parameter: { supply_mode: "text", parameter: "text", low: "number", high: "number", unit: "text", reason: "text" },
  economy: { id: "text", name: "text", gdp: "number?", gdp_year: "integer?", source: "text?" },
  group_member: { group: "text", member: "text", since: "text?", until: "text?", source: "text?" },
  product_place: {
    product: "text",
    economy: "text",
    role: "text",
    low: "number?",
    high: "number?",
    year: "integer?",
    source: "text?",
    grade: "text",
    note: "text?",
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
    year: "integer?",
    source: "text?",
    grade: "text",
    note: "text?",
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
    low: "number?",
    high: "number?",
    citation: "text",
    published: "text?",
    effective: "text?",
    until: "text?",
    source: "text?",
    grade: "text",
    note: "text?",
  },
  withheld: {
    id: "text",
    issuer: "text",
    technology: "text",
    target: "text",
    class: "text",
    citation: "text",
    published: "text?",
    effective: "text?",
    until: "text?",
    source: "text?",
    grade: "text",
    note: "text?",
  },
  code: { technology: "text", scheme: "text", code: "text", relation: "text", source: "text?", grade: "text", note: "text?" },
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
    low: "number?",
    high: "number?",
    estimated: "integer?",
    source: "text?",
    note: "text?",
  },
} as const satisfies Record<string, Columns>;

export type TableName = keyof typeof tables;

/** One row of a table: every column present, unknown as `null`. */
export type Row<T extends TableName> = {
  readonly [K in keyof (typeof tables)[T]]: (typeof tables)[T][K] extends Column ? Value<(typeof tables)[T][K]> : never;
};

export const tableNames = Object.keys(tables) as readonly TableName[];
