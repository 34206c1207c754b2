import { readKeptState } from "../../answers/shared/kept-state.ts";
import { answerStatus } from "../../answers/shared/status.ts";
import { views } from "../../ask/views.ts";
import type { View } from "../../report/view.ts";
import { statusView } from "../../report/workspace/status.ts";
import { memoryVariable, threadsVariable } from "../../workspace/machine.ts";
import { type CommonOptions, createContext } from "../context.ts";
import { printView } from "../print-view.ts";
import { workspaceDir } from "../workspace-dir.ts";
import { keptAnswer, type Line, linesIn } from "./line.ts";

/** Prints what a command line asks for where that is kept, without reading a command or opening the database; whether it did. */
export async function tellKept(argv: readonly string[]): Promise<boolean> {
  const { env } = process;
  // What they say is checked where the database is opened
  if (env[memoryVariable] || env[threadsVariable]) return false;
  const named = argv.flatMap((word, at) => (word === "-w" || word === "--workspace" ? [argv[at + 1] ?? ""] : []));
  const [workspace] = named;
  // The folder that the words seem to name: words that were read as another are kept there
  const dir = named.length > 1 || workspace === "" ? null : folderOf(workspace);
  if (dir === null) return false;
  const status = statusOptions(argv, workspace);
  if (status !== null) return tellStatus(dir, status);
  const line = (await linesIn(dir).read([...argv])) as Line | null;
  if (line === null || line.options.workspace !== workspace) return false;
  const answer = await keptAnswer(dir, line);
  if (answer === null) return false;
  const view = (await views[line.name]!()) as (answer: unknown) => View;
  await tell(answer, view, line);
  return true;
}

async function tell<T>(answer: T, view: (answer: T) => View, { options, details }: Pick<Line, "options" | "details">): Promise<void> {
  const context = createContext(options, new AbortController().signal);
  await context.answer(answer, (value, page) => printView(view(value), page, { details }));
}

function folderOf(workspace: string | undefined): string | null {
  try {
    return workspaceDir(workspace, process.env, process.cwd());
  } catch {
    return null;
  }
}

const flags: Readonly<Record<string, object>> = {
  "--json": { json: true },
  "--quiet": { quiet: true },
  "-q": { quiet: true },
  "--no-color": { color: false },
  "--details": { details: true },
};

/** What `status` was asked with; `null`: something else was asked, or with more. */
function statusOptions([name, ...words]: readonly string[], workspace: string | undefined): Pick<Line, "options" | "details"> | null {
  if (name !== "status") return null;
  const others = words.filter(
    (word, at) => word !== "-w" && word !== "--workspace" && !(at > 0 && /^(?:-w|--workspace)$/.test(words[at - 1]!)),
  );
  if (others.some((word) => !Object.hasOwn(flags, word))) return null;
  const { details = false, ...options } = Object.assign({}, ...others.map((word) => flags[word])) as { readonly details?: boolean };
  return { options: { color: true, ...(workspace !== undefined && { workspace }), ...options } as CommonOptions, details };
}

async function tellStatus(dir: string, asked: Pick<Line, "options" | "details">): Promise<boolean> {
  const kept = await readKeptState(dir);
  if (kept === null) return false;
  await tell(await answerStatus({ dir: kept.folder, status: async () => [...kept.state.loads] }), statusView, asked);
  return true;
}
