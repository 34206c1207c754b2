import type { TableName } from "../../../base/tables.ts";
import { controlClasses, outageClass } from "../../../link/parameter-domains.ts";
import {
  amount,
  date,
  economy,
  type Field,
  fraction,
  grade,
  id,
  maybe,
  maybeOneOf,
  number,
  oneOf,
  text,
  year,
} from "../../format/table-fields.ts";

/** One file of the atlas: the table it fills and what each of its columns holds. */
export interface AtlasFile {
  readonly table: TableName;
  readonly fields: Readonly<Record<string, Field>>;
  /** A second table that each record gives a row of. */
  readonly also?: Omit<AtlasFile, "also">;
}

const evidence = { source: text, grade, note: maybe };
const published = {
  technology: id,
  holder: text,
  holder_kind: oneOf("economy", "organisation", "joint", "world"),
  scope: text,
  counted: text,
  low: amount,
  high: amount,
  unit: text,
  year_from: year,
  year_to: year,
  known: date,
  ...evidence,
};
const modes = ["consumable", "capital", "service"] as const;

/** The files of the atlas by name without `.csv`; docs/data.md describes them. */
export const atlasFiles: Readonly<Record<string, AtlasFile>> = {
  sources: {
    table: "document",
    fields: {
      id,
      title: text,
      publisher: maybe,
      published: date,
      url: maybe,
      locator: maybe,
      class: oneOf("primary", "named-research", "press", "other"),
      access: oneOf("direct", "secondary"),
      note: maybe,
    },
  },
  stages: { table: "stage", fields: { id, name: text, position: { kind: "integer" } } },
  technologies: {
    table: "technology",
    fields: {
      id,
      name: text,
      kind: oneOf("process", "tool", "material", "design", "product"),
      stage: maybe,
      supply_mode: maybeOneOf(...modes),
      next_generation: maybeOneOf("yes", "no"),
      description: maybe,
    },
  },
  families: { table: "family_member", fields: { member: id, family: id } },
  aliases: { table: "alias", fields: { alias: text, technology: id } },
  requires: {
    table: "requirement",
    fields: {
      technology: id,
      input: id,
      criticality: oneOf("blocking", "degrading", "marginal", "unknown"),
      delta_low: fraction,
      delta_high: fraction,
      since: date,
      ...evidence,
    },
  },
  varieties: { table: "variety", fields: { technology: id, variety: id, weight_low: fraction, weight_high: fraction, ...evidence } },
  shares: {
    table: "share",
    fields: {
      technology: id,
      holder: text,
      holder_kind: oneOf("economy", "organisation", "joint"),
      basis: oneOf("headquarters", "production", "sales"),
      low: fraction,
      high: fraction,
      year,
      known: date,
      ...evidence,
    },
  },
  "self-supply": {
    table: "self_supply",
    fields: { technology: id, economy, low: fraction, high: fraction, year, known: date, ...evidence },
  },
  parameters: {
    table: "parameter",
    fields: { technology: id, parameter: id, scope: text, low: amount, high: amount, unit: text, year, known: date, ...evidence },
  },
  defaults: {
    table: "default_parameter",
    fields: {
      supply_mode: oneOf(...modes, ...controlClasses, outageClass),
      parameter: id,
      low: number,
      high: number,
      unit: text,
      reason: text,
    },
  },
  economies: { table: "economy", fields: { id: economy, name: text, gdp: amount, gdp_year: year, source: maybe } },
  groups: { table: "group_member", fields: { group: text, member: economy, since: date, until: date, source: text } },
  "product-places": {
    table: "product_place",
    fields: { product: id, economy, role: oneOf("make", "use"), low: fraction, high: fraction, year, known: date, ...evidence },
  },
  organisations: {
    table: "organisation",
    fields: { id, name: text, economy: maybe, exchange: maybe, ticker: maybe, source: text, note: maybe },
  },
  "organisation-names": {
    table: "organisation_name",
    fields: {
      organisation: id,
      name: text,
      language: oneOf("zh-Hans", "zh-Hant", "ja", "ko", "en", "fr", "de"),
      kind: maybeOneOf("official", "short", "former"),
      source: text,
    },
  },
  plants: {
    table: "plant",
    fields: {
      id,
      owner: id,
      economy,
      place: maybe,
      technology: id,
      node: maybe,
      year,
      known: date,
      wafer_mm: amount,
      wafers_low: amount,
      wafers_high: amount,
      status: maybeOneOf("operating", "building", "planned", "closed"),
      ...evidence,
    },
  },
  flows: {
    table: "trade_flow",
    fields: { technology: text, exporter: text, importer: text, low: amount, high: amount, unit: text, year, known: date, ...evidence },
  },
  users: {
    table: "chip_user",
    fields: { economy: text, sector: text, quantity: text, low: amount, high: amount, unit: text, year, known: date, ...evidence },
  },
  effects: {
    table: "control_effect",
    fields: {
      id,
      control: text,
      subject: text,
      subject_kind: oneOf("economy", "organisation", "world"),
      quantity: text,
      low: amount,
      high: amount,
      unit: text,
      date,
      known: date,
      ...evidence,
    },
  },
  "patent-counts": { table: "patent_count", fields: published },
  science: { table: "science_count", fields: published },
  licences: {
    table: "licence",
    fields: {
      id,
      licensor: maybe,
      licensee: maybe,
      technology: maybe,
      quantity: text,
      low: amount,
      high: amount,
      unit: text,
      date,
      known: date,
      ...evidence,
    },
  },
  reach: {
    table: "reach",
    fields: {
      id,
      issuer: economy,
      technology: text,
      provider: text,
      made_in: text,
      customers: text,
      exempt: maybe,
      rule: oneOf("direct-product", "content", "nationality"),
      low: fraction,
      high: fraction,
      citation: text,
      published: date,
      effective: date,
      until: date,
      ...evidence,
    },
  },
  withheld: {
    table: "withheld",
    fields: {
      id,
      issuer: text,
      technology: text,
      target: text,
      class: oneOf(...controlClasses),
      citation: text,
      published: date,
      effective: date,
      until: date,
      ...evidence,
    },
  },
  rules: 
    table: "control_rule",
    fields: 
      id: text,
      issuer: economy,
      kind: text,
      type: maybe,
      title: text,
      citation: text,
      published: date,
      effective: date,
      ends: date,
      suspends: maybe,
      url: maybe,
      ...evidence,,,
  codes: 
    table: "code",
    fields: 
      technology: id,
      scheme: oneOf("hs6", "cn8", "cpc", "eccn"),
      code: text,
      relation: oneOf("covers", "same", "part"),
      ...evidence,,,
  "base-rates": 
    table: "base_rate",
    fields: 
      quantity: text,
      forum: maybe,
      holder_kind: maybe,
      scope: text,
      low: amount,
      high: amount,
      unit: text,
      year: maybe,
      ...evidence,,,
  "exclusion-terms": 
    table: "base_rate",
    fields: 
      quantity: text,
      forum: maybe,
      holder_kind: maybe,
      scope: text,
      low: number,
      high: number,
      unit: text,
      grade: oneOf("assumed"),
      note: text,,,
  "patent-rules": 
    table: "patent_rule",
    fields: 
      id,
      technology: id,
      symbols: maybe,
      words: maybe,
      without_symbols: maybe,
      without_words: maybe,
      source: maybe,
      note: maybe,,,
  patents: 
    table: "patent",
    fields: 
      document: text,
      office: economy,
      kind: maybe,
      published: date,
      application: maybe,
      filed: date,
      priority: date,
      family: maybe,
      granted: fraction,
      type: maybeOneOf("utility", "design", "plant", "reissue", "statutory", "utility-model"),
      references: amount,
      native: text,,
    also: table: "patent_source", fields: document: text, source: text ,,
  "patent-texts": 
    table: "patent_text",
    fields: document: text, field: oneOf("title", "abstract", "claim"), language: maybe, text ,,
  "patent-holders": 
    table: "patent_holder",
    fields: document: text, role: oneOf("applicant", "assignee", "owner"), position: kind: "integer" , name: text ,,
  "patent-classes": 
    table: "patent_class",
    fields: 
      document: text,
      scheme: oneOf("cpc", "ipc", "uspc", "fi", "fterm", "locarno"),
      symbol: text,
      role: maybeOneOf("inventive", "additional"),
      position: amount,,,
  "patent-citations": table: "patent_citation", fields: citing: text, cited: text ,
};
