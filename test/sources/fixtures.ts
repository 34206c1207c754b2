import { controlsFixtures } from "./controls/fixtures-controls.ts";
import { officeFixtures } from "./patents/fixtures-offices.ts";
import { patentTableFixtures } from "./patents/tables/fixtures-patent-tables.ts";
import { comextFiles, comtradeFiles, partnerFiles } from "./supply/trade/fixtures-trade.ts";

/** Small files of each format, with invented values. */
export const atlasFiles: Readonly<Record<string, string>> = {
  "sources.csv":
    "id,title,publisher,published,url,locator,class,access,note\nbook,A book,A press,2024,,p. 3,press,direct,\npaper,A paper,,2025,https://example.org,,press,secondary,read in part\n",
  "stages.csv": "id,name,position\nraw,Raw,1\ntools,Tools,2\n",
  "technologies.csv":
    'id,name,kind,stage,supply_mode,next_generation,description\nore,Ore,material,raw,consumable,no,"Rock, broken"\nmill,Mill,tool,tools,capital,no,\nmill-two,Second mill,tool,tools,capital,yes,\n',
  "families.csv": "member,family\nmill-two,mill\n",
  "aliases.csv": "alias,technology\ngrinder,mill\n",
  "requires.csv":
    "technology,input,criticality,delta_low,delta_high,since,source,grade,note\nmill,ore,degrading,0.1,0.3,2020-05,book,published,\nmill-two,ore,blocking,,,,paper,derived,by hand\n",
  "varieties.csv": "technology,variety,weight_low,weight_high,source,grade,note\nmill,mill-two,0.9,1,book,published,\n",
  "shares.csv":
    "technology,holder,holder_kind,basis,low,high,year,known,source,grade,note\nore,CN,economy,production,0.6,0.7,2024,,book,published,\nore,US,economy,production,0.1,0.1,2024,,book,published,\nmill,acme,organisation,sales,0.5,0.55,2024,,paper,derived,\n",
  "parameters.csv":
    "technology,parameter,scope,low,high,unit,year,known,source,grade,note\nore,stock,world,2,3,months,2024,,book,published,\nmill,lead-time,JP,12,,months,2024,,book,published,a bound\n",
  "defaults.csv": "supply_mode,parameter,low,high,unit,reason\nconsumable,stock,1,3,months,no figure is known\n",
  "process-times.csv": "input,user,months,reason\nore,mill,3.5,no figure is known\n",
  "economies.csv": "id,name,gdp,gdp_year,source\nCN,China,100,2024,book\nUS,United States,200,2024,book\nJP,Japan,50,2024,book\n",
  "groups.csv": "group,member,since,until,source\nEU,JP,2000-01-01,,book\n",
  "product-places.csv": "product,economy,role,low,high,year,known,source,grade,note\nmill,CN,make,0.2,0.3,2024,,book,published,\n",
  "organisations.csv": "id,name,economy,exchange,ticker,source,note\nacme,Acme,JP,,,book,\n",
  "organisation-names.csv": "organisation,name,language,kind,source\nacme,アクメ,ja,official,book\n",
  "plants.csv":
    "id,owner,economy,place,technology,node,year,known,wafer_mm,wafers_low,wafers_high,status,source,grade,note\nacme-one,acme,JP,Kyoto,mill,,2024,,,,,,book,published,\n",
  "reach.csv":
    "id,issuer,technology,provider,made_in,customers,exempt,rule,low,high,citation,published,effective,until,source,grade,note\nr1,US,mill,acme,JP,CN,,direct-product,0,1,1 X 2,2020-01-02,2020-02-03,,paper,published,\n",
  "withheld.csv":
    "id,issuer,technology,target,class,citation,published,effective,until,source,grade,note\nw1,JP,mill,CN,licence,3 Y 4,2023-07-23,2023-07-23,,paper,published,\n",
  "rules.csv":
    "id,issuer,kind,type,title,citation,published,effective,ends,end_known,suspends,url,source,grade,note\nmill-1,JP,item,Order,Mills,Order 1,2024-01-02,2024-02-01,,,,,book,published,\n",
  "codes.csv": "technology,scheme,code,relation,source,grade,note\nmill,hs6,847490,covers,book,published,\n",
  "base-rates.csv":
    "quantity,forum,holder_kind,scope,low,high,unit,year,source,grade,note\nvalid when challenged,JP courts,,all patents,0.4,0.5,fraction,2014-2015,book,published,\n",
  "self-supply.csv": "technology,economy,low,high,year,known,source,grade,note\nore,CN,0.4,,2024,,book,published,\n",
  "outages.csv":
    'id,technology,plant,cause,date,low,high,first,half,known,source,grade,note\nmill-2019,mill,"Acme, Kyoto",fire,2019-05-06,2,3,1,,2019-08,book,published,\n',
  "flows.csv": "technology,exporter,importer,low,high,unit,year,known,source,grade,note\nmill,JP,CN,1,1,USD bn,2024,,book,published,\n",
  "users.csv": "economy,sector,quantity,low,high,unit,year,known,source,grade,note\nCN,mills,purchases,2,2,USD bn,2024,,book,published,\n",
  "effects.csv":
    "id,control,subject,subject_kind,quantity,low,high,unit,date,known,source,grade,note\nmill-1-acme,mill-1,acme,organisation,sales lost,1,2,USD m,2024-03,,book,published,\n",
  "act-outcomes.csv":
    "act,class,technology,quantity,low,high,date,known,source,grade,note\nmill-1,licence,ore,applications denied,0.3,0.4,2024,,book,published,\n",
  "patent-counts.csv":
    "technology,holder,holder_kind,scope,counted,low,high,unit,year_from,year_to,known,source,grade,note\nmill,acme,organisation,world,families,12,12,families,2010,2020,,book,published,\n",
  "science.csv":
    "technology,holder,holder_kind,scope,counted,low,high,unit,year_from,year_to,known,source,grade,note\nmill,JP,economy,world,papers,5,5,papers,2020,2020,,book,published,\n",
  "problems.csv":
    "id,technology,name,need,classes,words,maturity,year,known,clock,clock_low,clock_high,source,grade,note\nmill-wear,mill,roller wear,Rollers last a week; a month is needed.,B02C4/28;B02C15,roller wear;hard roller,pilot,2025,,rollers of a month in a plant,2027,2029,paper,published,\n",
  "problem-workers.csv": "problem,holder,holder_kind,year,known,source,grade,note\nmill-wear,acme,organisation,2025,,paper,published,\n",
  "successors.csv":
    "technology,replaces,from_low,from_high,year,known,source,grade,note\nmill-two,mill,2026,2028,2025,,paper,derived,by hand\n",
  "licences.csv":
    "id,licensor,licensee,technology,quantity,low,high,unit,date,known,source,grade,note\nacme-mill,acme,,mill,royalty,3,3,%,2024,,book,published,\n",
  "patent-rules.csv":
    "id,technology,symbols,words,without_symbols,without_words,source,note\nmill,mill,B02C;B02C4/28,roller mill;ball mill,,coffee,book,\n",
  "patents.csv":
    "document,office,kind,published,application,filed,priority,family,granted,type,references,native,source\nUS1,US,B2,2020-01-07,US15000001,2018-02-03,,7,1,utility,2,1,book\n",
  "patent-texts.csv": "document,field,language,text\nUS1,title,en,Ball mill\n",
  "patent-holders.csv": "document,role,position,name\nUS1,assignee,1,Acme\n",
  "patent-classes.csv": "document,scheme,symbol,role,position\nUS1,cpc,B02C17/00,inventive,1\n",
  "patent-citations.csv": "citing,cited\nUS1,US2\n",
};

