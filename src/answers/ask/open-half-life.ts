import type { Effects } from "../../base/effects.ts";
import { unless } from "../../base/errors.ts";
import { usualDraws, usualSeed } from "../../leverage/draw/monte-carlo.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { answerHalfLife, type HalfLifeFacts } from "../half-life/half-life.ts";
import { type HalfLifeQuestion, halfLifeReads } from "../half-life/half-life-questions.ts";
import type { HalfLifeReport } from "../half-life/half-life-report.ts";
import { ownHistory, scoreHalfLives } from "../half-life/half-life-score.ts";
import { allTrends, type EditionTrends, editionTrends } from "../half-life/holding-trends.ts";
import { type ShareRecord, shareRecord } from "../half-life/share-record.ts";
import { patentsLeft } from "../patents/patents-left.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { remembered } from "../shared/remembered.ts";
import type { Ranking } from "../supply/ranking.ts";
import type { Answers } from "./ask.ts";
import type { KeptParts } from "./kept-parts.ts";

/** What answers on half-lives read from an open workspace. */
export interface HalfLifeData {
  readonly workspace: Workspace;
  readonly read: () => Promise<ReadModel>;
  readonly ranking: (home?: string) => Promise<Ranking>;
  /** Throws LM_NOT_MEASURED where the patents were never measured. */
  readonly measured: () => Promise<readonly string[]>;
  /** Keeps what is usually asked. */
  readonly parts: KeptParts;
  readonly effects: Effects;
}

/** Technologies whose patents are kept: on a large corpus reading one takes seconds. */
const keptPatents = 200;

export function openHalfLife({ workspace, read, ranking, measured, parts, effects }: HalfLifeData): Answers<"halfLife" | "halfLifeScore"> {
  const [trends, left] = [remembered<readonly EditionTrends[]>(), remembered<HalfLifeFacts["patents"]>(keptPatents)];
  const record = remembered<ShareRecord>();
  const trendsKnown = () => trends([], async () => allTrends(workspace, (await read()).map.asOf));
  const sharesOf = () => record([], async () => shareRecord(await read(), await trendsKnown()));
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
      trends: await trendsKnown(),
      shares: await sharesOf(),
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
    async halfLifeScore(question) {
      const { source } = question;
      const edition = source === ownHistory ? null : await editionTrends(workspace, source);
      return scoreHalfLives(await read(), await sharesOf(), edition, question);
    },
  };
}
