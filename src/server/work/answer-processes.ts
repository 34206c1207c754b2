import { builtFile } from "../../base/built-file.ts";
import type { AnswerBody } from "./answer-body.ts";
import { Processes, type ProcessLimits } from "./processes.ts";
import type { Asked, RunCall, Runner } from "./runner.ts";

/** What a process that answers questions is told first. */
export interface AnswerOpening {
  readonly dir: string;
  /** `YYYY-MM-DD`; `null`: the day of each question. */
  readonly asOf: string | null;
  /** The generation of the workspace that answers are of; `null`: any. */
  readonly generation: string | null;
  /** A path to its file that holds also after another has taken its place; `null` or absent: there is none. */
  readonly held?: string | null | undefined;
  /** Whether it works ahead, of lower priority than what somebody waits for. */
  readonly isAhead?: boolean | undefined;
}

/** A question as of a moment, in milliseconds since 1970. */
export type QuestionAt = Asked & Pick<RunCall, "now">;

/** The compiled process, also when running from source. */
const file = builtFile("server/work/answer-process.js");

/** Answers questions in processes of their own. They are no threads, as a thread that closes a file gives up the locks of all on it. */
export class AnswerProcesses implements Runner {
  readonly #processes: Processes<QuestionAt, AnswerOpening>;

  constructor(opening: AnswerOpening, limits: Partial<ProcessLimits> = {}) {
    this.#processes = new Processes(file, opening, limits);
  }

  get count(): number {
    return this.#processes.count;
  }

  run(asked: Asked, { now, ...call }: RunCall): Promise<AnswerBody> {
    return this.#processes.run({ ...asked, now }, call);
  }

  close(): Promise<void> {
    return this.#processes.close();
  }
}
