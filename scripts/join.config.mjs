import { defineConfig } from "vite";
import { contentOf } from "./stamp.mjs";

/**
 * Joins the modules of `src/` into few files: finding and reading hundreds of them is most of what a short command does. Packages stay
 * outside. Parts lie as deep as the files of `src/base/`, which find the folders beside them by their own place.
 */
export default defineConfig({
  publicDir: false,
  define: { levermapBuildId: JSON.stringify(contentOf(["src", "package-lock.json", "scripts/join.config.mjs"])) },
  build: {
    ssr: true,
    outDir: "dist",
    emptyOutDir: false,
    target: "node20",
    rolldownOptions: {
      input: {
        ...Object.fromEntries(
          [
            "index",
            "client/connect",
            "cli/main",
            "cli/write-words",
            "corpus/steps/kernel-worker",
            "plan/solver/solver-worker",
            "server/work/answer-process",
            "server/jobs/job-process",
            "server/site/drawing-worker",
          ].map((name) => [name, `src/${name}.ts`]),
        ),
        "site/render": "web/src/site/render.tsx",
      },
      output: {
        comments: { jsdoc: false, annotation: false },
        // Functions keep their names, for traces that can be read
        minify: { compress: true, mangle: { toplevel: true, keepNames: true }, codegen: { removeWhitespace: true } },
        entryFileNames: "[name].js",
        chunkFileNames: "parts/[name]-[hash].js",
        codeSplitting: { groups: [{ name: "base", test: /src\/base\// }] },
      },
    },
  },
});
