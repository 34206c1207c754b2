import { z } from "zod";
import { groupBy } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";
import { maturities } from "../../link/parameter-domains.ts";
import { listItems } from "../../link/research-problems.ts";
import { type Grade, gradeSchema } from "../shared/evidence.ts";
import { holderNames, technologyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { fields, list, object, objects } from "../shared/schema.ts";

const years = object(fields(z.number().nullable(), "low", "high")).describe("years; one end alone is a bound, both null: unknown");
const evidence = { grade: gradeSchema, ...fields(z.string().nullable(), "source", "note") };

const problemSchema = object({
  id: z.string(),
  name: z.string(),
  need: z.string().describe("why it is unsolved, and the figure to be reached where a source gives one"),
  classes: list(z.string()).describe("classes of CPC in which its patents are"),
  words: list(z.string()).describe("words of its patents and papers"),
  maturity: z.enum(maturities),
  year: z.number().nullable().describe("the year that the maturity is of"),
  clock: z.string().describe("what decides it"),
  clockYears: years,
  workers: objects({ holder: z.string(), name: z.string(), ...evidence }).describe("whom a source names as working on it; others may"),
  ...evidence,
});
export type CardProblem = z.infer<typeof problemSchema>;

const successorSchema = object({ technology: z.string(), name: z.string(), from: years, ...evidence });
export type CardSuccessor = z.infer<typeof successorSchema>;

/** The part of a card on what has to be solved and what takes the place of what. */
export const cardProblemFields = {
  problems: list(problemSchema).describe("what has to be solved for it"),
  replaces: list(successorSchema).describe("what it takes the place of, and from when"),
  replacedBy: list(successorSchema).describe("what takes its place, and from when"),
};

/** What has to be solved for a technology, the soonest decided first, and its edges to what went before and what comes after. */
export function cardProblems(
  read: ReadModel,
  technology: string,
): {
  readonly problems: readonly CardProblem[];
  readonly replaces: readonly CardSuccessor[];
  readonly replacedBy: readonly CardSuccessor[];
} {
  const { problem, problem_worker, successor } = read.beside;
  const workers = groupBy(problem_worker, (row) => row.problem);
  const problems = problem.filter((row) => row.technology === technology).map((row) => problemOf(read, row, workers.get(row.id) ?? []));
  const edge = (row: Row<"successor">, other: string): CardSuccessor => ({
    technology: other,
    name: technologyName(read, other),
    from: { low: row.from_low, high: row.from_high },
    ...evidenceOf(row),
  });
  return {
    problems: problems.sort((a, b) => endOf(a) - endOf(b)),
    replaces: successor.filter((row) => row.technology === technology).map((row) => edge(row, row.replaces)),
    replacedBy: successor.filter((row) => row.replaces === technology).map((row) => edge(row, row.technology)),
  };
}

const problemOf = (read: ReadModel, row: Row<"problem">, workers: readonly Row<"problem_worker">[]): CardProblem => ({
  id: row.id,
  name: row.name,
  need: row.need,
  classes: listItems(row.classes),
  words: listItems(row.words),
  maturity: row.maturity as CardProblem["maturity"],
  year: row.year,
  clock: row.clock,
  clockYears: { low: row.clock_low, high: row.clock_high },
  workers: workers.map((worker) => ({ holder: worker.holder, name: holderNames(read, worker.holder), ...evidenceOf(worker) })),
  ...evidenceOf(row),
});

const evidenceOf = ({ grade, source, note }: Row<"successor"> | Row<"problem"> | Row<"problem_worker">) => ({
  grade: grade as Grade,
  source,
  note,
});

/** An unknown clock is decided last. */
const endOf = ({ clockYears: { low, high } }: CardProblem): number => high ?? low ?? Number.MAX_SAFE_INTEGER;
