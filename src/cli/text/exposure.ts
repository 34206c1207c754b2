import type { ChainLine, ExposureLink, ExposureReport } from "../../answers/controls/exposure-report.ts";
import { counted } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { sinceWords } from "./standing.ts";

/** Technologies that a party or a rule touches, each with the rule that links it, then who deals in them and near them. */
export function exposureText({ finding, asOf, rule, parties, touched, depth, chain, evidence }: ExposureReport, page: Page): string {
  return [
    page.style.strong(paragraph(finding, page.width)),
    paragraph(
      rule === null
        ? `As of ${asOf}.`
        : `${rule.issuer} ${rule.title}${rule.citation === null ? "" : `, ${rule.citation}`}: ${rule.state} on ${asOf}.`,
      page.width,
    ),
    ...(parties.length === 0
      ? []
      : section(
          {
            title: "On lists",
            columns: [
              { title: "list" },
              { title: "reading" },
              { title: "name", flexible: true },
              { title: "since" },
              { title: "in the atlas", flexible: true },
            ],
            rows: parties.map(({ list, origin, name, standing, organisation, organisationBy }) => [
              list,
              origin,
              name,
              sinceWords(standing),
              organisation === null ? "" : `${organisation} (${organisationBy})`,
            ]),
          },
          page,
        )),
    ...section(
      {
        title: "Technologies touched, with the rule of each link",
        columns: [{ title: "technology" }, { title: "link" }, { title: "what", flexible: true }, { title: "row", flexible: true }],
        rows: touched.flatMap(({ technology, links }) =>
          links.map(({ rule: by, what, id, citation, state }, at) => [
            at === 0 ? technology : "",
            by,
            `${what}${state === null || state === "in force" ? "" : ` (${state})`}`,
            citation === null ? id : `${id}, ${citation}`,
          ]),
        ),
        none: "none that is linked",
      },
      page,
    ),
    ...section(
      {
        title: `Organisations that deal in them, and within ${counted(depth, "step")} up and down the chain`,
        columns: [
          { title: "technology" },
          { title: "where", flexible: true },
          { title: "organisations, with the link of each", flexible: true },
        ],
        rows: chain.map((line) => [
          line.technology,
          whereOf(line),
          line.organisations.map(({ name, links }) => `${name} (${linksOf(links)})`).join("; "),
        ]),
      },
      page,
    ),
    "",
    ...[sourcesLine(evidence), ...evidence.limits].map((line) => paragraph(line, page.width)),
  ].join("\n");
}

const whereOf = ({ position, distance, via }: ChainLine): string =>
  position === "at" ? "touched" : `${position} from ${via}${distance > 1 ? `, ${distance} steps` : ""}`;

const linksOf = (links: readonly ExposureLink[]): string => [...new Set(links.map(({ rule }) => rule))].join(", ");
