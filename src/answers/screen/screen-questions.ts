import { z } from "zod";
import { writtenIdentifier } from "../../link/identifiers.ts";
import { by, day, fraction, name, names, top } from "../shared/fields.ts";
import { type Input, questionOf } from "../shared/question.ts";
import { list } from "../shared/schema.ts";
import { ownersReportSchema } from "./owners-report.ts";
import { screenReportSchema } from "./screen-report.ts";

const question = questionOf("screening", { cost: "seconds", errors: ["LM_NO_LISTS"] });

const kind = z.enum(["organisation", "person"]);
const lists = names.optional().describe("these lists only, by id (default: all that are loaded; see `controls list`)");
const asOf = day.optional().describe("the day that is asked about (default: that of the workspace or server)");
const common = {
  by,
  threshold: fraction.optional().describe("the score from which on a name is called a match (default: fitted, by kind)"),
  top: top.max(1000).optional().describe("how many rows of lists for each name (default: 10; 3 with --file)"),
  asOf,
};
const limits = {
  name: z
    .string()
    .min(1)
    .max(4000)
    .describe("a name, at most 1,000 characters")
    .meta({ examples: ["Semiconductor Manufacturing International"] }),
  top: top.max(500).optional(),
};

interface Asked extends z.infer<z.ZodObject<typeof common>> {
  readonly name: string | readonly string[];
  readonly kind?: z.infer<typeof kind> | undefined;
  readonly economy?: string | undefined;
  readonly born?: string | undefined;
  readonly identifier?: readonly string[] | undefined;
  readonly address?: string | undefined;
  readonly list?: readonly string[] | undefined;
}

export const screen = question({
  name: "screen",
  summary: "which listed parties a name may be, on a day, with the reasons",
  input: z.strictObject({
    queries: list(
      z.strictObject({
        id: z.string().nullish(),
        name: z.string(),
        kind: kind.nullish(),
        economy: z.string().nullish(),
        born: z.string().max(100).nullish().describe("date of birth: YYYY, YYYY-MM or YYYY-MM-DD"),
        identifiers: list(z.strictObject({ scheme: z.string().max(100), value: z.string().max(200) })).optional(),
        addresses: list(z.string().max(1000)).optional(),
      }),
    ),
    lists,
    ...common,
  }),
  answer: screenReportSchema,
  answerName: "ScreenReport",
  examples: [{ queries: [{ name: "Semiconductor Manufacturing International" }] }],
  asked: {
    input: z.strictObject({
      name: z.array(z.string().min(1).max(4000)).min(1).readonly().describe("names of parties"),
      kind: kind.optional().describe("what the names are of (default: either)"),
      economy: name.optional().describe("code or name of the economy where the party is, if known; a weak signal"),
      born: z.string().min(1).max(100).optional().describe("date of birth of a person: YYYY, YYYY-MM or YYYY-MM-DD"),
      identifier: names.optional().describe("`lei:...`, `imo:...`, `registration:...`; an equal one is a hit whatever the name"),
      address: z.string().min(1).max(1000).optional().describe("an address, shown as evidence"),
      list: lists,
      ...common,
    }),
    toInput: ({ name, kind, economy, born, identifier = [], address, list, ...rest }: Asked) => ({
      queries: [name].flat().map((each) => ({
        ...{ name: each, kind, economy, born },
        ...(identifier.length > 0 && { identifiers: identifier.map(writtenIdentifier) }),
        ...(address !== undefined && { addresses: [address] }),
      })),
      lists: list,
      ...rest,
    }),
  },
  command: {
    name: "screen",
    places: ["name..."],
    options: { economy: "country" },
    without: ["asOf"],
    summary:
      "which listed parties a name may be, on a day, with the reasons; exit code 1 when something matched, 2 when a name could not be screened",
    examples: [
      'screen "Semiconductor Manufacturing International"',
      "screen 中芯國際 --as-of 2020-12-21 --by publication",
      "screen --file names.csv > screened.csv",
      "screen --pairs pairs.csv",
      'screen decide "Acme" csl/us-entity-list/acme-co-ltd-cn false --note "another Acme, by its address"',
    ],
  },
  http: { path: "/api/screen", limits },
});

export const owners = question({
  name: "owners",
  summary: "whether listed parties own a half or more of a party on a day, with the arithmetic; what is not known is never no",
  input: z.strictObject({
    party: z.string().min(1).max(1000).describe("name of a party, or its id in a table of owners (an LEI, ...)"),
    asOf,
  }),
  answer: ownersReportSchema,
  answerName: "OwnersReport",
  examples: [{ party: "Semiconductor Manufacturing International" }],
  command: {
    name: "screen owners",
    places: ["party"],
    without: ["asOf"],
    examples: ['screen owners "Nord Works Ltd"', "screen owners 5493001KJTIIGC8Y1R12 --as-of 2025-10-15 --details"],
  },
  http: { path: "/api/owners" },
});

export type OwnersQuestion = Input<typeof owners>;
export type ScreenQuestion = Input<typeof screen>;
/** A name to be screened; `economy` (a code or name of it) and `kind` where they are known. `id` comes back with the answer. */
export type ScreenQuery = ScreenQuestion["queries"][number];
