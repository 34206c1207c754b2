import type { Plugin } from "vite";

/** A node of a syntax tree, as the parser gives it. */
interface Tree {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** What a module says to readers of schemas, questions and errors, by the places of its text. Numbers do not rest on it. */
function* said(node: Tree, isDeclared: boolean): Generator<{ readonly start: number; readonly end: number; readonly by: string }> {
  const { type, start, end } = node;
  const { object } = (node.callee ?? {}) as { readonly object?: Tree };
  if (type === "CallExpression" && object !== undefined && nameOf(node.callee) === "describe") {
    yield { start: object.end, end, by: "" };
    yield* said(object, isDeclared);
    return;
  }
  const isError = type === "NewExpression" && nameOf(node.callee) === "LevermapError";
  if ((isDeclared || isError) && isText(node)) yield { start, end, by: '""' };
  else for (const part of partsOf(node)) yield* said(part, isDeclared || isError);
}

/** Words, and not an id, a code or a path. */
const isText = (node: Tree): boolean =>
  (node.type === "Literal" && typeof node.value === "string" && node.value.includes(" ")) || node.type === "TemplateLiteral";

const nameOf = (callee: unknown): unknown => {
  const { type, name, property } = callee as { type: string; name?: string; property?: { name?: string } };
  return type === "MemberExpression" ? property?.name : name;
};

const isTree = (value: unknown): value is Tree => typeof (value as Tree | null)?.type === "string";
const partsOf = (node: Tree): readonly Tree[] => Object.values(node).flat().filter(isTree);

/** Modules whose texts are all for readers: declarations of questions, and what errors advise. */
const declared = /-questions\.ts$|\/base\/errors\.ts$/;

/** Code without what schemas, questions and errors say, so that a change of such a text leaves its digest as it is. */
export const withoutTexts: Plugin = {
  name: "without texts",
  enforce: "pre",
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id)) return null;
    const tree = this.parse(code, { lang: "ts" } as object) as unknown as Tree;
    const texts = [...said(tree, declared.test(id))].sort((a, b) => b.start - a.start);
    return texts.reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code);
  },
};
