import { z } from "zod";
import { counted, percent } from "../../base/format.ts";
import { sensitivities } from "../../leverage/chokepoint-score.ts";
import { createParameterLookup } from "../../leverage/parameters.ts";
import { evidenceSchema, gradeSchema } from "../shared/evidence.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { list, object } from "../shared/schema.ts";
import { hangsOnOf } from "../supply/chokepoint-details.ts";
import type { Ranking } from "../supply/chokepoints.ts";

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

/** Moves below this are not listed, as parts of output. */
const least = 0.005;

/**
 * What is not known of each technology, by how much it moves the score of the homes whose making is known. A technology without a known share
 * could take as much as its worst chain of inputs and users passes on.
 * @param top how many to list
 */
export async function answerGaps(read: ReadModel, rankingOf: (home: string) => Promise<Ranking>, top: number): Promise<GapReport> {
  const context = { parameter: createParameterLookup(read.map) } as Parameters<typeof hangsOnOf>[0];
  const moves = new Map<string, { gap: Pick<Gap, "technology" | "name" | "unknown" | "grade">; by: { home: string; range: number }[] }>();
  const add = (home: string, gap: Pick<Gap, "technology" | "name" | "unknown" | "grade">, range: number): void => {
    if (range < least) return;
    const key = `${gap.technology}|${gap.unknown}`;
    const known = moves.get(key) ?? { gap, by: [] };
    known.by.push({ home, range });
    moves.set(key, known);
  };
  const homes: string[] = [];
  const lostWithout = createLostWithout(read);
  for (const { id: home } of read.economies) {
    const ranking = await rankingOf(home);
    const { target, setting } = ranking;
    if (target === null || !target.made.some((made) => made === 1)) continue;
    homes.push(home);
    for (const { technology: t, holder } of ranking.structural.values()) {
      if (holder === null) continue;
      const technology = read.map.technologies[t]!;
      for (const input of hangsOnOf(context, technology, sensitivities(read.withholding, setting.act(holder), t)))
        if (input.grade !== "published")
          add(
            home,
            { technology: technology.id, name: technology.name, unknown: input.parameter, grade: input.grade },
            input.high - input.low,
          );
    }
    const weights = target.weight[1];
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    for (const { id, name, index } of ranking.unknown) {
      const lost = lostWithout(index);
      const part = weights.reduce((sum, weight, product) => sum + weight * lost[read.map.products[product]!]!, 0) / (whole || 1);
      add(home, { technology: id, name, unknown: "who supplies it", grade: null }, part);
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
      };
    })
    .sort((a, b) => b.moves * b.homes - a.moves * a.homes || (a.technology < b.technology ? -1 : 1));
  const [first] = gaps;
  return {
    finding:
      first === undefined
        ? "No unknown moves an answer by more than half a point."
        : `Of ${counted(gaps.length, "unknown")} that move answers, ${first.unknown} (${first.name}) moves most: ${percent(first.moves)} of final output on average over ${counted(first.homes, "home")}.`,
    asOf: read.map.asOf,
    homes,
    total: gaps.length,
    gaps: gaps.slice(0, top),
    evidence: evidenceOf(read, {
      grade: "assumed",
      sources: [],
      rules: ["method:chokepoint-score"],
      limits: ["One unknown at a time at its ends, the others in the middle; together they may move more, or cancel out."],
    }),
  };
}
