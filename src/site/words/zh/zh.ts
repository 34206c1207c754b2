import type { Dictionary } from "../dictionary.ts";
import { cards } from "./cards.ts";
import { controls } from "./controls.ts";
import { economies } from "./economies.ts";
import { faults } from "./faults.ts";
import { figures } from "./figures.ts";
import { frame } from "./frame.ts";
import { leverage } from "./leverage.ts";
import { map } from "./map.ts";
import { patents } from "./patents.ts";
import { pictures } from "./pictures.ts";
import { plans } from "./plans.ts";
import { titles } from "./titles.ts";

/** Simplified Chinese, by what the words are of. No word stands in two of them. */
export const zhParts: Readonly<Record<string, Dictionary>> = {
  frame,
  faults,
  titles,
  figures,
  economies,
  pictures,
  cards,
  controls,
  patents,
  leverage,
  plans,
  map,
};

/** Simplified Chinese. */
export const zh: Dictionary = Object.assign({}, ...Object.values(zhParts));
