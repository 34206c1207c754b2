import type { Command } from "commander";
import { z } from "zod";
import type { CommandOf, Question } from "../answers/shared/question.ts";
import { plainField } from "../answers/shared/read-words.ts";
import type { Ask } from "../ask/ask.ts";
import { type QuestionName, questions } from "../ask/questions.ts";
import { views } from "../ask/views.ts";
import { LevermapError } from "../base/errors.ts";
import type { Levermap } from "../library/open.ts";
import { addCommand, type CommonOptions, type Context, type Page, withContext, withMap } from "./command.ts";
import { type Field, fieldOption, fieldsOf, readField } from "./field-option.ts";
import type { KeptLine } from "./kept/keep-line.ts";
import { printView } from "./print-view.ts";

/** What was written behind a command. */
interface Given {
  readonly words: readonly string[];
  readonly options: Options;
  /** Names of options that belong to no question. */
  readonly own: readonly string[];
}

const common = new Set(["workspace", "json", "quiet", "verbose", "color", "asOf", "memory", "threads", "details", "version"]);
const camel = (label: string): string => label.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The first question of a command that takes all that was given and lacks nothing, and its input. Throws LM_USAGE where none does. */
function chooseQuestion(all: readonly Asked[], given: Given): { readonly asked: Asked; readonly input: Readonly<Record<string, unknown>> } {
  const asked = all.find((each) => takes(each, all, given));
  if (asked === undefined) throw new LevermapError("LM_USAGE", `\`${all[0]!.command.name}\` is asked as ${all.map(form).join(", or ")}.`);
  const places = asked.fields.filter(({ place }) => place);
  const byPlace = places.flatMap((field, at): [string, unknown][] => {
    const word = field.many ? given.words.slice(at) : given.words[at];
    return word === undefined || (field.many && word.length === 0) ? [] : [[field.name, readPlace(field, word)]];
  });
  const byOption = asked.fields.flatMap((field): [string, unknown][] => {
    const value = given.options[camel(field.label)];
    return field.place || value === undefined ? [] : [[field.name, value]];
  });
  return { asked, input: Object.fromEntries([...byPlace, ...byOption]) };
}

function takes({ fields, command: { flag } }: Asked, all: readonly Asked[], { words, options, own }: Given): boolean {
  const flags = all.flatMap(({ command }) => (command.flag === undefined ? [] : [camel(command.flag[0])]));
  if (flags.some((name) => (options[name] === true) !== (flag !== undefined && camel(flag[0]) === name))) return false;
  const places = fields.filter(({ place }) => place);
  if (words.length > places.length && !places.at(-1)?.many) return false;
  if (places.some(({ required }, at) => required && at >= words.length)) return false;
  const byOption = fields.filter(({ place }) => !place);
  if (byOption.some(({ required, label }) => required && options[camel(label)] === undefined)) return false;
  const taken = new Set([...byOption.map(({ label }) => camel(label)), ...flags, ...own]);
  return Object.keys(options).every((name) => common.has(name) || taken.has(name) || options[name] === undefined);
}

/** Words of one text are joined, those of a list stay apart. */
function readPlace(field: Field, word: string | readonly string[]): unknown {
  if (typeof word === "string") return readField(field, word, field.label);
  return plainField(field.schema) instanceof z.ZodArray ? word : readField(field, word.join(" "), field.label);
}

/** `half-life <technology> [--home …]`, `half-life --score <source>`. */
function form({ command: { name, flag }, fields }: Asked): string {
  const words = fields.flatMap(({ place, required, label, many }) => {
    if (place) return [required ? `<${label}>` : `[${label}${many ? "..." : ""}]`];
    return required ? [`--${label} …`] : [];
  });
  const open = fields.flatMap(({ place, required, label }) => (place || required ? [] : [`--${label}`]));
  return `\`${[name, ...words, ...(flag === undefined ? [] : [`--${flag[0]}`])].join(" ")}\`${open.length > 0 ? ` (also ${open.join(", ")})` : ""}`;
}

