import type { ChainLine, ExposureLink, ExposureReport } from "../../answers/controls/controls-report.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { note } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import { filled, flexible, right, sparseTable, wide, wideFlexible } from "../table-of.ts";
import type { View } from "../view.ts";
import { sinceWords } from "./standing.ts";

/** Technologies that a party or a rule touches, each with what links it, then who deals in them and near them. */
export function exposureView({ finding, asOf, rule, parties, touched, depth, chain, evidence }: ExposureReport): View {
  const links = touched.flatMap(({ technology, links: own }) => own.map((link) => ({ technology, ...link })));
  const linkTable = sparseTable("Each link", links, [
    ["technology", ({ technology }) => technologyCell(technology)],
    ["link", ({ rule: by }) => linkWords[by], flexible],
    ["what", ({ what, state }) => `${what}${state === null || state === "in force" ? "" : ` (${state})`}`, flexible],
    ["row", ({ id, citation: cited }) => (cited === null ? id : `${id}, ${cited}`), flexible],
  ]);
  const citation = rule === null || rule.citation === null ? "" : `, ${rule.citation}`;
  return {
    finding,
    limit: "Only loaded controls, shares, plants and needs are counted: there may be more.",
    blocks: [
      ...(rule === null ? [] : [note(say("exposure.on", { issuer: rule.issuer, title: rule.title, citation, state: rule.state, asOf }))]),
      sparseTable({ title: "Technologies linked to it", none: "none", most: 12 }, touched, [
        ["technology", ({ technology, name }) => technologyCell(technology, name), flexible],
        ["links", ({ links: own }) => count(own.length), right],
        ["by", ({ links: own }) => linksOf(own), flexible],
      ]),
      ...filled([
        sparseTable("On lists", parties, [
          ["list", ({ list }) => list],
          ["name", ({ name }) => name, flexible],
          ["since", ({ standing }) => sinceWords(standing)],
          ["reading", ({ origin }) => origin, wide],
          ["in the atlas", ({ organisation, organisationBy }) => organisation && `${organisation} (${organisationBy})`, wideFlexible],
        ]),
      ]),
    ],
    details: [
      ...filled([linkTable]),
      sparseTable(say("exposure.organisations-that-deal-in", { steps: depth }), chain, [
        ["technology", ({ technology }) => technologyCell(technology)],
        ["where", whereOf, flexible],
        [
          "organisations, with the link of each",
          ({ organisations }) => organisations.map((each) => `${each.name} (${linksOf(each.links)})`).join("; "),
          flexible,
        ],
      ]),
    ],
    more: "each link, who deals in them and near them",
    evidence,
  };
}

const whereOf = ({ position, distance, via }: ChainLine): string =>
  position === "at"
    ? "linked"
    : say("exposure.from", { position, via, distance: distance > 1 ? say("exposure.steps", { distance: String(distance) }) : "" });

const linksOf = (links: readonly ExposureLink[]): string => [...new Set(links.map(({ rule }) => linkWords[rule]))].join(", ");

const linkWords: Readonly<Record<ExposureLink["rule"], string>> = {
  "withheld-from-party": "control against it",
  "withheld-from-economy": "control against its economy",
  "withheld-from-all": "control against everyone",
  "withheld-by-rule": "control by this rule",
  "reach-to-party": "control on what is made abroad for it",
  "reach-to-economy": "control on what is made abroad for its economy",
  "reach-to-all": "control on what is made abroad for everyone",
  "reach-by-rule": "control by this rule on what is made abroad",
  "reach-of-provider": "named as a maker by a control",
  share: "share of supply",
  plant: "plant",
  family: "its family is linked",
  "input-of-own": "input of what it makes",
};
