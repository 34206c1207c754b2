import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** No inlined assets and no inline scripts: the server's content policy allows files of its own only. All addresses are relative, as a path may stand before them. */
export default defineConfig({
  root: path("."),
  base: "./",
  plugins: [react({ jsxImportSource: "#words" })],
  build: {
    outDir: path("../dist/web"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    manifest: "manifest.json",
    rolldownOptions: { input: path("src/site/site.ts") },
  },
  server: { host: "127.0.0.1", proxy: { "/api": "http://127.0.0.1:4173" } },
});
