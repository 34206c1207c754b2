import { z } from "zod";
import { type Question, tags } from "../../src/answers/shared/question.ts";
import { isRequired } from "../../src/answers/shared/read-words.ts";
import { questions } from "../../src/ask/questions.ts";
import { fieldsOf } from "../../src/cli/field-option.ts";
import { fieldsOverHttp } from "../../src/server/http-fields.ts";

type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly description?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
};

const titles: Readonly<Record<(typeof tags)[number], string>> = {
  map: "Map and chokepoints",
  scenarios: "Scenarios and back-tests",
  leverage: "Leverage and half-lives",
  patents: "Patents",
  plans: "Plans",
  controls: "Controls and items",
  screening: "Screening",
  workspace: "Workspace",
};

/** The reference of all questions as Markdown, a page for each room and one that lists them. By name of the file. */
export function referencePages(): ReadonlyMap<string, string> {
  const all = Object.values(questions) as readonly Question[];
  const rooms = tags.map((tag) => ({ tag, own: all.filter((each) => each.tag === tag) }));
  const index = rooms.flatMap(({ tag, own }) => [
    `\n## [${titles[tag]}](${tag}.md)\n`,
    ...own.map(({ name, summary }) => `- [\`${name}\`](${tag}.md#${name.toLowerCase()}): ${summary}`),
  ]);
  return new Map([
    [
      "README.md",
      `# Reference of the questions\n\nGenerated from the declarations in \`src/**/*-questions.ts\`. Do not edit.\n${index.join("\n")}\n`,
    ],
    ...rooms.map(({ tag, own }) => [`${tag}.md`, `# ${titles[tag]}\n\n${own.map(section).join("\n")}`] as const),
  ]);
}

function section(question: Question): string {
  const { name, summary, answerName, cost, dated, errors, command, http, examples } = question;
  const costs = { moment: "under a tenth of a second", seconds: "seconds", heavy: "keeps a processor busy for as long as it may" };
  return [
    `## ${name}\n`,
    `${summary[0]!.toUpperCase()}${summary.slice(1)}.\n`,
    `- Takes: ${costs[cost]}. ${dated ? "Depends on the day the map is read as of." : "Does not depend on a day."}`,
    ...(errors.length > 0 ? [`- Errors: ${["LM_USAGE", ...errors].join(", ")}`] : []),
    ...(command === undefined ? [] : [`- Command: \`levermap ${command.name}${command.flag ? ` --${command.flag[0]}` : ""}\``]),
    ...(http === undefined ? [] : [`- HTTP: \`GET ${http.path}\`${http.post ? `, \`POST ${http.post.path}\`` : ""}`]),
    ...examples.map((example) => `- Library: \`await map.${name}(${JSON.stringify(example)})\``),
    "",
    ...inputTable(question),
    ...answerTable(answerName, question.answer),
  ].join("\n");
}

const jsonOf = (schema: z.ZodType, io: "input" | "output"): JsonSchema =>
  z.toJSONSchema(schema, { io, unrepresentable: "any" }) as JsonSchema;

function typeWords({ type, enum: words, items, anyOf, format, $ref }: JsonSchema): string {
  if ($ref !== undefined) return `\`${$ref.split("/").at(-1)}\``;
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(", ");
  if (anyOf !== undefined) return [...new Set(anyOf.map(typeWords))].join(" or ");
  if (items !== undefined) return `list of ${typeWords(items)}`;
  return format === "date" ? "date" : [type ?? "any"].flat().join(" or ");
}

function inputTable(question: Question): string[] {
  const fields = Object.entries(question.input.shape) as [string, z.ZodType][];
  if (fields.length === 0) return [];
  const options = new Map(question.command ? fieldsOf(question, question.command).map((field) => [field.name, field]) : []);
  const http = question.http && fieldsOverHttp(question, question.http);
  const words = new Set(http === undefined ? [] : [...Object.keys(http.params), ...Object.keys(http.query)]);
  const rows = fields.map(([name, schema]) => {
    const option = options.get(name);
    const onCommandLine = option === undefined ? "" : option.place ? `\`<${option.label}>\`` : `\`--${option.label}\``;
    const overHttp = question.http?.names?.[name] ?? name;
    const description = (schema.description ?? "").replaceAll("|", "\\|");
    return `| \`${name}\`${isRequired(schema) ? " (required)" : ""} | ${typeWords(jsonOf(schema, "input"))} | ${onCommandLine} | ${words.has(overHttp) ? `\`${overHttp}\`` : ""} | ${description} |`;
  });
  return ["| input | type | command line | HTTP | meaning |", "|---|---|---|---|---|", ...rows, ""];
}

function answerTable(name: string, answer: z.ZodType): string[] {
  const { $defs = {}, ...whole } = jsonOf(answer, "output");
  const { properties = {} } = whole.properties === undefined ? ($defs[name] ?? whole) : whole;
  const rows = Object.entries(properties).map(
    ([field, schema]) => `| \`${field}\` | ${typeWords(schema)} | ${(schema.description ?? "").replaceAll("|", "\\|")} |`,
  );
  return [`Answer: \`${name}\`\n`, "| field | type | meaning |", "|---|---|---|", ...rows, ""];
}
