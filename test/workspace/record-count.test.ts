import { expect, test } from "vitest";
import { incomplete } from "../../src/workspace/record-count.ts";

test("a failed file is named once where its reason begins with it, and stays where it is named within", () => {
  const failure = (message: string) => ({ path: "a.zip", code: "LM_LOAD_UNRECOGNISED" as const, message, details: {} });
  const { message } = incomplete([{}], [failure("a.zip: it is empty"), failure("Several sources read a.zip: uspto, docdb.\nName one.")]);
  expect(message.split("\n")).toEqual([
    "1 of 3 files is loaded; not loaded:",
    "  a.zip: LM_LOAD_UNRECOGNISED: it is empty",
    "  a.zip: LM_LOAD_UNRECOGNISED: Several sources read a.zip: uspto, docdb.",
    "  Name one.",
  ]);
});
