import type { Answer } from "../../answers/ask/ask.ts";
import { usdBn } from "../../base/format.ts";
import { leverageView } from "../../report/leverage/leverage.ts";
import type { FigureBlock } from "../../report/view.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
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
      picture: on === undefined ? pairs(report) : members(report),
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

/** The pairs with the greatest loss. */
function pairs({ cells, months }: Answer<"leverage">): FigureBlock | undefined {
  const known = cells.flatMap(({ from, on, usd }) => (usd === null || usd.middle <= 0 ? [] : [{ label: `${from} on ${on}`, ...usd }]));
  return barPicture(
    "Who could take most from whom",
    `USD B a year of final chip output, mean of ${months} months`,
    known.sort((a, b) => b.middle - a.middle).map(({ label, middle, interval }) => ({ label, text: usdBn(middle), interval })),
  );
}

/** What each member could take alone. */
function members({ cells, on, months }: Answer<"leverage">): FigureBlock | undefined {
  const known = cells.flatMap(({ from, usd }) => (usd === null ? [] : [{ label: from, ...usd }]));
  return barPicture(
    `What each could take from ${on} alone`,
    `USD B a year of final chip output, mean of ${months} months`,
    known.sort((a, b) => b.middle - a.middle).map(({ label, middle, interval }) => ({ label, text: usdBn(middle), interval })),
  );
}
