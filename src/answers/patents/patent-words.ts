import { number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed, said } from "../../base/words.ts";
import type { PatentCitations } from "../../corpus/patent-citations.ts";
import type { PatentCard } from "./patent-card.ts";
import { corpusSource, searchedSources } from "./patent-portfolio.ts";

type Facts = Omit<PatentCard, "finding" | "evidence">;

/** One sentence on how a document is built upon. */
export function findingOf({ document, loaded, citations }: Facts): string {
  const cited = say("patent-words.documents-of-this-workspace", { documents: citations.citedBy });
  const cite = citations.citedBy === 1 ? "cites" : "cite";
  if (!loaded) return `${say("patent-words.is-known-only-because", { document, cited, cite })} ${say("patent-words.its-own-record-is")}`;
  if (citations.citedBy === 0) return say("patent-words.nothing-in-this-workspace", { document });
  const [ever] = citations.disruption ?? [];
  if (ever?.withoutNk == null)
    return `${cited} ${cite} ${document}. ${say("patent-words.its-disruption-is-unknown", { disruptionReason: citations.disruptionReason ?? "it is undefined" })}`;
  const builds = ever.withoutNk === 0 ? "as often as not" : ever.withoutNk > 0 ? "rarely" : "mostly";
  return `${cited} ${cite} ${document}. ${say("patent-words.of-later-ones-also", { ni: String(ever.ni + ever.nj), nj: String(ever.nj), builds, withoutNk: number(ever.withoutNk) })}`;
}

/** That a question of an earlier day is not answered from what was published by then. */
export function dayLimits(lastDay: string | null, asOf: string): readonly string[] {
  if (lastDay === null || lastDay <= asOf) return [];
  return [`${say("patent-words.all-loaded-documents-count", { lastDay, asOf })} ${say("patent-words.only-whether-patents-are", { asOf })}`];
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
    `${say("patent-words.the-loaded-citations-were", { cuts: listed(cuts) })} ${say("patent-words.of-these-forward-citations")} ${say("patent-words.documents-outside-that-cite")}`,
  ];
}

function searchedLimits(citationLoads: PatentCitations["citationLoads"]): readonly string[] {
  const searched = searchedSources(citationLoads.map(({ source }) => source));
  if (searched.length === 0) return [];
  return [
    `${say("patent-words.the-loaded-documents-come", { searched: listed(searched) })} ${say("patent-words.documents-that-cite-only")}`,
  ];
}

/** What the figures of a card rest on, and what they cannot know. */
export function limitsOf(card: Facts, { citationLoads, lastDay }: PatentCitations, asOf: string): readonly string[] {
  const { cites, stated, disruption, generality, originality, forward5y, forwardRelative } = card.citations;
  const unclassed = generality === null ? 0 : generality.of - generality.classified;
  return said(
    ...dayLimits(lastDay, asOf),
    `${say("patent-words.citations-are-those-of", { lastDay: lastDay === null ? "" : say("patent-words.the-latest-of", { lastDay }) })} ${say("patent-words.citations-by-documents-that")}`,
    card.loaded &&
      (stated === null
        ? "Its record does not state how many patent references it has."
        : say("patent-words.its-record-states-patent", { stated: String(stated), cites: String(cites) })),
    ...(disruption === null ? [] : searchLimits(citationLoads)),
    disruption?.some(({ open }) => open) && "The window of 1,825 days is still open: its counts may grow.",
    card.office !== "" &&
      disruption !== null &&
      "Disruption from the citations of one office cannot be compared across economies (Rutzer et al. 2026).",
    unclassed > 0 && say("patent-words.generality-leaves-out-citing", { unclassed: String(unclassed) }),
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
