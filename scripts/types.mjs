import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import ts from "typescript";

/** Letters from which on a type that occurs more than once is told once. */
const worthwhile = 60;

/** Whether names may mean something else within. */
const bindsNames = (node) =>
  node.typeParameters !== undefined || ts.isMappedTypeNode(node) || ts.isConditionalTypeNode(node) || ts.isClassDeclaration(node);
const isPart = (node) =>
  (ts.isTypeLiteralNode(node) || (ts.isTypeReferenceNode(node) && node.typeArguments !== undefined)) && node.getWidth() >= worthwhile;

/** Types that occur more than once stand once, under a name: the compiler writes each schema out wherever it is used, which is two thirds of the file. */
function partsOnce(text) {
  const file = ts.createSourceFile("types.d.ts", text, ts.ScriptTarget.Latest, true);
  const [counts, names, parts] = [new Map(), new Map(), []];
  const count = (node) => {
    if (bindsNames(node)) return;
    const times = isPart(node) ? (counts.get(node.getText()) ?? 0) + 1 : 0;
    if (times > 0) counts.set(node.getText(), times);
    if (times < 2) ts.forEachChild(node, count);
  };
  count(file);
  const inside = (node, start) => {
    let [told, at] = ["", start];
    ts.forEachChild(node, (child) => {
      told += text.slice(at, child.getStart()) + once(child);
      at = child.end;
    });
    return told + text.slice(at, node.end);
  };
  const once = (node) => {
    const own = node.getText();
    if (bindsNames(node)) return own;
    if (!isPart(node) || counts.get(own) === 1) return inside(node, node.getStart());
    if (!names.has(own)) {
      names.set(own, `Part${names.size + 1}`);
      parts.push(`type ${names.get(own)} = ${inside(node, node.getStart())};\n`);
    }
    return names.get(own);
  };
  return `${inside(file, 0)}\n${parts.join("")}`;
}

/** The compiler and the sources write the same types of zod in two ways. */
const zodOnce = (text) =>
  text
    .replace(/^import \* as zod(?:_v4_core)? from .*\n/gm, "")
    .replaceAll("zod_v4_core.", "z.core.")
    .replaceAll(/\bzod\.(?=Zod)/g, "z.");

/** Types of zod that stand in the file by the hundred, under shorter names. */
const shorter = {
  ZS: "= z.ZodString",
  ZN: "= z.ZodNumber",
  ZB: "= z.ZodBoolean",
  ZR: "<T extends z.core.SomeType> = z.ZodReadonly<T>",
  ZU: "<T extends z.core.SomeType> = z.ZodNullable<T>",
  ZA: "<T extends z.core.SomeType> = z.ZodArray<T>",
};

/** Puts the shorter names into a text of types that has schemas. */
function withShorter(text) {
  if (!text.includes("z.Zod")) return text;
  const told = Object.entries(shorter).reduce((now, [name, type]) => {
    const [, long] = /= (z\.\w+)/.exec(type);
    return now.replaceAll(new RegExp(`\\b${long.replace(".", "\\.")}\\b`, "g"), name);
  }, text);
  return `${told}${Object.entries(shorter)
    .map(([name, type]) => `type ${name}${type.startsWith("=") ? " " : ""}${type};\n`)
    .join("")}`;
}

/** Joins the types that the compiler wrote, and that `src/index.ts` reaches, into one file. Packages stay outside. */
export async function joinTypes(from, to) {
  const bundle = await rollup({
    input: from,
    external: (id) => /^[^./]/.test(id),
    plugins: [dts()],
    onwarn: ({ message }) => {
      throw new Error(`The types cannot be joined: ${message}`);
    },
  });
  const { output } = await bundle.generate({});
  await bundle.close();
  mkdirSync(dirname(to), { recursive: true });
  // Four spaces a level are a third of the file, and only editors read it
  writeFileSync(to, withShorter(partsOnce(zodOnce(output[0].code.replaceAll(/^ +/gm, "")))));
}
