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
  await bundle.write({ file: to });
  await bundle.close();
}
