import { z } from "zod";
import { fileFault, yamlOf } from "../../../answers/shared/file-problems.ts";
import { schemaFault } from "../../../answers/shared/schema-fault.ts";
import type { LevermapError } from "../../../base/errors.ts";
import { periodOf } from "../../../base/period.ts";
import { outageCauses } from "../../../link/parameter-domains.ts";
import { inputQuantities } from "../../measure/events/shock.ts";
import { eventSourceSchema } from "./event-sources.ts";

const mostEvents = 500;
const mostRows = 500;
const mostNames = 200;

const text = z.string().min(1).max(4000);
const name = z.string().min(1).max(200);
const names = z.array(name).max(mostNames);

const written = "is not a valid date: YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD";

/** A year alone is a number in YAML. */
const date = z
  .union([z.string().regex(/^\d{4}(-(Q[1-4]|\d{2}(-\d{2})?))?$/, written), z.number().int().min(1000).max(9999)], written)
  .describe("YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD")
  .refine((value) => periodOf(String(value)) !== null, written);

const value = z
  .union([z.number(), z.tuple([z.number(), z.number()])], "is not a number or [low, high]")
  .refine((ends) => typeof ends === "number" || ends[0] <= ends[1], "has its higher end first");

const reading = z.object({ date, value: value.describe("a number, or [low, high]") });

const predict = z.object({
  output: name.describe(
    "imports, exports, import_share, output, plant_capacity, market_share, sales_lost or months_to_full; others are shown and not scored",
  ),
  as: name.describe("ratio (to over from), change (in the unit given) or level"),
  economy: name.optional(),
  partner: name.optional(),
  organisation: name.optional(),
  technology: name.optional(),
});

const row = z
  .object({
    of: name.describe("what was measured: a technology, a firm, `plant`"),
    what: text,
    unit: z
      .union([z.string().max(100), z.number()])
      .describe("pct, fraction, months, kg, ...")
      .default(""),
    from: reading.optional().describe("the first of two measurements"),
    to: reading.optional().describe("the second of two measurements"),
    at: reading.optional().describe("the only measurement, a level"),
    role: z.enum(["input", "output", "outside"], "is not input, output or outside"),
    quantity: z
      .enum(inputQuantities, `is not ${inputQuantities.join(", ")}`)
      .optional()
      .describe("of an input, what it gives to the model; default: as its words say"),
    predict: predict.optional().describe("what the model is asked for, where the role is output"),
    source: eventSourceSchema.optional().describe("where it was read: a citation, or its `title`, `publisher`, `year` and `url`"),
    note: text.optional(),
  })
  .refine(({ to, at }) => (to === undefined) !== (at === undefined), "must have either `to` or `at`")
  .refine(({ from, to }) => from === undefined || to !== undefined, "has `from` without `to`")
  .refine(({ role, predict: asked }) => role !== "output" || asked !== undefined, "is an output and needs `predict`");

const event = z
  .object({
    id: z.string().regex(/^[\w.-]{1,60}$/, "is not letters, digits, `-`, `_` and `.`, at most 60"),
    what: text,
    announced: date.optional().describe("when it became known; default: date"),
    date: date.describe("when it took effect"),
    ended: date.optional().describe("when a measure was lifted; default: in force, or for an outage over with its last measurement"),
    kind: z.enum(["licence", "denial", "ban", "outage"], "is not licence, denial, ban or outage"),
    cause: z.enum(outageCauses).optional().describe("what stopped the plants of an outage"),
    senders: names.describe("economies, groups, organisations or plants that withhold, or that were hit"),
    targets: names.describe("economies, groups, organisations, or world"),
    technologies: names,
    act: name.optional().describe("events that name the same act count as one; default: the id"),
    place: name.optional().describe("the economy in which plants stand that the map does not know"),
    note: text.optional(),
    measured: z.array(row).max(mostRows),
  })
  .refine(
    ({ announced, date: effect }) => announced === undefined || dayOf(announced) <= dayOf(effect),
    "was announced after it took effect; `announced` is the earlier date",
  )
  .refine(({ ended, date: effect }) => ended === undefined || dayOf(ended) >= dayOf(effect), "ended before it took effect")
  .refine(({ kind, senders }) => kind === "outage" || senders.length > 0, {
    error: "is empty; an act needs a sender",
    path: ["senders"],
  });

