import { z } from "zod";
import { plainField } from "../answers/shared/read-words.ts";
import { LevermapError } from "../base/errors.ts";
import type { Asked, Options } from "./asked.ts";
import { type Field, readField } from "./field-option.ts";

/** What was written behind a command. */
export interface Given {
  readonly words: readonly string[];
  readonly options: Options;
  /** Names of options that belong to no question. */
  readonly own: readonly string[];
}

const common = new Set(["workspace", "json", "quiet", "verbose", "color", "asOf", "details", "version"]);
const camel = (label: string): string => label.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The first question of a command that takes all that was given and lacks nothing, and its input. Throws LM_USAGE where none does. */
export function chooseQuestion(
  all: readonly Asked[],
  given: Given,
): { readonly asked: Asked; readonly input: Readonly<Record<string, unknown>> } {
  const asked = all.find((each) => takes(each, all, given));
  if (asked === undefined) throw new LevermapError("LM_USAGE", `\`${all[0]!.command.name}\` is asked as ${all.map(form).join(", or ")}.`);
  const places = asked.fields.filter(({ place }) => place);
  const byPlace = places.flatMap((field, at): [string, unknown][] => {
    const word = field.many ? given.words.slice(at) : given.words[at];
    return word === undefined || word.length === 0 ? [] : [[field.name, readPlace(field, word)]];
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
