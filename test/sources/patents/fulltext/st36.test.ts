import { describe, expect, test } from "vitest";
import { epFulltext } from "../../../../src/sources/patents/fulltext/ep-fulltext.ts";
import { faults, folderOf, readAll } from "../../support.ts";

/** Invented content in the standard elements of WIPO ST.36; `at` is put before the names that an office may call its own. */
const grant = (at: string, root = "kr-patent-document"): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ${root} SYSTEM "x.dtd">
<${root} lang="ko" country="KR" doc-number="102099901" kind="B1" date-publ="20200415">
<${at}bibliographic-data lang="ko"><publication-reference><document-id><country>KR</country><doc-number>10-2099901</doc-number><kind>B1</kind><date>20200415</date></document-id></publication-reference>
<application-reference appl-type="patent"><document-id><country>KR</country><doc-number>10-2018-0099901</doc-number><date>20180410</date></document-id></application-reference>
<priority-claims><priority-claim sequence="1" kind="national"><country>JP</country><doc-number>2017099901</doc-number><date>20170411</date></priority-claim></priority-claims>
<classifications-ipcr><classification-ipcr sequence="1"><text>H01L  21/762       20060101AFI20090731BHKR        </text></classification-ipcr></classifications-ipcr>
<classifications-cpc><classification-cpc><section>H</section><class>01</class><subclass>L</subclass><main-group>21</main-group><subgroup>76254</subgroup><classification-value>I</classification-value></classification-cpc></classifications-cpc>
<invention-title lang="ko">지어낸 웨이퍼 &unheard;</invention-title>
<references-cited><citation><patcit><document-id><country>US</country><doc-number>6103599</doc-number></document-id></patcit></citation><citation><nplcit><text>지어낸 논문</text></nplcit></citation></references-cited>
<parties><${at}applicants><${at}applicant sequence="1"><addressbook><orgname>주식회사 노르웨이퍼</orgname><address><country>KR</country></address></addressbook></${at}applicant></${at}applicants>
<${at}inventors><${at}inventor><addressbook><last-name>김</last-name><first-name>아무</first-name></addressbook></${at}inventor></${at}inventors></parties></${at}bibliographic-data>
<abstract lang="ko"><p>지어낸 요약.</p></abstract><description><p>긴 &nobody; 글</p></description><claims><claim num="1"><claim-text>청구항 하나.</claim-text></claim><claim num="2"><claim-text>둘.</claim-text></claim></claims></${root}>
`;

describe("full texts in the standard elements of ST.36", () => {
  test.each([
    ["as they are", grant("")],
    ["with the office's prefix", grant("kr-")],
    ["without an office in the name", grant("", "patent-document")],
    ["with the EP's outermost element", grant("", "ep-patent-document")],
    ["with a byte order mark and CRLF", `\ufeff${grant("").replaceAll("\n", "\r\n")}`],
  ])("%s", async (_, content) => {
    const { rows, rejects, of } = await readAll(epFulltext, [await folderOf({ "a.xml": content })]);
    expect([rejects, rows.flatMap(faults)]).toEqual([[], []]);
    expect(of("patent")).toEqual([
      expect.objectContaining({
        document: "KR102099901",
        office: "KR",
        kind: "B1",
        published: "2020-04-15",
        filed: "2018-04-10",
        priority: "2017-04-11",
        granted: 1,
        type: "utility",
        references: 1,
      }),
    ]);
    expect(of("patent_text").map(({ field, language, text }) => [field, language, text])).toEqual([
      ["title", "ko", "지어낸 웨이퍼 &unheard;"],
      ["abstract", "ko", "지어낸 요약."],
      ["claim", "ko", "청구항 하나."],
    ]);
    expect(of("patent_holder").map(({ role, name, economy }) => [role, name, economy])).toEqual([
      ["applicant", "주식회사 노르웨이퍼", "KR"],
    ]);
    expect(of("patent_inventor").map(({ name }) => name)).toEqual(["김, 아무"]);
    expect(of("patent_class").map(({ scheme, symbol, role }) => [scheme, symbol, role])).toEqual([
      ["ipc", "H01L21/762", "inventive"],
      ["cpc", "H01L21/76254", "inventive"],
    ]);
    expect(of("patent_citation").map(({ cited }) => cited)).toEqual(["US6103599"]);
  });

  test("UTF-16 is read as it says", async () => {
    const text = grant("").replace("UTF-8", "UTF-16");
    const { of, rejects } = await readAll(epFulltext, [await folderOf({ "a.xml": Buffer.from(`\ufeff${text}`, "utf16le") })]);
    expect(rejects).toEqual([]);
    expect(of("patent")[0]).toMatchObject({ document: "KR102099901" });
  });

  test("a document without bibliographic data is a reject, not a fault", async () => {
    const { rows, rejects } = await readAll(epFulltext, [
      await folderOf({ "a.xml": "<kr-patent-document country='KR'><abstract/></kr-patent-document>" }),
    ]);
    expect(rows).toEqual([]);
    expect(rejects).toHaveLength(1);
  });
});
