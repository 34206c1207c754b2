import type { ControlsList } from "../../answers/controls/controls-report.ts";
import { count, counted } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { economyByCode, linkedCell } from "../cell.ts";
import { flexible, right, sparseTable } from "../table-of.ts";
import type { View } from "../view.ts";
import { countedDay } from "./standing.ts";

/** Lists with their readings, editions of control lists, and rules by issuer. */
export function controlsListView({ asOf, by, lists, itemEditions, rules, dataEnd, evidence }: ControlsList): View {
  const readings = lists.flatMap((list) => list.readings.map((reading) => ({ ...list, ...reading })));
  const inForce = readings.reduce((sum, reading) => sum + reading.inForce, 0);
  const allRules = rules.flatMap(({ states }) => states).reduce((sum, state) => sum + state.rules, 0);
  const editions = counted(itemEditions.length, "edition of a control list", "editions of control lists");
  return {
    finding: `${say("controls-list.loaded-lists-of-parties", { lists: lists.length, editions, rules: allRules })}${readings.length === 0 ? "" : say("controls-list.on-rows-of-lists", { asOf, rows: inForce, countedDay: countedDay(by) })}`,
    limit: "What is not loaded may be in force too: absence from these lists is not clearance.",
    blocks: [
      sparseTable({ title: "Lists of parties", none: "none loaded" }, readings, [
        ["list", ({ list }) => linkedCell(list, { to: "control", id: list })],
        ["issuer", ({ issuer }) => economyByCode(issuer)],
        ["title", ({ title }) => title, { flexible: true, wide: true }],
        ["reading", ({ origin }) => origin, flexible],
        ["copy or edition", ({ used }) => used ?? "day unknown"],
        ["in force", (reading) => count(reading.inForce), right],
        ["undated", ({ startUnknown }) => count(startUnknown), right],
      ]),
      sparseTable({ title: "Control lists of items", none: "none loaded" }, itemEditions, [
        ["edition", ({ edition }) => edition],
        ["entries", ({ items }) => count(items), right],
        ["in use on the day", ({ inUse }) => (inUse ? "yes" : "no")],
      ]),
      sparseTable(
        say("controls-list.rules-and-notices", { dataEnd: dataEnd === null ? "" : say("controls-list.known-until", { dataEnd }) }),
        rules,
        [
          ["issuer", ({ issuer }) => economyByCode(issuer)],
          ["rules by state", ({ states }) => states.map(({ state, rules: own }) => `${count(own)} ${state}`).join("; "), flexible],
        ],
      ),
    ],
    details: [],
    evidence,
  };
}
