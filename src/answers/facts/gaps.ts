import { z } from "zod";
import { percent } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { lowered } from "../../base/words.ts";
import { sensitivities } from "../../leverage/chokepoint-score.ts";
import { createParameterLookup } from "../../leverage/parameters.ts";
import { evidenceSchema, gradeSchema } from "../shared/evidence.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { list, object } from "../shared/schema.ts";
import { hangsOnOf } from "../supply/chokepoint-details.ts";
import type { Scoring } from "../supply/ranking.ts";

/** Part of the output of each technology that is lost without one input, by its worst chain of middle criticalities; once for each input. */
function createLostWithout({ map, model }: ReadModel): (input: number) => Float64Array {
  const known = new Map<number, Float64Array>();
  const inputsFirst = [...model.downstreamFirst].reverse();
  const make = (input: number): Float64Array => {
    const lost = new Float64Array(map.technologies.length);
    lost[input] = 1;
    for (const t of inputsFirst) {
      map.requirements.forEach((edge, e) => {
        if (edge.user === t) lost[t] = Math.max(lost[t]!, lost[edge.input]! * (model.blocking[e] ? 1 : model.delta[1][e]!));
      });
      const varieties = map.varieties.filter(({ parent }) => parent === t);
      for (const { variety } of varieties) lost[t] = Math.max(lost[t]!, lost[variety]! / varieties.length);
    }
    return lost;
  };
  return (input) => known.get(input) ?? known.set(input, make(input)).get(input)!;
}

const gapSchema = object({
  technology: z.string(),
  name: z.string(),
  unknown: z.string().describe("what is not known"),
  grade: gradeSchema.nullable().describe("of what stands in its place; null: nothing does"),
  moves: z.number().describe("by how much it moves the loss of a home's final chip output, on average over the homes it touches, 0..1"),
  most: z.number().describe("the same for the home that it moves most"),
  mostOf: z.string(),
  homes: z.number().describe("how many of the homes it touches"),
  value: z.number().describe("final output moved in all of these homes, USD bn a year; a product without a market size counts as 1"),
  neededBy: z.number().describe("how many technologies cannot be made without it, directly or through others"),
});

/** The unknowns that move answers most. */
export const gapReportSchema = object({
  finding: z.string(),
  asOf: z.string(),
  homes: list(z.string()),
  total: z.number(),
  gaps: list(gapSchema),
  evidence: evidenceSchema,
});
export type GapReport = z.infer<typeof gapReportSchema>;

type Gap = z.infer<typeof gapSchema>;
type Unknown = Pick<Gap, "technology" | "name" | "unknown" | "grade">;

/** Of a home: the part of its final output that is moved, and all of that output, USD bn. */
interface Move {
  readonly home: string;
  readonly range: number;
  readonly whole: number;
}

/** Moves below this are not listed, as parts of output. */
const least = 0.005;

/**
 * What is not known of each technology, by how much it moves the score of the homes whose making is known. A technology without a known share
 * could take as much as its worst chain of inputs and users passes on.
 * @param top how many to list
 */
export function answerGaps(read: ReadModel, scoringOf: (home: string) => Scoring, top: number): GapReport {
  const context = { parameter: createParameterLookup(read.map) } as Parameters<typeof hangsOnOf>[0];
  const moves = new Map<string, { gap: Unknown; by: Move[] }>();
  const add = (gap: Unknown, move: Move): void => {
    if (move.range < least) return;
    const key = `${gap.technology}|${gap.unknown}`;
    const known = moves.get(key) ?? { gap, by: [] };
    known.by.push(move);
    moves.set(key, known);
  };
  const homes: string[] = [];
  const lostWithout = createLostWithout(read);
  for (const { id: home } of read.economies) {
    const scoring = scoringOf(home);
    const { target, setting } = scoring;
    if (target === null || !target.made.some((made) => made === 1)) continue;
    homes.push(home);
    const weights = target.weight[1];
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    for (const { technology: t, holder } of scoring.structural.values()) {
      if (holder === null) continue;
      const technology = read.map.technologies[t]!;
      for (const input of hangsOnOf(context, technology, sensitivities(read.withholding, setting.act(holder), t)))
        if (input.grade !== "published")
          add(
            { technology: technology.id, name: technology.name, unknown: input.parameter, grade: input.grade },
            { home, range: input.high - input.low, whole },
          );
    }
    for (const { id, name, index } of scoring.unknown) {
      const lost = lostWithout(index);
      const part = weights.reduce((sum, weight, product) => sum + weight * lost[read.map.products[product]!]!, 0) / (whole || 1);
      add({ technology: id, name, unknown: "who supplies it", grade: null }, { home, range: part, whole });
    }
  }
  const gaps = [...moves.values()]
    .map(({ gap, by }): Gap => {
      const [most] = [...by].sort((a, b) => b.range - a.range);
      return {
        ...gap,
        moves: by.reduce((sum, { range }) => sum + range, 0) / by.length,
        most: most!.range,
        mostOf: most!.home,
        homes: by.length,
        value: by.reduce((sum, { range, whole }) => sum + range * whole, 0),
        neededBy: lostWithout(read.map.indexOf.get(gap.technology)!).filter((lost) => lost === 1).length - 1,
      };
    })
    .sort(inOrder);
  const [first] = gaps;
  return {
    finding: first === undefined ? "No unknown moves an answer by more than half a point." : findingOf(gaps, first),
    asOf: read.map.asOf,
    homes,
    total: gaps.length,
    gaps: gaps.slice(0, top),
    evidence: evidenceOf(read, {
      grade: "assumed",
      sources: sourcesOf(read, homes, gaps.slice(0, top)),
      rules: ["method:structural-dependence"],
      limits: [
        "One unknown at a time at its ends, the others in the middle; together they may move more, or cancel out.",
        "In order of what moves in all homes together; of equals, by the value moved, then by how many technologies cannot be made without it.",
      ],
    }),
  };
}

/** Without a known supplier the range is not of a figure but of all that could hang on one, which is said so. */
function findingOf(gaps: readonly Gap[], first: Gap): string {
  const { name, unknown, grade, moves, homes } = first;
  const alike = gaps.filter((gap) => moved(gap) === moved(first)).length - 1;
  const what = grade === null ? say("gaps.who-supplies", { name: lowered(name) }) : `${unknown} (${name})`;
  const most = say("gaps.of-unknowns-that-move", {
    unknowns: gaps.length,
    what,
    alike: alike === 0 ? "" : say("gaps.as-do-others", { alike: String(alike) }),
  });
  const part = say("gaps.of-final-output-on", { moves: percent(moves), homes });
  return grade === null ? say("gaps.between-none-and-could", { most, part }) : `${most}: ${part}.`;
}

/** What moves in all homes together, in hundredths of one. */
const moved = ({ moves, homes }: Gap): number => Math.round(moves * homes * 100);

const inOrder = (a: Gap, b: Gap): number =>
  moved(b) - moved(a) || Math.round(b.value - a.value) || b.neededBy - a.neededBy || (a.technology < b.technology ? -1 : 1);

/** Documents of what the homes make, and of the shares that answer in place of what is not known. */
function sourcesOf({ map }: ReadModel, homes: readonly string[], gaps: readonly Gap[]): readonly (string | null)[] {
  const made = map.rows.product_place.filter(({ economy, role }) => role === "make" && homes.includes(economy));
  const shares = gaps.flatMap(({ technology }) => map.technologies[map.indexOf.get(technology)!]?.supply?.rows ?? []);
  return [...made, ...shares].map(({ source }) => source);
}
