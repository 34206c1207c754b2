import type { FreedomToOperate } from "../../answers/exclusion/freedom-report.ts";
import { count, counted, numberRange, percentRange } from "../../base/format.ts";
import type { Section } from "../page/section.ts";

type Rate = FreedomToOperate["rates"][number];

/** Cases, what registers note, and base rates: ours beside those that others published. */
export function freedomSections(freedom: FreedomToOperate): readonly Section[] {
  const { rows, cases, events, registered, rates, published } = freedom;
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
    ...(freedom.holdersInAll === 0 ? [] : [holderSection(freedom)]),
    ...(registered === 0 ? [] : [registeredSection(events, registered)]),
    {
      title: "How often owners win, from these cases (80% intervals)",
      columns: [
        { title: "forum" },
        { title: "owner" },
        { title: "of" },
        { title: "cases", align: "right" },
        { title: "won", align: "right" },
        { title: "lost", align: "right" },
        { title: "rate" },
        { title: "Wilson" },
        { title: "Clopper-Pearson" },
      ],
      rows: rates.flatMap((each) => [rateRow(each, "all", each), rateRow(each, "chips", each.chips)]),
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
        numberRange(each.low, each.high, each.unit),
        each.year ?? "",
        each.grade,
        each.source ?? "",
      ]),
    },
  ];
}

function holderSection({ holders, holdersInAll, withOwner, withKnownOwner }: FreedomToOperate): Section {
  return {
    title: `By holder (${count(holders.length)} of ${count(holdersInAll)}; of ${counted(withOwner, "case")} with an owner, that of ${count(withKnownOwner)} is known to the map)`,
    columns: [
      { title: "holder", flexible: true },
      { title: "id", flexible: true },
      { title: "as owner", align: "right" },
      { title: "won", align: "right" },
      { title: "lost", align: "right" },
      { title: "other side", align: "right" },
    ],
    rows: holders.map(({ name, holder, known, asOwner, won, lost, asOther }) => [
      name,
      known ? holder : "not known",
      ...[asOwner, won, lost, asOther].map(count),
    ]),
  };
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

function rateRow({ forum, holderKind }: Rate, of: string, { cases, outcomes, rate, wilson, exact }: Rate["chips"]): string[] {
  const range = (bounds: Rate["wilson"]): string => (bounds === null ? "" : percentRange(bounds.low, bounds.high));
  return [
    forum,
    holderKind ?? "any or unknown",
    of,
    count(cases),
    count(outcomes.won ?? 0),
    count(outcomes.lost ?? 0),
    rate === null ? "too few" : percentRange(rate, rate),
    range(wilson),
    range(exact),
  ];
}
