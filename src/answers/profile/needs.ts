import { groupBy } from "../../base/collections.ts";
import type { RequirementEdge, Technology } from "../../measure/supply/supply-map.ts";
import { controlState, hits, isBinding } from "../../screen/control-state.ts";
import type { ReadModel } from "../shared/read-model.ts";

/** What makers need of a technology. `sure`: what they make cannot do without it, else some makers of such need it; `direct`: without a step between. */
export interface Need {
  readonly sure: boolean;
  readonly direct: boolean;
}

/** By index of the technology. */
export type Needs = ReadonlyMap<number, Need>;

const isPart = ({ stage }: Technology): boolean => stage === "components";
const isTool = (technology: Technology): boolean => technology.kind === "tool" && !isPart(technology);
const isBought = (technology: Technology): boolean => technology.kind === "material" || isPart(technology);

/**
 * What those who make some technologies need: inputs of what they make, then of the materials and parts among these; tools and services that
 * others run need things of their own. A tool is made of parts. Of a family that is bought, the members count that it cannot do without; those
 * of a family that is made are its own market.
 * @param makes indexes of technologies
 * @param names the makers, their economies and the groups of these
 */
export function needsOf(read: ReadModel, makes: Iterable<number>, names: readonly string[]): Needs {
  const { technologies, requirements } = read.map;
  const own = new Set(makes);
  const [isMember, isDenied] = [memberOf(read), deniedGeneration(read, names)];
  const leadsOn = ({ user, input, criticality, row }: RequirementEdge): boolean => {
    if (criticality === "marginal" || own.has(input)) return false;
    const [one, other] = [technologies[user]!, technologies[input]!];
    if (own.has(user)) return !isMember(input, user) && !isDenied(user, row?.since ?? null) && (!isTool(one) || isPart(other));
    return isMember(input, user) || (isBought(one) && isBought(other));
  };
  const edges = groupBy(requirements.filter(leadsOn), ({ user }) => user);
  const reached = (isFollowed: (edge: RequirementEdge) => boolean): ReadonlySet<number> => {
    const found = new Set(own);
    for (const user of found) for (const edge of edges.get(user) ?? []) if (isFollowed(edge)) found.add(edge.input);
    return found;
  };
  const [sure, all] = [reached(({ criticality }) => criticality === "blocking"), reached(() => true)];
  const direct = new Set([...own].flatMap((user) => (edges.get(user) ?? []).map(({ input }) => input)));
  const found = [...all].filter((index) => !own.has(index));
  return new Map(found.map((index) => [index, { sure: sure.has(index), direct: direct.has(index) }]));
}

/** Whether a technology is a member of a family, directly or not. */
function memberOf({ map: { familyOf } }: ReadModel): (member: number, family: number) => boolean {
  return (member, family) => {
    const seen = new Set<number>();
    for (let at = familyOf.get(member); at !== undefined && !seen.has(at); at = familyOf.get(at)) {
      if (at === family) return true;
      seen.add(at);
    }
    return false;
  };
}

/**
 * Whether a requirement that began on a day came with something that is denied to the makers: then they make without that generation, and without
 * all that came with it.
 */
function deniedGeneration({ map, model }: ReadModel, names: readonly string[]): (user: number, since: string | null) => boolean {
  const denied = new Set(
    map.rows.withheld.flatMap((row) => {
      const isHard = row.class !== "licence" && hits(row, names) !== null;
      return isHard && isBinding(controlState(row, model.timeline, map.asOf).state) ? (map.indexOf.get(row.technology) ?? []) : [];
    }),
  );
  const begun = new Set(
    map.requirements.flatMap(({ user, input, row }) => (row?.since && denied.has(input) ? [`${user}|${row.since}`] : [])),
  );
  return (user, since) => begun.has(`${user}|${since}`);
}
