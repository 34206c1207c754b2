import type { Dependence, EconomyProfile, HeldLine, PlantLine } from "../../answers/profile/profile-report.ts";
import type { SourceDocument } from "../../answers/shared/evidence.ts";
import { numberRange, percentInterval, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed, spaced } from "../../base/words.ts";
import { economyByCode, linkedCell, sourceCell, technologyCell } from "../cell.ts";
import { publishedTable } from "../published-table.ts";
import { flexible, right, sparseTable, wide, wideFlexible, withoutEmptyColumns } from "../table-of.ts";
import type { Cell, TableBlock } from "../view.ts";

type Sources = readonly SourceDocument[];
type Rest = Pick<TableBlock, "none" | "most">;

const year = (line: { readonly year: number | null }): string | null => (line.year === null ? null : String(line.year));

/** `2024`; `2002, old`. */
export const yearOf = ({ year: of, old }: { readonly year: number | null; readonly old: boolean }): string | null =>
  of === null ? null : `${of}${old ? ", old" : ""}`;

const share = ({ low, high }: { readonly low: number | null; readonly high: number | null }): string => percentRange(low, high);

const bases = { production: "made there", headquarters: "by seat", sales: "by seller" } as const;

export const heldTable = (
  title: string,
  lines: readonly HeldLine[],
  sources: Sources,
  rest: Rest & { readonly by?: boolean } = {},
): TableBlock => {
  const { by = false, ...others } = rest;
  const table = sparseTable(
    title,
    lines,
    [
      ["technology", ({ technology, name }) => technologyCell(technology, name), flexible],
      ...(by
        ? ([
            ["who", ({ holder, holderName }: HeldLine): Cell => linkedCell(holderName, { to: "organisation", id: holder }), flexible],
          ] as const)
        : []),
      ["together with", ({ together }) => listed(together), flexible],
      ["share", share, right],
      ["kind", ({ basis }) => bases[basis], wide],
      ["year", yearOf, right],
      ["older, counted otherwise", otherwiseWords, wideFlexible],
      ["grade", ({ grade }) => grade, wide],
      ["source", ({ source }) => sourceCell(source, sources), wideFlexible],
    ],
    others,
  );
  return lines.length === 0 ? table : withoutEmptyColumns(table);
};

/** `48% made there, 2023`. */
const otherwiseWords = ({ otherwise }: HeldLine): string | null =>
  otherwise && `${share(otherwise)} ${bases[otherwise.basis]}${otherwise.year === null ? "" : `, ${otherwise.year}`}`;

export const dependenceTable = (lines: readonly Dependence[], rest: Rest = {}): TableBlock =>
  sparseTable(
    "Depends on",
    lines,
    [
      ["technology", ({ technology, name }) => technologyCell(technology, name), flexible],
      ["most is of", ({ holder, holderName }) => linkedCell(holderName, { to: "economy", id: holder })],
      ["part of world supply", ({ share: of }) => ({ text: percentInterval(of), interval: of }), right],
      ["needed by", ({ sure }) => (sure ? "all" : "some makers of such")],
      ["year", year, wide],
      ["doubt", ({ doubts }) => doubts.join("; "), flexible],
    ],
    { none: "nothing known", ...rest },
  );

export const plantTable = (plants: readonly PlantLine[], sources: Sources, rest: Rest = {}): TableBlock =>
  sparseTable(
    "Plants",
    plants,
    [
      ["owner", ({ ownerName }) => ownerName, flexible],
      ["place", ({ economy, place }) => (place === null ? economy : `${place}, ${economy}`), flexible],
      ["makes", ({ technology, name }) => technologyCell(technology, name), flexible],
      ["node", ({ node }) => node, wide],
      ["wafers a month", wafers, right],
      ["status", ({ status }) => status],
      ["year", year, wide],
      ["source", ({ source }) => sourceCell(source, sources), wideFlexible],
    ],
    { none: "none on record", ...rest },
  );

const wafers = ({ wafersLow, wafersHigh, waferMm }: PlantLine): string | null =>
  wafersLow === null && wafersHigh === null
    ? null
    : `${numberRange(wafersLow, wafersHigh)}${waferMm === null ? "" : say("profile-tables.of-mm", { waferMm: String(waferMm) })}`;

export const countTable = (lines: EconomyProfile["patents"], sources: Sources): TableBlock =>
  publishedTable("Patents as published, each as its source counted", lines, sources, { by: "technology" });

export const effectTable = (lines: EconomyProfile["effects"], sources: Sources): TableBlock =>
  sparseTable(
    "What controls and events did to it",
    lines,
    [
      ["control", ({ name }) => name, flexible],
      ["what", ({ quantity }) => quantity, flexible],
      ["figure", ({ low, high, unit }) => numberRange(low, high, unit), right],
      ["date", ({ date }) => date],
      ["source", ({ source }) => sourceCell(source, sources), flexible],
    ],
    { none: "none known" },
  );

export const controlTable = (title: string, lines: EconomyProfile["controlsOn"], sources: Sources, rest: Rest = {}): TableBlock =>
  sparseTable(
    title,
    lines,
    [
      ["issuer", ({ issuer }) => economyByCode(issuer)],
      ["technology", ({ technology, name }) => technologyCell(technology, name), flexible],
      ["against", ({ against }) => against, flexible],
      ["class", ({ class: kind }) => spaced(kind)],
      ["state", stateSince, flexible],
      ["citation", ({ citation }) => citation, flexible],
      ["source", ({ source }) => sourceCell(source, sources), wideFlexible],
    ],
    { none: "none known", ...rest },
  );

/** The day is that on which a rule took effect, not that of a state since. */
const stateSince = ({ state, since }: { readonly state: string; readonly since: string | null }): string =>
  since === null
    ? state
    : state === "in force"
      ? say("profile-tables.since", { state, since })
      : say("profile-tables.the-rule-is-of", { state, since });
