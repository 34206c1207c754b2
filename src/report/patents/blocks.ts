import type { FreedomToOperate } from "../../answers/exclusion/freedom-report.ts";
import type { BlockEvaluation, BlocksReport, PriorArt } from "../../answers/patents/prior-art-report.ts";
import { count, number, numberInterval, numberRange, percent, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { note } from "../blocks.ts";
import { holderCell, linkedCell, patentCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock, View } from "../view.ts";
import { joined } from "./patent-figures.ts";

/** Refusals and what they rest on, cases and base rates, and the evaluation where it was asked for. */
export function blocksView({ finding, priorArt, freedomToOperate, evaluation, evidence }: BlocksReport): View {
  return {
    finding,
    limit: "A refusal is about patentability: it does not say who may make what.",
    blocks: [...(evaluation === null ? [] : [note(evaluation.finding)]), ...priorArtBlocks(priorArt), ...freedomBlocks(freedomToOperate)],
    details: [...priorArtDetails(priorArt), ...freedomDetails(freedomToOperate), ...evaluationBlocks(evaluation)],
    more: say("blocks.cases-published-base-rates", {
      refusalsBy: priorArt.refusals > 0 ? "refusals by office, class and year, " : "",
      published: count(freedomToOperate.published.length),
    }),
    evidence,
  };
}

type Score = NonNullable<BlockEvaluation["text"]>["method"];

function evaluationBlocks(evaluation: BlockEvaluation | null): readonly Block[] {
  if (evaluation === null || evaluation.text === null) return [];
  const { text, textAndClasses } = evaluation;
  const rankings: readonly (readonly [string, Score])[] = [
    ["similar texts", text.method],
    ["texts and classes", textAndClasses?.method ?? null],
    ["citation count", text.baseline],
    ["texts less citation count", text.gain],
  ];
  return [
    tableOf("A ranking compared with what examiners found, 80% intervals", rankings, [
      ["ranking", ([name]) => name],
      ["recall@10", ([, score]) => score && interval(score.recall)],
      ["mean reciprocal rank", ([, score]) => score && interval(score.reciprocalRank)],
    ]),
  ];
}

const interval = ({ low, mean, high }: NonNullable<Score>["recall"]): string => numberInterval([low, mean, high]);

const classesShown = 15;

/** Who was refused over whose documents. */
const priorArtBlocks = (art: PriorArt): readonly Block[] => (art.refusals === 0 ? [] : [pairsBlock(art)]);

/** What is known of refusals, by office, class, year and ground, and the documents and holders in them. */
function priorArtDetails(art: PriorArt): readonly Block[] {
  if (art.refusals === 0) return [];
  const classes = art.byClass.length;
  const most = [...art.byClass].sort((a, b) => b.documents - a.documents).slice(0, classesShown);
  return [
    coverageBlock(art),
    countBlock("By office that refused", "office", art.byOffice),
    countBlock("By office of the cited document", "office", art.byCitedOffice),
    countBlock(
      say("blocks.by-class-of-the", {
        classes:
          classes > classesShown
            ? say("blocks.of-an-application-counts", { classesShown: String(classesShown), classes: String(classes) })
            : "",
      }),
      "class",
      most,
    ),
    countBlock("By year of filing", "year", art.byYear),
    tableOf("By legal ground", art.byGround, [
      ["ground", ({ ground }) => ground, flexible],
      ["cited", ({ citations }) => count(citations), right],
    ]),
    tableOf("Holders refused most", art.refused, [
      ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
      ["applications", ({ applications }) => count(applications), right],
      ["documents", ({ documents }) => count(documents), right],
    ]),
    tableOf("Documents cited against most applications", art.mostCited, [
      ["document", ({ document }) => patentCell(document)],
      ["title", ({ title }) => title ?? "not loaded", flexible],
      ["holder", ({ holders }) => joined(holders), flexible],
      ["applications", ({ applications }) => count(applications), right],
    ]),
    tableOf("Newest refusals", art.newest, [
      ["date", ({ date }) => date],
      ["application", ({ application }) => application],
      ["holder", ({ holders }) => joined(holders), flexible],
      ["over", ({ over }) => over.map(({ cited, literature, ...why }) => words([cited ?? literature, whyText(why)])).join("; "), flexible],
    ]),
  ];
}

/** Documents are parts where holders or classes share them. */
const parts = (documents: number): string => (Number.isInteger(documents) ? count(documents) : number(documents));

const words = (all: readonly (string | null)[], by = " "): string => all.filter((each) => each !== null && each !== "").join(by);

const whyText = ({ ground, claims }: { readonly ground: string | null; readonly claims: string | null }): string =>
  words([ground, claims === null ? null : say("blocks.claims", { claims })], ", ");

const pairsBlock = ({ pairs }: PriorArt): TableBlock =>
  tableOf({ title: "Who was refused over whose documents", none: "no pair with known holders on both sides", most: 6 }, pairs, [
    ["refused", ({ refused }) => holderCell(refused.holder, refused.name), flexible],
    ["over documents of", ({ over }) => holderCell(over.holder, over.name), flexible],
    ["documents", ({ documents }) => parts(documents), right],
    [
      "application, document, ground, claims",
      ({ blocks }) => blocks.map(({ application, cited, ...why }) => words([application, cited, whyText(why)])).join("; "),
      flexible,
    ],
  ]);

function coverageBlock(art: PriorArt): TableBlock {
  const { coverage } = art;
  const rows: readonly (readonly [string, number])[] = [
    ["refused applications", art.refusals],
    ["with a document that the examiner rests on", art.applications],
    ["with a known holder", coverage.applicationsWithHolder],
    ["documents and papers that the examiner rests on, by application", art.citations],
    ["papers among them", art.literature],
    ["with a legal ground", art.withGround],
    ["with the claims they are cited against", art.withClaims],
    ["different cited documents", coverage.distinctDocuments],
    ["cited documents that are loaded", coverage.distinctDocumentsLoaded],
    ["cited documents with a known holder", coverage.distinctDocumentsWithHolder],
  ];
  return tableOf("Refusals and what is known of them", rows, [
    ["of them", ([label]) => label, flexible],
    ["number", ([, value]) => count(value), right],
  ]);
}

const countBlock = (title: string, key: string, counts: PriorArt["byOffice"]): TableBlock =>
  tableOf(title, counts, [
    [key, (each) => each.key],
    ["applications", ({ applications }) => parts(applications), right],
    ["documents", ({ documents }) => parts(documents), right],
    ["holder known", ({ withHolder }) => parts(withHolder), right],
  ]);

type Rate = FreedomToOperate["rates"][number];
type Published = FreedomToOperate["published"][number];

/** How often owners win: in the loaded cases, and as published. */
const freedomBlocks = (freedom: FreedomToOperate): readonly Block[] => [
  ...(freedom.rates.length === 0 ? [] : [ratesBlock(freedom)]),
  publishedBlock("Published: how often owners win, and how often cases settle", freedom.published.filter(isOutcome), 10),
];

/** What a reader asks first: whether owners win and validity holds in chips or all patents. */
const isOutcome = ({ quantity }: Published): boolean => /wins|granted when|violation|settled|gets relief/.test(quantity);

/** Cases, holders, registers, and all published rates. */
const freedomDetails = (freedom: FreedomToOperate): readonly Block[] => [
  casesBlock(freedom),
  ...(freedom.holdersInAll === 0 ? [] : [holdersBlock(freedom)]),
  ...(freedom.registered === 0 ? [] : [registeredBlock(freedom)]),
  publishedBlock("Published base rates", freedom.published),
];

const casesBlock = ({ rows, cases }: FreedomToOperate): TableBlock =>
  tableOf(say("blocks.suits-itc-cases-reviews", { rows: count(rows.length), cases: count(cases) }), rows, [
    ["until", ({ decided, filed }) => decided ?? (filed === null ? null : say("blocks.filed", { filed }))],
    ["owner", ({ owner }) => owner, flexible],
    ["other side", (row) => (row.owner === row.defendant ? row.plaintiff : row.defendant), flexible],
    ["forum", ({ forum }) => forum, flexible],
    ["about", ({ technologies, title }) => joined(technologies.map(({ technology }) => technology)) ?? title, flexible],
    ["ended", ({ ended, outcome }) => `${ended}: ${outcome ?? "outcome unknown"}`, flexible],
    ["source", ({ url, place }) => (url === null ? `${place.file}:${place.line}` : linkedCell(url, { to: "url", address: url })), flexible],
  ]);

const holdersBlock = ({ holders, holdersInAll, withOwner, withKnownOwner }: FreedomToOperate): TableBlock =>
  tableOf(
    say("blocks.by-holder-of-cases", {
      holders: count(holders.length),
      holdersInAll: count(holdersInAll),
      cases: withOwner,
      withKnownOwner: count(withKnownOwner),
    }),
    holders,
    [
      ["holder", ({ holder, name, known }) => (known ? holderCell(holder, name) : name), flexible],
      ["id", ({ holder, known }) => (known ? holder : "not known"), flexible],
      ["as owner", ({ asOwner }) => count(asOwner), right],
      ["won", ({ won }) => count(won), right],
      ["lost", ({ lost }) => count(lost), right],
      ["other side", ({ asOther }) => count(asOther), right],
    ],
  );

const registeredBlock = ({ events, registered }: FreedomToOperate): TableBlock =>
  tableOf(say("blocks.licences-oppositions-and-revocations", { events: count(events.length), registered: count(registered) }), events, [
    ["date", ({ date }) => date],
    ["document", ({ document }) => patentCell(document)],
    ["kind", ({ kind }) => kind],
    ["holder", ({ holders }) => joined(holders), flexible],
    ["note", ({ note }) => note ?? "", flexible],
    ["source", ({ place }) => `${place.file}:${place.line}`],
  ]);

function ratesBlock({ rates }: FreedomToOperate): TableBlock {
  const rows = rates.flatMap((each) => [
    { of: "all", ...each },
    { of: "chips", forum: each.forum, holderKind: each.holderKind, ...each.chips },
  ]);
  const range = (bounds: Rate["wilson"]): string => (bounds === null ? "" : percentRange(bounds.low, bounds.high));
  return tableOf({ title: "How often owners win in the loaded cases, 80% intervals", most: 8 }, rows, [
    ["forum", ({ forum }) => forum],
    ["owner", ({ holderKind }) => holderKind ?? "any or unknown"],
    ["of", ({ of }) => of],
    ["cases", ({ cases }) => count(cases), right],
    ["won", ({ outcomes }) => count(outcomes.won ?? 0), right],
    ["lost", ({ outcomes }) => count(outcomes.lost ?? 0), right],
    ["rate", ({ rate }) => (rate === null ? "too few" : percent(rate))],
    ["Wilson", ({ wilson }) => range(wilson)],
    ["Clopper-Pearson", ({ exact }) => range(exact)],
  ]);
}

/** A rate: fractions as per cent. */
const rateText = ({ low, high, unit }: Published): string => (unit === "fraction" ? percentRange(low, high) : numberRange(low, high, unit));

const publishedBlock = (title: string, published: readonly Published[], most?: number): TableBlock =>
  tableOf({ title, none: "none known", ...(most === undefined ? {} : { most }) }, published, [
    ["quantity", ({ quantity }) => quantity, flexible],
    ["forum", ({ forum }) => forum ?? ""],
    ["of", ({ scope, holderKind }) => (holderKind === null ? scope : `${scope}, ${holderKind}`), flexible],
    ["value", rateText, right],
    ["year", ({ year }) => year],
    ["grade", ({ grade }) => grade],
    ["source", ({ source }) => source, flexible],
  ]);
