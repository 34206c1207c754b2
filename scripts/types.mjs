import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

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
  // One space a level in place of four saves a fifth of the file
  writeFileSync(
    to,
    output[0].code.replaceAll(/^(?: {4})+/gm, (indent) => " ".repeat(indent.length / 4)),
  );
}
