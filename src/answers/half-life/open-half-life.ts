import { unless } from "../../base/errors.ts";
import { usualDraws, usualSeed } from "../../leverage/draw/monte-carlo.ts";
import type { OpenDay } from "../day/open-day.ts";
import { patentsLeft } from "../patents/patents-left.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { remembered } from "../shared/remembered.ts";
import type { Rankings } from "../supply/open-supply.ts";
import { answerHalfLife, type HalfLifeFacts } from "./half-life.ts";
import { type HalfLifeQuestion, type halfLifeQuestions, halfLifeReads } from "./half-life-questions.ts";
import type { HalfLifeReport } from "./half-life-report.ts";
import type { SharesRead } from "./share-history.ts";

/** Technologies whose patents are kept: on a large corpus reading one takes seconds. */
const keptPatents = 200;

/** Answers on half-lives on one day. What is usually asked is kept. */
export function openHalfLife(day: OpenDay & Rankings & SharesRead): AnswersTo<typeof halfLifeQuestions> {
  const { workspace, read, ranking, trends, shares, measured, parts, effects } = day;
  const left = remembered<HalfLifeFacts["patents"]>(keptPatents);
  const patentsOf = (technology: string): Promise<HalfLifeFacts["patents"]> =>
    left([technology], () =>
      unless(
        ["LM_NOT_MEASURED"],
        async () => {
          await measured();
          return patentsLeft(await read(), workspace, technology);
        },
        () => ({ reason: "the patents of this workspace have not been measured" }),
      ),
    );
  const isUsual = ({ holder, draws = usualDraws, seed = usualSeed }: HalfLifeQuestion): boolean =>
    holder === undefined && draws === usualDraws && seed === usualSeed;
  const drawn = async (question: HalfLifeQuestion): Promise<HalfLifeReport> => {
    const { draws = usualDraws } = question;
    const facts = async (): Promise<HalfLifeFacts> => ({
      trends: await trends(),
      shares: await shares(),
      patents: await patentsOf(question.technology),
    });
    const onProgress = (done: number): void => effects.progress.report(done, draws, "draws");
    return answerHalfLife(await read(), await ranking(question.home), question, facts, { signal: effects.signal, onProgress });
  };
  return {
    halfLife: (question) => {
      const { technology, home = null } = question;
      const make = () => drawn(question);
      return isUsual(question) ? parts({ name: "halfLife", of: [technology, home], reads: halfLifeReads, make }) : make();
    },
  };
}
