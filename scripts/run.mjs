import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Folder of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL("../", import.meta.url));

/** A file of an installed package that is run with node, without the delay of npx. */
export const tool = (path) => `${root}node_modules/${path}`;

/** Runs a program in the repository and gives its exit code; signals sent to this process reach it too. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
    const pass = (signal) => child.kill(signal);
    process.on("SIGINT", pass).on("SIGTERM", pass);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}

/** Runs a script or a JavaScript tool with this Node.js. */
export const node = (args, options) => run(process.execPath, args, options);

/** Runs a JavaScript tool with this Node.js; gives its exit code and all that it wrote. */
export function captured(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Ends this process with the exit code of a step that failed. */
export async function must(step) {
  const code = await step;
  if (code !== 0) process.exit(code);
}
