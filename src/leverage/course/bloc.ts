import type { Inputs } from "../draw/inputs.ts";
import { membersOf, slotsOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { outsourcedIn } from "../outsourced.ts";
import { madeInPlace, type OwnPart, servedAtHome } from "../own-supply.ts";
import { unusedBy } from "../unused.ts";
import { createPartMade } from "./part-made.ts";
import type { CourseTarget } from "./parties.ts";

/** A member of a bloc: its place among the parties, its economies, and what it has no use of. */
interface Member {
  readonly place: number;
  readonly economies: readonly string[];
  readonly unused: Uint8Array;
}

/** What the makers of a rest-of-world target serve of its need. */
interface Bloc {
  /** Reads what the members' designers have made elsewhere. */
  read(inputs: Inputs): void;
  /**
   * With the inputs last read.
   * @param atHome need of what is made there, for what can only be made in place
   */
  served(t: number, share: number, need: number, atHome: number, inputs: Inputs): OwnPart;
}

/**
 * All the world but some is no single home: each member's makers serve that member first, and what one has idle serves another only once that one
 * has qualified it. Members of which nothing is known to be made count as one.
 * @param codes members without overlap, each with a place
 */
export function createBloc(model: SupplyModel, target: CourseTarget, codes: readonly string[], placeOf: (code: string) => number): Bloc {
  const count = model.map.products.length;
  const T = model.map.technologies.length;
  const members = codes.map((code): Member => {
    const economies = membersOf(model, code).filter((each) => target.own[model.economyIndex.get(each) ?? -1] === 1);
    return { place: placeOf(code), economies, unused: unusedBy(model, code) };
  });
  const M = members.length;
  const [partMade, inPlace] = [createPartMade(model), madeInPlace(model)];
  const slots = model.map.technologies.map((): readonly (readonly number[])[] | null => null);
  const slotsAt = (t: number) => (slots[t] ??= members.map(({ economies }) => slotsOf(model, economies, t)));
  /** By place among the parties and product. */
  const outsourced = new Float64Array(Math.max(0, ...members.map(({ place }) => place + 1)) * count);
  /** By member, the last for all others. */
  const [wants, gaps, idle] = [new Float64Array(M), new Float64Array(M + 1), new Float64Array(M + 1)];

  const needOf = ({ place, unused }: Member, t: number, { use, value, make }: Inputs): number => {
    const rank = model.productRank[t]!;
    if (unused[t]) return 0;
    return rank >= 0 ? use[place * count + rank]! : partMade(place, t, value, make, outsourced);
  };

  return {
    read(inputs) {
      for (const { place } of members) for (let i = place * count; i < (place + 1) * count; i++) outsourced[i] = outsourcedIn(inputs, i);
    },
    served(t, share, need, atHome, inputs) {
      const spare = inputs.parameter.spare[t]!;
      let [makes, needs, made, sum, asked] = [share, need, 0, 0, 0];
      const add = (m: number, its: number, want: number, served: number): void => {
        gaps[m] = its < 1 ? Math.max(0, want - served) * Math.min(1, (1 - share) / (1 - its)) : 0;
        idle[m] = spare * Math.max(its, served);
        made += Math.max(its, served);
        sum += gaps[m];
      };
      for (let m = 0; m < M; m++) asked += wants[m] = needOf(members[m]!, t, inputs);
      const scale = asked > need ? need / asked : 1;
      for (let m = 0; m < M; m++) {
        const { place } = members[m]!;
        const want = scale * wants[m]!;
        let its = 0;
        for (const slot of slotsAt(t)[m]!) its += inputs.share[slot]!;
        const home = inPlace[t] ? partMade(place, t, inputs.value, inputs.make, null) : 0;
        add(m, its, want, servedAtHome(its, want, inputs.selfSupply[place * T + t]!, home));
        makes -= its;
        needs -= want;
      }
      [makes, needs] = [Math.max(0, makes), Math.max(0, needs)];
      add(M, makes, needs, Math.min(makes, needs));
      if (sum === 0) return { served: need, atOnce: 1 };
      // What members buy of each other is no more than they make. What is made in place is bought by designers alone, where it is made.
      const imports = inPlace[t] ? need - servedAtHome(share, need, Number.NaN, atHome) : Math.min(need, Math.max(sum, need - made));
      if (imports <= 0) return { served: need, atOnce: 1 };
      let met = 0;
      for (let m = 0; m <= M; m++) met += Math.min((gaps[m]! * imports) / sum, idle[m]!);
      return { served: need - imports, atOnce: Math.min(1, met / imports) };
    },
  };
}
