import { LevermapError } from "../../base/errors.ts";
import { type JoinedCases, readJoinedCases } from "../../corpus/case-holders.ts";
import { findDocument } from "../../corpus/find-document.ts";
import { withOwnerView } from "../../corpus/owner-view.ts";
import { readSimilar } from "../../corpus/similar-texts.ts";
import { tokens } from "../../measure/text/term-counts.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { OpenDay } from "../day/open-day.ts";
import { type ClaimsRead, readExclusionData } from "../exclusion/exclusion-data.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { limitsOfLoaded } from "../shared/measured.ts";
import { remembered } from "../shared/remembered.ts";
import { answerBlocks } from "./blocks/blocks.ts";
import { answerHolder, answerHolders } from "./holders.ts";
import { answerPatent } from "./patent.ts";
import type { OwnersAsked, patentQuestions, SimilarQuestion } from "./patent-questions.ts";
import { answerPortfolio } from "./portfolio/portfolio.ts";
import { searchPatents } from "./search/patent-search.ts";
import type { SimilarPatents } from "./search/patent-search-report.ts";
import { answerSavedSearches } from "./search/saved-searches.ts";
import { answerTechnologyPatents } from "./technology-patents.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

/** Reports on patents that are kept: on a large corpus one takes seconds, and card and panel ask for the same. */
const keptReports = 200;

/** Answers on patents on one day. */
export function openPatents({
  workspace,
  asOf,
  read,
  cases,
  exclusion,
  measured,
}: OpenDay & ClaimsRead): AnswersTo<typeof patentQuestions> {
  const reports = remembered<TechnologyPatents>(keptReports);
  const seenBy = <T>(
    { owners = "filing", rollUp = "none" }: OwnersAsked,
    work: (seen: Workspace, joined: () => Promise<JoinedCases>) => Promise<T>,
  ): Promise<T> =>
    owners === "filing" && rollUp === "none"
      ? work(workspace, cases)
      : withOwnerView(workspace, { owners, rollUp, day: asOf }, (seen, found) =>
          work(seen, () => seen.use((connection) => readJoinedCases(connection, found))),
        );
  return {
    technologyPatents: (question) =>
      reports([question.technology, question.jurisdiction, question.top, question.seed, question.owners, question.rollUp], () =>
        seenBy(question, async (seen) => answerTechnologyPatents(await read(), seen, question, await limitsOfLoaded(workspace, measured))),
      ),
    searchPatents: async (question) => searchPatents(await read(), workspace, question, await measured()),
    similarPatents: async (question) => answerSimilar(workspace, question, await measured()),
    savedSearches: async () => answerSavedSearches(await read(), workspace, await measured()),
    patent: async ({ number }) => answerPatent(await read(), workspace, number, await measured()),
    holders: (question) => seenBy(question, async (seen) => answerHolders(await read(), seen, question, await measured())),
    holder: (question) =>
      seenBy(question, async (seen, joined) => answerHolder(await read(), seen, question.name, await joined(), await measured())),
    portfolio: (question) =>
      seenBy(question, async (seen, joined) =>
        answerPortfolio(await read(), seen, question, {
          exclusion: seen === workspace ? exclusion : async () => readExclusionData(await read(), seen, await joined()),
          measured: await measured(),
        }),
      ),
    blocks: (question) =>
      seenBy(question, async (seen, joined) => answerBlocks(await read(), seen, question, await joined(), await measured())),
  };
}

const usualTop = 20;

/**
 * Patents whose title and abstract, or title alone, are most like those of a patent or a text: by their words, weighted by how rare they are, and among many
 * by words that patents use together. Digits and office codes are
 * taken as a number. Throws LM_PATENT_UNKNOWN, LM_USAGE for a text without words.
 */
async function answerSimilar(
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
