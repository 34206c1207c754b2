import { section } from "../../report/blocks.ts";
import { linkedCell } from "../../report/cell.ts";
import type { PageOf } from "../page.ts";
import { barPicture, partBar } from "../pictures.ts";
import { leadOf } from "../shorten.ts";

/** One search, what stands out today, and the way to one's own economy. */
export const homePage: PageOf = {
  path: "/",
  async page(_, ask) {
    const [map, world, scenarios] = await Promise.all([ask("map", {}), ask("chokepoints", {}), ask("scenarios")]);
    const own = map.economies.filter(({ group }) => !group);
    return {
      title: "Who holds what in chipmaking, and who could withhold it?",
      finding: leadOf(map.finding),
      picture: barPicture(
        "What one holder could take from all others by withholding",
        `part of final chip output, mean of ${world.months} months`,
        world.ranked.map((entry) => partBar(entry.name, entry.score)),
      ),
      blocks: [
        { kind: "note", text: map.controlsFinding },
        {
          kind: "note",
          text: `${scenarios.scenarios.length} ready scenarios tell what acts and outages would do, month by month.`,
        },
        section("Choose your economy", [
          {
            kind: "list",
            items: own.map(({ id, name }) => linkedCell(name, { to: "economy", id })),
          },
        ]),
      ],
      evidence: map.evidence,
      steps: [
        { label: "The map", path: "map" },
        { label: "Leverage", path: "leverage" },
        { label: "Scenarios", path: "scenarios" },
        { label: "Plans", path: "plans" },
      ],
    };
  },
};
