import type { Expression, Output } from "../../format/column-plan.ts";

/** A table of PatentsView: the columns that tell it, and what its records become. `has` says whether the file has a column. */
export interface PatentsViewLayout {
  readonly name: string;
  readonly needs: readonly string[];
  outputs(has: (column: string) => boolean): readonly Output[];
}

/**
 * Beside the published columns of a table that was cut to a corpus: how many references the published tables have of a document outside it,
 * which is known for its citations of documents of the corpus alone.
 */
export const followerReferences = "follower_references";

const constant = (value: string | number | null): Expression => ({ kind: "constant", value });
const text = (...columns: readonly string[]): Expression => ({ kind: "text", columns });
const date = (column: string): Expression => ({ kind: "date", column });
const patent: Expression = { kind: "document", column: "patent_id" };

/** PatentsView counts from 0. */
const position = (column: string): Expression => ({ kind: "integer", column, plus: 1 });

const mapped = (
  column: string,
  values: Readonly<Record<string, string | number>>,
  otherwise: string | number | null = null,
): Expression => ({ kind: "mapped", column, values, otherwise });

const granted = mapped("withdrawn", { "": 1, "1": 0, "1.0": 0 }, 1);
const withdrawal = mapped("withdrawn", { "1": "withdrawn", "1.0": "withdrawn" });

const types = mapped("patent_type", {
  utility: "utility",
  design: "design",
  plant: "plant",
  reissue: "reissue",
  "statutory invention registration": "statutory",
});

/** Series and serial, as `applicationKey` has them. */
const application: Expression = {
  kind: "pattern",
  column: "application_id",
  pattern: "([0-9]{2})/?([0-9]{3}),?([0-9]{3})",
  replacement: "US\\1\\2\\3",
  what: "US application",
};

const symbol: Expression = {
  kind: "pattern",
  column: "cpc_group",
  pattern: "([A-HY][0-9]{2}[A-Z]) *0*([1-9][0-9]{0,3}/[0-9]{2,6})",
  replacement: "\\1\\2",
  what: "CPC symbol",
};

const phases = mapped(
  "citation_category",
  {
    "cited by examiner": "examiner",
    "cited by applicant": "applicant",
    "cited by third party": "third-party",
  },
  "other",
);

const economy: Expression = {
  kind: "pattern",
  column: "disambig_country",
  pattern: "([A-Z]{2})",
  replacement: "\\1",
  what: "country code",
};

const citations =
  (cited: string) =>
  (has: (column: string) => boolean): readonly Output[] => [
    {
      table: "patent_citation",
      values: {
        citing: patent,
        cited: { kind: "document", column: cited },
        phase: has("citation_category") ? phases : constant(null),
        position: position("citation_sequence"),
      },
    },
  ];

/** A holder or inventor and, by the location's id, its place. */
const party =
  (table: "patent_holder" | "patent_inventor", role: string, id: string, sequence: string, name: Expression) =>
  (has: (column: string) => boolean): readonly Output[] => {
    const native = has(id) ? text(id) : constant(null);
    const common = { document: patent, position: position(sequence), name, native };
    const own: Output = { table, values: table === "patent_holder" ? { ...common, role: constant(role) } : common, where: name };
    if (!has("location_id")) return [own];
    const place = text("location_id");
    const values = { document: patent, role: constant(role), position: position(sequence), place };
    return [own, { table: "patent_party_place", values, where: place }];
  };

const title: Expression = text("patent_title");
const abstract: Expression = text("patent_abstract");

const textOutput = (field: string, value: Expression): Output => ({
  table: "patent_text",
  values: { document: patent, field: constant(field), language: constant("en"), text: value },
  where: value,
});

export const patentsViewLayouts: readonly PatentsViewLayout[] = [
  {
    name: "patents",
    needs: ["patent_id", "patent_type", "patent_date", "patent_title"],
    outputs: (has) => [
      {
        table: "patent",
        values: {
          document: patent,
          office: constant("US"),
          kind: has("wipo_kind") ? text("wipo_kind") : constant(null),
          published: date("patent_date"),
          granted: has("withdrawn") ? granted : constant(1),
          type: types,
          references: has(followerReferences) ? { kind: "integer", column: followerReferences, plus: 0 } : constant(null),
          native: text("patent_id"),
        },
      },
      textOutput("title", title),
      ...(has("patent_abstract") ? [textOutput("abstract", abstract)] : []),
      ...(has("withdrawn")
        ? [{ table: "patent_event" as const, values: { document: patent, kind: withdrawal, date: date("patent_date") }, where: withdrawal }]
        : []),
    ],
  },
  { name: "abstracts", needs: ["patent_id", "patent_abstract"], outputs: () => [textOutput("abstract", abstract)] },
  {
    name: "applications",
    needs: ["application_id", "patent_id", "filing_date"],
    outputs: () => [
      {
        table: "patent",
        values: { document: patent, office: constant("US"), application, filed: date("filing_date"), native: text("patent_id") },
      },
    ],
  },
  { name: "citations", needs: ["patent_id", "citation_sequence", "citation_patent_id"], outputs: citations("citation_patent_id") },
  {
    name: "application citations",
    needs: ["patent_id", "citation_sequence", "citation_document_number"],
    outputs: citations("citation_document_number"),
  },
  {
    name: "classes",
    needs: ["patent_id", "cpc_sequence", "cpc_group"],
    outputs: (has) => [
      {
        table: "patent_class",
        values: {
          document: patent,
          scheme: constant("cpc"),
          symbol,
          role: has("cpc_type") ? mapped("cpc_type", { inventional: "inventive", additional: "additional" }) : constant(null),
          position: position("cpc_sequence"),
        },
      },
    ],
  },
  {
    name: "assignees",
    needs: ["patent_id", "assignee_sequence", "disambig_assignee_organization"],
    outputs: (has) => {
      const names = ["disambig_assignee_individual_name_first", "disambig_assignee_individual_name_last"].filter(has);
      const organisation = text("disambig_assignee_organization");
      const name: Expression = names.length > 0 ? { kind: "first", of: [organisation, text(...names)] } : organisation;
      return party("patent_holder", "assignee", "assignee_id", "assignee_sequence", name)(has);
    },
  },
  {
    name: "inventors",
    needs: ["patent_id", "inventor_sequence", "disambig_inventor_name_first", "disambig_inventor_name_last"],
    outputs: party(
      "patent_inventor",
      "inventor",
      "inventor_id",
      "inventor_sequence",
      text("disambig_inventor_name_first", "disambig_inventor_name_last"),
    ),
  },
  {
    name: "locations",
    needs: ["location_id", "disambig_country"],
    outputs: () => [{ table: "patent_place", values: { place: text("location_id"), economy } }],
  },
];

/** The columns of citations that were published without a header, told by the shape of the first record. */
export const headerlessCitations: readonly string[] = [
  "row",
  "patent_id",
  "citation_sequence",
  "citation_patent_id",
  "citation_date",
  "record_name",
  "wipo_kind",
  "citation_category",
  "row_again",
];
