import { LevermapError } from "../../../base/errors.ts";
import { findDocument } from "../../../corpus/find-document.ts";
import { readSimilar } from "../../../corpus/similar-texts.ts";
import { tokens } from "../../../measure/text/term-counts.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import type { SimilarQuestion } from "../patent-questions.ts";
import type { SimilarPatents } from "./patent-search-report.ts";

const usualTop = 20;

/**
 * Patents whose title and abstract, or title alone, are most like those of a patent or a text: by their words, weighted by how rare they are, and among many
 * by words that patents use together. Digits and office codes are
 * taken as a number. Throws LM_PATENT_UNKNOWN, LM_USAGE for a text without words.
 */
export async function answerSimilar(
  workspace: Workspace,
  { like, top = usualTop }: SimilarQuestion,
  measured: readonly string[],
): Promise<SimilarPatents> {
  return workspace.use(async (connection) => {
    const number = /\d{4,}|\d[\d,./-]{5,}/.test(like) && like.length <= 30 ? await findDocument(connection, like) : null;
    if (number !== null && number.document === null)
      throw new LevermapError("LM_PATENT_UNKNOWN", `No patent "${like}" is loaded and measured.`, { number: like, near: number.near });
    if (number === null && tokens(like).length === 0) throw new LevermapError("LM_USAGE", `"${like}" has no word to compare.`, { like });
    const to = number === null ? { text: like } : { document: number.document as string };
    const { compared, texts, latent, found } = await readSimilar(connection, to, top);
    return {
      document: "document" in to ? to.document : null,
      ...{ compared, texts, latent, found },
      evidence: {
        grade: "derived",
        documents: [],
        rules: ["method:similar-patents"],
        loads: [],
        limits: [
          ...measured,
          latent
            ? "Half of the likeness is of words, half of words that the loaded patents use together. Neither reads what a sentence says."
            : "Words are compared: among fewer than 1,000 patents one that says the same in other words is not near.",
          texts === "titles"
            ? "Titles alone are compared, as there is no abstract in English to compare: most that is alike in kind is missed."
            : "Only documents with title and abstract in English are compared.",
        ],
      },
    };
  });
}
