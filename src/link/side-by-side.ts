import { type Holder, isKnownHolder } from "./harmonise.ts";

/**
 * Joins holders whose names a record prints in several languages for one holder (`records`). A holder joins the only one it ever appears
 * with: a known organisation, else the one with more documents. Ambiguous ones and pairs of organisations stay separate. `holders` and
 * `documents` are by name.
 */
export function joinSideBySide(
  holders: ReadonlyMap<string, Holder>,
  documents: ReadonlyMap<string, number>,
  records: Iterable<readonly string[]>,
): ReadonlyMap<string, Holder> {
  const byId = new Map([...holders.values()].map((one) => [one.holder, one]));
  const beside = partners(holders, records);
  const size = new Map<string, number>();
  for (const [name, { holder }] of holders) size.set(holder, (size.get(holder) ?? 0) + (documents.get(name) ?? 0));
  const leads = (a: Holder, b: Holder): boolean => {
    if (isKnownHolder(a) || isKnownHolder(b)) return !isKnownHolder(b);
    const more = (size.get(a.holder) ?? 0) - (size.get(b.holder) ?? 0);
    return more === 0 ? a.holder < b.holder : more > 0;
  };
  return new Map(
    [...holders].map(([name, own]) => {
      const [only, ...others] = beside.get(own.holder) ?? [];
      const other = only === undefined ? undefined : byId.get(only);
      if (other === undefined || others.length > 0 || isKnownHolder(own) || !leads(other, own)) return [name, own];
      return [name, { holder: other.holder, name: other.name, organisation: other.organisation, rule: "side-by-side" }];
    }),
  );
}

/** Holders that appear in one record under another id. */
function partners(holders: ReadonlyMap<string, Holder>, records: Iterable<readonly string[]>): ReadonlyMap<string, ReadonlySet<string>> {
  const beside = new Map<string, Set<string>>();
  for (const names of records) {
    const ids = new Set(names.flatMap((name) => holders.get(name)?.holder ?? []));
    for (const one of ids) {
      for (const other of ids) {
        if (one !== other) beside.set(one, (beside.get(one) ?? new Set()).add(other));
      }
    }
  }
  return beside;
}
