import { actScope } from "../../link/parameter-domains.ts";
import { createKnownSince } from "../../measure/supply/known.ts";
import type { SupplyMap, Technology } from "../../measure/supply/supply-map.ts";
import { basisOf, type InputBasis, type LicenceClass } from "../draw/inputs.ts";
import { defaultOf, type ModelParameter } from "../parameters.ts";
import { type PostureWeights, postureWeights } from "./postures.ts";

/** Part of what a ban covers that reaches its target all the same, with its source. */
export interface Leakage {
  readonly low: number;
  readonly high: number;
  readonly basis: InputBasis;
  readonly source: string | null;
}

/** What acts withhold, as known on the map's day. */
export interface ActTerms {
  readonly postures: Readonly<Record<Exclude<LicenceClass, "ban">, PostureWeights>>;
  /** Months until the first permits, and the least part withheld until then. */
  readonly wait: { readonly low: number; readonly high: number };
  readonly waiting: { readonly low: number; readonly high: number };
  /** Months for which goods on their way when supply stops still arrive. */
  readonly transit: { readonly low: number; readonly high: number };
  /** Leakage of a technology: its own figure, else the default. */
  leakage(t: number): Leakage;
}

/** Reads the terms. Throws LM_ATLAS_INVALID if a default is missing. */
export function actTerms(map: SupplyMap, lookup: (technology: Technology, name: string) => ModelParameter | null): ActTerms {
  const since = createKnownSince(map.rows.document);
  const observed = map.rows.act_outcome.map((row) => ({ ...row, known: since(row), low: row.low ?? 0, high: row.high ?? 1 }));
  const ends = (name: string) => {
    const { low, high } = defaultOf(map, actScope, name);
    return { low, high };
  };
  const usual: Leakage = { ...ends("leakage"), basis: "assumed", source: null };
  return {
    postures: {
      licence: postureWeights(observed, "licence", map.asOf),
      "presumption-of-denial": postureWeights(observed, "presumption-of-denial", map.asOf),
    },
    wait: ends("first-permits"),
    waiting: ends("withheld-at-first"),
    transit: ends("transit"),
    leakage(t) {
      const found = lookup(map.technologies[t]!, "leakage");
      if (!found) return usual;
      const { row } = found;
      const [low, , high] = found.ends;
      return { low, high, basis: "grade" in row ? basisOf(row.grade) : "assumed", source: "source" in row ? row.source : null };
    },
  };
}
