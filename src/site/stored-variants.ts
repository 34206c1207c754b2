import { partWords } from "../answers/plan/plan-variants-labels.ts";
import type { Answer } from "../ask/ask.ts";
import { note } from "../report/blocks.ts";
import { moneyWords, variantBasis, variantBlocks } from "../report/plan/plan-variants.ts";
import type { Address, Choice, StoredAnswers } from "./page.ts";

/** Words of the address that choose among plans that were worked out before. */
export const variantWords = ["money", "people"] as const;

/** Plans of other means as sliders over money and researchers; what the address does not say is as planned. */
export function storedVariants(answer: Answer<"planVariants">, query: Address["query"]): StoredAnswers {
  const { plan, money, people, settings, variants } = answer;
  const known = (parts: readonly number[], asked: string | undefined): string => parts.map(String).find((part) => part === asked) ?? "1";
  const choices: readonly Choice[] = [
    {
      name: "money",
      label: "Money",
      value: known(money, query.money),
      options: money.map((part) => [String(part), `${moneyWords(plan, part)}, ${partWords(part)}`] as const),
    },
    {
      name: "people",
      label: "Researchers",
      value: known(people, query.people),
      options: people.map((part) => [String(part), partWords(part)] as const),
    },
  ];
  const shown = choices.filter(({ options = [] }) => options.length > 1);
  const keyOf = (setting: (typeof settings)[number]): string =>
    shown.map(({ name }) => String(setting[name as (typeof variantWords)[number]])).join(" ");
  return {
    id: "means",
    title: "The plan with other money and other researchers",
    choices: shown,
    // The last tells that there is none
    answerOf: Object.fromEntries(settings.map((setting) => [keyOf(setting), setting.variant ?? variants.length])),
    answers: [
      ...variants.map((variant) => variantBlocks(variant, answer)),
      [note("No plan with these means keeps to all that is required.")],
    ],
    about: variantBasis(answer),
  };
}
