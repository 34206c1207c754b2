import { checkReferences, referringTables } from "./atlas-references.ts";
import { type AtlasRow, type AtlasRows, byTable, checkParameters, type Problem, problemOf } from "./parameter-domains.ts";
import { checkResearch } from "./research-problems.ts";

/** How far the low ends of one set of shares may sum above 1, for rounding. */
const overfull = 1.02;

/** Errors of an atlas: cycles, dangling ids, duplicates, shares above 1 or assumed, parameters out of domain, required varieties, problems. */
export function checkAtlas(rows: readonly AtlasRow[]): readonly Problem[] {
  const tables = byTable(rows);
  return [
    ...checkDuplicates(tables),
    ...checkReferences(tables),
    ...checkCycles(tables),
    ...checkBoth(tables),
    ...checkShares(tables),
    ...checkWeights(tables),
    ...checkResearch(tables),
    ...checkParameters([...tables("parameter"), ...tables("default_parameter")]),
  ];
}

const keys: Readonly<Record<string, readonly string[]>> = {
  document: ["id"],
  stage: ["id"],
  technology: ["id"],
  alias: ["alias"],
  family_member: ["member"],
  requirement: ["technology", "input", "since"],
  variety: ["technology", "variety"],
  share: ["technology", "holder", "holder_kind", "basis", "year", "source"],
  parameter: ["technology", "parameter", "scope", "year", "source", "low", "high"],
  default_parameter: ["supply_mode", "parameter"],
  process_time: ["input", "user"],
  economy: ["id"],
  group_member: ["group", "member", "since"],
  product_place: ["product", "economy", "role", "year", "source"],
  organisation: ["id"],
  organisation_name: ["organisation", "name", "language"],
  plant: ["id"],
  outage: ["id"],
  act_outcome: ["act", "technology", "quantity", "date"],
  reach: ["id"],
  withheld: ["id"],
  code: ["technology", "scheme", "code"],
  patent_rule: ["id"],
  problem: ["id"],
  problem_worker: ["problem", "holder", "source"],
  successor: ["technology", "replaces"],
  patent: ["document"],
  base_rate: ["quantity", "forum", "holder_kind", "scope", "year", "source"],
};

/** Tables that `checkAtlas` needs. */
export const checkedTables: readonly string[] = [...new Set([...Object.keys(keys), ...referringTables])];

const checkDuplicates = (tables: AtlasRows): readonly Problem[] =>
  Object.entries(keys).flatMap(([table, columns]) => {
    const seen = new Map<string, AtlasRow>();
    return tables(table).flatMap((record) => {
      const key = JSON.stringify(columns.map((column) => record.row[column] ?? null));
      const first = seen.get(key);
      if (!first) seen.set(key, record);
      return first ? [problemOf(record, `same ${columns.join(", ")} as line ${first.line}`)] : [];
    });
  });

function checkBoth(tables: AtlasRows): readonly Problem[] {
  const varieties = new Set(tables("variety").map(({ row }) => `${row.technology} ${row.variety}`));
  const both = tables("requirement").filter(({ row }) => varieties.has(`${row.technology} ${row.input}`));
  return both.map((record) => problemOf(record, `${record.row.input} is both required by ${record.row.technology} and a variety of it`));
}

function checkShares(tables: AtlasRows): readonly Problem[] {
  const sums = new Map<string, { last: AtlasRow; holders: Map<string, number> }>();
  for (const record of tables("share")) {
    const { technology, basis, holder_kind, year, holder, low } = record.row;
    const key = `${technology}, ${basis}, ${holder_kind}, ${year ?? "no year"}`;
    const group = sums.get(key) ?? { last: record, holders: new Map<string, number>() };
    group.last = record;
    group.holders.set(String(holder), Math.max(group.holders.get(String(holder)) ?? 0, Number(low ?? 0)));
    sums.set(key, group);
  }
  const over = [...sums].flatMap(([key, { last, holders }]) => {
    const sum = [...holders.values()].reduce((total, low) => total + low, 0);
    return sum > overfull ? [problemOf(last, `shares of ${key} sum to ${sum.toFixed(3)}`)] : [];
  });
  const assumed = tables("share").filter(({ row }) => row.grade === "assumed");
  return [...over, ...assumed.map((record) => problemOf(record, "a share is never assumed"))];
}

function checkWeights(tables: AtlasRows): readonly Problem[] {
  const sums = new Map<string, { last: AtlasRow; low: number; high: number }>();
  for (const record of tables("variety")) {
    const { technology, weight_low, weight_high } = record.row;
    const sum = sums.get(String(technology)) ?? { last: record, low: 0, high: 0 };
    sums.set(String(technology), { last: record, low: sum.low + Number(weight_low ?? 0), high: sum.high + Number(weight_high ?? 1) });
  }
  return [...sums].flatMap(([technology, { last, low, high }]) =>
    low > overfull || high < 2 - overfull ? [problemOf(last, `weights of the varieties of ${technology} cannot sum to 1`)] : [],
  );
}

interface Edge {
  readonly to: string;
  readonly record: AtlasRow;
}

/** Cycles among requirements and varieties, each reported at its closing row. */
function checkCycles(tables: AtlasRows): readonly Problem[] {
  const edges = new Map<string, Edge[]>();
  const add = (record: AtlasRow, to: string): void => {
    const from = String(record.row.technology);
    edges.set(from, [...(edges.get(from) ?? []), { to, record }]);
  };
  for (const record of tables("requirement")) add(record, String(record.row.input));
  for (const record of tables("variety")) add(record, String(record.row.variety));
  const done = new Set<string>();
  return [...edges.keys()].flatMap((start) => (done.has(start) ? [] : cyclesFrom(start, edges, done)));
}

function cyclesFrom(start: string, edges: ReadonlyMap<string, readonly Edge[]>, done: Set<string>): readonly Problem[] {
  const problems: Problem[] = [];
  const path = [{ node: start, next: 0 }];
  const position = new Map([[start, 0]]);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const edge = edges.get(top.node)?.[top.next];
    top.next += 1;
    if (!edge) {
      done.add(top.node);
      position.delete(top.node);
      path.pop();
      continue;
    }
    const back = position.get(edge.to);
    if (back !== undefined) {
      const names = path.slice(back).map(({ node }) => node);
      problems.push(problemOf(edge.record, `cycle: ${[...names, edge.to].join(" -> ")}`));
    } else if (!done.has(edge.to)) {
      position.set(edge.to, path.length);
      path.push({ node: edge.to, next: 0 });
    }
  }
  return problems;
}