const etoInputs =
  'input_id,input_name,type,stage_name,stage_id,description,year,market_share_chart_global_market_size_info,market_share_chart_caption,market_share_chart_source\nN900,Rock mills,tool_resource,,,"Long, text",2031,$2.5 billion (2031),,\nN901,Rocks,material_resource,,,,,$1 billion (pebbles),,\nN902,Milling,process,Fabrication,S2,,2030,$503.4 million,,\nN20,EUV lithography tools,tool_resource,,,,,$53.40 (2019),,\n';

/** The ETO layout of 2026: numbers in per cent, years, aliases, documents. */
export const etoNewFiles: Readonly<Record<string, string>> = {
  "eto-2031-05/inputs.csv": etoInputs,
  "eto-2031-05/providers.csv":
    "provider_name,alias,provider_id,provider_type,country\nUSA,United States,P1,country,\nNLD,,P2,country,\nVarious countries,,P5,country,\nEUR,,P6,country,EUR\nMilltown Works,,P10,organization,NLD\nMilltown Works,Old Mill,P10,organization,NLD\nVarious companies,,P11,organization,Various countries\n",
  "eto-2031-05/provision.csv":
    'provider_name,provider_id,provided_name,provided_id,share_provided,year,source\nUSA,P1,Rock mills,N900,40.5,2031,"A study (2031). [Data](https://example.org/a)"\nNLD,P2,Rock mills,N900,0.4,2031,\nVarious countries,P5,Rock mills,N900,5.0,2031,\nMilltown Works,P10,Rock mills,N900,,2031,\nVarious companies,P11,Rock mills,N900,7,2031,\nEUR,P6,Fabrication,S2,8.0,2030,\nUSA,P1,Fabrication,S2,10.0,2030,\nUSA,P1,Chip design,S1,51.0,2030,\nNLD,P2,Rocks,N901,0.0,2031,\n',
  "eto-2031-05/sequence.csv":
    "input_name,input_id,goes_into_name,goes_into_id,is_type_of_name,is_type_of_id\nRocks,N901,Milling,N902,,\nEUV lithography tools,N20,,,Rock mills,N900\n",
  "eto-2031-05/stages.csv":
    "stage_id,stage_name,description,market_share_chart_global_market_size_info,market_share_chart_caption,market_share_chart_source\nS1,Design,x,,Shares of the market.,\nS2,Fabrication,x,,Share of capacity by site location.,\n",
};

