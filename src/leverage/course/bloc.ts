import { boughtByDesigners } from "../bought.ts";
import type { Inputs } from "../draw/inputs.ts";
import { membersOf, slotsOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { madeInPlace, type OwnPart, servedAtHome } from "../own-supply.ts";
import { unusedBy } from "../unused.ts";
import type { CourseTarget } from "./parties.ts";

/** A member of a bloc: its place among the parties, its economies, and what it has no use of. */
interface Member {
  readonly place: number;
  readonly economies: readonly string[];
  readonly unused: Uint8Array;
}

/**
 * What the makers of a rest-of-world target serve of its need. It is no single home: each member's makers serve that member first, and what one has
 * idle serves another only once that one has qualified it. Members of which nothing is known to be made count as one.
 * @param codes members without overlap, each with a place
 */
export function createBloc(model: SupplyModel, target: CourseTarget, codes: readonly string[], placeOf: (code: string) => number) {
  const count = model.map.products.length;
  const T = model.map.technologies.length;
  const members = codes.map((code): Member => {
    const economies = membersOf(model, code).filter((each) => target.own[model.economyIndex.get(each) ?? -1] === 1);
    return { place: placeOf(code), economies, unused: unusedBy(model, code) };
  });
  const [bought, inPlace] = [boughtByDesigners(model), madeInPlace(model)];
  const slots = model.map.technologies.map((): readonly (readonly number[])[] | null => null);
  const slotsAt = (t: number) => (slots[t] ??= members.map(({ economies }) => slotsOf(model, economies, t)));

  /** By value over the final products that need a technology: what is made in a place, with or without what its designers have made elsewhere. */
  const mean = (place: number, t: number, { value, make, sell }: Inputs, withDesigners: boolean): number => {
    const set = model.productSets[model.productSet[t]!]!;
    let [part, sum] = [0, 0];
    for (let i = 0; i < set.length; i++) {
      const at = place * count + set[i]!;
      const elsewhere = withDesigners && bought[t * count + set[i]!] ? Math.max(0, sell[at]! - make[at]!) : 0;
      part += value[set[i]!]! * (make[at]! + elsewhere);
      sum += value[set[i]!]!;
    }
    return sum > 0 ? Math.min(1, part / sum) : 0;
  };

  const needOf = ({ place, unused }: Member, t: number, inputs: Inputs): number => {
    const rank = model.productRank[t]!;
    if (unused[t]) return 0;
    return rank >= 0 ? inputs.use[place * count + rank]! : mean(place, t, inputs, true);
  };

  const [gaps, idle] = [new Float64Array(members.length + 1), new Float64Array(members.length + 1)];

  /** @param atHome need of what is made there, for what can only be made in place */
  return (t: number, share: number, need: number, atHome: number, inputs: Inputs): OwnPart => {
    const spare = inputs.parameter.spare[t]!;
    let [makes, needs, made, sum] = [share, need, 0, 0];
    const add = (m: number, its: number, wants: number, served: number): void => {
      gaps[m] = its < 1 ? Math.max(0, wants - served) * Math.min(1, (1 - share) / (1 - its)) : 0;
      idle[m] = spare * Math.max(its, served);
      made += Math.max(its, served);
      sum += gaps[m]!;
    };
    const asked = members.reduce((total, member) => total + needOf(member, t, inputs), 0);
    const scale = asked > need ? need / asked : 1;
    for (const [m, member] of members.entries()) {
      let its = 0;
      for (const slot of slotsAt(t)[m]!) its += inputs.share[slot]!;
      const wants = scale * needOf(member, t, inputs);
      const home = inPlace[t] ? mean(member.place, t, inputs, false) : 0;
      add(m, its, wants, servedAtHome(its, wants, inputs.selfSupply[member.place * T + t]!, home));
      makes -= its;
      needs -= wants;
    }
    [makes, needs] = [Math.max(0, makes), Math.max(0, needs)];
    add(members.length, makes, needs, Math.min(makes, needs));
    if (sum === 0) return { served: need, atOnce: 1 };
    // What members buy of each other is no more than they make. What is made in place is bought by designers alone, where it is made.
    const imports = inPlace[t] ? need - servedAtHome(share, need, Number.NaN, atHome) : Math.min(need, Math.max(sum, need - made));
    if (imports <= 0) return { served: need, atOnce: 1 };
    let met = 0;
    for (let m = 0; m < gaps.length; m++) met += Math.min((gaps[m]! * imports) / sum, idle[m]!);
    return { served: need - imports, atOnce: Math.min(1, met / imports) };
  };
}
