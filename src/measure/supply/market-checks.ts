import { usdBn } from "../../base/format.ts";
import type { Row } from "../../base/tables.ts";
import { doubt, type FactDoubt, rounding } from "./fact-doubt.ts";
import type { SupplyMap } from "./supply-map.ts";

type Size = Row<"parameter">;
type Sizes = ReadonlyMap<string, Size>;

export function marketDoubts(map: SupplyMap): readonly FactDoubt[] {
  const sizes = newestSizes(map);
  return [...smaller(map, sizes), ...outOfScale(map, sizes)];
}

/**
 * Markets of families against those of their members, and of an input that one technology alone takes against the market of that one.
 * A final product is sold to users of chips as well.
 */
function smaller(map: SupplyMap, sizeOf: Sizes): readonly FactDoubt[] {
  const greater = (part: number, whole: number, what: string): readonly FactDoubt[] => {
    const [one, other] = [map.technologies[whole]!, map.technologies[part]!];
    const [less, more] = [sizeOf.get(one.id), sizeOf.get(other.id)];
    if (less?.high == null || more?.low == null || more.low <= less.high * (1 + rounding)) return [];
    const text = `its market of ${usdBn(less.high)} (${less.year ?? "no year"}) is smaller than that of ${other.name}, ${usdBn(more.low)} (${more.year ?? "no year"}), ${what}`;
    return [doubt("market", one.id, text, [less, more])];
  };
  const users = new Map<number, Set<number>>();
  for (const { input, user } of map.requirements) users.set(input, (users.get(input) ?? new Set()).add(user));
  return [
    ...[...map.familyOf].flatMap(([member, family]) => greater(member, family, "a member of it")),
    ...[...users].flatMap(([input, [user, ...others]]) =>
      others.length === 0 && map.familyOf.get(input) !== user && !map.products.includes(input)
        ? greater(input, user!, "which it alone takes")
        : [],
    ),
  ];
}

function newestSizes({ rows }: SupplyMap): Sizes {
  const newest = new Map<string, Size>();
  for (const row of rows.parameter) {
    if (row.parameter !== "market-size" || row.scope !== "world") continue;
    if ((newest.get(row.technology)?.year ?? 0) <= (row.year ?? 0)) newest.set(row.technology, row);
  }
  return newest;
}

/** USD bn beyond which no market lies, and the least part of what cannot be made without an input that its market is. */
const [mostUsdBn, leastPart] = [1000, 1e-5];

/** Markets beyond all chips, or too small for the products that cannot do without them. */
function outOfScale(map: SupplyMap, sizeOf: Sizes): readonly FactDoubt[] {
  return map.technologies.flatMap(({ id, index }): readonly FactDoubt[] => {
    const size = sizeOf.get(id);
    if (size?.low == null || size.high === null) return [];
    if (size.low > mostUsdBn) return [doubt("market", id, `its market of ${usdBn(size.low)} is beyond all chips`, [size])];
    const users = map.requirements.filter(({ input, criticality }) => input === index && criticality === "blocking");
    const worth = users.reduce((sum, { user }) => sum + (sizeOf.get(map.technologies[user]!.id)?.low ?? 0), 0);
    if (size.high >= worth * leastPart) return [];
    const text = `its market of ${usdBn(size.high)} is less than a hundred-thousandth of what cannot be made without it, ${usdBn(worth)}`;
    return [doubt("market", id, text, [size])];
  });
}
