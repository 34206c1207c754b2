import type { Answer } from "../../ask/ask.ts";
import { counted, usdBn, usdBnInterval } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import { partyLink } from "../../report/cell.ts";
import { aloneName, nameOf } from "../../report/supply/chokepoint-score.ts";
import type { FigureBlock } from "../../report/view.ts";
import type { DrawnPicture } from "../picture.ts";
import { barPicture } from "../pictures.ts";

type Report = Answer<"leverage">;

/** How what a coalition does is split among its members. */
export function shapleyPicture({ shapley, coalition, on, names }: Report): FigureBlock | undefined {
  if (shapley === null || coalition === null || coalition.unit !== "USD bn a year") return undefined;
  const parts = Object.entries(shapley).sort(([, a], [, b]) => b[1] - a[1]);
  return barPicture(
    `What each adds to what they do to ${nameOf(names, on ?? "")} together (Shapley)`,
    "USD B a year; middles of draws need not add up to that of the whole",
    parts.map(([code, interval]) => ({ label: aloneName(names, code), link: partyLink(code), text: usdBnInterval(interval), interval })),
  );
}

/** Sets of members of whom no other harms as much for less: what they do by what it costs them. */
export function paretoPicture({ coalition, on, names }: Report): DrawnPicture | undefined {
  if (coalition === null || coalition.unit !== "USD bn a year") return undefined;
  const target = nameOf(names, on ?? "");
  const dots = coalition.pareto.flatMap(({ members, harm, cost }) =>
    cost === null || members.length === 0
      ? []
      : [
          {
            label: members.map((code) => aloneName(names, code)).join(", "),
            x: cost.interval,
            y: harm.interval,
            isSolid: true,
            isNamed: true,
          },
        ],
  );
  const [cheapest, dearest] = [dots[0], dots.at(-1)];
  if (cheapest === undefined || dearest === undefined || dots.length < 2) return undefined;
  return {
    kind: "drawn",
    title: `Who would have to act against ${target}, and what it costs them`,
    unit: "USD B a year, sets that no other set beats in both",
    summary: `${counted(dots.length, "set")}, from ${listed(cheapest.label.split(", "))} (${usdBn(cheapest.y[1])}) to ${listed(dearest.label.split(", "))} (${usdBn(dearest.y[1])}).`,
    shape: { kind: "dots", x: "what it costs them", y: `what ${target} loses`, solid: "a set", dots },
  };
}
