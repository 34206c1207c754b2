import type { TitleMatch } from "../../link/case-technologies.ts";
import { knownCases } from "../exclusion/freedom-to-operate.ts";
import type { Portfolio } from "./patent-portfolio.ts";
import { countRefusals } from "./prior-art.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

/** Refusals that touch a technology. `most`: pairs of holders. */
export function blocksOf({ data }: Portfolio, most: number): TechnologyPatents["priorArtBlocks"] {
  const { found, named } = countRefusals(data.blocks, data.blockDocuments);
  return {
    applications: found.applications,
    documents: found.documents,
    literature: found.literature,
    documentsWithHolder: found.coverage.documentsWithHolder,
    offices: found.byOffice.map(({ key, applications: refused, documents }) => ({ office: key, applications: refused, documents })),
    pairs: found.pairs.slice(0, most).map((pair) => ({ ...pair, refused: named(pair.refused).name, over: named(pair.over).name })),
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
