import { findDocument } from "../../corpus/find-document.ts";
import type { OpenDay } from "../day/open-day.ts";
import { listPlans } from "../plan/plan-file.ts";
import { listScenarios } from "../scenario/ready-scenarios.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { hasPatents } from "../shared/measured.ts";
import { answerFind, type FindData, isDocumentNumber } from "./find.ts";
import type { findQuestions } from "./find-questions.ts";

/** The search of all that there is on one day. */
export function openFind({ workspace, data, read }: OpenDay): AnswersTo<typeof findQuestions> {
  const findData = async (): Promise<FindData> => ({
    read: await read(),
    timeline: await data.timeline(),
    scenarios: listScenarios(),
    plans: listPlans(),
    hasLists: (await data.lists()) !== null,
    hasPatents: await hasPatents(workspace),
  });
  /** The loaded or cited document whose number a query is. */
  const documentOf = async (query: string): Promise<string | null> => {
    if (!isDocumentNumber(query)) return null;
    const found = await workspace.use((connection) => findDocument(connection, query));
    return found.document ?? found.unmeasured;
  };
  return { find: async (question) => answerFind(await findData(), question, await documentOf(question.query)) };
}
