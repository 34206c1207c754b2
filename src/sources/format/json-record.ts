import { excerptOf, type Place } from "./records.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** An object of a JSON or Parquet file and where it stands: `line` is the number of the record, from 1. */
export class JsonRecord implements Place {
  readonly file: string;
  readonly line: number;
  readonly value: JsonObject;

  constructor(file: string, line: number, value: JsonObject) {
    this.file = file;
    this.line = line;
    this.value = value;
  }

  excerpt(): string {
    return excerptOf(JSON.stringify(this.value).slice(0, 400));
  }
}

/** Text of a value: a string without the blanks around it, a number as it is written; anything else is `""`. */
export function jsonText(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "bigint" ? String(value) : "";
}

/** The objects of a list; a lone object is a list of one, anything else is empty. */
export function jsonObjects(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

export const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);
