import type { RuleLine, Timeline } from "../../answers/controls/controls-report.ts";
import { count } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";

/** Rules in the order of their days. */
export function timelineText({ asOf, rules, dataEnd, evidence }: Timeline, page: Page): string {
  const end = dataEnd === null ? "" : `; data end ${dataEnd}`;
  return [
    page.style.strong(`Rules and notices as they stand on ${asOf}, ${count(rules.length)} in all${end}`),
    ...section(
      {
        title: "Timeline",
        columns: [
          { title: "from" },
          { title: "by day of" },
          { title: "issuer" },
          { title: "rule", flexible: true },
          { title: "kind", flexible: true },
          { title: "title", flexible: true },
          { title: "state on the day", flexible: true },
        ],
        rows: rules.map((rule) => [
          rule.since ?? "unknown",
          rule.basis ?? "",
          rule.issuer,
          rule.citation === null ? rule.id : `${rule.id}, ${rule.citation}`,
          rule.kind?.replaceAll(";", ", ") ?? "",
          rule.title,
          stateWords(rule),
        ]),
      },
      page,
    ),
    "",
    ...[sourcesLine(evidence), ...evidence.limits].map((line) => paragraph(line, page.width)),
  ].join("\n");
}

/** `suspended through 2026-11-09 by 2025-19846`, `suspension ended unless extended (by 2025-19846, last day 2026-11-09)`, `ended (last day 2020-01-31)`. */
export function stateWords({ state, until, suspendedBy, disputed }: RuleLine): string {
  const by = suspendedBy === null ? "" : `by ${suspendedBy}`;
  const isOver = state === "ended" || state === "suspension ended unless extended";
  const over = [by, until === null ? "" : `last day ${until}`].filter((part) => part !== "").join(", ");
  const going = [until === null ? "" : `through ${until}`, by].filter((part) => part !== "").join(" ");
  const told = isOver ? (over === "" ? "" : ` (${over})`) : going === "" ? "" : ` ${going}`;
  const differ = disputed.map(({ column, values }) => `; ${column} disputed: ${values.join(" or ")}`).join("");
  return `${state}${told}${differ}`;
}
