import type { PatentCard } from "../../answers/patents/patent-card.ts";
import { count, counted, number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { note } from "../blocks.ts";
import { patentCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, Cell, TableBlock } from "../view.ts";

type Citations = PatentCard["citations"];

const shownReferences = 12;

const undefinedOr = (value: number | null): string => (value === null ? "undefined" : number(value));

/** How widely a document is used and whether it displaced what it cites, each with what it rests on. */
export function citationMeasures({ citations }: PatentCard): TableBlock {
  const { disruption, disruptionReason, forward5y, forwardRelative } = citations;
  const rows: readonly (readonly [string, string, Cell])[] = [
    spread("originality", citations.originality, "cited"),
    spread("generality", citations.generality, "citing"),
    ["citations in 5 years", forward5y === null ? "unknown" : count(forward5y), "loaded documents"],
    [
      "relative to its year and field",
      number(forwardRelative),
      forwardRelative === null ? "no class, or too few documents to compare" : "1 = average",
    ],
    ...(disruption ?? []).map(
      ({ windowDays, withoutNk, ni, nj, open }) =>
        [
          say("patent-citations.disruption-without-n-k", {
            windowDays: windowDays === null ? "" : say("patent-citations.days", { windowDays: count(windowDays) }),
          }),
          undefinedOr(withoutNk),
          say("patent-citations.cite-it-alone-also", { ni: count(ni), nj: count(nj), window: open ? "; window still open" : "" }),
        ] as const,
    ),
    ...(disruption === null ? [["disruption", "unknown", disruptionReason ?? ""] as const] : []),
  ];
  return tableOf("What builds on it", rows, [
    ["measure", ([name]) => name],
    ["value", ([, value]) => value, right],
    ["rests on", ([, , basis]) => basis, flexible],
  ]);
}

function spread(name: string, value: Citations["originality"], kind: string): readonly [string, string, string] {
  if (value === null) return [name, "unknown", "nothing loaded"];
  if (value.of === 0) return [name, number(value.value), say("patent-citations.no-document-is-loaded", { kind })];
  const raw = value.raw === null ? "" : say("patent-citations.uncorrected", { raw: number(value.raw) });
  return [
    name,
    number(value.value),
    say("patent-citations.of-with-a-class", {
      classified: count(value.classified),
      ofIt: counted(value.of, say("patent-citations.document", { kind })),
      raw,
    }),
  ];
}

/** Disruption with its counts, citing documents by year, what it cites and what is like it. */
export function citationDetails({ citations, loaded }: PatentCard): readonly Block[] {
  const { disruption, references, cites, stated, literature } = citations;
  const states =
    stated === null ? "its record does not state how many it has" : say("patent-citations.its-record-states", { stated: count(stated) });
  const table = tableOf("What it cites", references.slice(0, shownReferences), [
    ["document", ({ document }) => patentCell(document)],
    ["loaded", (each) => (each.loaded ? "yes" : "no")],
    ["category", ({ category }) => category ?? ""],
    ["phase", ({ phase }) => phase ?? ""],
  ]);
  const more = references.length - shownReferences;
  return [
    ...(disruption === null ? [] : [disruptionBlock(disruption)]),
    tableOf({ title: "Citing documents by year", none: "none" }, citations.citingByYear, [
      ["year", ({ year }) => (year === null ? null : String(year))],
      ["documents", ({ documents }) => count(documents), right],
    ]),
    note(
      loaded
        ? say("patent-citations.it-cites-documents-and", { documents: cites, states, publications: literature })
        : "What it cites is not loaded.",
    ),
    { ...table, rows: [...table.rows, ...(more > 0 ? [[`and ${count(more)} more (--json)`, "", "", ""]] : [])], none: "none loaded" },
    neighbours("Share most references with it", citations.coupled),
    neighbours("Most often cited together with it", citations.cocited),
  ];
}

const disruptionBlock = (windows: NonNullable<Citations["disruption"]>): TableBlock =>
  tableOf("Disruption (n_i cite it alone, n_j it and what it cites, n_k only what it cites)", windows, [
    [
      "window",
      ({ windowDays, open }) =>
        windowDays === null
          ? "none"
          : say("patent-citations.days-window-days", { windowDays: count(windowDays), open: open ? " (open)" : "" }),
    ],
    ["n_i", ({ ni }) => count(ni), right],
    ["n_j", ({ nj }) => count(nj), right],
    ["n_k", ({ nk }) => count(nk), right],
    ["without n_k", ({ withoutNk }) => undefinedOr(withoutNk), right],
    ["CD with n_k", ({ withNk }) => undefinedOr(withNk), right],
    ["mCD", ({ mcd }) => undefinedOr(mcd), right],
  ]);

const neighbours = (title: string, found: Citations["coupled"]): TableBlock =>
  tableOf({ title, none: found === null ? "too many citations around it to read" : "none" }, found ?? [], [
    ["document", ({ document }) => patentCell(document)],
    ["shared", ({ shared }) => count(shared), right],
    ["strength", ({ strength }) => number(strength), right],
    ["title", ({ title: own }) => own, flexible],
    ["holder", ({ holder }) => holder, flexible],
  ]);