/** A file of events that happened, for back-tests: YAML, a list. */
export const eventFileSchema = z
  .array(event)
  .min(1)
  .max(mostEvents)
  .refine((events) => new Set(events.map(({ id }) => id)).size === events.length, "has two events of one id");

export type EventEntry = z.infer<typeof event>;
export type EventRow = z.infer<typeof row>;
export type EventReading = z.infer<typeof reading>;

const dayOf = (of: string | number): number => periodOf(String(of))?.start ?? Number.NaN;

/** The JSON schema of a file of events, for editors and other programs. */
export const eventFileJsonSchema = (): object => z.toJSONSchema(eventFileSchema, { io: "input" });

/** What a file of events holds, without running it: of each event how many measurements have which role. */
export function summaryOf({ file, events, notRead }: ReadEvents) {
  const count = (rows: readonly EventRow[], role: EventRow["role"]): number => rows.filter((each) => each.role === role).length;
  const short = events.map(({ id, what, measured: rows }) => {
    return { id, what, inputs: count(rows, "input"), outputs: count(rows, "output"), outside: count(rows, "outside") };
  });
  return { file, notRead, events: short };
}
export type EventFileSummary = Readonly<ReturnType<typeof summaryOf>>;

/** Events of one file, and the keys in it that are not read, as they may be misspelt. */
export interface ReadEvents {
  readonly file: string;
  readonly events: readonly EventEntry[];
  readonly notRead: readonly string[];
}

/** Reads a file of events. Throws LM_EVENTS_INVALID that names each place that is wrong. */
export function readEventText(file: string, content: string): ReadEvents {
  const fault = (problems: readonly string[]): LevermapError =>
    fileFault("LM_EVENTS_INVALID", file, "is not a valid file of events", problems);
  const value = yamlOf(content, fault);
  if (!Array.isArray(value)) throw fault(["the file: is not a list; each event starts with `- id:`"]);
  const read = eventFileSchema.safeParse(value, { error: schemaFault });
  if (!read.success) throw fault(read.error.issues.map((issue) => `${placeOf(value, issue.path)}: ${issue.message}`));
  return { file, events: read.data, notRead: unreadKeys(value) };
}

/** `event 2 (GAGE23), measured 3, predict.as` */
function placeOf(value: readonly unknown[], path: readonly PropertyKey[]): string {
  const [at, ...rest] = path;
  if (typeof at !== "number") return "the file";
  const id = field(value[at], "id");
  const event = `event ${at + 1}${typeof id === "string" ? ` (${id.slice(0, 60)})` : ""}`;
  const [first, row, ...inner] = rest;
  if (first === "measured" && typeof row === "number")
    return [event, `measured ${row + 1}`, ...(inner.length > 0 ? [inner.join(".")] : [])].join(", ");
  return rest.length > 0 ? `${event}, ${rest.join(".")}` : event;
}

const field = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;

function unreadKeys(events: readonly unknown[]): readonly string[] {
  const extra = (value: unknown, shape: object, place: readonly PropertyKey[]): readonly string[] =>
    typeof value === "object" && value !== null
      ? Object.keys(value).flatMap((key) => (Object.hasOwn(shape, key) ? [] : [`${placeOf(events, place)}: ${key}`]))
      : [];
  return events.flatMap((each, i) => [
    ...extra(each, event.shape, [i]),
    ...(field(each, "measured") as readonly unknown[]).flatMap((measured, j) => [
      ...extra(measured, row.shape, [i, "measured", j]),
      ...extra(field(measured, "predict"), predict.shape, [i, "measured", j]),
      ...["from", "to", "at"].flatMap((key) => extra(field(measured, key), reading.shape, [i, "measured", j])),
    ]),
  ]);
}
