import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import { percent, percentRange } from "../../base/format.ts";
import type { Section } from "../page/section.ts";

const bases = { production: "made in", headquarters: "firms seated in", sales: "sold by firms of" } as const;
const organisations = { production: "made by", headquarters: "by firm", sales: "sold by" } as const;

/** One section a set of shares, with what nobody is known to hold. */
export function shareSections({ shareRows }: TechnologyCard): Section[] {
  if (shareRows.length === 0) return [{ title: "Shares of world supply", columns: [], rows: [] }];
  return shareRows.map(({ basis, holderKind, dataset, year, used, unknownShare, shares }) => ({
    title: `Shares, ${(holderKind === "organisation" ? organisations : bases)[basis]} (${dataset}${year === null ? "" : ` ${year}`}${used ? "; the model reads these" : ""})`,
    columns: [
      { title: "holder", flexible: true },
      { title: "share", align: "right" },
      { title: "year" },
      { title: "grade" },
      { title: "source", flexible: true },
    ],
    rows: [
      ...shares.map((line) => [
        line.name === line.holder ? line.holder : `${line.name} (${line.holder})`,
        line.flag === "negligible" ? "negligible" : percentRange(line.low, line.high),
        line.year === null ? "" : String(line.year),
        line.grade,
        line.source ?? line.dataset,
      ]),
      ["unknown", percent(unknownShare), "", "", ""],
    ],
  }));
}
