import type { ControlsList } from "../../answers/controls/controls-report.ts";
import { count } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";

/** Lists with their readings, editions of control lists, and rules by issuer. */
export function controlsListText({ asOf, by, lists, itemEditions, rules, dataEnd, evidence }: ControlsList, page: Page): string {
  return [
    page.style.strong(`Controls that are loaded, as of ${asOf}, by day of ${by === "effective" ? "effect" : "publication"}`),
    ...section(
      {
        title: "Lists of parties",
        columns: [
          { title: "list" },
          { title: "issuer" },
          { title: "title", flexible: true },
          { title: "reading", flexible: true },
          { title: "copy or edition" },
          { title: "in force", align: "right" },
          { title: "undated", align: "right" },
        ],
        rows: lists.flatMap(({ list, issuer, title, readings }) =>
          readings.map(({ origin, used, inForce, startUnknown }, at) => [
            at === 0 ? list : "",
            at === 0 ? issuer : "",
            at === 0 ? title : "",
            origin,
            used ?? "day unknown",
            count(inForce),
            count(startUnknown),
          ]),
        ),
        none: "none loaded",
      },
      page,
    ),
    ...section(
      {
        title: "Control lists of items",
        columns: [{ title: "edition" }, { title: "entries", align: "right" }, { title: "" }],
        rows: itemEditions.map(({ edition, items, inUse }) => [edition, count(items), inUse ? "in use on the day" : ""]),
        none: "none loaded",
      },
      page,
    ),
    ...section(
      {
        title: `Rules and notices${dataEnd === null ? "" : `, data end ${dataEnd}`}`,
        columns: [{ title: "issuer" }, { title: "how they stand", flexible: true }],
        rows: rules.map(({ issuer, states }) => [issuer, states.map(({ state, rules: own }) => `${count(own)} ${state}`).join("; ")]),
      },
      page,
    ),
    "",
    ...[sourcesLine(evidence), ...evidence.limits].map((line) => paragraph(line, page.width)),
  ].join("\n");
}
