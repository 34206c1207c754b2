import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type Tool,
} from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import type { Call } from "../../answers/shared/asking.ts";
import type { Question } from "../../answers/shared/question.ts";
import { withoutTuples } from "../../answers/shared/without-tuples.ts";
import type { Ask } from "../../ask/ask.ts";
import { type QuestionName, questions } from "../../ask/questions.ts";
import { views } from "../../ask/views.ts";
import { clean } from "../../base/clean.ts";
import { asLevermapError, type LevermapError } from "../../base/errors.ts";
import { capital } from "../../base/words.ts";
import { toldInEnglish } from "../../words/tell.ts";
import { Style } from "../page/style.ts";
import { printView } from "../print-view.ts";

/** As an answer is printed where no terminal is. */
const page = { width: 100, style: new Style(false) };

/** The questions as tools: those that people ask, all of which only read. */
export const tools: readonly Tool[] = (Object.keys(questions) as QuestionName[]).flatMap((name) =>
  views[name] === undefined ? [] : [toolOf(questions[name])],
);

/**
 * What an answer holds, so that a client can check it; its words stand in docs/reference and in the description of the HTTP API, which keeps the list of tools short.
 * The answer itself stands on top, as clients want it, and what else is named under `$defs`.
 */
function answerSchema(answer: z.ZodType): Tool["outputSchema"] {
  const override = ({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
    for (const word of ["id", "description", "readOnly", "examples"]) delete jsonSchema[word];
    withoutTuples({ jsonSchema });
  };
  const { $ref = "", $defs = {}, ...root } = z.toJSONSchema(answer, { io: "output", unrepresentable: "any", override });
  const { [$ref.replace("#/$defs/", "")]: named = {}, ...others } = $defs;
  return { ...root, ...named, type: "object", $defs: others } as Tool["outputSchema"];
}

function toolOf({ name, summary, input, answer }: Question): Tool {
  return {
    name,
    description: `${capital(summary)}. The answer is text for people, and the same as data with its evidence: sources, rules, grade and limits.`,
    inputSchema: z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as Tool["inputSchema"],
    outputSchema: answerSchema(answer),
    annotations: { title: capital(summary), readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

/** `null`: there is no such tool. */
export const questionOf = (name: string): QuestionName | null => (tools.some((tool) => tool.name === name) ? (name as QuestionName) : null);

/** Asks a question as a tool: its answer as text and as data, or its coded error. */
export async function callTool(ask: Ask, name: QuestionName, input: unknown, signal: AbortSignal): Promise<CallToolResult> {
  try {
    const answering = ask[name] as (asked: unknown, call: Call) => Promise<unknown>;
    const answer = toldInEnglish(await answering(input ?? {}, { signal }));
    const view = await views[name]!();
    const text = printView(view(clean(answer) as never), page);
    return { content: [{ type: "text", text }], structuredContent: JSON.parse(JSON.stringify(answer)) as Record<string, unknown> };
  } catch (thrown) {
    return faultOf(asLevermapError(thrown));
  }
}

/** A fault of the caller's is told as it is, one of ours without its inside. */
function faultOf({ code, message, next, exitCode }: LevermapError): CallToolResult {
  const told = exitCode === 3 ? "Something went wrong inside Levermap." : clean(message);
  return {
    isError: true,
    content: [{ type: "text", text: `${code}: ${told}\n${next}` }],
    // Clients hold structured content against the schema of an answer, which a fault is not
    _meta: { error: { code, message: told, next } },
  };
}

const instructions =
  "Questions on who holds what in chipmaking, and who could withhold it from whom. Every figure has its sources, date and grade in `evidence`; null is unknown, never 0. Results of the model are not forecasts; a match of names has to be checked, and where there is none, no name is cleared by that.";

/** Answers the questions of one workspace over standard input and output, by the Model Context Protocol, until the input ends or `signal` says so. */
export async function serveMcp(ask: Ask, version: string, signal: AbortSignal): Promise<void> {
  const server = new Server({ name: "levermap", version }, { capabilities: { tools: {} }, instructions });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...tools] }));
  server.setRequestHandler(CallToolRequestSchema, ({ params: { name, arguments: input } }, extra) => {
    const question = questionOf(name);
    if (question === null) throw new McpError(ErrorCode.InvalidParams, `There is no tool "${name.slice(0, 100)}".`);
    return callTool(ask, question, input, extra.signal);
  });
  await server.connect(new StdioServerTransport());
  await new Promise<void>((resolve) => {
    process.stdin.once("end", resolve).once("close", resolve);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await server.close();
}
