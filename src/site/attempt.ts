import { type ErrorCode, LevermapError } from "../base/errors.ts";
import { faultAdvice } from "./browser/fault-advice.ts";

/** An answer, or why there is none where that is one of some reasons a page can tell. */
export async function attempt<T>(answer: Promise<T>, ...codes: readonly ErrorCode[]): Promise<T | LevermapError> {
  try {
    return await answer;
  } catch (thrown) {
    if (thrown instanceof LevermapError && codes.includes(thrown.code)) return thrown;
    throw thrown;
  }
}

/** What is missing and what would cure it, as a page tells it. */
export const missingText = ({ code, message }: LevermapError): string => `${message} ${faultAdvice(code).next}`;
