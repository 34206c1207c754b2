import type { Answer } from "../../ask/ask.ts";
import { usdBn, usdBnInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { partyLink } from "../../report/cell.ts";
import { leverageView } from "../../report/leverage/leverage.ts";
import { aloneName, nameOf } from "../../report/supply/chokepoint-score.ts";
import type { FigureBlock } from "../../report/view.ts";
import { homeChoice } from "../home-choice.ts";
import { ofView } from "../of-view.ts";
import type { Address, Choice, ChoiceForm, PageOf } from "../page.ts";
import type { DrawnPicture } from "../picture.ts";
import { leverageMatrix } from "../pictures/leverage-matrix.ts";
import { barPicture } from "../pictures.ts";
import { leadOf } from "../shorten.ts";

/** Fields of those who withhold together; the first may name several, parted by commas. */
const senders = [
  { name: "from", label: "Who withholds", none: "those that hold most" },
  { name: "with", label: "together with", none: "nobody" },
  { name: "also", label: "and", none: "nobody" },
] as const;

/** Whom an address names, each once. */
const namedIn = (query: Address["query"]): readonly string[] => [
  ...new Set(senders.flatMap(({ name }) => (query[name] ?? "").split(",").map((each) => each.trim())).filter(Boolean)),
];

/** The choice of who withholds, each by name, and from whom; those beyond the room of the form stay with the last. */
function formOf(economies: Answer<"map">["economies"], from: readonly string[], on: string): ChoiceForm {
  const last = senders.length - 1;
  const chosen = senders.map((_, at) => (at === last ? from.slice(last).join(",") : (from[at] ?? "")));
  const choiceOf = (field: (typeof senders)[number], value: string): Choice => {
    const choice = homeChoice(economies, value, field);
    if (!value.includes(",")) return choice;
    const named = value.split(",").map((id) => economies.find((each) => each.id === id)?.name ?? id);
    return { ...choice, options: [...(choice.options ?? []), [value, listed(named)]] };
  };
  return {
    choices: [
      ...senders.map((field, at) => choiceOf(field, chosen[at] ?? "")),
      homeChoice(economies, on, { name: "on", label: "From", none: "everybody" }),
    ],
  };
}

/** Who could withhold what from whom: the matrix, or a coalition on one target with its split. */
export const leveragePage: PageOf = {
  path: "/leverage",
  words: ["from", "with", "also", "on"],
  async page({ query }, ask) {
    const [from, on] = [namedIn(query), query.on || undefined];
    const [report, { economies }] = await Promise.all([
      ask("leverage", { ...(from.length > 0 ? { from: [...from] } : {}), ...(on === undefined ? {} : { on }) }),
      ask("map", {}),
    ]);
    const view = leverageView(report);
    return {
      title: on === undefined && from.length === 0 ? "Who has leverage over whom in chipmaking?" : report.question,
      finding: leadOf(report.finding, 30),
      picture: on === undefined ? (leverageMatrix(report) ?? alone(report)) : (shapleyPicture(report) ?? alone(report)),
      pictures: on === undefined ? [] : [alone(report), paretoPicture(report)].flatMap((each) => each ?? []),
      form: formOf(economies, from, report.on ?? ""),
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
function alone({ cells, names, on, months }: Answer<"leverage">): FigureBlock | undefined {
  const sender = (code: string): string => aloneName(names, code);
  const known = cells.flatMap((cell) =>
    cell.usd === null
      ? []
      : [
          on === null
            ? { label: say("leverage.from", { sender: sender(cell.from), target: nameOf(names, cell.on) }), link: undefined, ...cell.usd }
            : { label: sender(cell.from), link: partyLink(cell.from), ...cell.usd },
        ],
  );
  return barPicture(
    on === null ? "Who could take most from whom" : say("leverage.each-alone", { target: nameOf(names, on) }),
    say("picture.usd-a-year", { months }),
    known
      .sort((a, b) => b.interval[1] - a.interval[1])
      .map(({ label, link, interval }) => ({ label, link, text: usdBnInterval(interval), interval })),
  );
}

type Report = Answer<"leverage">;

/** How what a coalition does is split among its members. */
export function shapleyPicture({ shapley, coalition, on, names }: Report): FigureBlock | undefined {
  if (shapley === null || coalition === null || coalition.unit !== "USD bn a year") return undefined;
  const parts = Object.entries(shapley).sort(([, a], [, b]) => b[1] - a[1]);
  return barPicture(
    say("leverage.each-adds", { target: nameOf(names, on ?? "") }),
    "USD B a year; middles of draws need not add up to that of the whole",
    parts.map(([code, interval]) => ({ label: aloneName(names, code), link: partyLink(code), text: usdBnInterval(interval), interval })),
  );
}

/** Sets of members of whom no other harms as much for less: what they do by what it costs them. */
function paretoPicture({ coalition, on, names }: Report): DrawnPicture | undefined {
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
    title: say("leverage.who-must-act", { target }),
    unit: "USD B a year, sets that no other set beats in both",
    summary: say("leverage.sets", {
      sets: dots.length,
      cheapest: listed(cheapest.label.split(", ")),
      least: usdBn(cheapest.y[1]),
      dearest: listed(dearest.label.split(", ")),
      most: usdBn(dearest.y[1]),
    }),
    shape: { kind: "dots", x: "what it costs them", y: say("leverage.what-it-loses", { target }), solid: "a set", dots },
  };
}
