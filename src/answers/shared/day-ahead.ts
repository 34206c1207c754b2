import { say } from "../../base/message.ts";
/** What is said of answers as of a day, `YYYY-MM-DD`, that is to come; `null`: it is not. */
export const dayAhead = (asOf: string, today: string): string | null =>
  asOf > today ? say("day-ahead.is-to-come-of", { asOf, today }) : null;
