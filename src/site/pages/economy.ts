import type { Answer } from "../../ask/ask.ts";
import { say } from "../../base/message.ts";
import { sum } from "../../base/numbers.ts";
import { capital } from "../../base/words.ts";
import { section } from "../../report/blocks.ts";
import { economyView } from "../../report/profile/economy.ts";
import { chokepointsView } from "../../report/supply/chokepoints.ts";
import type { FigureBlock } from "../../report/view.ts";
import type { PageOf } from "../page.ts";
import type { DrawnPicture } from "../picture.ts";
import { barPicture, lossBars, rangeBar } from "../pictures.ts";
import { leadOf } from "../shorten.ts";
import { comparison, twoEconomies } from "./two-economies.ts";

/** What an economy makes and holds, what holds it, and where to look next. */
export const economyPage: PageOf = {
  path: "/economy/:economy",
  words: ["with"],
  async page({ params: { economy = "" }, query }, ask) {
    const profile = await ask("economy", { economy });
    if (query.with) return twoEconomies(profile, query.with, ask);
    const [held, plans, map] = await Promise.all([ask("chokepoints", { home: profile.economy }), ask("plans"), ask("map", {})]);
    const [view, ranking] = [economyView(profile), chokepointsView(held)];
    const own = plans.plans.filter(({ home }) => home === profile.economy);
    return {
      title: say("economy.what-holds-it", { economy: profile.name }),
      finding: held.dependsOn.length > 0 ? withFigure(profile) : leadOf(held.finding),
      picture: held.dependsOn.length > 0 ? dependence(profile) : losses(profile, held, map),
      pictures: [supplyFlows(profile, map)].flatMap((each) => each ?? []),
      form: comparison(map.economies, profile.economy),
      blocks: [
        { kind: "note", text: profile.finding },
        ...(view.limit === undefined ? [] : [{ kind: "note", text: view.limit } as const]),
        ...view.blocks,
        section("What could be withheld from it", ranking.blocks),
      ],
      details: [...view.details, section("Each technology that could be withheld", ranking.details)],
      evidence: {
        ...held.evidence,
        documents: together(held.evidence.documents, profile.evidence.documents),
        limits: [...new Set([...held.evidence.limits, ...profile.evidence.limits])],
      },
      steps: [
        { label: "On the map", path: `map?home=${profile.economy}` },
        ...held.ranked
          .slice(0, 1)
          .map(({ technology }) => ({ label: "For how long", path: `technology/${technology}/half-life?home=${profile.economy}` })),
        { label: "Who has leverage over it", path: `leverage?on=${profile.economy}` },
        { label: "Its clout", path: `clout/${profile.economy}` },
        ...own.map(({ id, name }) => ({ label: say("economy.plan", { plan: name }), path: `plan/${id}` })),
        { label: "Report (PDF)", path: `economy/${profile.economy}/report?format=pdf` },
        { label: "Report (one page of HTML)", path: `economy/${profile.economy}/report?format=html` },
      ],
    };
  },
};

const together = <T extends { readonly id: string }>(...lists: readonly (readonly T[])[]): readonly T[] => [
  ...new Map(lists.flat().map((each) => [each.id, each])).values(),
];

const losses = ({ name }: Answer<"economy">, held: Answer<"chokepoints">, { economies }: Answer<"map">): FigureBlock | undefined =>
  barPicture(
    say("economy.one-foreign-holder", { economy: name }),
    say("picture.part-of-its-chips", { months: held.months }),
    lossBars(held, economies),
  );

const dependence = ({ economy: home, name, dependsOn }: Answer<"economy">): FigureBlock | undefined =>
  barPicture(
    say("economy.foreign-shares", { economy: name }),
    "part of world supply of one holder",
    dependsOn.map(({ technology: id, name: technology, holderName, share: [low, , high] }) =>
      rangeBar(`${technology}, ${holderName}`, low, high, { to: "technology", id, home }),
    ),
    1,
  );

/** The first sentence with a figure: of an economy of which no source says what it makes, whom it depends on. */
const withFigure = ({ name, finding }: Answer<"economy">): string => {
  const sentences = finding.split(/(?<=[.])\s+(?=[A-Z])/);
  return (
    sentences.find((each) => /\d/.test(each))?.replace(/^It depends/, say("economy.depends", { name: capital(name) })) ?? leadOf(finding)
  );
};

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
    title: say("economy.suppliers", { economy: name }),
    unit: "technologies it needs, each by the foreign economy that holds most of it",
    summary: say("economy.most-by", { technologies: total, economy: name, holder, held }),
    shape: { kind: "flows", from: "holds most", to: "of this stage", links },
  };
}
