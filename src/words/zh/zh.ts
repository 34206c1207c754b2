import { lowered } from "../../base/words.ts";
import type { Dictionary } from "../dictionary.ts";
import { backtests } from "./backtests.ts";
import { cards } from "./cards.ts";
import { cases } from "./cases.ts";
import { cells } from "./cells.ts";
import { clout } from "./clout.ts";
import { coalition } from "./coalition.ts";
import { controls } from "./controls.ts";
import { economies } from "./economies.ts";
import { faults } from "./faults.ts";
import { figures } from "./figures.ts";
import { findingsControls } from "./findings-controls.ts";
import { findingsLeverage } from "./findings-leverage.ts";
import { findingsPatents } from "./findings-patents.ts";
import { findingsPlaces } from "./findings-places.ts";
import { findingsPlans } from "./findings-plans.ts";
import { findingsScenarios } from "./findings-scenarios.ts";
import { findingsSupply } from "./findings-supply.ts";
import { frame } from "./frame.ts";
import { leverage } from "./leverage.ts";
import { map } from "./map.ts";
import { method } from "./method.ts";
import { patents } from "./patents.ts";
import { pictures } from "./pictures.ts";
import { plans } from "./plans.ts";
import { published } from "./published.ts";
import { quantities } from "./quantities.ts";
import { reasons } from "./reasons.ts";
import { shocks } from "./shocks.ts";
import { technologies } from "./technologies.ts";
import { titles } from "./titles.ts";
import { units } from "./units.ts";
import { worth } from "./worth.ts";

/** Simplified Chinese, by what the words are of. No word stands in two of them. */
export const zhParts: Readonly<Record<string, Dictionary>> = {
  frame,
  faults,
  titles,
  figures,
  cells,
  reasons,
  quantities,
  units,
  economies,
  technologies,
  cases,
  pictures,
  cards,
  controls,
  patents,
  leverage,
  coalition,
  backtests,
  shocks,
  published,
  clout,
  plans,
  worth,
  method,
  map,
  findingsSupply,
  findingsPlaces,
  findingsScenarios,
  findingsLeverage,
  findingsPlans,
  findingsPatents,
  findingsControls,
};

/** What stands where names do, and is said in lists of them. */
export const zhNames: Dictionary = {
  ...economies,
  ...technologies,
  ...Object.fromEntries(Object.entries(technologies).map(([name, told]) => [lowered(name), told])),
  ...cases,
  "everybody else": "其他各方",
  "Everybody else": "其他各方",
  "all others": "其他各方",
  "the world": "全球",
};

/** Simplified Chinese. */
export const zh: Dictionary = Object.assign({}, ...Object.values(zhParts));
