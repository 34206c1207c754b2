import type { Answer } from "../../ask/ask.ts";
import { percentInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { table } from "../../report/blocks.ts";
import { technologyCell } from "../../report/cell.ts";
import type { Bar, Cell } from "../../report/view.ts";
import { homeChoice } from "../home-choice.ts";
import type { ChoiceForm, SiteAsk, SitePage } from "../page.ts";
import type { DrawnPicture } from "../picture.ts";
import { partBar } from "../pictures.ts";

/** The choice of an economy to compare one with. */
export const comparison = (economies: Answer<"map">["economies"], economy: string, chosen = ""): ChoiceForm => ({
  choices: [
    homeChoice(
      economies.filter(({ id, group }) => !group && id !== economy),
      chosen,
      { name: "with", label: "Compare with", none: "nothing" },
    ),
  ],
  button: "Compare",
});

type Held = Answer<"chokepoints">;
interface Side {
  readonly code: string;
  readonly name: string;
  readonly held: Held;
}

/** Rows of each side. */
const most = 6;

/** What holds one economy beside what holds another, by the same measure and on one scale. */
export async function twoEconomies(first: Answer<"economy">, second: string, ask: SiteAsk): Promise<SitePage> {
  const [other, { economies }] = await Promise.all([ask("economy", { economy: second }), ask("map", {})]);
  const [a, b] = await Promise.all([ask("chokepoints", { home: first.economy }), ask("chokepoints", { home: other.economy })]);
  const sides = [sideOf(first, a), sideOf(other, b)] as const;
  return {
    title: say("two-economies.what-holds-them", { one: sides[0].name, other: sides[1].name }),
    finding: sides.map(greatest).join(" "),
    picture: panels(sides, a.months),
    form: comparison(economies, first.economy, other.economy),
    blocks: [inBoth(sides)],
    evidence: {
      ...a.evidence,
      documents: [...new Map([...a.evidence.documents, ...b.evidence.documents].map((each) => [each.id, each])).values()],
      limits: [...new Set([...a.evidence.limits, ...b.evidence.limits])],
    },
    steps: sides.map(({ code, name }) => ({ label: say("page.alone", { name }), path: `economy/${code}` })),
  };
}

const sideOf = ({ economy: code, name }: Answer<"economy">, held: Held): Side => ({ code, name, held });

function greatest({ name, held: { ranked, dependsOn } }: Side): string {
  const [first] = dependsOn.length > 0 ? [] : ranked;
  if (first?.score) return say("two-economies.could-lose-most", { name, by: first.name, part: percentInterval(first.score) });
  const [need] = dependsOn;
  return need === undefined
    ? say("two-economies.loss-unknown", { name })
    : say("two-economies.no-chips", { name, holder: need.holderName, need: need.name });
}

function panels(sides: readonly Side[], months: number): DrawnPicture | undefined {
  const filled = sides.filter(({ held }) => held.dependsOn.length === 0 && held.ranked.length > 0);
  if (filled.length === 0) return undefined;
  return {
    kind: "drawn",
    title: "What one foreign holder could take from each by withholding",
    unit: say("picture.part-of-its-chips", { months }),
    summary: filled.map(greatest).join(" "),
    shape: {
      kind: "panels",
      panels: filled.map(({ code: home, name, held }) => ({
        title: name,
        bars: held.ranked
          .slice(0, most)
          .map(({ technology: id, name: technology, score }): Bar => partBar(technology, score, { to: "technology", id, home })),
      })),
    },
  };
}

/** Each technology that holds one of the two, with what both could lose by it. */
function inBoth([a, b]: readonly [Side, Side]) {
  const scoreIn = ({ held }: Side, id: string): Cell => {
    const found = held.ranked.find(({ technology }) => technology === id);
    if (found?.score) return { text: percentInterval(found.score), interval: found.score };
    return held.unknown.includes(id) ? { text: "unknown", interval: null } : "not among the first";
  };
  const rows = new Map([...a.held.ranked, ...b.held.ranked].map(({ technology, name }) => [technology, name]));
  return table(
    "By technology: what could be lost",
    ["technology~", `${a.name}>`, `${b.name}>`],
    [...rows].map(([id, name]): readonly Cell[] => [technologyCell(id, name), scoreIn(a, id), scoreIn(b, id)]),
  );
}
