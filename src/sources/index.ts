import { ccl } from "./controls/ccl.ts";
import { csl } from "./controls/csl.ts";
import { entityList } from "./controls/entity-list.ts";
import { nameTables } from "./controls/names.ts";
import { owners } from "./controls/owners.ts";
import { partyList } from "./controls/party-list.ts";
import { rules } from "./controls/rules.ts";
import { wikidata } from "./controls/wikidata.ts";
import type { Source } from "./format/source.ts";
import { cnipa } from "./patents/asia/cnipa.ts";
import { jpo } from "./patents/asia/jpo.ts";
import { kipo } from "./patents/asia/kipo.ts";
import { kipris } from "./patents/asia/kipris.ts";
import { cpc } from "./patents/beside/cpc.ts";
import { holderJoins } from "./patents/beside/holder-joins.ts";
import { litigation } from "./patents/beside/litigation.ts";
import { maintenance } from "./patents/beside/maintenance.ts";
import { corpus } from "./patents/corpus/corpus.ts";
import { docdb } from "./patents/epo/docdb.ts";
import { ops } from "./patents/epo/ops.ts";
import { epFulltext } from "./patents/fulltext/ep-fulltext.ts";
import { st96 } from "./patents/fulltext/st96.ts";
import { googlePatents } from "./patents/tables/google-patents.ts";
import { patentTable } from "./patents/tables/patent-table.ts";
import { patentsview } from "./patents/tables/patentsview.ts";
import { uspto } from "./patents/uspto/uspto.ts";
import { usptoCitations } from "./patents/uspto/uspto-citations.ts";
import { atlas } from "./supply/atlas/atlas.ts";
import { eto } from "./supply/eto/eto.ts";
import { minerals } from "./supply/minerals/minerals.ts";
import { trade } from "./supply/trade/trade.ts";

const all: readonly Source[] = [
  atlas,
  eto,
  trade,
  minerals,
  uspto,
  usptoCitations,
  patentsview,
  corpus,
  maintenance,
  docdb,
  ops,
  epFulltext,
  st96,
  cnipa,
  jpo,
  kipo,
  kipris,
  googlePatents,
  patentTable,
  cpc,
  litigation,
  holderJoins,
  csl,
  entityList,
  partyList,
  owners,
  nameTables,
  wikidata,
  ccl,
  rules,
];

/** All sources by the name that `levermap load` takes. */
export const sources: ReadonlyMap<string, Source> = new Map(all.map((source) => [source.name, source]));
