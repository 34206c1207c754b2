import { findEconomy } from "../../../link/economies.ts";
import { maybeText, maybeYear, needText, parseNumber } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { fail, type RowRecord, rowRecord } from "../../format/records.ts";
import { type EtoDocuments, type EtoHolder, type EtoIds, etoEconomy, isVarious } from "./eto-ids.ts";
import { etoStages, linkNote } from "./eto-technologies.ts";

/** Reads the provision: shares of technologies and of stages, each provider and provided thing once, and the documents they cite. */
export class EtoProvision {
  private readonly providers: EtoProviders;
  private readonly ids: EtoIds;
  private readonly documents: EtoDocuments;
  private readonly bySite = new Set<string>();
  private readonly seen = new Map<string, number>();

  constructor(providers: EtoProviders, ids: EtoIds, documents: EtoDocuments) {
    this.providers = providers;
    this.ids = ids;
    this.documents = documents;
  }

  /** Reads a stage: its shares are of production where the caption says that they are by site. */
  stage(row: CsvRow): RowRecord[] {
    const native = needText(row, "stage_id");
    if (!Object.hasOwn(etoStages, native)) fail(`stage_id ${native} is not known`);
    if (/\bsite\b/i.test(row.text("market_share_chart_caption"))) this.bySite.add(native);
    return [];
  }

  rows(row: CsvRow): RowRecord[] {
    const native = needText(row, "provided_id");
    const provider = needText(row, "provider_id");
    const { holder } = this.providers.get(provider) ?? fail(`provider_id ${provider} stands in no provider`);
    const stage = Object.hasOwn(etoStages, native) ? etoStages[native] : undefined;
    const technology = this.ids.known(native);
    if (!stage && !technology) fail(`provided_id ${native} stands in no input`);
    const year = maybeYear(row, "year");
    const { low, high, flag } = etoShare(row.text("share_provided"), row.text("negligible_market_share"));
    const key = `${provider} ${native} ${year}`;
    const line = this.seen.get(key);
    if (line !== undefined) fail(`same provider and provided thing as line ${line}`);
    this.seen.set(key, row.line);
    const { id: source, rows } = this.documents.cite(row.text("source"), row);
    const known = this.documents.published;
    const share = { holder: holder.id, holder_kind: holder.kind, basis: this.basis(provider, native), low, high, year, source };
    if (stage) return [...rows, rowRecord("stage_share", row, { stage, ...share })];
    const note = linkNote(native, row.text("provided_name"));
    return [...rows, rowRecord("share", row, { technology: technology ?? "", ...share, known, flag, grade: "published", note })];
  }

  private basis(provider: string, provided: string): string {
    const holder = this.providers.get(provider);
    if (holder?.holder.kind === "organisation" || holder?.name === "Various companies") return "sales";
    return this.bySite.has(provided) ? "production" : "headquarters";
  }
}

/** A share as an interval of fractions and why it is one; both ends `null` where it is unknown. */
export interface EtoShare {
  readonly low: number | null;
  readonly high: number | null;
  readonly flag: "blank" | "negligible" | "rounded" | null;
}

/** What the data set calls negligible: up to 2 % (its technical notes). */
const negligible = 0.02;
/** Shares up to 1 % are rounded by the publisher, so that only [0, 1 %] is known of them. */
const rounded = 0.01;

/** `share`: in per cent, with or without the sign; `mark`: `negligible` in the older edition. Throws BadRow outside 0 to 100. */
export function etoShare(share: string, mark: string): EtoShare {
  const text = share.endsWith("%") ? share.slice(0, -1).trim() : share;
  if (text === "") {
    if (mark === "") return { low: null, high: null, flag: "blank" };
    return mark.toLowerCase() === "negligible"
      ? { low: 0, high: negligible, flag: "negligible" }
      : fail("negligible_market_share is not understood");
  }
  const fraction = Number((parseNumber(text, "share_provided") / 100).toPrecision(12));
  if (fraction < 0 || fraction > 1) fail("share_provided is not between 0 and 100");
  return fraction <= rounded ? { low: 0, high: rounded, flag: "rounded" } : { low: fraction, high: fraction, flag: null };
}

/** The providers read so far, by their id in the data set. */
export type EtoProviders = Map<string, { readonly name: string; readonly holder: EtoHolder }>;

/** Rows of one record of the providers: an organisation the first time its id stands, a name for each alias. */
export function etoProviderRows(row: CsvRow, providers: EtoProviders, ids: EtoIds, document: string): RowRecord[] {
  const native = needText(row, "provider_id");
  const name = needText(row, "provider_name");
  const type = needText(row, "provider_type");
  const known = providers.get(native);
  if (known && known.name !== name) fail(`provider_id ${native} is ${known.name} above`);
  if (type === "country") {
    providers.set(native, { name, holder: etoEconomy(name) ?? fail(`${name} is not a known economy`) });
    return [];
  }
  if (type !== "organization") fail(`provider_type ${type} is not known`);
  if (isVarious(name)) {
    providers.set(native, { name, holder: { id: "various", kind: "unspecified" } });
    return [];
  }
  const country = row.text("country");
  const economy = country === "" || isVarious(country) ? null : (findEconomy(country) ?? fail(`country ${country} is not a known economy`));
  const rows: RowRecord[] = [];
  const link = known ? { id: known.holder.id, rule: null } : ids.organisation(native, name);
  if (!known) {
    const note = `ETO ${native}, linked by ${link.rule}`;
    rows.push(rowRecord("organisation", row, { id: link.id, name, economy, exchange: null, ticker: null, source: document, note }));
    providers.set(native, { name, holder: { id: link.id, kind: "organisation" } });
  }
  const alias = maybeText(row, "alias");
  if (alias && alias !== name)
    rows.push(rowRecord("organisation_name", row, { organisation: link.id, name: alias, language: "en", kind: null, source: document }));
  return rows;
}
