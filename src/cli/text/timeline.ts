import type { RuleLine, Timeline } from "../../answers/controls-report.ts";
import type { Page } from "../context.ts";
import { count } from "./figures.ts";
import { section } from "./section.ts";
import { sourcesLine } from "./sources.ts";
import { paragraph } from "./wrap.ts";

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

/** `suspended until 2026-11-09 by 2025-19846`. */
export function stateWords({ state, until, suspendedBy, disputed }: RuleLine): string {
  const to = until === null ? "" : ` until ${until}`;
  const by = suspendedBy === null ? "" : ` by ${suspendedBy}`;
  const differ = disputed.map(({ column, values }) => `; ${column} disputed: ${values.join(" or ")}`).join("");
  return `${state}${state === "in force" && until === null ? "" : to}${by}${differ}`;
}
