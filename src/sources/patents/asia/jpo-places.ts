/** How Japanese gazettes begin an address outside Japan; within Japan it begins with a prefecture. */
const countries: Readonly<Record<string, string>> = {
  アメリカ合衆国: "US",
  米国: "US",
  大韓民国: "KR",
  台湾: "TW",
  "中華人民共和国、ホンコン": "HK",
  "中華人民共和国、香港": "HK",
  中華人民共和国: "CN",
  ドイツ: "DE",
  オランダ: "NL",
  フランス: "FR",
  イギリス: "GB",
  英国: "GB",
  スイス: "CH",
  スウェーデン: "SE",
  フィンランド: "FI",
  ベルギー: "BE",
  オーストリア: "AT",
  イタリア: "IT",
  イスラエル: "IL",
  シンガポール: "SG",
  カナダ: "CA",
  アイルランド: "IE",
};

/** The economy of an address, which itself is not kept; `null` where its beginning is not known. */
export function japaneseAddressEconomy(address: string | null): string | null {
  const text = (address ?? "").normalize("NFKC").trim();
  if (/^(?:東京都|北海道|京都府|大阪府|\p{Script=Han}{2,3}県)/u.test(text)) return "JP";
  return Object.entries(countries).find(([name]) => text.startsWith(name))?.[1] ?? null;
}
