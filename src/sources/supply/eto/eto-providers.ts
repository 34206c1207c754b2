import { findEconomy } from "../../../link/economies.ts";
import { maybeText, needText } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { fail, type RowRecord, rowRecord } from "../../format/records.ts";
import { type EtoHolder, type EtoIds, etoEconomy, isVarious } from "./eto-ids.ts";

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
