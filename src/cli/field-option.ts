import { Option } from "commander";
import { z } from "zod";
import type { CommandOf, Question } from "../answers/shared/question.ts";
import { fieldWords, isRequired, plainField, readWord } from "../answers/shared/read-words.ts";
import { LevermapError } from "../base/errors.ts";

/** A field of a question as its command offers it. */
export interface Field {
  /** Its name in the input. */
  readonly name: string;
  /** Its name on the command line: `cut-off`. */
  readonly label: string;
  readonly schema: z.ZodType;
  readonly required: boolean;
  /** Given by place, not as an option. */
  readonly place: boolean;
  /** By place, and takes all words that are left. */
  readonly many: boolean;
  /** A ready scenario or plan by its id, or the path of a file. */
  readonly file: boolean;
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What only programs give: the text of a file that the command line reads by itself. */
const ofPrograms = ["text", "place"];

/** The fields that a command offers, those by place first. */
export function fieldsOf({ input, asked }: Question, { places = [], options = {}, without = [] }: CommandOf): readonly Field[] {
  const shape = (asked?.input ?? input).shape as Readonly<Record<string, z.ZodType>>;
  const isFile = "text" in shape;
  const fields = Object.entries(shape).flatMap(([name, schema]): readonly Field[] => {
    if (without.includes(name) || ofPrograms.includes(name)) return [];
    const place = places.includes(name) || places.includes(`${name}...`);
    const many = places.includes(`${name}...`);
    const required = isRequired(schema) || (isFile && name === "id");
    const file = (isFile && name === "id") || plainField(schema) instanceof z.ZodUnion;
    return [{ name, label: options[name] ?? kebab(name), schema, required, place, many, file }];
  });
  const byPlace = places.map((place) => fields.find(({ name }) => name === place.replace("...", ""))!);
  return [...byPlace, ...fields.filter(({ place }) => !place)];
}

/** Placeholders of values by the name of the field; by its kind where none is here. */
const placeholders: Readonly<Record<string, string>> = {
  home: "economy",
  holder: "economy",
  economy: "country",
  id: "file",
  by: "date",
  from: "value",
  to: "value",
  jurisdiction: "office",
};

function placeholder({ name, schema }: Field): string {
  const plain = plainField(schema);
  if (placeholders[name] !== undefined) return placeholders[name];
  if (plain instanceof z.ZodNumber) return plain.maxValue === 1 ? "fraction" : "number";
  if (plain instanceof z.ZodArray) return "ids";
  if (plain instanceof z.ZodISODate) return "date";
  return name.toLowerCase();
}

/** The option of a field; its reader throws LM_USAGE for what the field does not take. */
export function fieldOption(field: Field): Option {
  const { label, schema } = field;
  const description = schema.description ?? "";
  if (plainField(schema) instanceof z.ZodBoolean) return new Option(`--${label}`, description);
  return new Option(`--${label} <${placeholder(field)}>`, description).argParser((text: string) => readField(field, text, `--${label}`));
}

/** Reads a word of the command line. Throws LM_USAGE for what the field does not take. */
export function readField({ schema, file }: Field, text: string, called: string): unknown {
  if (text.trim() === "") throw new LevermapError("LM_USAGE", `${called} is empty.`, { option: called, value: text });
  if (file) return text;
  const isList = plainField(schema) instanceof z.ZodArray;
  const value = isList
    ? text
        .split(",")
        .map((each) => each.trim())
        .filter((each) => each !== "")
    : readWord(schema, text);
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  const near = plainField(schema) instanceof z.ZodString ? (error.issues[0]?.message.toLowerCase() ?? "") : fieldWords(schema);
  throw new LevermapError("LM_USAGE", `${called} is ${near}, not "${text}".`, { option: called, value: text });
}
