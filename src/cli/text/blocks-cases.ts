import type { FreedomToOperate } from "../../answers/freedom-report.ts";
import { percentRange } from "../../answers/words.ts";
import { amountRange, count } from "./figures.ts";
import type { Section } from "./section.ts";

type Rate = FreedomToOperate["rates"][number];

/** Cases, what registers note, and base rates: ours beside those that others published. */
export function freedomSections({ rows, cases, events, registered, rates, published }: FreedomToOperate): readonly Section[] {
  return [
    {
      title: `Suits, ITC cases, reviews, licences (${count(rows.length)} newest of ${count(cases)})`,
      columns: [
        { title: "until" },
        { title: "owner", flexible: true },
        { title: "other side", flexible: true },
        { title: "forum", flexible: true },
        { title: "about", flexible: true },
        { title: "ended", flexible: true },
        { title: "source", flexible: true },
      ],
      rows: rows.map((row) => [
        row.decided ?? (row.filed === null ? "unknown" : `filed ${row.filed}`),
        row.owner ?? "unknown",
        (row.owner === row.defendant ? row.plaintiff : row.defendant) ?? "unknown",
        row.forum,
        row.technologies.map(({ technology }) => technology).join(", ") || (row.title ?? "unknown"),
        `${row.ended}: ${row.outcome ?? "not told"}`,
        row.url ?? `${row.place.file}:${row.place.line}`,
      ]),
    },
    ...(registered === 0 ? [] : [registeredSection(events, registered)]),
    {
      title: "How often owners win, from these cases (80 % intervals)",
      columns: [
        { title: "forum" },
        { title: "owner" },
        { title: "cases", align: "right" },
        { title: "won", align: "right" },
        { title: "lost", align: "right" },
        { title: "rate" },
        { title: "Wilson" },
        { title: "Clopper-Pearson" },
      ],
      rows: rates.map(rateRow),
    },
    {
      title: "Published base rates",
      columns: [
        { title: "quantity", flexible: true },
        { title: "forum" },
        { title: "owner" },
        { title: "scope", flexible: true },
        { title: "value" },
        { title: "year" },
        { title: "grade" },
        { title: "source", flexible: true },
      ],
      rows: published.map((each) => [
        each.quantity,
        each.forum ?? "",
        each.holderKind ?? "",
        each.scope,
        amountRange(each, each.unit),
        each.year ?? "",
        each.grade,
        each.source ?? "",
      ]),
    },
  ];
}

function registeredSection(events: FreedomToOperate["events"], registered: number): Section {
  return {
    title: `Licences, oppositions and revocations in registers (${count(events.length)} newest of ${count(registered)})`,
    columns: [
      { title: "date" },
      { title: "document" },
      { title: "kind" },
      { title: "holder", flexible: true },
      { title: "note", flexible: true },
      { title: "source" },
    ],
    rows: events.map(({ date, document, kind, holders, note, place }) => [
      date ?? "unknown",
      document,
      kind,
      holders.join(", ") || "unknown",
      note ?? "",
      `${place.file}:${place.line}`,
    ]),
  };
}

function rateRow({ forum, holderKind, cases, outcomes, rate, wilson, exact }: Rate): string[] {
  const range = (bounds: Rate["wilson"]): string => (bounds === null ? "" : percentRange(bounds.low, bounds.high));
  return [
    forum,
    holderKind ?? "any or unknown",
    count(cases),
    count(outcomes.won ?? 0),
    count(outcomes.lost ?? 0),
    rate === null ? "too few" : percentRange(rate, rate),
    range(wilson),
    range(exact),
  ];
}