/** The ETO layout of 2022: shares as text, a column for negligible ones, no years, not UTF-8. */
export const etoOldFiles: Readonly<Record<string, string | Buffer>> = {
  "old/inputs.csv": Buffer.from(
    `input_name,input_id,type,stage_name,stage_id,description,market_share_chart_global_market_size_info\nFa\xe7ade mills,N900,tool_resource,,,\x935 nm\x94,\n`,
    "latin1",
  ),
  "old/providers.csv": "provider_name,provider_id,provider_type,country\nMAL,P1,country,\nUSA,P2,country,\nVarious,P3,country,\n",
  "old/provision.csv":
    "provider_name,provider_id,provided_name,provided_id,share_provided,negligible_market_share\nMAL,P1,Mills,N900,61%,\nUSA,P2,Mills,N900,,negligible\nVarious,P3,Mills,N900,1%,\n",
};

export const mineralFiles: Readonly<Record<string, string>> = {
  "usgs-mcs2031/series.csv":
    "mineral,series,unit,y2029,y2030e,note\ngallium,US imports,kg,100,120,\nrare_earths,US net import reliance,pct,>95,60,\ngermanium,Metal price (Europe),USD/kg,,1000,\n",
  "usgs-mcs2031/world.csv":
    "mineral,unit,country,prod_2029,prod_2030e,capacity\ngallium (low purity),kg,China,900,990,1500\ngallium (low purity),kg,Japan,50,20,\ngallium (low purity),kg,World total (rounded),1000,1000,2000\ntungsten,t,China,60,70,\ntungsten,t,Korea North,10,10,\ntungsten,t,Other countries,30,20,\nfluorspar,kt,China,6,7,\nfluorspar,kt,Mexico,2,2,\n",
};

/** All fixtures by the name of the source that reads them. */
export const fixtures: readonly { readonly source: string; readonly files: Readonly<Record<string, string | Buffer>> }[] = [
  { source: "atlas", files: atlasFiles },
  { source: "eto", files: etoNewFiles },
  { source: "eto", files: etoOldFiles },
  { source: "minerals", files: mineralFiles },
  { source: "trade", files: comtradeFiles },
  { source: "trade", files: comextFiles },
  { source: "trade", files: partnerFiles },
  ...patentTableFixtures,
  ...officeFixtures,
  ...controlsFixtures,
];
