import { percentRange } from "../../base/format.ts";
import { present } from "../../base/present.ts";
import { listed } from "../../base/words.ts";
import { membersOf, seatOf, slotsOf } from "../../leverage/members.ts";
import type { AskedTechnology } from "../../leverage/scenario/compile-scenario.ts";
import type { SupplyMeasure } from "../../leverage/scenario/scenario.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { PlannedMeasure, PlannedTechnology } from "./simulate-report.ts";

type Reached = Pick<PlannedTechnology, "reaches" | "notReached">;

/** What rules of those who act reach of others' supply, and where they reach none: each with the firms whose plants there the atlas lists. */
export function reachedFirms(read: ReadModel, measure: SupplyMeasure, { seeds, reached }: AskedTechnology): Reached {
  const { model } = read;
  const ids = new Set(seeds.map((t) => read.map.technologies[t]!.id));
  const firmsIn = (economy: string): readonly string[] => [
    ...new Set(
      read.plants.flatMap(({ owner, economy: place, technology }) =>
        place === economy && ids.has(technology) ? [read.organisations.get(owner)?.name ?? owner] : [],
      ),
    ),
  ];
  const reaches = reached.map((each) => ({ ...each, firms: firmsIn(each.provider) }));
  if (measure.kind === "capacity" || !measure.reach) return { reaches, notReached: [] };
  const parties = new Set([...measure.senders, ...measure.targets].flatMap((code) => membersOf(model, seatOf(model, code))));
  const others = model.economies.filter(
    (economy) =>
      !parties.has(economy) &&
      reached.every(({ provider }) => provider !== economy) &&
      seeds.some((t) => slotsOf(model, [economy], t).length > 0),
  );
  return {
    reaches,
    notReached: others.map((provider) => ({ provider, firms: firmsIn(provider) })).filter(({ firms }) => firms.length > 0),
  };
}

/** The firms that rules of those who act reach, and those that none does, in sentences; empty where no plant is known. */
export function reachedWords({ senders, technologies }: PlannedMeasure): readonly string[] {
  const hit = technologies.flatMap(({ reaches }) => reaches.filter(({ firms }) => firms.length > 0));
  const free = technologies.flatMap(({ notReached }) => notReached);
  const of = (firms: readonly string[], place: string): string => `${listed(firms)} in ${place}`;
  const inAll = (words: readonly string[]): string => listed([...new Set(words)]);
  return present(
    ...[...new Set(hit.map(({ sender }) => sender))].map((sender) => {
      const own = hit.filter((each) => each.sender === sender);
      return `Rules of ${sender} reach what is made by ${inAll(own.map(({ firms, provider, low, high }) => `${of(firms, provider)} (${percentRange(low, high)})`))}.`;
    }),
    free.length > 0 &&
      `No rule of ${listed(senders)} that is in force reaches what is made by ${inAll(free.map(({ firms, provider }) => of(firms, provider)))}.`,
  );
}
