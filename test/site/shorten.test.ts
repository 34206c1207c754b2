import { expect, test } from "vitest";
import { leadOf } from "../../src/site/shorten.ts";

test("a lead takes sentences in up to so many words, the last of which may be the last it holds", () => {
  const text = "One two three. Four five six. Seven.";
  expect(leadOf(text, 7)).toBe(text);
  expect(leadOf(text, 6)).toBe("One two three. Four five six.");
  expect(leadOf(text, 5)).toBe("One two three.");
  expect(leadOf(text, 1)).toBe("One two three.");
});

test("a number of a document does not end a sentence", () => {
  expect(leadOf("See No. 5 of it. More.", 5)).toBe("See No. 5 of it.");
});
