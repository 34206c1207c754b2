import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import openapiTypeScript, { astToString } from "openapi-typescript";
import { beforeAll, describe, expect, it } from "vitest";
import type { Question } from "../../src/answers/shared/question.ts";
import { questions } from "../../src/ask/questions.ts";
import { createServer } from "../../src/server/create-server.ts";
import { isLong } from "../tiers.ts";

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters?: readonly object[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>> }>
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const dir = mkdtempSync(join(tmpdir(), "levermap-openapi-"));
const file = join(dir, "openapi.json");
let document: Document;

beforeAll(async () => {
  const server = await createServer({ ask: {} as never, webDir: "/nowhere" });
  document = (await server.inject("/api/openapi.json")).json();
  writeFileSync(file, JSON.stringify(document));
  await server.close();
});

describe("the description of the HTTP API", () => {
  it("has an operation for every question over HTTP, with id, tag, summary, errors and a named answer", () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, http, answerName, examples } of Object.values(questions) as Question[]) {
      if (http === undefined) continue;
      const operation = operations.find(({ operationId }) => operationId === name)!;
      expect(operation.tags, name).toHaveLength(1);
      const exampled = examples.some((example) => Object.keys(example).length > 0);
      if (exampled && name !== "screen") expect(JSON.stringify(operation.parameters), name).toContain('"example":');
      expect(operation.summary, name).toMatch(/^[A-Z]/);
      expect(operation.responses[200]!.content!["application/json"]!.schema.$ref, name).toBe(`#/components/schemas/${answerName}`);
      expect(operation.responses[400]!.content!["application/json"]!.schema.$ref, name).toBe("#/components/schemas/Error");
    }
  });

  it("has no error for the linter of Redocly", () => {
    const linter = join(import.meta.dirname, "../../node_modules/@redocly/cli/bin/cli.js");
    const { stdout, stderr } = spawnSync(process.execPath, [linter, "lint", file, "--format", "json", "--max-problems", "1000"], {
      encoding: "utf8",
      maxBuffer: 1e9,
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    });
    const { problems } = JSON.parse(stdout) as { readonly problems: readonly { readonly severity: string; readonly message: string }[] };
    expect(stderr).toContain("validated");
    expect(problems.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  });

  it.runIf(isLong)("gives a TypeScript client that compiles", async () => {
    const types = join(dir, "api.ts");
    writeFileSync(types, astToString(await openapiTypeScript(new URL(`file://${file}`))));
    const use = `import type { paths } from "./api.ts";\nexport type Ranked = paths["/api/chokepoints"]["get"]["responses"][200]["content"]["application/json"]["ranked"][number];\nexport const first = (ranked: Ranked): string => ranked.technology;\n`;
    writeFileSync(join(dir, "use.ts"), use);
    const tsc = join(import.meta.dirname, "../../node_modules/typescript/bin/tsc");
    const args = ["--ignoreConfig", "--noEmit", "--strict", "--allowImportingTsExtensions", "--module", "nodenext", join(dir, "use.ts")];
    execFileSync(process.execPath, [tsc, ...args], { encoding: "utf8" });
    expect(readFileSync(types, "utf8")).toContain("ChokepointReport: ");
  });
});
