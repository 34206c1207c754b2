import type { Answer } from "../../answers/ask/ask.ts";
import { LevermapError } from "../../base/errors.ts";
import { section } from "../../report/blocks.ts";
import { linkedCell } from "../../report/cell.ts";
import type { Block, Cell } from "../../report/view.ts";
import { attempt } from "../attempt.ts";
import type { PageOf } from "../page.ts";
import { economyPanels, economyTiles } from "../pictures/held-by-economy.ts";
import { barPicture, partBar } from "../pictures.ts";
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
        world.ranked.map((entry) => partBar(entry.name, entry.score)),
      ),
      form: {
        path: "search",
        choices: [{ name: "q", label: "A technology, firm, economy, rule, item or patent, in any script", value: "" }],
        button: "Search",
      },
      pictures: [economyTiles(map), economyPanels(map)].flatMap((each) => each ?? []),
      blocks: [
        ofToday(timeline instanceof LevermapError ? [] : timeline.rules, map.asOf, scenarios),
        { kind: "note", text: map.controlsFinding },
        section("All economies", [{ kind: "list", items: own.map(({ id, name }) => linkedCell(name, { to: "economy", id })) }]),
      ],
      evidence: map.evidence,
      steps: [
        { label: "The map", path: "map" },
        { label: "Choose your economy", path: "#rest" },
      ],
    };
  },
};

/** The rule that came last, and a scenario, another each day. */
function ofToday(rules: Answer<"timeline">["rules"], asOf: string, scenarios: Answer<"scenarios">["scenarios"]): Block {
  const newest = [...rules].filter(({ known }) => known !== null && known <= asOf).sort((a, b) => (a.known! < b.known! ? 1 : -1))[0];
  const scenario = scenarios[Math.floor(Date.parse(asOf) / 86_400_000) % Math.max(1, scenarios.length)];
  const items: Cell[] = [];
  if (newest !== undefined)
    items.push(linkedCell(`The newest rule on record, of ${newest.known}: ${newest.title ?? newest.id}`, { to: "control", id: newest.id }));
  if (scenario !== undefined) items.push(linkedCell(`What if: ${scenario.name}?`, { to: "scenario", id: scenario.id }));
  return { kind: "list", title: "Also today", items };
}
