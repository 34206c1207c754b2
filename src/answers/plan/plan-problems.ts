import { groupBy } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";
import { said } from "../../base/words.ts";
import { findTechnology } from "../../link/technologies.ts";
import type { Cell } from "../../plan/cells/cell.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { OwnProblem } from "./plan-file.ts";

/** Problems of a plan file as rows like those of the atlas, and what is wrong with them. @param counted years from now over which value counts at most */
export function fileProblemRows(
  { map, beside, aliases }: ReadModel,
  problems: readonly OwnProblem[],
  counted: number,
): { readonly rows: readonly Row<"problem">[]; readonly problems: readonly string[] } {
  const known = new Set(beside.problem.map(({ id }) => id));
  const names = new Map(aliases.map(({ alias, technology }) => [alias, technology]));
  const wrong: string[] = [];
  const rows = problems.flatMap((each, at): readonly Row<"problem">[] => {
    const place = `problem ${at + 1}`;
    const { id: technology } = findTechnology(each.technology, map.technologies, names);
    if (technology === null) wrong.push(`${place}: no technology "${each.technology}"`);
    if (known.has(each.id)) wrong.push(`${place}: there is a problem "${each.id}" already`);
    known.add(each.id);
    const [low, high] = each.clock ?? [null, null];
    if (each.clock !== undefined)
      wrong.push(...clockFaults(each.clock, Number(map.asOf.slice(0, 4)), counted).map((fault) => `${place}: ${fault}`));
    return technology === null
      ? []
      : [
          {
            ...{ id: each.id, technology, name: each.name, need: each.need, maturity: each.maturity, classes: "", words: "" },
            ...{ year: null, known: null, clock: "given in the file of the plan", clock_low: low, clock_high: high },
            ...{ source: null, grade: "assumed", note: "given in the file of the plan" },
          },
        ];
  });
  return { rows, problems: wrong };
}

/** What cannot be meant by the years from which a solution could be used. */
function clockFaults([low, high]: readonly [number, number], now: number, counted: number): readonly string[] {
  return said(
    low > high && "the clock ends before it begins",
    high < now && `the clock ends in ${high}, which is past: leave it out where a solution could be used at once`,
    low > now + counted && `the clock begins in ${low}, after the ${counted} years that are counted at most`,
  );
}

/** Fewest families judged that a part of follow-up work is told of. */
const enough = 10;

/** Part of the families of a technology that are follow-up; `null` with too few judged. */
export function followUpIn(cells: readonly Cell[]): (technology: string) => number | null {
  const byTechnology = groupBy(cells, ({ technology }) => technology);
  return (technology) => {
    const counts = (byTechnology.get(technology) ?? []).map(({ followUp }) => followUp);
    const judged = counts.reduce((sum, each) => sum + each.judged, 0);
    return judged < enough ? null : counts.reduce((sum, each) => sum + each.followUp, 0) / judged;
  };
}
