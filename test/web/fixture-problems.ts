import type { MapView } from "../../src/answers/card/map-view.ts";
import type { TechnologyCard } from "../../src/answers/card/technology-card.ts";

/** Made-up problems of a technology, one with a clock and workers and one without, and what takes the place of what. */
export function fixtureProblems(map: MapView, id: string, text: string): Pick<TechnologyCard, "problems" | "replaces" | "replacedBy"> {
  const evidence = { grade: "published", source: "invented-1", note: null } as const;
  const other = map.nodes.find((node) => node.id !== id)!;
  const edge = { technology: other.id, name: other.name, ...evidence };
  return {
    problems: [
      {
        id: `${id}-wear`,
        name: `${text} wear of the rollers`,
        need: `${text}: rollers last a week, a month is needed`,
        classes: ["B02C4/28"],
        words: ["roller wear"],
        maturity: "pilot",
        year: 2025,
        clock: "rollers that last a month in a plant",
        clockYears: { low: 2027, high: 2029 },
        workers: [{ holder: "organisation-beta", name: "Organisation Beta", ...evidence }],
        ...evidence,
      },
      {
        id: `${id}-dust`,
        name: `${text} dust in the product`,
        need: `${text}: dust is not measured in line`,
        classes: ["B02C23/08", "G01N15/06"],
        words: ["dust", "in-line"],
        maturity: "research",
        year: null,
        clock: "a sensor in a plant",
        clockYears: { low: null, high: null },
        workers: [],
        ...evidence,
        grade: "assumed",
        note: text,
      },
    ],
    replaces: [{ ...edge, from: { low: 2026, high: 2030 } }],
    replacedBy: [{ ...edge, from: { low: null, high: null } }],
  };
}
