import { type JoinedCases, readJoinedCases } from "../../corpus/case-holders.ts";
import { withOwnerView } from "../../corpus/owner-view.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { ClaimsRead } from "../exclusion/exclusion-data.ts";
import { readExclusionData } from "../exclusion/exclusion-data.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { limitsOfLoaded } from "../shared/measured.ts";
import { remembered } from "../shared/remembered.ts";
import { answerBlocks } from "./blocks/blocks.ts";
import { answerHolder, answerHolders } from "./holders.ts";
import { answerPatent } from "./patent.ts";
import type { OwnersAsked, patentQuestions } from "./patent-questions.ts";
import { answerPortfolio } from "./portfolio/portfolio.ts";
import { searchPatents } from "./search/patent-search.ts";
import { answerSavedSearches } from "./search/saved-searches.ts";
import { answerSimilar } from "./search/similar-patents.ts";
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
