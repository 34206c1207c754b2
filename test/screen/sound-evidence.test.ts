import { beforeAll, describe, expect, test } from "vitest";
import type { BearerKind } from "../../src/screen/names/name-word.ts";
import { createNameIndex, type ListedName, type NameIndex } from "../../src/screen/search/name-index.ts";
import { entityList } from "../../src/sources/controls/entity-list.ts";
import { isLong } from "../tiers.ts";
import { filers, hasTestData } from "./asian-pairs.ts";
import { hasScreeningList, screeningIndex } from "./listed.ts";
import { controls, load } from "./loaded.ts";

const absent = !hasScreeningList || !hasTestData || controls.absent;
if (absent) console.warn("Clean firms are not screened: controls is not here; set LEVERMAP_TEST_DATA.");

const clean: readonly string[] = [
  ...["Samsung Electronics Co., Ltd.", "Samsung", "삼성전자", "삼성전자 주식회사", "삼성", "三星電子", "三星电子", "三星电子株式会社"],
  ...["サムスン電子", "サムスン", "サムスン電子株式会社", "Самсунг Электроникс"],
  ...["SK hynix Inc.", "SK하이닉스", "에스케이하이닉스 주식회사", "SKハイニックス", "海力士", "SK海力士", "SK海力士半导体（中国）有限公司"],
  ...["Tokyo Electron Limited", "東京エレクトロン株式会社", "東京エレクトロン", "东京电子", "東京威力科創", "도쿄일렉트론"],
  ...["Sony Group Corporation", "Sony", "ソニー", "ソニーグループ株式会社", "ソニーセミコンダクタソリューションズ株式会社", "索尼", "소니"],
  ...["前澤友作", "イボキン", "株式会社イボキン", "株式会社サンテック", "NIPPO", "株式会社ＮＩＰＰＯ", "株式会社ＫＶＫ", "京セラ株式会社"],
  ...["中微公司", "中微半导体设备（上海）股份有限公司"],
];

async function namesOfEntityList(): Promise<readonly ListedName[]> {
  const read = await load(entityList, "entity-list");
  const kinds = new Map(read.of("party_entry").map(({ entry, kind }) => [entry, kind]));
  return read
    .of("party_name")
    .map(({ entry, name }) => ({ party: entry, name, kind: (kinds.get(entry) === "person" ? "person" : "organisation") as BearerKind }));
}

/** Of 500 Japanese firms from all of the register, none of which is known to be listed: more hits would be noise that hides what matters. */
const mostFilers = 20;

describe.skipIf(absent)("clean firms, in every script", () => {
  let csl: NameIndex;
  let entities: NameIndex;
  beforeAll(async () => {
    csl = screeningIndex();
    entities = createNameIndex(await namesOfEntityList());
  });

  test.each(clean)("%s has no hit on the Consolidated Screening List, none on the Entity List", (name) => {
    expect(csl.find(name).map((hit) => hit.name)).toEqual([]);
    expect(entities.find(name).map((hit) => hit.name)).toEqual([]);
  });

  test.runIf(isLong)("few of the firms that file in Japan have a hit", () => {
    const asked = filers(500);
    const hits = asked.flatMap((name) => csl.find(name, { most: 1 }).map((hit) => `${name} | ${hit.name}`));
    console.log(`${hits.length} of ${asked.length} filers have a hit`);
    expect(new Set(asked).size).toBeGreaterThan(490);
    expect(hits.length).toBeLessThanOrEqual(mostFilers);
  });
});
