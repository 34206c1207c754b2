import { describe, expect, test } from "vitest";
import { epFulltext } from "../../../../src/sources/patents/fulltext/ep-fulltext.ts";
import { faults, folderOf, readAll } from "../../support.ts";

/** Invented content in the layout of the office. */
const grant = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ep-patent-document PUBLIC "-//EPO//EP PATENT DOCUMENT 1.4//EN" "ep-patent-document-v1-4.dtd">
<ep-patent-document id="EP09999001B1" file="EP09999001NWB1.xml" lang="en" country="EP" doc-number="2999001" kind="B1" date-publ="20150408" status="n" dtd-version="ep-patent-document-v1-4">
<SDOBI lang="en"><B000><eptags><B001EP>AT</B001EP></eptags></B000><B100><B110>2999001</B110><B120><B121>EUROPEAN PATENT SPECIFICATION</B121></B120><B130>B1</B130><B140><date>20150408</date></B140><B190>EP</B190></B100>
<B200><B210>09999001.3</B210><B220><date>20090310</date></B220></B200>
<B300><B310>12345608</B310><B320><date>20080311</date></B320><B330><ctry>US</ctry></B330><B310>2008099001</B310><B320><date>20080401</date></B320><B330><ctry>JP</ctry></B330></B300>
<B500><B510EP><classification-ipcr sequence="1"><text>H01L  21/762       20060101AFI20090731BHEP        </text></classification-ipcr></B510EP>
<B520EP><classifications-cpc><classification-cpc sequence="1"><text>H01L  21/76254     20130101 FI20150102BHEP        </text></classification-cpc><classification-cpc sequence="2"><text>H01L2221/68363     20130101 LA20150102BHEP        </text></classification-cpc></classifications-cpc></B520EP>
<B540><B541>de</B541><B542>Erfundene Scheibe</B542><B541>en</B541><B542>Invented wafer</B542><B541>fr</B541><B542>Plaquette invent&eacute;e &unheard;</B542></B540>
<B560><B561><text>US-B2- 6 103 599</text></B561><B561><text>EP-A1- 1 000 000</text></B561><B562><text>NOBODY: "On wafers", 1999</text></B562></B560></B500>
<B700><B710><B711><snm>Nordwafer AS</snm><iid>101</iid><adr><str>Gate 1</str><city>Oslo</city><ctry>NO</ctry></adr></B711></B710><B720><B721><snm>Doe, Jane</snm><adr><city>Oslo</city><ctry>NO</ctry></adr></B721></B720><B730><B731><snm>Nordwafer Holding AS</snm><adr><ctry>NO</ctry></adr></B731></B730></B700>
<B860><B861><dnum><anum>EP2008067001</anum></dnum><date>20081208</date></B861></B860><B870><B871><dnum><pnum>WO2009099001</pnum></dnum><date>20090813</date></B871></B870></SDOBI>
<abstract id="abst" lang="en"><p id="pa01" num="0001">A wafer.</p></abstract><description id="desc" lang="en"><p>Long &nobody; text</p></description>
<claims id="claims01" lang="en"><claim id="c-en-01-0001" num="0001"><claim-text>A wafer, comprising a layer.</claim-text></claim><claim id="c2" num="0002"><claim-text>Another.</claim-text></claim></claims>
<claims id="claims02" lang="de"><claim num="0001"><claim-text>Eine Scheibe.</claim-text></claim></claims></ep-patent-document>
`;

describe("EP full texts", () => {
  test("a grant with its application, priorities, parties, classes, references and texts of each language", async () => {
    const { rows, rejects, of } = await readAll(epFulltext, [await folderOf({ "EP09999001NWB1.xml": grant, "other.xml": "<a/>" })]);
    expect([rejects, rows.flatMap(faults)]).toEqual([[], []]);
    expect(of("patent")).toEqual([
      expect.objectContaining({
        document: "EP2999001",
        office: "EP",
        kind: "B1",
        published: "2015-04-08",
        filed: "2009-03-10",
        priority: "2008-03-11",
        granted: 1,
        type: "utility",
        references: 2,
      }),
    ]);
    expect(of("patent")[0]?.application).toMatch(/^EP09999001/);
    expect(of("patent_text").map(({ field, language, text }) => [field, language, text])).toEqual([
      ["title", "de", "Erfundene Scheibe"],
      ["title", "en", "Invented wafer"],
      ["title", "fr", "Plaquette inventée &unheard;"],
      ["abstract", "en", "A wafer."],
      ["claim", "en", "A wafer, comprising a layer."],
      ["claim", "de", "Eine Scheibe."],
    ]);
    expect(of("patent_holder").map(({ role, name, economy }) => [role, name, economy])).toEqual([
      ["applicant", "Nordwafer AS", "NO"],
      ["assignee", "Nordwafer Holding AS", "NO"],
    ]);
    expect(of("patent_inventor").map(({ name }) => name)).toEqual(["Doe, Jane"]);
    expect(of("patent_class").map(({ scheme, symbol, role }) => [scheme, symbol, role])).toEqual([
      ["ipc", "H01L21/762", "inventive"],
      ["cpc", "H01L21/76254", "inventive"],
      ["cpc", "H01L2221/68363", "additional"],
    ]);
    expect(of("patent_citation").map(({ cited }) => cited)).toEqual(["US6103599", "EP1000000"]);
    expect(of("literature_citation").map(({ text }) => text)).toEqual(['NOBODY: "On wafers", 1999']);
    expect(of("patent_link").map(({ relation, other }) => [relation, other])).toEqual(
      expect.arrayContaining([
        ["priority", expect.stringMatching(/^US/)],
        ["national-stage", "WO2008EP67001"],
        ["publication", "WO2009099001"],
      ]),
    );
  });

  test("an application is none, one without its number or its data a reject, those after it are read", async () => {
    const application = grant.replaceAll('kind="B1"', 'kind="A1"').replaceAll("2999001", "2999002");
    const bad = [grant.replaceAll("2999001", "x"), grant.replace(/<SDOBI[\s\S]*<\/SDOBI>/, "")];
    const { rejects, of } = await readAll(epFulltext, [await folderOf({ "all.xml": [...bad, application].join("") })]);
    expect(of("patent").map(({ document, granted }) => [document, granted])).toEqual([["EP2999002", 0]]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [1, '"x" is not a publication number'],
      [2, "no SDOBI"],
    ]);
  });
});

test("a file of another office that is named itself is told by its outermost element", async () => {
  const folder = await folderOf({ "a.xml": '<?xml version="1.0"?><!-- x --><us-patent-grant/>', "b.xml": "no markup" });
  await expect(epFulltext.files([`${folder}/a.xml`])).rejects.toMatchObject({
    code: "LM_LOAD_UNRECOGNISED",
    message: expect.stringContaining("its outermost element is <us-patent-grant>"),
  });
  await expect(epFulltext.files([`${folder}/b.xml`])).rejects.toMatchObject({ message: expect.stringContaining("it is not XML") });
});
