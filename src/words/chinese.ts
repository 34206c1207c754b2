import { lowered } from "../base/words.ts";
import labels from "./catalogues/zh-labels.json" with { type: "json" };
import names from "./catalogues/zh-names.json" with { type: "json" };
import patterns from "./catalogues/zh-patterns.json" with { type: "json" };
import type { Dictionary } from "./dictionary.ts";

/** What stands where names do in Simplified Chinese, and is said in lists of them; of technologies within a sentence too. */
export const zhNames: Dictionary = { ...names, ...Object.fromEntries(Object.entries(names).map(([name, told]) => [lowered(name), told])) };

/** Texts of Simplified Chinese by their English words. */
export const zh: Dictionary = { ...labels, ...names, ...patterns };
