import { LevermapError } from "../../base/errors.ts";
import type { PageOf, SitePage } from "../page.ts";
import { leadOf } from "../shorten.ts";

/** A page of the docs, made of its markdown by the build. */
export interface MethodDocument {
  readonly id: string;
  readonly title: string;
  /** The question that it answers, or its first paragraph, plain. */
  readonly lead: string;
  /** The rest as HTML, all text in it escaped; `{root}` stands for the way to the top of the site. */
  readonly html: string;
}

/** The pages of the method: the first at `/method`, each other by its id. */
export function methodPages(documents: readonly MethodDocument[]): readonly PageOf[] {
  if (documents.length === 0) return [];
  const page = (id: string): SitePage => {
    const found = documents.find((document) => document.id === id);
    if (found === undefined) throw new LevermapError("LM_SERVER_NOT_FOUND", `There is no page "${id}" of the method.`);
    return {
      title: found.title,
      finding: leadOf(found.lead, 25),
      article: found.html,
      blocks: [],
      steps: id === first ? [{ label: "The API", path: "api" }] : [{ label: "All pages of the method", path: "method" }],
    };
  };
  return [
    { path: "/method", page: async () => page(first) },
    { path: "/method/:id", page: async ({ params: { id = "" } }) => page(id) },
  ];
}

/** The page that leads to all others. */
const first = "readme";
