/** Names of places and the economies they are in. */
const listed = (text: string): readonly (readonly [name: string, economy: string])[] =>
  [...text.matchAll(/(\S+) ([A-Z]{2})/g)].map(([, name = "", economy = ""]) => [name, economy]);

/** How the offices begin the addresses outside their own country. */
const chinese = listed(`
中国台湾 TW 台湾 TW 中国香港 HK 香港 HK 中国澳门 MO 美国 US 日本 JP 韩国 KR 德国 DE 荷兰 NL
法国 FR 英国 GB 瑞士 CH 瑞典 SE 芬兰 FI 比利时 BE 奥地利 AT 意大利 IT 以色列 IL 新加坡 SG
加拿大 CA 爱尔兰 IE 开曼群岛 KY
`);

const japanese = listed(`
アメリカ合衆国 US 米国 US 大韓民国 KR 台湾 TW 中華人民共和国、ホンコン HK 中華人民共和国、香港 HK
中華人民共和国 CN ドイツ DE オランダ NL フランス FR イギリス GB 英国 GB スイス CH スウェーデン SE
フィンランド FI ベルギー BE オーストリア AT イタリア IT イスラエル IL シンガポール SG カナダ CA
アイルランド IE
`);

const economyIn = (places: ReturnType<typeof listed>, text: string): string | null =>
  places.find(([name]) => text.startsWith(name))?.[1] ?? null;

/** The economy of a Chinese address, which itself is not kept; `null` where its beginning is not known. Within China it is a postal code. */
export function chineseAddressEconomy(address: string | null): string | null {
  const text = (address ?? "").trim();
  return /^\d{6}\s*\p{Script=Han}/u.test(text) ? "CN" : economyIn(chinese, text);
}

/** The same of a Japanese address. Within Japan it begins with a prefecture. */
export function japaneseAddressEconomy(address: string | null): string | null {
  const text = (address ?? "").normalize("NFKC").trim();
  return /^(?:東京都|北海道|京都府|大阪府|\p{Script=Han}{2,3}県)/u.test(text) ? "JP" : economyIn(japanese, text);
}
