import type { Command } from "commander";
import type { Ask } from "../answers/ask/ask.ts";
import { type QuestionName, questions } from "../answers/ask/questions.ts";
import type { Question } from "../answers/shared/question.ts";
import type { Levermap } from "../library/open.ts";
import { views } from "../report/views.ts";
import { ask } from "./ask.ts";
import type { Asked, Extras, Options } from "./asked.ts";
import { chooseQuestion, type Given } from "./choose-question.ts";
import { addCommand } from "./command.ts";
import type { Page } from "./context.ts";
import { fieldOption, fieldsOf } from "./field-option.ts";
import { printView } from "./print-view.ts";
import { readFiles } from "./read-files.ts";

/** The questions of each command, in the order in which they are declared. */
export function questionsByCommand(): ReadonlyMap<string, readonly Asked[]> {
  const commands = new Map<string, Asked[]>();
  for (const name of Object.keys(questions) as QuestionName[]) {
    const declaration: Question = questions[name];
    const { command } = declaration;
    if (command === undefined) continue;
    const asked = { name, declaration, command, fields: fieldsOf(declaration, command) };
    commands.set(command.name, [...(commands.get(command.name) ?? []), asked]);
  }
  return commands;
}

/** Adds the command that asks some questions. `parent`: the program, or the command that it is a command of. */
export function addQuestionCommand(parent: Command, all: readonly Asked[], extras: Extras | undefined, signal: AbortSignal): Command {
  const [first] = all as [Asked];
  const places = all
    .map(({ fields }) => fields.filter(({ place }) => place))
    .reduce((most, each) => (each.length > most.length ? each : most));
  const least = extras?.instead
    ? 0
    : Math.min(...all.map(({ fields }) => fields.filter(({ place, required }) => place && required).length));
  const usage = places.map(({ label, many }, at) => (at < least ? `<${label}${many ? "..." : ""}>` : `[${label}${many ? "..." : ""}]`));
  const command = addCommand(parent, {
    usage: [first.command.name.split(" ").at(-1), ...usage].join(" "),
    summary: first.command.summary ?? first.declaration.summary,
    examples: all.flatMap(({ command: { examples } }) => examples),
    dated: all.some(({ declaration }) => declaration.dated),
  });
  const options = new Map(all.flatMap(({ fields }) => fields.flatMap((field) => (field.place ? [] : [[field.label, field] as const]))));
  for (const field of options.values()) command.addOption(fieldOption(field));
  for (const {
    command: { flag },
  } of all)
    if (flag !== undefined) command.option(`--${flag[0]}`, flag[1]);
  command.option("--details", "all that is known, not only the main findings");
  extras?.add(command, signal);
  return command.action((...given: unknown[]) => {
    const chosen = given.at(-2) as Options;
    const words = given.slice(0, -2).flatMap((word) => (word === undefined ? [] : word)) as string[];
    return extras?.instead?.(words, chosen, signal) ?? run(all, { words, options: chosen, own: extras?.own ?? [] }, extras, signal);
  });
}

async function run(all: readonly Asked[], given: Given, extras: Extras | undefined, signal: AbortSignal): Promise<void> {
  const { asked, input } = chooseQuestion(all, given);
  const { details } = given.options;
  const layOut = await layOutOf(asked.name, details === true);
  await ask(
    given.options,
    signal,
    async (map: Levermap, context) => {
      const asking = (map as Ask)[asked.name] as (question: unknown) => Promise<unknown>;
      const answer = await asking(await readFiles(asked, input));
      return (await extras?.after?.(answer as never, given.options, map, context)) ?? answer;
    },
    layOut,
  );
}

/** How the answer to a question is laid out for people. */
async function layOutOf(name: QuestionName, details: boolean): Promise<(answer: unknown, page: Page) => string> {
  const view = await views[name]!();
  return (answer, page) => printView(view(answer as never), page, { details });
}
