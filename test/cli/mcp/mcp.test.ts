import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evidenceSchema } from "../../../src/answers/shared/evidence.ts";
import { chokepointReportSchema } from "../../../src/index.ts";
import { folder, furnish } from "../fixture.ts";
import { bin } from "../run.ts";
import { runInside } from "../run-inside.ts";

const cwd = folder();
const client = new Client({ name: "test", version: "1" });

interface Told {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
  readonly structuredContent: Readonly<Record<string, unknown>>;
  readonly _meta?: { readonly error?: { readonly code: string } };
}

const call = async (name: string, input: Record<string, unknown> = {}, signal?: AbortSignal): Promise<Told> =>
  (await client.callTool({ name, arguments: input }, undefined, { ...(signal && { signal }) })) as unknown as Told;

beforeAll(async () => {
  await furnish(cwd);
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [bin, "mcp"], cwd, stderr: "inherit" }));
});
afterAll(() => client.close());

describe("levermap mcp", () => {
  it("offers the questions as tools that only read", async () => {
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["chokepoints", "leverage", "technology", "simulate", "plan", "screen", "status"]));
    for (const { annotations, description, inputSchema, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(description).toMatch(/^[A-Z]/);
      expect(inputSchema.type).toBe("object");
      expect(outputSchema?.type).toBe("object");
    }
    expect(client.getServerVersion()?.name).toBe("levermap");
    expect(client.getInstructions()).toContain("null is unknown");
  });

  it("answers with the same data and words as the command, evidence included", async () => {
    const { content, structuredContent, isError } = await call("chokepoints", { home: "XA" });
    expect(isError).toBeUndefined();
    expect(chokepointReportSchema.parse(structuredContent).evidence.documents.length).toBeGreaterThan(0);
    const { stdout } = await runInside(["chokepoints", "--home", "XA", "--json"], { cwd });
    expect(structuredContent).toEqual(JSON.parse(stdout));
    expect(content[0]!.text.replace(/\s+/g, " ")).toContain(JSON.parse(stdout).finding);
  });

  it.each([
    ["status", {}],
    ["technologies", {}],
    ["economy", { economy: "XA" }],
    ["find", { query: "ore" }],
  ])("answers %s with its evidence", async (name, input) => {
    const { structuredContent, isError } = await call(name, input);
    expect(isError).toBeUndefined();
    if (name !== "status") expect(evidenceSchema.safeParse(structuredContent.evidence).error).toBeUndefined();
  });

  it("says what an answer holds, by which the client checks each", async () => {
    const { tools } = await client.listTools();
    const { outputSchema } = tools.find(({ name }) => name === "chokepoints")!;
    const { structuredContent } = await call("chokepoints", { home: "XA" });
    const check = new AjvJsonSchemaValidator().getValidator(outputSchema as never);
    expect(check(structuredContent)).toMatchObject({ valid: true });
    for (const broken of [{ ...structuredContent, ranked: null }, { ...structuredContent, more: 1 }, { finding: "" }])
      expect(check(broken).valid).toBe(false);
    expect(JSON.stringify(tools).length, "bytes that a client reads first").toBeLessThan(500_000);
  });

  it.each([
    ["LM_ECONOMY_UNKNOWN", "economy", { economy: "XQ" }],
    ["LM_USAGE", "chokepoints", { top: "many" }],
    ["LM_USAGE", "chokepoints", { nothing: 1 }],
    ["LM_SCENARIO_INVALID", "simulate", { text: "{{{", place: "a file" }],
    ["LM_TECHNOLOGY_UNKNOWN", "technology", { technology: "../../etc/passwd'; DROP TABLE load; --<script>" }],
  ])("tells %s as an error of the tool", async (code, name, input) => {
    const { isError, content, _meta } = await call(name, input);
    expect(isError).toBe(true);
    expect(_meta?.error?.code).toBe(code);
    expect(content[0]!.text).toMatch(new RegExp(`^${code}: `));
    expect((await call("status")).isError).toBeUndefined();
  });

  it("refuses a tool that there is none of, and goes on", async () => {
    await expect(call("no-such-tool")).rejects.toThrow("There is no tool");
    await expect(call("constructor")).rejects.toThrow("There is no tool");
    expect((await call("technologies")).isError).toBeUndefined();
  });

  it("ends work that is cancelled, and goes on", async () => {
    const stop = new AbortController();
    const working = call("leverage", { draws: 100_000 }, stop.signal);
    stop.abort();
    await expect(working).rejects.toThrow();
    expect((await call("technologies")).isError).toBeUndefined();
  });
});
