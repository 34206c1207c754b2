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
  // Four spaces a level are a third of the file, and only editors read it
  writeFileSync(to, output[0].code.replaceAll(/^ +/gm, ""));
}
