/** Tables of lists of parties, of their owners and records, and of rules and items of control; a part of `tables.ts`. */
export const listTables = {
  /**
   * One row of a list of parties as one reading of it states it; `entry` is the key of the other tables of parties. Two readings of one
   * list (`origin`) are both kept. Dates of publication, effect and end stand apart; see `src/screen/`.
   */
  party_entry: {
    entry: "text",
    list: "text",
    origin: "text",
    issuer: "text",
    native: "text?",
    kind: "text?",
    name: "text",
    economy: "text?",
    published: "text?",
    effective: "text?",
    ended: "text?",
    edition: "text?",
    citation: "text?",
    footnotes: "text?",
    requirement: "text?",
    policy: "text?",
    programme: "text?",
    remark: "text?",
    url: "text?",
  },
  party_name: { entry: "text", name: "text", kind: "text", language: "text?" },
  party_place: { entry: "text", economy: "text?", place: "text?" },
  party_link: { entry: "text", relation: "text", other: "text", date: "text?" },
  /** A date of birth (`kind` born, as printed) or an identifier (`scheme`: lei, imo, tax, ...; `economy`: of who issued it) of a party. */
  party_fact: { entry: "text", kind: "text", scheme: "text?", value: "text", economy: "text?" },
  /**
   * A part of a firm that an owner holds, as one source states it; fractions of one. `owned` and `owner` are ids of the source (LEI, ...) or
   * `name:` with the letters of a name. `until` is the first day on which it no longer holds.
   */
  ownership: {
    owned: "text",
    owned_name: "text?",
    owned_economy: "text?",
    owner: "text",
    owner_name: "text?",
    owner_economy: "text?",
    owner_kind: "text?",
    relation: "text",
    low: "number?",
    high: "number?",
    since: "text?",
    until: "text?",
    source: "text?",
  },
  /**
   * An organisation in other people's records of firms (GLEIF, Wikidata, registers); `record` is the origin and its id there. Its names
   * are in `record_name`, `key` their letters.
   */
  party_record: {
    record: "text",
    origin: "text",
    name: "text",
    economy: "text?",
    lei: "text?",
    registration: "text?",
    status: "text?",
  },
  record_name: { record: "text", name: "text", kind: "text", language: "text?", key: "text" },
  /** Each document that a row cites, in the order printed; `published` is the day it gives for it. */
  party_citation: { entry: "text", position: "integer", citation: "text", published: "text?" },
  /** An edition of a list in one reading: `full` replaces what was there, `additions` adds, `snapshot` is the list on that day. */
  list_edition: { list: "text", origin: "text", day: "text?", kind: "text", note: "text?" },
  /** One statement about a rule or notice; several may tell of one rule (`id`), each what it knows. */
  control_rule: {
    id: "text",
    issuer: "text",
    kind: "text?",
    type: "text?",
    title: "text",
    citation: "text?",
    published: "text?",
    effective: "text?",
    ends: "text?",
    end_known: "text?",
    suspends: "text?",
    origin: "text",
    url: "text?",
    source: "text?",
    grade: "text?",
    note: "text?",
  },
  /** An entry of a control list, as of the day of its edition; `full` is 1 where the text of its paragraphs is loaded. */
  control_item: {
    list: "text",
    edition: "text",
    item: "text",
    heading: "text",
    reasons: "text?",
    full: "integer",
    related: "text?",
    citation: "text",
  },
  item_paragraph: { list: "text", edition: "text", item: "text", position: "integer", paragraph: "text?", parent: "text?", text: "text" },
  /** What a reason for control applies to, and where a licence is needed for it, both as printed. */
  item_reason: { list: "text", edition: "text", item: "text", position: "integer", applies: "text", destinations: "text" },
  item_exception: { list: "text", edition: "text", item: "text", exception: "text", text: "text" },
  exception_title: { list: "text", edition: "text", exception: "text", title: "text", section: "text" },
  /** A row of the Commerce Country Chart; `pointer` stands where it has no marks but names other rules. */
  chart_row: { edition: "text", place: "text", economy: "text?", pointer: "text?", governed_by: "text?", basis: "text?" },
  chart_mark: { edition: "text", place: "text", column: "text" },
  chart_footnote: { edition: "text", place: "text", number: "integer", text: "text?" },
  /** Entries for which every destination needs a licence, whatever the chart says; `applies` are their paragraphs, as printed. */
  all_destinations: { edition: "text", item: "text", applies: "text", text: "text" },
  economy_group: { edition: "text", group: "text", place: "text", economy: "text?" },
} as const;
