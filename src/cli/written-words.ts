import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import type { HelpWords } from "./help-words.ts";

/** What the build has written of the command line, so that it is told before any command is read. */
export interface WrittenWords {
  readonly version: string;
  /** By the names of a command with a blank between; that of the program by none. */
  readonly help: Readonly<Record<string, HelpWords>>;
  /** The script of each shell. */
  readonly completion: Readonly<Record<string, string>>;
}

const asksHelp: ReadonlySet<string | undefined> = new Set(["--help", "-h"]);

/** The text that command line asks for where it asks for help, version or completion and for nothing else; `null`: it does not, or nothing is written. */
export async function writtenText(file: URL, argv: readonly string[], width: number | undefined): Promise<string | null> {
  const [first, second] = argv;
  const isHelp = argv.length === 0 || asksHelp.has(argv.at(-1)) || (first === "help" && argv.length <= 2);
  if (!isHelp && first !== "--version" && first !== "completion") return null;
  const words = read(file);
  if (words === null) return null;
  if (isHelp) {
    const name = first === "help" ? (second ?? "") : argv.slice(0, -1).join(" ");
    if (!Object.hasOwn(words.help, name)) return null;
    return (await import("./help-words.ts")).helpText(words.help[name]!, width);
  }
  if (first === "--version") return argv.length === 1 ? `${words.version}\n` : null;
  return argv.length === 2 && Object.hasOwn(words.completion, second!) ? `${words.completion[second!]}\n` : null;
}

function read(file: URL): WrittenWords | null {
  try {
    return JSON.parse(brotliDecompressSync(readFileSync(file)).toString());
  } catch {
    return null;
  }
}
