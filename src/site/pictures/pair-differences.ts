import type { Answer } from "../../ask/ask.ts";
import { usdBnInterval } from "../../base/format.ts";
import type { Interval } from "../../base/numbers.ts";
import { partyLink } from "../../report/cell.ts";
import type { DrawnPicture } from "../picture.ts";

/** Others that a first screen has room for. */
const most = 8;

const turnover = ({ lost, gained }: { readonly lost: Interval; readonly gained: Interval }): number => lost[1] + gained[1];

/** What a home and each other could take from one another; `undefined` where nothing is known of the home. */
export function pairDifferences(
  { cells, months }: Pick<Answer<"leverage">, "cells" | "months">,
  { home, homeName }: Pick<Answer<"dossier">, "home" | "homeName">,
  economies: readonly Pick<Answer<"map">["economies"][number], "id" | "name">[],
): DrawnPicture | undefined {
  const takes = (from: string, on: string): Interval | null =>
    cells.find((cell) => cell.from === from && cell.on === on)?.usd?.interval ?? null;
  const names = new Map(economies.map(({ id, name }) => [id, name]));
  const others = [...new Set(cells.flatMap(({ from, on }) => (from === home ? [on] : on === home ? [from] : [])))];
  const rows = others
    .flatMap((other) => {
      const [lost, gained] = [takes(other, home), takes(home, other)];
      return lost === null || gained === null ? [] : [{ label: names.get(other) ?? other, link: partyLink(other), lost, gained }];
    })
    .filter((row) => turnover(row) > 0)
    .sort((a, b) => turnover(b) - turnover(a))
    .slice(0, most);
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    kind: "drawn",
    title: `What ${homeName} and others could take from each other by withholding`,
    unit: `USD B a year of final chip output, mean of ${months} months; pairs known in both directions`,
    summary: `${first.label} could take ${usdBnInterval(first.lost)} a year from ${homeName}, ${homeName} ${usdBnInterval(first.gained)} from ${first.label}.`,
    shape: { kind: "differences", lost: `${homeName} could lose`, gained: "they could lose", rows },
  };
}
