import type { Answer } from "../../ask/ask.ts";
import { has } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { section } from "../../report/blocks.ts";
import { linkedCell } from "../../report/cell.ts";
import { attempt } from "../attempt.ts";
import type { PageOf, Step } from "../page.ts";
import { economyPanels, economyTiles } from "../pictures/held-by-economy.ts";
import { barPicture, lossBars } from "../pictures.ts";
import { leadOf } from "../shorten.ts";

/** One search, what stands out today, and the way to one's own economy. */
export const homePage: PageOf = {
  path: "/",
  async page(_, ask) {
    const [map, world, { scenarios }, timeline] = await Promise.all([
      ask("map", {}),
      ask("chokepoints", {}),
      ask("scenarios"),
      attempt(ask("timeline", {}), "LM_NO_LISTS"),
    ]);
    const own = map.economies.filter(({ group }) => !group);
    return {
      title: "Who holds what in chipmaking, and who could withhold it?",
      finding: leadOf(map.finding),
      picture: barPicture(
        "What one holder could take from all others by withholding",
        `part of final chip output, mean of ${world.months} months`,
        lossBars(world, map.economies),
      ),
      form: {
        path: "search",
        choices: [{ name: "q", label: "A technology, firm, economy, rule, item or patent, in any script", value: "" }],
        button: "Search",
      },
      pictures: [economyTiles(map), economyPanels(map)].flatMap((each) => each ?? []),
      blocks: [
        { kind: "note", text: map.controlsFinding },
        section("All economies", [{ kind: "list", items: own.map(({ id, name }) => linkedCell(name, { to: "economy", id })) }]),
      ],
      evidence: map.evidence,
      leads: true,
      steps: [
        { label: "The map", path: "map" },
        { label: "Choose your economy", path: "#rest" },
        ...ofToday(map, timeline instanceof LevermapError ? [] : timeline.rules, scenarios),
      ],
    };
  },
};

/** The rule that came last, and a scenario, another each day. */
function ofToday(
  { economies, asOf }: Answer<"map">,
  rules: Answer<"timeline">["rules"],
  scenarios: Answer<"scenarios">["scenarios"],
): readonly Step[] {
  const [newest] = rules
    .filter(has("known"))
    .filter(({ known }) => known <= asOf)
    .sort((a, b) => (a.known < b.known ? 1 : -1));
  const scenario = scenarios[Math.floor(Date.parse(asOf) / 86_400_000) % Math.max(1, scenarios.length)];
  const nameOf = (id: string): string => economies.find((economy) => economy.id === id)?.name ?? id;
  return [
    ...(newest === undefined ? [] : [{ label: `Newest rule: ${nameOf(newest.issuer)}, ${newest.known}`, path: `control/${newest.id}` }]),
    ...(scenario === undefined ? [] : [{ label: `What if: ${scenario.name}?`, path: `scenario/${scenario.id}` }]),
  ];
}
