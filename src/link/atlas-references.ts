import { type AtlasRow, type AtlasRows, type Problem, problemOf } from "./parameter-domains.ts";

type Kind = "technology" | "organisation" | "economy" | "document" | "stage" | "problem";

/** Columns with ids of another file, joined by `;` where allowed; `*` and `world` where allowed. */
const references: readonly {
  readonly table: string;
  readonly column: string;
  readonly kinds: readonly Kind[];
  readonly words?: readonly string[];
}[] = [
  { table: "technology", column: "stage", kinds: ["stage"] },
  { table: "technology", column: "used_with", kinds: ["technology"] },
  { table: "alias", column: "technology", kinds: ["technology"] },
  { table: "family_member", column: "member", kinds: ["technology"] },
  { table: "family_member", column: "family", kinds: ["technology"] },
  { table: "requirement", column: "technology", kinds: ["technology"] },
  { table: "requirement", column: "input", kinds: ["technology"] },
  { table: "process_time", column: "input", kinds: ["technology", "stage"] },
  { table: "process_time", column: "user", kinds: ["technology", "stage"] },
  { table: "variety", column: "technology", kinds: ["technology"] },
  { table: "variety", column: "variety", kinds: ["technology"] },
  { table: "share", column: "technology", kinds: ["technology"] },
  { table: "parameter", column: "technology", kinds: ["technology"] },
  { table: "parameter", column: "scope", kinds: ["economy"], words: ["world"] },
  { table: "group_member", column: "member", kinds: ["economy"] },
  { table: "product_place", column: "product", kinds: ["technology"] },
  { table: "product_place", column: "economy", kinds: ["economy"] },
  { table: "organisation", column: "economy", kinds: ["economy"] },
  { table: "organisation_name", column: "organisation", kinds: ["organisation"] },
  { table: "self_supply", column: "technology", kinds: ["technology"] },
  { table: "self_supply", column: "economy", kinds: ["economy"] },
  { table: "trade_flow", column: "exporter", kinds: ["economy"], words: ["world"] },
  { table: "trade_flow", column: "importer", kinds: ["economy"], words: ["world"] },
  { table: "chip_user", column: "economy", kinds: ["economy"], words: ["world"] },
  { table: "control_effect", column: "subject", kinds: ["economy", "organisation"], words: ["world"] },
  { table: "act_outcome", column: "technology", kinds: ["technology"] },
  { table: "patent_count", column: "technology", kinds: ["technology"], words: ["all-chips"] },
  { table: "science_count", column: "technology", kinds: ["technology"], words: ["all-chips"] },
  { table: "licence", column: "technology", kinds: ["technology"] },
  { table: "problem", column: "technology", kinds: ["technology"] },
  { table: "problem_worker", column: "problem", kinds: ["problem"] },
  { table: "successor", column: "technology", kinds: ["technology"] },
  { table: "successor", column: "replaces", kinds: ["technology"] },
  { table: "plant", column: "owner", kinds: ["organisation"] },
  { table: "plant", column: "economy", kinds: ["economy"] },
  { table: "plant", column: "technology", kinds: ["technology"] },
  { table: "outage", column: "technology", kinds: ["technology"] },
  { table: "reach", column: "issuer", kinds: ["economy"] },
  { table: "reach", column: "technology", kinds: ["technology"], words: ["*"] },
  { table: "reach", column: "provider", kinds: ["economy", "organisation"], words: ["*"] },
  { table: "reach", column: "made_in", kinds: ["economy"], words: ["*"] },
  { table: "reach", column: "customers", kinds: ["economy", "organisation"], words: ["*"] },
  { table: "reach", column: "exempt", kinds: ["economy", "organisation"] },
  { table: "withheld", column: "issuer", kinds: ["economy"] },
  { table: "withheld", column: "technology", kinds: ["technology"], words: ["*"] },
  { table: "withheld", column: "target", kinds: ["economy", "organisation"], words: ["*"] },
  { table: "control_rule", column: "issuer", kinds: ["economy"] },
  { table: "code", column: "technology", kinds: ["technology"] },
  { table: "patent_rule", column: "technology", kinds: ["technology"] },
];

const documented = [
  "requirement",
  "variety",
  "share",
  "parameter",
  "economy",
  "group_member",
  "product_place",
  "organisation",
  "organisation_name",
  "plant",
  "outage",
  "self_supply",
  "trade_flow",
  "chip_user",
  "control_effect",
  "act_outcome",
  "patent_count",
  "science_count",
  "problem",
  "problem_worker",
  "successor",
  "licence",
  "reach",
  "withheld",
  "control_rule",
  "base_rate",
  "code",
  "patent_rule",
  "patent_source",
] as const;

export const referringTables: readonly string[] = [...new Set([...references.map(({ table }) => table), ...documented])];

/** What a holder of a share may be an id of. */
const holderKinds: Readonly<Record<string, readonly Kind[]>> = {
  organisation: ["organisation"],
  joint: ["organisation", "economy"],
  world: ["economy"],
};

/** Ids that no file declares. */
export function checkReferences(tables: AtlasRows): readonly Problem[] {
  const ids = (table: string, column = "id"): ReadonlySet<string> => new Set(tables(table).map(({ row }) => String(row[column])));
  const known: Readonly<Record<Kind, ReadonlySet<string>>> = {
    technology: ids("technology"),
    organisation: ids("organisation"),
    economy: new Set([...ids("economy"), ...ids("group_member", "group")]),
    document: ids("document"),
    stage: ids("stage"),
    problem: ids("problem"),
  };
  const dangling = (record: AtlasRow, column: string, kinds: readonly Kind[], words: readonly string[] = []): readonly Problem[] => {
    const value = record.row[column];
    const named = typeof value === "string" ? value.split(";").map((each) => each.trim()) : [];
    const unknown = named.filter((each) => !words.includes(each) && !kinds.some((kind) => known[kind].has(each)));
    return unknown.map((each) => problemOf(record, `${column} ${each} is not a known ${kinds.join(" or ")}`));
  };
  return [
    ...references.flatMap(({ table, column, kinds, words }) => tables(table).flatMap((record) => dangling(record, column, kinds, words))),
    ...["share", "patent_count", "science_count", "problem_worker"]
      .flatMap(tables)
      .flatMap((record) => dangling(record, "holder", holderKinds[String(record.row.holder_kind)] ?? ["economy"], ["world"])),
    ...documented.flatMap((table) => tables(table).flatMap((record) => dangling(record, "source", ["document"]))),
  ];
}
