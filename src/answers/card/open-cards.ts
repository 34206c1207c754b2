import type { OpenDay } from "../day/open-day.ts";
import type { HalfLifeQuestion } from "../half-life/half-life-questions.ts";
import type { HalfLifeReport } from "../half-life/half-life-report.ts";
import { patentReads, type TechnologyPatentsQuestion } from "../patents/patent-questions.ts";
import type { TechnologyPatents } from "../patents/technology-patents-report.ts";
import type { AnswersTo, Call } from "../shared/asking.ts";
import { remembered } from "../shared/remembered.ts";
import type { Rankings } from "../supply/open-supply.ts";
import type { cardQuestions } from "./card-questions.ts";
import { type ListedDealers, listedDealers } from "./listed-dealers.ts";
import { answerMap, type MapControls, mapControls } from "./map.ts";
import { answerTechnologies, answerTechnology } from "./technologies.ts";
import { knownHalfLife } from "./technology-card-half-life.ts";
import { knownPatents } from "./technology-card-patents.ts";
import { type ControlsRead, controlRows } from "./technology-controls.ts";
import { answerHistory } from "./technology-history.ts";

/** The answers that a card is made of. */
interface CardAsk {
  readonly halfLife: (question: HalfLifeQuestion, call: Call) => Promise<HalfLifeReport>;
  readonly technologyPatents: (question: TechnologyPatentsQuestion, call: Call) => Promise<TechnologyPatents>;
}

/** The map and its cards on one day. */
export function openCards(day: OpenDay & Rankings, { halfLife, technologyPatents }: CardAsk): AnswersTo<typeof cardQuestions> {
  const { workspace, data, asOf, read, readOn, ranking, rankingOn, parts } = day;
  const [controlsRead, onMap] = [remembered<ControlsRead>(), remembered<MapControls>()];
  const dealers = async (): Promise<ListedDealers> => {
    const make = async () => ({ listed: [...((await listedDealers(await read(), data)) ?? [])], isLoaded: (await data.lists()) !== null });
    const { listed, isLoaded } = await parts({ name: "listedDealers", of: null, reads: ["map", "rules", "lists"], make });
    return isLoaded ? new Map(listed) : null;
  };
  const controls = (): Promise<ControlsRead> =>
    controlsRead([], async () => ({ rows: await controlRows(await read(), data), listed: await dealers() }));
  const controlsOnMap = (): Promise<MapControls> => onMap([], async () => mapControls(await read(), await controlRows(await read(), data)));
  const patentsOf = (technology: string): Promise<TechnologyPatents> =>
    parts({ name: "technologyPatents", of: technology, reads: patentReads, make: () => technologyPatents({ technology }, {}) });
  return {
    map: async ({ home, asOf: other = asOf }) => {
      if (other === asOf) return answerMap(await read(), await ranking(home), await controlsOnMap());
      const then = await readOn(other);
      return answerMap(then, await rankingOn(then, home), mapControls(then, await controlRows(then, data)));
    },
    technologies: async () => answerTechnologies(await read()),
    technology: async ({ technology: id, home }) =>
      answerTechnology(await read(), id, await ranking(), {
        home: home === undefined ? null : await ranking(home),
        patents: await knownPatents(() => patentsOf(id)),
        halfLife: await knownHalfLife(() => halfLife({ technology: id, home }, {})),
        controls: await controls(),
      }),
    technologyHistory: async ({ technology }) => answerHistory(await read(), workspace, technology),
  };
}
