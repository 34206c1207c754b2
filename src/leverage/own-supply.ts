import { groupBy, keptWith } from "../base/collections.ts";
import type { Row } from "../base/tables.ts";
import { middleOf, oneSidedLift } from "../measure/supply/share-entries.ts";
import type { SupplyMap } from "../measure/supply/supply-map.ts";
import type { SupplyModel } from "./model.ts";

/**
 * What an economy's makers serve of its own need, a share of world supply. The home comes first: what it makes serves its need, and only the
 * rest is imported. A figure of the part that its makers serve takes the place of that. They make at least what they serve.
 *
 * @param share own share of world supply
 * @param need share of world use
 * @param self part of the need that own makers serve by a source; NaN: not known
 * @param atHome need of what is made at home, where a technology can only be used in the place where it is
 */
export const servedAtHome = (share: number, need: number, self: number, atHome = 0): number =>
  Number.isNaN(self) ? Math.min(need, Math.max(share, atHome)) : self * need;

/**
 * What own makers can turn to the home beyond what they serve anyway: idle capacity, and what they would sell abroad.
 * @param output part of what they make that their inputs allow
 * @param idle part that they could make in addition
 */
export const leftForHome = (makes: number, served: number, output: number, idle: number): number =>
  idle * makes + Math.max(0, output * makes - served);

/** What own makers serve of a need, and the part of a gap that they can meet at once with what they could make or turn to the home. */
export interface OwnPart {
  readonly served: number;
  /**
   * 1 for one home; less for a bloc, whose members have first to qualify what others have; 0 for fabrication, since a design is tied to the process
   * of a plant, at home too.
   */
  readonly atOnce: number;
}

/** Below this loss what depends on whether there is any changes in proportion. */
export const slight = 0.02;

/** Part of idle capacity that a maker can use whose inputs allow it `output` of its normal one, 0..1: none where they fall short. */
export const usableSpare = (output: number): number => Math.max(0, 1 - (1 - output) / slight);

/** Part of its need that a home's own makers serve, by a source; `lift`: where the middle lies between the ends. */
export interface SelfSupply {
  readonly low: number;
  readonly high: number;
  readonly lift: number;
  readonly rows: readonly Row<"self_supply">[];
}

/** Finds the figure of an economy for a technology: what the rows of the newest year span; `null` without any. */
export function createSelfSupply({
  rows,
}: {
  readonly rows: Pick<SupplyMap["rows"], "self_supply">;
}): (technology: string, economy: string) => SelfSupply | null {
  const found = new Map(
    [...groupBy(rows.self_supply, ({ technology, economy }) => `${technology}|${economy}`)].map(([key, all]) => {
      const newest = Math.max(...all.map(({ year }) => year ?? 0));
      return [key, spanOf(all.filter(({ year }) => (year ?? 0) === newest))] as const;
    }),
  );
  return (technology, economy) => found.get(`${technology}|${economy}`) ?? null;
}

function spanOf(rows: readonly Row<"self_supply">[]): SelfSupply {
  const low = Math.min(...rows.map((row) => row.low ?? 0));
  const isOpen = rows.every(({ high }) => high === null);
  return { low, high: Math.max(...rows.map((row) => row.high ?? 1)), lift: isOpen ? oneSidedLift : 0.5, rows };
}

export const middleSelfSupply = (figure: SelfSupply | null): number => (figure === null ? Number.NaN : middleOf(figure));

/** Fabrication of chips: whoever makes a product does it in its own place, so that only what its designers have made elsewhere is imported. */
export const madeInPlace = keptWith(
  ({ map }: SupplyModel): Uint8Array =>
    Uint8Array.from(map.technologies, ({ kind, stage }) => Number(kind === "process" && stage === "fabrication")),
);
