import type { ScenarioList } from "../../answers/scenario/simulate-report.ts";
import { counted } from "../../base/format.ts";
import { table } from "../blocks.ts";
import type { View } from "../view.ts";

/** The ready scenarios. */
export const scenariosView = ({ scenarios }: ScenarioList): View => ({
  finding: `${counted(scenarios.length, "scenario")} can be run as they are, by name.`,
  limit: "Run one: `levermap simulate NAME`; --dry-run only says what would be run.",
  blocks: [
    table(
      "Ready scenarios",
      ["scenario", "from", "measures", "name~"],
      scenarios.map(({ id, from, kinds, name }) => [id, from ?? "", kinds.join(", "), name]),
    ),
  ],
  details: [
    {
      kind: "facts",
      title: "What each is about",
      facts: scenarios.flatMap(({ id, about }) => (about === null ? [] : [{ label: id, value: about }])),
    },
  ],
});
