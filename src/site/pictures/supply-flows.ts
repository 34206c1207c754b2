import type { Answer } from "../../ask/ask.ts";
import { counted } from "../../base/format.ts";
import { sum } from "../../base/numbers.ts";
import type { DrawnPicture } from "../picture.ts";

/** Holders that are told apart; all others are one. */
const most = 6;

type Flow = { readonly from: string; readonly to: string; readonly value: number };

/** Who holds most of what an economy needs from abroad, by the stage of it: as many technologies as are counted, whatever their worth. */
export function supplyFlows(
  { name, dependsOn }: Pick<Answer<"economy">, "name" | "dependsOn">,
  { nodes, stages }: Pick<Answer<"map">, "nodes" | "stages">,
): DrawnPicture | undefined {
  const stageOf = new Map(nodes.map(({ id, stage }) => [id, stage]));
  const counts = new Map<string, number>();
  const needs = dependsOn.map(({ technology, holderName }) => ({ technology, holderName: holderName.replace(/^the /, "") }));
  for (const { holderName } of needs) counts.set(holderName, (counts.get(holderName) ?? 0) + 1);
  const first = [...counts].sort(([, a], [, b]) => b - a).slice(0, most);
  const told = new Set(first.map(([holder]) => holder));
  const links = [...stages]
    .sort((a, b) => a.position - b.position)
    .flatMap((stage): readonly Flow[] => {
      const needed = needs.filter(({ technology }) => stageOf.get(technology) === stage.id);
      return [...told, "others"].flatMap((from) => {
        const value = needed.filter(({ holderName }) => (told.has(holderName) ? holderName : "others") === from).length;
        return value === 0 ? [] : [{ from, to: stage.name, value }];
      });
    });
  const total = sum(links.map(({ value }) => value));
  const [[holder, held] = ["", 0]] = first;
  if (total === 0) return undefined;
  return {
    kind: "drawn",
    title: `Who supplies ${name}, by stage`,
    unit: "technologies it needs, each by the foreign economy that holds most of it",
    summary: `Of ${counted(total, "technology", "technologies")} that ${name} needs from abroad, ${holder} holds most of ${held}.`,
    shape: { kind: "flows", from: "holds most", to: "of this stage", links },
  };
}
