import { membersOf } from "../../leverage/members.ts";
import type { CapacityHolder } from "../../leverage/scenario/scenario.ts";
import { worldCode } from "../../leverage/scenario/scenario.ts";
import { nearNames } from "../../link/near-name.ts";
import { findTechnology } from "../../link/technologies.ts";
import { eventNames } from "../shared/event-parties.ts";
import { meant } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";

/** Finds what a scenario names, and says what it does not find. */
export interface ScenarioNames {
  readonly problems: string[];
  /** Codes of economies, groups and organisations, `world` where that may be; what is not found is left out and reported. */
  parties(names: readonly string[], place: string, world?: boolean): readonly string[];
  technologies(names: readonly string[], place: string): readonly number[];
  holder(
    of: { readonly economy?: string | undefined; readonly organisation?: string | undefined; readonly plant?: string | undefined },
    place: string,
  ): HeldCapacity | null;
}

/** A holder of capacity, and the technology of a plant where the atlas has it. */
export interface HeldCapacity {
  readonly holder: CapacityHolder;
  readonly makes: string | null;
}

export function scenarioNames(read: ReadModel): ScenarioNames {
  const names = eventNames(read, read.map.groups);
  const aliases = new Map(read.aliases.map(({ alias, technology }) => [alias, technology]));
  const problems: string[] = [];
  const nearest = (wanted: string, known: readonly string[]): string => meant(nearNames(wanted, known, 2));
  const partyIds = [
    ...read.economies.map(({ id }) => id),
    ...read.economies.map(({ name }) => name),
    ...read.map.groups.keys(),
    ...read.organisations.keys(),
  ];
  const party = (wanted: string, place: string, world: boolean): string | null => {
    const found = names.party(wanted);
    if (found.kind === "world" && world) return worldCode;
    if (found.id !== null && (found.kind === "economy" || found.kind === "group" || found.kind === "organisation")) return found.id;
    const what = found.kind === "world" ? "`world` cannot act" : `no economy, group or organisation "${wanted}"`;
    problems.push(`${place}: ${what}${found.kind === "world" ? "" : nearest(wanted, partyIds)}`);
    return null;
  };
  return {
    problems,
    parties: (wanted, place, world = false) => [...new Set(wanted.flatMap((each) => party(each, place, world) ?? []))],
    technologies: (wanted, place) => [
      ...new Set(
        wanted.flatMap((each) => {
          const found = findTechnology(each, read.map.technologies, aliases);
          const index = found.id === null ? undefined : read.map.indexOf.get(found.id);
          if (index !== undefined) return [index];
          problems.push(`${place}: no technology "${each}"${meant(found.id === null ? found.nearest.slice(0, 2) : [])}`);
          return [];
        }),
      ),
    ],
    holder({ economy, organisation, plant }, place) {
      if (plant !== undefined) {
        const row = read.plants.find(({ id }) => id === plant);
        if (row) return { holder: { kind: "plant", id: row.id, economy: row.economy, organisation: row.owner }, makes: row.technology };
        const known = read.plants.map(({ id }) => id);
        problems.push(`${place}: no plant "${plant}"${nearest(plant, known)}`);
        return null;
      }
      const code = party(economy ?? organisation ?? "", place, false);
      if (code === null) return null;
      const seat = read.map.economyOf.get(code);
      if (economy !== undefined && seat === undefined)
        return { holder: { kind: "economy", id: code, economy: code, organisation: null }, makes: null };
      if (organisation !== undefined && seat !== undefined)
        return { holder: { kind: "organisation", id: code, economy: seat, organisation: code }, makes: null };
      problems.push(
        `${place}: "${economy ?? organisation}" is not ${economy === undefined ? "an organisation whose economy is known" : "a known economy or group"}`,
      );
      return null;
    },
  };
}

/** What is wrong with codes that stand beside one another: a group and its member are the same twice. */
export function overlaps(read: ReadModel, codes: readonly string[]): readonly string[] {
  const found: string[] = [];
  const distinct = [...new Set(codes)].sort();
  distinct.forEach((code, i) => {
    for (const other of distinct.slice(i + 1)) {
      const members = new Set(membersOf(read.model, code));
      if (membersOf(read.model, other).some((member) => members.has(member))) found.push(`${code} and ${other} overlap; name one of them`);
    }
  });
  return found;
}
