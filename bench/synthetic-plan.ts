import { sum } from "../src/base/numbers.ts";
import { createRandom } from "../src/measure/random.ts";
import type { PlanProblem, Programme } from "../src/plan/problem.ts";

export interface ProblemSize {
  readonly programmes: number;
  readonly years: number;
  readonly targets: number;
  readonly fields: number;
  readonly scenarios: number;
  /** Available money and people as a share of what all programmes would use. */
  readonly part: number;
  readonly risk: PlanProblem["risk"];
  /** Value of unspent money per unit; default 0. */
  readonly unspent?: number;
  /** Whether pairs of every fifth programme exclude each other. */
  readonly exclusive?: boolean;
}

/** A synthetic problem: log-normal sizes, costs over one to four years, gains falling by launch year to a horizon, some dependencies. */
export function randomProblem(seed: number, size: ProblemSize): PlanProblem {
  const { uniform, below, normal } = createRandom(seed, 7);
  const { years, targets, fields } = size;
  const programmes = Array.from({ length: size.programmes }, (_, i): Programme => {
    const [scale, duration, delay] = [Math.exp(1 + 0.8 * normal()), 1 + below(Math.min(4, years)), 1 + below(4)];
    const people = scale * (0.5 + uniform());
    const spread = (all: number): number[] => new Array(duration).fill(all / duration);
    const hit = new Set(Array.from({ length: 1 + below(3) }, () => below(targets)));
    return {
      id: `p${String(i).padStart(5, "0")}`,
      money: spread(scale),
      people: [{ field: `f${below(fields)}`, byYear: spread(people) }],
      charge: new Array<number>(years).fill((size.unspent ?? 0) * scale),
      gains: [...hit].map((k) => {
        const [gain, kept] = [scale * Math.exp(0.6 * normal()), 0.85 + 0.12 * uniform()];
        const ends = years + 3;
        return {
          target: `t${k}`,
          byLaunch: Array.from({ length: years }, (_, year) => gain * kept ** year * Math.max(0, (ends - year - delay) / ends)),
        };
      }),
      least: 0.2 + 0.8 * uniform(),
      needs: uniform() < 0.25 && i > 0 ? [`p${String(below(i)).padStart(5, "0")}`] : [],
      required: false,
    };
  });
  const perYear = (all: number): number[] => new Array(years).fill((size.part * all) / years);
  const taken = (field: string): number =>
    sum(programmes.flatMap(({ people }) => people.filter((each) => each.field === field).flatMap(({ byYear }) => byYear)));
  return {
    years,
    programmes,
    targets: Array.from({ length: targets }, (_, k) => {
      const own = programmes.flatMap(({ gains }) => gains.filter(({ target }) => target === `t${k}`));
      const all = sum(own.map(({ byLaunch }) => byLaunch[0]!));
      return { id: `t${k}`, segments: Array.from({ length: 6 }, (_, at) => ({ slope: 0.6 ** at, width: Math.max(all, 1) / 12 })) };
    }),
    money: perYear(sum(programmes.flatMap(({ money }) => money))),
    fields: Array.from({ length: fields }, (_, f) => ({ id: `f${f}`, people: perYear(taken(`f${f}`)) })),
    limits: [
      {
        id: "third",
        weights: programmes.map(({ id, money }, i) => ({ programme: id, weight: sum(money) * ((i % 3 === 0 ? 1 : 0) - 1 / 3) })),
        most: 0,
      },
      ...programmes.flatMap(({ id }, i) =>
        size.exclusive && i % 5 === 0 && i + 1 < programmes.length
          ? [{ id: `one-${id}`, weights: [id, programmes[i + 1]!.id].map((programme) => ({ programme, weight: 1 })), most: 1, ofOn: true }]
          : [],
      ),
    ],
    scenarios: Array.from({ length: size.scenarios }, (_, at) => ({
      id: `s${at}`,
      probability: 1 + below(3),
      scale: Array.from({ length: targets }, (_, k) => ({ target: `t${k}`, factor: Math.exp(0.5 * normal()) })),
    })),
    risk: size.risk,
  };
}
