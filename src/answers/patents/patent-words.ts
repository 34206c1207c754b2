import { counted, number } from "../../base/format.ts";
import { listed, said } from "../../base/words.ts";
import type { PatentCitations } from "../../corpus/patent-citations.ts";
import type { PatentCard } from "./patent-card.ts";
import { corpusSource, searchedSources } from "./patent-portfolio.ts";

type Facts = Omit<PatentCard, "finding" | "evidence">;

/** One sentence on how a document is built upon. */
export function findingOf({ document, loaded, citations }: Facts): string {
  const cited = `${counted(citations.citedBy, "document")} of this workspace`;
  const cite = citations.citedBy === 1 ? "cites" : "cite";
  if (!loaded) return `${document} is known only because ${cited} ${cite} it. Its own record is not loaded.`;
  if (citations.citedBy === 0) return `Nothing in this workspace cites ${document}.`;
  const [ever] = citations.disruption ?? [];
  if (ever?.withoutNk == null)
    return `${cited} ${cite} ${document}. Its disruption is unknown: ${citations.disruptionReason ?? "it is undefined"}.`;
  const builds = ever.withoutNk === 0 ? "as often as not" : ever.withoutNk > 0 ? "rarely" : "mostly";
  return `${cited} ${cite} ${document}. Of ${ever.ni + ever.nj} later ones, ${ever.nj} also cite what it cites: they ${builds} use it together with earlier work (disruption ${number(ever.withoutNk)}).`;
}

/** That a question of an earlier day is not answered from what was published by then. */
export function dayLimits(lastDay: string | null, asOf: string): readonly string[] {
  if (lastDay === null || lastDay <= asOf) return [];
  return [`All loaded documents count, up to ${lastDay}, also those after ${asOf}. Only whether patents are in force is as of ${asOf}.`];
}

/** What disruption cannot know where citations come from searches, or were cut to the documents of some classes. */
export function searchLimits(citationLoads: PatentCitations["citationLoads"]): readonly string[] {
  return [...searchedLimits(citationLoads), ...cutLimits(citationLoads), ...corpusLimits(citationLoads)];
}

/** A corpus may have been made of searches, which its rows do not tell. */
function corpusLimits(citationLoads: PatentCitations["citationLoads"]): readonly string[] {
  if (!citationLoads.some(({ source, cut }) => source === corpusSource && cut === null)) return [];
  return [
    "Citations come from a corpus that was passed on; its manifest names its sources. Where these are searches, n_k is incomplete, and CD with n_k is too far from 0.",
  ];
}

function cutLimits(citationLoads: PatentCitations["citationLoads"]): readonly string[] {
  const cuts = [...new Set(citationLoads.flatMap(({ cut }) => cut ?? []))];
  if (cuts.length === 0) return [];
  return [
    `The loaded citations were cut to documents of some classes (${listed(cuts)}). Of these, forward citations and CD without n_k are as in the whole tables. Documents outside that cite only what another cites were left out: n_k is incomplete, and CD with n_k is too far from 0.`,
  ];
}

function searchedLimits(citationLoads: PatentCitations["citationLoads"]): readonly string[] {
  const searched = searchedSources(citationLoads.map(({ source }) => source));
  if (searched.length === 0) return [];
  return [
    `The loaded documents come from searches (${listed(searched)}), not from all that an office published. Documents that cite only what another cites are missing: n_k is incomplete, and CD with n_k is too far from 0. The variant without n_k does not need them, but it too counts only the citing documents that were searched for.`,
  ];
}

/** What the figures of a card rest on, and what they cannot know. */
export function limitsOf(card: Facts, { citationLoads, lastDay }: PatentCitations, asOf: string): readonly string[] {
  const { cites, stated, disruption, generality, originality, forward5y, forwardRelative } = card.citations;
  const unclassed = generality === null ? 0 : generality.of - generality.classified;
  return said(
    ...dayLimits(lastDay, asOf),
    `Citations are those of loaded records${lastDay === null ? "" : `, the latest of ${lastDay}`}. Citations by documents that are not loaded are missing.`,
    card.loaded &&
      (stated === null
        ? "Its record does not state how many patent references it has."
        : `Its record states ${stated} patent references; ${cites} documents of them are loaded.`),
    ...(disruption === null ? [] : searchLimits(citationLoads)),
    disruption?.some(({ open }) => open) && "The window of 1,825 days is still open: its counts may grow.",
    card.office !== "" &&
      disruption !== null &&
      "Disruption from the citations of one office cannot be compared across economies (Rutzer et al. 2026).",
    unclassed > 0 && `Generality leaves out ${unclassed} citing documents without a class.`,
    originality !== null &&
      originality.value === null &&
      cites > 0 &&
      "Originality is unknown: the classes of fewer than two of the documents it cites are loaded.",
    forward5y !== null &&
      forwardRelative === null &&
      "Citations relative to its year and field are unknown: it has no class, or fewer than 20 documents or no citation to compare with.",
    card.inForce?.basis === "survival" &&
      "Whether it is in force is estimated from other patents of its office and age: no legal event shows it.",
  );
}