/** A question with the command that asks it. */
export interface Asked {
  readonly name: QuestionName;
  readonly declaration: Question;
  readonly command: CommandOf;
  /** What the command offers of its fields. */
  readonly fields: readonly Field[];
}

export type Options = CommonOptions & Readonly<Record<string, unknown>>;

/** What a command does beside asking its questions. */
export interface Extras {
  /** Adds options and commands of its own. */
  readonly add: (command: Command, signal: AbortSignal) => void;
  /** Names of its own options, as commander gives them. */
  readonly own: readonly string[];
  /** Does something else where its options say so; `null`: the question is asked. */
  readonly instead?: (words: readonly string[], options: Options, signal: AbortSignal) => Promise<void> | null;
  /** Makes the input of what was given, in place of what is usual. */
  readonly input?: (given: Input) => Promise<unknown>;
  /** Works on the answer before it is printed. */
  readonly after?: (answer: never, options: Options, map: Levermap, context: Context) => unknown;
}

/** `--schema`: prints the JSON schema of the files that a command takes, instead of asking; `help` says what they are. */
export const printsSchema = (
  noun: string,
  schema: () => Promise<object>,
  help: string,
): Required<Pick<Extras, "add" | "own" | "instead">> => ({
  own: ["schema"],
  add: (command) => void command.option("--schema", `print the JSON schema of a ${noun}`).addHelpText("after", `\n${help}`),
  instead: (_, options, signal) =>
    options.schema === true
      ? withContext(options, signal, async (context) => context.answer(await schema(), (value) => JSON.stringify(value, null, 2)))
      : null,
});

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
  const { options, own } = given;
  const layOut = await layOutOf(asked.name, options.details === true);
  await withContext(options, signal, async (context) => {
    const inputOf = async (): Promise<unknown> => extras?.input?.(input) ?? readFiles(asked, input);
    const line = own.some((name) => options[name] !== undefined) ? null : await lineOf(asked, inputOf, options, context);
    const work = async (map: Levermap): Promise<unknown> => {
      const asking = (map as Ask)[asked.name] as (question: unknown) => Promise<unknown>;
      const answer = await asking(await inputOf());
      await line?.keep(map, answer, (each) => layOut(each, context.page));
      await (await import("../library/with-workspace.ts")).keepStateOf(map.dir);
      return (await extras?.after?.(answer as never, options, map, context)) ?? answer;
    };
    await context.answer((await line?.read()) ?? (await withMap(context, work)), layOut);
  });
}

/** The command line whose answer may be kept; `null`: it may not, or what it names cannot be read, which is told once the workspace is open. */
async function lineOf(
  { name }: Asked,
  inputOf: () => Promise<unknown>,
  options: Options,
  { workspace }: Context,
): Promise<KeptLine | null> {
  const { keptLine } = await import("./kept/keep-line.ts");
  const question = await inputOf().catch(() => null);
  return question === null ? null : keptLine(workspace, name, question as object, options, options.details === true);
}

/** How the answer to a question is laid out for people. */
async function layOutOf(name: QuestionName, details: boolean): Promise<(answer: unknown, page: Page) => string> {
  const view = await views[name]!();
  return (answer, page) => printView(view(answer as never), page, { details });
}

type Input = Readonly<Record<string, unknown>>;

/** The input of a question with what its words stand for: ready scenarios and plans by their id, else files that are read. */
async function readFiles({ declaration: { tag, input: schema, asked } }: Asked, input: Input): Promise<unknown> {
  if (asked !== undefined) return asked.toInput(input as never);
  const { planQuestion, scenarioQuestion } = await import("../library/file-question.ts");
  const fileOf = tag === "plans" ? planQuestion : scenarioQuestion;
  if ("text" in schema.shape) {
    const { id, ...rest } = input;
    return { ...rest, ...(await fileOf(id as string)) };
  }
  const read = Object.entries(input).map(async ([field, value]) => {
    const isFile = plainField(schema.shape[field] as z.ZodType) instanceof z.ZodUnion;
    return [field, isFile ? await fileOf(value as string) : value] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
