import { percentRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import { middleOf } from "../../measure/supply/share-entries.ts";
import { economyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { Dependence } from "./profile-report.ts";

/**
 * What economies depend on: inputs of what they make and of what their plants make, then the final products that they do not make.
 * @param own their codes, with that of their group
 */
export function dependsOn(read: ReadModel, own: ReadonlySet<string>): readonly Dependence[] {
  const { map } = read;
  const made = map.rows.product_place.filter(
    ({ economy, role, low, high }) => own.has(economy) && role === "make" && (high ?? low ?? 0) > 0,
  );
  const plants = read.plantsKnown.filter(({ economy, status }) => own.has(economy) && (status === null || status === "operating"));
  const making = new Set([...made.map(({ product }) => product), ...plants.map(({ technology }) => technology)]);
  const indexes = [...making].flatMap((id) => map.indexOf.get(id) ?? []);
  const bought = map.products.filter((product) => !making.has(map.technologies[product]!.id));
  return [...dependences(read, own, inputsOf(read, indexes)), ...dependences(read, own, bought)];
}

/** Who else holds most of each technology, by the shares that the model reads; greatest first. Without a known foreign holder it is left out. */
export function dependences(read: ReadModel, own: ReadonlySet<string>, technologies: Iterable<number>): readonly Dependence[] {
  const lines = [...new Set(technologies)].flatMap((index): readonly Dependence[] => {
    const { id, name, supply } = read.map.technologies[index]!;
    const foreign = (supply?.entries ?? []).filter(
      ({ holder, blank, high, joint }) => !blank && high > 0 && joint === undefined && !own.has(holder),
    );
    const [first] = [...foreign].sort((a, b) => middleOf(b) - middleOf(a));
    if (first === undefined) return [];
    return [
      {
        technology: id,
        name,
        holder: first.holder,
        holderName: economyName(read, first.holder),
        share: [first.low, middleOf(first), first.high],
        year: supply?.year ?? null,
        doubts: (read.doubts.get(id) ?? []).map(({ text }) => text),
      },
    ];
  });
  return lines.sort((a, b) => b.share[1] - a.share[1] || (a.technology < b.technology ? -1 : 1));
}

/** Inputs of some technologies, directly or not, without those of marginal use; varieties count as inputs of their family. */
export function inputsOf({ map }: ReadModel, technologies: Iterable<number>): ReadonlySet<number> {
  const inputs = new Map<number, number[]>();
  const add = (user: number, input: number): unknown => inputs.get(user)?.push(input) ?? inputs.set(user, [input]);
  for (const { user, input, criticality } of map.requirements) if (criticality !== "marginal") add(user, input);
  for (const { parent, variety } of map.varieties) add(parent, variety);
  const own = [...technologies];
  const found = new Set(own);
  for (const node of found) for (const input of inputs.get(node) ?? []) found.add(input);
  for (const node of own) found.delete(node);
  return found;
}

/** Economies on which something depends, with what, the one with most first. */
export function byHolder(lines: readonly Dependence[], most: number): string {
  const holders = [...new Set(lines.map(({ holder }) => holder))].slice(0, most);
  return listed(
    holders.map((holder) => {
      const [first] = lines.filter((line) => line.holder === holder);
      return `${first!.holderName} for ${first!.name} (${percentRange(first!.share[0], first!.share[2])})`;
    }),
  );
}
