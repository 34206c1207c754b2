import { groupBy } from "../../base/collections.ts";
import { percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { createSelfSupply, middleSelfSupply } from "../../leverage/own-supply.ts";
import { isRunning } from "../../measure/supply/making-checks.ts";
import { middleOf } from "../../measure/supply/share-entries.ts";
import { economyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { type Needs, needsOf } from "./needs.ts";
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
  const plants = read.plantsKnown.filter((plant) => own.has(plant.economy) && isRunning(plant));
  const making = new Set([...made.map(({ product }) => product), ...plants.map(({ technology }) => technology)]);
  const indexes = [...making].flatMap((id) => map.indexOf.get(id) ?? []);
  const bought = map.products.filter((product) => !making.has(map.technologies[product]!.id));
  const needs = needsOf(read, withFabrication(read, indexes), namesOf(read, own));
  return [
    ...dependences(read, own, needs),
    ...dependences(read, own, new Map(bought.map((product) => [product, { sure: true, direct: true }]))),
  ];
}

/** Names under which something may be kept from makers: theirs, those of their economies, and of the groups of these. */
export const namesOf = ({ map }: ReadModel, own: Iterable<string>): readonly string[] => {
  const names = [...own];
  return [...names, ...[...map.groups].flatMap(([group, members]) => (names.some((name) => members.includes(name)) ? [group] : []))];
};

/** With the fabrication that final products cannot do without: where they are made, that is done. */
function withFabrication({ map }: ReadModel, makes: readonly number[]): readonly number[] {
  const services = map.requirements.filter(({ user, input, criticality }) => {
    const { kind, stage } = map.technologies[input]!;
    const isFabrication = kind === "process" && stage !== "packaging";
    return isFabrication && criticality === "blocking" && makes.includes(user) && map.products.includes(user);
  });
  return [...makes, ...services.map(({ input }) => input)];
}

/**
 * Who else holds most of each technology that is needed, by the shares that the model reads: what cannot be done without first, then what needs no
 * step between, then the greatest. Without a known foreign holder, with more in the own economy than with any other, where some together hold
 * more than any alone is known to, or where a source tells that own makers meet half of the need, it is left out.
 */
export function dependences(read: ReadModel, own: ReadonlySet<string>, needs: Needs): readonly Dependence[] {
  const suppliedAt = createSelfSupply(read.map);
  const isOwn = (technology: string): boolean => [...own].some((code) => middleSelfSupply(suppliedAt(technology, code)) >= 0.5);
  const lines = [...needs].flatMap(([index, { sure, direct }]): readonly Dependence[] => {
    const { id, name, supply } = read.map.technologies[index]!;
    const known = (supply?.entries ?? []).filter(({ blank, high, joint }) => !blank && high > 0 && joint === undefined);
    const [first] = known.filter(({ holder }) => !own.has(holder)).sort((a, b) => middleOf(b) - middleOf(a));
    const domestic = known.reduce((sum, entry) => sum + (own.has(entry.holder) ? middleOf(entry) : 0), 0);
    if (supply === null || first === undefined || domestic >= middleOf(first) || supply.joint.some(({ low }) => low > first.high))
      return [];
    if (isOwn(id)) return [];
    return [
      {
        technology: id,
        name,
        sure,
        direct,
        holder: first.holder,
        holderName: economyName(read, first.holder),
        share: [first.low, middleOf(first), first.high],
        year: supply.year,
        doubts: (read.doubts.get(id) ?? []).map(({ text }) => text),
      },
    ];
  });
  const rank = ({ sure, direct }: Dependence): number => 2 * Number(sure) + Number(direct);
  return lines.sort((a, b) => rank(b) - rank(a) || b.share[1] - a.share[1] || (a.technology < b.technology ? -1 : 1));
}

/** Economies on which something depends, with what, the one with most first: those that hold half of something, if there are any. */
export function byHolder(all: readonly Dependence[], most: number): string {
  const greater = all.filter(({ share }) => share[1] >= 0.5);
  const lines = greater.length > 0 ? greater : all;
  const holders = [...groupBy(lines, ({ holder }) => holder).values()].slice(0, most);
  return listed(
    holders.map(([{ holderName, name, share }]) => say("dependences.for", { holderName, name, share: percentRange(share[0], share[2]) })),
  );
}
