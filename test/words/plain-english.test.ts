import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Rooms of which no string may hold a banned phrase. */
const cleanRooms = [
  "base",
  "link",
  "workspace",
  "measure",
  "corpus",
  "screen",
  "leverage",
  "plan",
  "library",
  "answers",
  "report",
  "cli",
  "server",
  "sources",
].map((room) => `src/${room}`);

const banned = [
  /\b(?<!\b[Tt]here )is no [a-z]/,
  /\btold\b/,
  /\bmend\b/i,
  /\bthe plain way\b/,
  /\bnobody\b/i,
  /\bsomebody\b/i,
  /\bthat are in\b/,
  /\bheld against\b/,
  /\blaid beside\b/,
];

/** Texts of string and template literals with their lines; import paths are left out. */
function textsOf(name: string, source: string): readonly (readonly [line: number, text: string])[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest);
  const found: (readonly [number, string])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node)) {
      found.push([file.getLineAndCharacterOfPosition(node.pos).line + 1, node.text]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Files without a banned phrase anywhere are not parsed. */
function faultsOf(name: string, source: string): readonly string[] {
  if (!banned.some((phrase) => phrase.test(source))) return [];
  return textsOf(name, source).flatMap(([line, text]) =>
    banned.flatMap((phrase) => (phrase.test(text) ? [`${name}:${line}: ${phrase} in "${text}"`] : [])),
  );
}

describe("texts for people are plain English", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));

  it.each(cleanRooms)("%s", (room) => {
    const files = readdirSync(root + room, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((name) => faultsOf(`${room}/${name}`, readFileSync(`${root}${room}/${name}`, "utf8")))).toEqual([]);
  });

  it("finds a phrase in strings, templates and JSX, but not in imports, identifiers or comments", () => {
    const source = `
      import { mend } from "./is no module.ts"; // nobody
      const told = mend("x is no number") + \`\${a} is told \${b} as the plain way \${c} of nobody\`;
      const shown = <p>Somebody</p>, fine = "There is no file x";`;
    expect(faultsOf("a.tsx", source).map((fault) => fault.split(":")[1])).toEqual(["3", "3", "3", "3", "4"]);
  });
});
