import type { TechnologyPatents } from "../../../src/answers/patents/technology-patents-report.ts";
import { csv } from "../words/csv.ts";

type Holder = TechnologyPatents["holders"][number];

const shareKinds = ["count", "countUnexpired", "weight", "weightUnexpired"] as const satisfies readonly (keyof Holder["shares"])[];
const shareNames = ["share", "share_unexpired", "weight_share", "weight_share_unexpired"] as const;

/** Holders as CSV: shares 0..1 with their interval; an empty cell is unknown. */
export function holdersCsv({ technology, asOf, holders }: TechnologyPatents): string {
  const head = ["technology", "as_of", "holder", "name", "seat", "families_or_publications", "citations_by_others"];
  return csv([
    [...head, ...shareNames.flatMap((name) => [name, `${name}_low`, `${name}_high`])],
    ...holders.map((line) => [
      technology.id,
      asOf,
      line.holder,
      line.name,
      line.economy,
      line.units,
      line.citations,
      ...shareKinds.flatMap((kind) => {
        const share = line.shares[kind];
        return share === null ? [null, null, null] : [share.value, share.low, share.high];
      }),
    ]),
  ]);
}

/** Expiry by year as CSV: numbers of documents; those without a known end stand in a row without a year. */
export function expiryCsv({ technology, asOf, expiry }: TechnologyPatents): string {
  const head = ["technology", "as_of", "year", "term_ends", "ended_by_event", "in_force_low", "in_force_high", "status_unknown"];
  return csv([
    head,
    ...expiry.years.map((line) => [
      technology.id,
      asOf,
      line.year,
      line.byTerm,
      line.byEvent,
      line.inForce.low,
      line.inForce.high,
      line.statusUnknown,
    ]),
    ...(expiry.unknown > 0 ? [[technology.id, asOf, null, expiry.unknown, null, null, null, expiry.unknown]] : []),
  ]);
}
