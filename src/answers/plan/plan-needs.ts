import { counted } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/**
 * What is taken as available though it was not chosen: technologies that those of a plan cannot do without and of which there is no programme to choose from.
 * Nothing where programmes need not stand on one another. `technologies`: of the programmes that are in.
 */
export function unchosenNeeds(
  { choices, gathered, made, read }: Pick<PreparedPlan, "choices" | "gathered" | "made" | "read">,
  technologies: ReadonlySet<string>,
): readonly string[] {
  if (!choices.dependencies) return [];
  const toChoose = new Set(made.programmes.map(({ cell }) => cell.technology));
  const needs = gathered.facts.technologies.flatMap((each) => (technologies.has(each.id) ? each.needs : []));
  const unchosen = [...new Set(needs)].filter((id) => !toChoose.has(id)).sort();
  if (unchosen.length === 0) return [];
  const names = unchosen.map((id) => read.map.technologies[read.map.indexOf.get(id)!]!.name);
  const [have, are] = unchosen.length === 1 ? ["has", "is"] : ["have", "are"];
  return [
    `${counted(unchosen.length, "technology", "technologies")} that the selected ones cannot do without ${have} no programme to choose from, and ${are} taken as available: ${listed(names)}.`,
  ];
}
