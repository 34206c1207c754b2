import { isGuess } from "../../answers/dossier/dossier-finding.ts";
import type { Answer } from "../../ask/ask.ts";
import { percentRange, usdBnInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Interval } from "../../base/numbers.ts";
import { partyLink } from "../../report/cell.ts";
import { dossierView } from "../../report/dossier/dossier.ts";
import type { FigureBlock } from "../../report/view.ts";
import { homeChoice } from "../home-choice.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import type { DrawnPicture } from "../picture.ts";
import { barPicture, partBar } from "../pictures.ts";
import { leadOf } from "../shorten.ts";

/** What a home depends on, holds and could lead in, and what room that would give it: its dossier. */
export const cloutPage: PageOf = {
  path: "/clout/:home",
  words: ["against"],
  async page({ params: { home = "" }, query: { against } }, ask) {
    const [dossier, leverage, { economies }] = await Promise.all([
      ask("dossier", { home, ...(against ? { against } : {}) }),
      ask("leverage", {}),
      ask("map", {}),
    ]);
    const view = dossierView(dossier);
    const [chances, pairs] = [chancePicture(dossier), pairDifferences(leverage, dossier, economies)];
    const drawn = dossier.against === null ? [chances, pairs] : [pairs, chances];
    const [picture, ...pictures] = drawn.flatMap((each) => each ?? []);
    return {
      title: dossier.question,
      finding: findingOf(dossier),
      ...(picture && { picture, pictures }),
      form: {
        choices: [homeChoice(economies, dossier.against ?? "", { name: "against", label: "Against", none: "nobody in particular" })],
      },
      ...ofView(view),
      steps: [{ label: dossier.homeName, path: `economy/${dossier.home}` }],
    };
  },
};

/** Words of the clout on another that a first screen has room for. */
const most = 48;

/** Words of what a home of unknown means could lead in, and that they are unknown. */
const mostGuessed = 55;

/** What it could lead in, and how likely; against another, its clout on that and how that would answer. */
function findingOf(dossier: Answer<"dossier">): string {
  const { finding, against, parts } = dossier;
  if (against !== null)
    return leadOf(
      parts.flatMap(({ part, sentences }) => (part === "clout" || part === "replies" ? sentences.map(({ text }) => text) : [])).join(" "),
      most,
    );
  if (isGuess(dossier.means)) return leadOf(finding, mostGuessed);
  const [likeliest] = chancesOf(dossier);
  const wide = likeliest === undefined ? [] : [say("clout.chance", { chance: percentRange(likeliest.interval[0], likeliest.interval[2]) })];
  return [leadOf(finding), ...wide].join(" ");
}

/** The problems it would begin, by the chance to lead, as far as the dossier tells them. */
const chancesOf = ({ parts }: Answer<"dossier">) =>
  parts
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ unit, text, interval, technology }) =>
      unit === "chance to lead" && interval !== null ? [{ problem: text.split(":")[0]!, interval, technology }] : [],
    );

function chancePicture(dossier: Answer<"dossier">): FigureBlock | undefined {
  // Losses are told of economies alone
  const home = partyLink(dossier.home)?.to === "economy" ? dossier.home : undefined;
  return barPicture(
    say("clout.could-lead-in", { home: dossier.homeName }),
    "chance to work and win the governing claims, likeliest problems",
    chancesOf(dossier).map(({ problem, interval, technology: id }) =>
      partBar(problem, interval, id === null ? undefined : { to: "technology", id, home }),
    ),
  );
}

/** Others that a first screen has room for. */
const mostOthers = 8;

const turnover = ({ lost, gained }: { readonly lost: Interval; readonly gained: Interval }): number => lost[1] + gained[1];

/** What a home and each other could take from one another; `undefined` where nothing is known of the home. */
export function pairDifferences(
  { cells, months }: Pick<Answer<"leverage">, "cells" | "months">,
  { home, homeName }: Pick<Answer<"dossier">, "home" | "homeName">,
  economies: readonly Pick<Answer<"map">["economies"][number], "id" | "name">[],
): DrawnPicture | undefined {
  const takes = (from: string, on: string): Interval | null =>
    cells.find((cell) => cell.from === from && cell.on === on)?.usd?.interval ?? null;
  const names = new Map(economies.map(({ id, name }) => [id, name]));
  const others = [...new Set(cells.flatMap(({ from, on }) => (from === home ? [on] : on === home ? [from] : [])))];
  const rows = others
    .flatMap((other) => {
      const [lost, gained] = [takes(other, home), takes(home, other)];
      return lost === null || gained === null ? [] : [{ label: names.get(other) ?? other, link: partyLink(other), lost, gained }];
    })
    .filter((row) => turnover(row) > 0)
    .sort((a, b) => turnover(b) - turnover(a))
    .slice(0, mostOthers);
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    kind: "drawn",
    title: say("clout.each-other", { home: homeName }),
    unit: say("clout.each-other-unit", { months }),
    summary: say("clout.most-on-each-other", {
      other: first.label,
      lost: usdBnInterval(first.lost),
      home: homeName,
      gained: usdBnInterval(first.gained),
    }),
    shape: { kind: "differences", lost: say("clout.could-lose", { home: homeName }), gained: "they could lose", rows },
  };
}
