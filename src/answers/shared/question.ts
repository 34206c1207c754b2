import { z } from "zod";
import type { ErrorCode } from "../../base/errors.ts";
import { type DataKind, dataKinds } from "../../workspace/data-kinds.ts";

/** What it takes to answer: `moment`, under a tenth of a second; `seconds`; `heavy`, keeps a processor busy for as long as it is allowed. */
export type Cost = "moment" | "seconds" | "heavy";

/** The rooms that questions are listed by. */
export const tags = ["map", "scenarios", "leverage", "patents", "plans", "controls", "screening", "workspace"] as const;

/** How a question is asked on the command line. Options come from the fields of the input. */
export interface CommandOf {
  /** `chokepoints`, `plan explain`. Several questions may share one command; the arguments and options given decide which is asked. */
  readonly name: string;
  /** Summary of the command where it is not that of the question. Of several questions the first one's counts. */
  readonly summary?: string;
  /** Fields given by place. The last may take several words. */
  readonly places?: readonly string[];
  /** An option without a value that asks this question, `dry-run`, and its help. */
  readonly flag?: readonly [name: string, help: string];
  /** Command lines for the help, without `levermap`. */
  readonly examples: readonly string[];
  /** Options that are not called as the field: `{ economy: "country" }`. */
  readonly options?: Readonly<Record<string, string>>;
  /** Fields that the command line does not offer. */
  readonly without?: readonly string[];
}

/** How a question is asked over HTTP: GET, the fields in the path or the query. */
export interface HttpOf {
  /** `/api/technologies/:id`; names in it are fields, or stand for them in `names`. */
  readonly path: string;
  /** Fields that are called otherwise in the address: `{ technology: "id" }`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Narrower fields: what one request may ask of the processor. */
  readonly limits?: Readonly<Record<string, z.ZodType>>;
  /** Lists of the answer that are long, which HTTP gives page by page to who asks for that. */
  readonly lists?: readonly string[];
  /** Fields that HTTP does not offer. */
  readonly without?: readonly string[];
  /** Also by POST: the body is the text of a file of one's own, as JSON. */
  readonly post?: {
    readonly path: string;
    readonly summary: string;
    readonly body: string;
    readonly example: object;
    readonly bytes: number;
  };
}

/** The one declaration of a question: from it come library function, HTTP route, command, OpenAPI operation and reference page. */
export interface Question<Name extends string = string, Input extends z.ZodObject = z.ZodObject, Answer extends z.ZodType = z.ZodType> {
  /** Function of the library, operation id. */
  readonly name: Name;
  readonly tag: (typeof tags)[number];
  /** One line, without a full stop. */
  readonly summary: string;
  readonly input: Input;
  readonly answer: Answer;
  /** Name of the answer's schema, `ChokepointReport`. */
  readonly answerName: string;
  /** Inputs that can be asked of the bundled data. */
  readonly examples: readonly z.input<Input>[];
  readonly cost: Cost;
  /** What of the workspace its answers rest on, and name; a kept answer stays while nothing else is loaded. Default: all. */
  readonly reads: readonly DataKind[];
  /** Whether the answer depends on the day the map is read as of. */
  readonly dated: boolean;
  /** Codes of what cannot be answered, beside LM_USAGE and LM_INTERRUPTED. */
  readonly errors: readonly ErrorCode[];
  readonly command?: CommandOf;
  readonly http?: HttpOf;
  /** Where command line and HTTP spell the input otherwise: their fields, and the input made of them. */
  readonly asked?: { readonly input: z.ZodObject; readonly toInput: (asked: never) => z.input<Input> };
}

/** What may be asked by a question. */
export type Input<Q extends Pick<Question, "input">> = Readonly<z.input<Q["input"]>>;

/** What need not be declared of a question that takes a moment, rests on all there is, depends on the day and always has an answer. */
const usual = { cost: "moment", reads: dataKinds, dated: true, errors: [] } as const;

type Usual = Partial<Pick<Question, keyof typeof usual>>;

/** Declares questions of a room, with what is usual there; an answer is known by name in the description of the API. */
export const questionOf =
  (tag: Question["tag"], usualHere: Usual = {}) =>
  <const Name extends string, Input extends z.ZodObject, Answer extends z.ZodType>(
    declared: Omit<Question<Name, Input, Answer>, keyof Usual | "tag"> & Usual,
  ): Question<Name, Input, Answer> => {
    z.globalRegistry.add(declared.answer, { ...z.globalRegistry.get(declared.answer), id: declared.answerName });
    return { ...usual, ...usualHere, tag, ...declared } as Question<Name, Input, Answer>;
  };
