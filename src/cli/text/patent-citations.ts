import type { Disruption, PatentCard } from "../../answers/patents/patent-card.ts";
import { count, counted, number } from "../../base/format.ts";
import type { Section } from "../page/section.ts";

type Citations = PatentCard["citations"];

const shownReferences = 12;

/** What cites a document and how widely it is used, a line each. */
export function patentCitationLines({ loaded, citations }: PatentCard): readonly string[] {
  const { citedBy, citingLoaded, cites, stated, literature } = citations;
  const citing = `Cited by ${counted(citedBy, "document")}, ${count(citingLoaded)} of them loaded`;
  const states = stated === null ? "its record does not state how many it has" : `its record states ${count(stated)}`;
  return [
    loaded
      ? `${citing}; cites ${counted(cites, "document")} (${states}) and ${counted(literature, "other publication")}`
      : `${citing}; what it cites is not loaded`,
    ...(citations.disruptionReason === null ? [] : [`Disruption is not shown: ${citations.disruptionReason}`]),
    dispersionLine("Originality", citations.originality, "cited"),
    dispersionLine("Generality", citations.generality, "citing"),
    `Citations in 5 years: ${citations.forward5y === null ? "unknown" : count(citations.forward5y)}; over the mean of its year and field: ${number(citations.forwardRelative)}`,
  ];
}

function dispersionLine(name: string, value: Citations["originality"], kind: string): string {
  if (value === null) return `${name}: unknown`;
  const raw = value.raw === null ? "" : ` (raw ${number(value.raw)})`;
  return `${name}: ${number(value.value)}${raw}, on ${count(value.classified)} of ${counted(value.of, `${kind} document`)} with a class`;
}

/** Tables of disruption, of citing documents by year, of what it cites and of what is near it. */
export function patentCitationSections(citations: Citations): readonly Section[] {
  const { disruption, citingByYear, references } = citations;
  const shown = references.slice(0, shownReferences);
  const more = references.length > shown.length ? [[`and ${references.length - shown.length} more (--json)`, "", "", ""]] : [];
  return [
    ...(disruption === null ? [] : [disruptionSection(disruption)]),
    {
      title: "Citing documents by year",
      columns: [{ title: "year" }, { title: "documents", align: "right" }],
      rows: citingByYear.map(({ year, documents }) => [year === null ? "unknown" : String(year), count(documents)]),
      none: "none",
    },
    {
      title: "What it cites",
      columns: [{ title: "document" }, { title: "loaded" }, { title: "category" }, { title: "phase" }],
      rows: [
        ...shown.map(({ document, loaded, category, phase }) => [document, loaded ? "yes" : "no", category ?? "", phase ?? ""]),
        ...more,
      ],
      none: "none loaded",
    },
    neighbours("Share most references with it", citations.coupled),
    neighbours("Most often cited together with it", citations.cocited),
  ];
}

function disruptionSection(disruption: readonly Disruption[]): Section {
  const right = { align: "right" as const };
  return {
    title: "Disruption (n_i cite it alone, n_j it and what it cites, n_k only what it cites)",
    columns: [
      { title: "window" },
      { title: "n_i", ...right },
      { title: "n_j", ...right },
      { title: "n_k", ...right },
      { title: "without n_k", ...right },
      { title: "CD with n_k", ...right },
      { title: "mCD", ...right },
    ],
    rows: disruption.map(({ windowDays, ni, nj, nk, withoutNk, withNk, mcd, open }) => [
      windowDays === null ? "none" : `${count(windowDays)} days${open ? " (open)" : ""}`,
      count(ni),
      count(nj),
      count(nk),
      orUndefined(withoutNk),
      orUndefined(withNk),
      orUndefined(mcd),
    ]),
  };
}

function neighbours(title: string, found: Citations["coupled"]): Section {
  return {
    title,
    columns: [
      { title: "document" },
      { title: "shared", align: "right" },
      { title: "strength", align: "right" },
      { title: "title", flexible: true },
      { title: "holder", flexible: true },
    ],
    rows: (found ?? []).map((one) => [one.document, count(one.shared), number(one.strength), one.title ?? "", one.holder ?? ""]),
    none: found === null ? "too many citations around it to read" : "none",
  };
}

const orUndefined = (value: number | null): string => (value === null ? "undefined" : number(value));
