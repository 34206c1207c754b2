import type { Answer } from "../../answers/ask/ask.ts";
import { usdBnInterval } from "../../base/format.ts";
import { leverageView } from "../../report/leverage/leverage.ts";
import type { FigureBlock } from "../../report/view.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import { paretoPicture, shapleyPicture } from "../pictures/coalition-pictures.ts";
import { leverageMatrix } from "../pictures/leverage-matrix.ts";
import { barPicture } from "../pictures.ts";
import { leadOf } from "../shorten.ts";

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? "")
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);

/** Who could withhold what from whom: the matrix, or a coalition on one target with its split. */
export const leveragePage: PageOf = {
  path: "/leverage",
  async page({ query }, ask) {
    const [from, on] = [listOf(query.from), query.on || undefined];
    const report = await ask("leverage", { ...(from.length > 0 ? { from: [...from] } : {}), ...(on === undefined ? {} : { on }) });
    const view = leverageView(report);
    return {
      title: on === undefined && from.length === 0 ? "Who has leverage over whom in chipmaking?" : report.question,
      finding: leadOf(report.finding, 30),
      picture: on === undefined ? (leverageMatrix(report) ?? alone(report)) : (shapleyPicture(report) ?? alone(report)),
      pictures: on === undefined ? [] : [alone(report), paretoPicture(report)].flatMap((each) => each ?? []),
      form: {
        choices: [
          { name: "from", label: "From (codes, parted by commas)", value: from.join(",") },
          { name: "on", label: "On", value: on ?? "" },
        ],
      },
      ...ofView(view),
      steps:
        on === undefined
          ? []
          : [
              { label: "The whole matrix", path: "leverage" },
              { label: "Who this is done to", path: `economy/${on}` },
            ],
    };
  },
};

/** What each could take alone, the greatest first. */
function alone({ cells, on, months }: Answer<"leverage">): FigureBlock | undefined {
  const known = cells.flatMap((cell) =>
    cell.usd === null ? [] : [{ label: on === null ? `${cell.from} on ${cell.on}` : cell.from, ...cell.usd }],
  );
  return barPicture(
    on === null ? "Who could take most from whom" : `What each could take from ${on} alone`,
    `USD B a year of final chip output, mean of ${months} months`,
    known.sort((a, b) => b.interval[1] - a.interval[1]).map(({ label, interval }) => ({ label, text: usdBnInterval(interval), interval })),
  );
}
