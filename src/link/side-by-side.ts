import type { Holder } from "./harmonise.ts";

/**
 * Joins holders that records print side by side: `records` has the names, each in another language, of one holder of one document. Such a
 * holder goes with the only other one that ever stands beside it: with the known organisation, else with the one of more documents.
 * One that stands beside several stays apart, as do two organisations. `holders` and `documents` are by name, as the result is.
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
    if (a.organisation !== null || b.organisation !== null) return b.organisation === null;
    const more = (size.get(a.holder) ?? 0) - (size.get(b.holder) ?? 0);
    return more === 0 ? a.holder < b.holder : more > 0;
  };
  return new Map(
    [...holders].map(([name, own]) => {
      const [only, ...others] = beside.get(own.holder) ?? [];
      const other = only === undefined ? undefined : byId.get(only);
      if (other === undefined || others.length > 0 || own.organisation !== null || !leads(other, own)) return [name, own];
      return [name, { holder: other.holder, name: other.name, organisation: other.organisation, rule: "side-by-side" }];
    }),
  );
}

/** By holder those that stand beside it under another id. */
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
