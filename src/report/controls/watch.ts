import type { WatchReport } from "../../answers/controls/controls-report.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { section } from "../blocks.ts";
import { savedTable } from "../patents/patent-search.ts";
import { flexible, right, sparseTable } from "../table-of.ts";
import type { SectionBlock, View } from "../view.ts";
import { differenceTables, differenceWords } from "./controls-diff.ts";

type Comparison = WatchReport["comparisons"][number];

/** What differs between copies that were loaded one after another. */
export function watchView({ comparisons, searches, evidence }: WatchReport): View {
  const [only] = comparisons;
  const sections = comparisons.map(
    (each): SectionBlock =>
      section(
        say("watch.from-load-to", { source: each.source, dataset: each.dataset, load: loadOf(each.from), eachLoad: loadOf(each.to) }),
        differenceTables(each),
      ),
  );
  const table = sparseTable("Newer copies compared with the ones before", comparisons, [
    ["source", ({ source }) => source],
    ["data set", ({ dataset }) => dataset, flexible],
    ["from load", ({ from }) => loadOf(from), flexible],
    ["to load", ({ to }) => loadOf(to), flexible],
    ["added", ({ added }) => count(added.length), right],
    ["removed", ({ removed }) => count(removed.length), right],
    ["changed", ({ changed }) => count(changed.length), right],
    ["rules", ({ rules }) => count(rules.length), right],
  ]);
  const fresh = searches.filter(({ addedTotal }) => addedTotal > 0);
  const told =
    searches.length === 0
      ? ""
      : say("watch.of-kept-searches-on", {
          fresh: count(fresh.length),
          searches: searches.length,
          has: fresh.length === 1 ? "has" : "have",
        });
  const lists =
    only === undefined
      ? "There is nothing to compare: no list, control list or timeline was loaded twice."
      : comparisons.length === 1
        ? say("watch.the-newer-copy-of", { dataset: only.dataset, source: only.source, difference: differenceWords(only) })
        : say("watch.newer-copies-compared-with", { copies: comparisons.length, difference: differenceWords(together(comparisons)) });
  return {
    finding: lists + told,
    limit: "A row that came and went between two copies is in neither.",
    blocks: [
      ...(searches.length > 0 ? [savedTable(searches)] : []),
      ...(only === undefined ? [] : comparisons.length === 1 ? sections : [table]),
    ],
    details: comparisons.length > 1 ? sections : [],
    evidence,
  };
}

const loadOf = ({ id, loadedAt }: Comparison["from"]): string => `${id} (${loadedAt.slice(0, 10)})`;

/** The differences of all copies in one. */
const together = (all: readonly Comparison[]): Parameters<typeof differenceWords>[0] => ({
  added: all.flatMap(({ added }) => added),
  removed: all.flatMap(({ removed }) => removed),
  changed: all.flatMap(({ changed }) => changed),
  items: {
    added: all.flatMap(({ items }) => items?.added ?? []),
    removed: all.flatMap(({ items }) => items?.removed ?? []),
    changed: all.flatMap(({ items }) => items?.changed ?? []),
  },
  rules: all.flatMap(({ rules }) => rules),
});
