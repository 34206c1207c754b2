import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from "@modelcontextprotocol/sdk/types.js";
import type { Ask } from "../../ask/ask.ts";
import { callTool, questionOf, tools } from "./tools.ts";

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
