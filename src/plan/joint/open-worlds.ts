import type { CompiledJoint } from "./compiled-joint.ts";
import { composeWorlds } from "./composed-worlds.ts";

/**
 * The same problem without the worlds that no plan changes, whose value is a constant: supply never lowers an output, so that a world in which all programmes
 * together change nothing is one that none of them changes. Values, bounds and choices are the same. O(worlds · nodes), once.
 */
export function openWorlds(problem: CompiledJoint): CompiledJoint {
  const { worlds, supplies } = problem;
  const composed = composeWorlds(problem);
  const least = Float64Array.from(worlds, (_, world) => composed.worldValue(world));
  composed.apply(supplies.map((_, programme) => ({ programme, sign: 1 as const })));
  const isOpen = worlds.map((_, world) => composed.worldValue(world) > least[world]!);
  return {
    ...problem,
    worlds: worlds.filter((_, world) => isOpen[world]),
    constant: worlds.reduce((sum, { chance }, world) => sum + (isOpen[world] ? 0 : chance * least[world]!), problem.constant),
  };
}
