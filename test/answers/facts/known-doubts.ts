import type { FactDoubt } from "../../../src/measure/supply/fact-doubt.ts";

const thin = "no second document with a figure of that year was read";

/** Why doubts about the bundled atlas stand, in one sentence each. */
const reasons: Readonly<Record<string, string>> = {
  "stale gaas-inp-wafers": "later: three sellers of indium phosphide together, one of them doubtful, and nothing on gallium arsenide",
  "stale soi-wafers": "no sound share after 2007: of 2017 it is known who makes them, and a list of 2024 sums to more than 100%",
  "stale fluorinated-polyimide": "the press figure of 2019 is the only one; later figures are of Korea's imports of all such films",
  "stale electronic-gases":
    "no share of all gases after 2010; later figures are of single gases, each a technology of its own, or of four firms together without an origin",
  "stale silane": "no document read has a share after 2008",
  "stale wet-chemicals": "no share of all wet chemicals after 2013; later figures are of single ones, each a technology of its own",
  "stale hydrogen-fluoride": "no share of the purest grade after 2020; later figures are of Korea's imports of all grades",
  "stale duv-lasers": "no share after 2011; dated 2013, when ASML bought one of the two makers",
  "stale vacuum-pumps": "no survey after 2020, and that one counts pumps, gauges and valves together",
  "stale lead-frames": "no document read has a share after 2012",
  "family wafer-cleaning":
    "its own shares are of 2025 and count wet etch tools; those of the members are of 2022 and of cleaning alone, none newer was found",
  "parts photoresist":
    "of 2022 one document gives five firms of Japan 90%, another DuPont 17%, both without a day; the shares that answer are of 2025",
  "rules 2025-00636": "rescinded three days before it would have taken effect, as both documents say",
  "making CZ": "the document counts devices a year; neither wafers nor the world's total of such devices are published",
};

/** Why a doubt stands; `undefined` for one that nobody has looked into. */
export const reasonOf = ({ check, about }: Pick<FactDoubt, "check" | "about">): string | undefined =>
  check === "thin" ? thin : reasons[`${check} ${about}`];

/** The doubts that have a reason of their own, as `check about`. */
export const explained: readonly string[] = Object.keys(reasons);
