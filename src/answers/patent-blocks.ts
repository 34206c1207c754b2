import type { TitleMatch } from "../link/case-technologies.ts";
import { priorArtBlocks } from "../measure/prior-art-blocks.ts";
import { knownCases } from "./freedom-to-operate.ts";
import type { Portfolio } from "./patent-portfolio.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

/** Refusals that touch a technology, and its suits, reviews and licences. `most`: pairs of holders. */
export function blocksOf({ data }: Portfolio, nameOf: (holder: string) => string, most: number): TechnologyPatents["priorArtBlocks"] {
  const { blocks, applications, holdersOf } = data.blocks;
  const found = priorArtBlocks(blocks, applications, (document) => holdersOf.get(document) ?? []);
  return {
    applications: found.applications,
    documents: found.documents,
    literature: found.literature,
    documentsWithHolder: found.coverage.documentsWithHolder,
    offices: found.byOffice.map(({ key, applications: refused, documents }) => ({ office: key, applications: refused, documents })),
    pairs: found.pairs.slice(0, most).map((pair) => ({ ...pair, refused: nameOf(pair.refused), over: nameOf(pair.over) })),
  };
}

/** Suits, reviews and licences of a technology, each once however many tables tell of it, newest first. */
export function casesOf({ data }: Portfolio, titleMatch: TitleMatch): TechnologyPatents["cases"] {
  const found = knownCases(data.cases, titleMatch, { office: null, technologies: data.technologies });
  return found.map(({ others, kept: { id, forum, kind, plaintiff, defendant, filed, outcome, url } }) => ({
    id,
    sameAs: others,
    forum,
    kind,
    plaintiff,
    defendant,
    filed,
    outcome,
    url,
  }));
}
