import type { Answer } from "../../answers/ask/ask.ts";
import { percentInterval } from "../../base/format.ts";
import { dossierView } from "../../report/dossier/dossier.ts";
import { homeChoice } from "../home-choice.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import { pairDifferences } from "../pictures/pair-differences.ts";
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
    return {
      title: dossier.question,
      finding: [leadOf(dossier.finding), ...chanceWords(dossier)].join(" "),
      picture: pairDifferences(leverage, dossier, economies),
      form: {
        choices: [homeChoice(economies, dossier.against ?? "", { name: "against", label: "Against", none: "nobody in particular" })],
      },
      ...ofView(view),
      steps: [{ label: dossier.homeName, path: `economy/${dossier.home}` }],
    };
  },
};

/** How wide the chance of the likeliest is, which the finding tells by its middle. */
function chanceWords({ parts }: Answer<"dossier">): readonly string[] {
  const chance = parts.flatMap(({ sentences }) => sentences).find(({ unit }) => unit === "chance to lead")?.interval ?? null;
  return chance === null ? [] : [`That chance is ${percentInterval(chance)} in 8 of 10 draws of the inputs.`];
}
