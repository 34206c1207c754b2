import { say } from "../base/message.ts";
import { note } from "./blocks.ts";
import type { NoteBlock } from "./view.ts";

/** What is doubtful about the shares of a technology; nothing where no check doubts them. */
export const doubtNotes = (name: string, doubts: readonly string[]): readonly NoteBlock[] =>
  doubts.length > 0 ? [note(say("doubts.doubtful-shares-of", { name, doubts: doubts.join("; ") }))] : [];
