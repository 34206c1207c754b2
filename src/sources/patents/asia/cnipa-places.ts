/** How Chinese records begin an address outside China; within China it begins with a postal code. */
const countries: Readonly<Record<string, string>> = {
  中国台湾: "TW",
  台湾: "TW",
  中国香港: "HK",
  香港: "HK",
  中国澳门: "MO",
  美国: "US",
  日本: "JP",
  韩国: "KR",
  德国: "DE",
  荷兰: "NL",
  法国: "FR",
  英国: "GB",
  瑞士: "CH",
  瑞典: "SE",
  芬兰: "FI",
  比利时: "BE",
  奥地利: "AT",
  意大利: "IT",
  以色列: "IL",
  新加坡: "SG",
  加拿大: "CA",
  爱尔兰: "IE",
  开曼群岛: "KY",
};

/** The economy of an address, which itself is not kept; `null` where its beginning is not known. */
export function chineseAddressEconomy(address: string | null): string | null {
  const text = (address ?? "").trim();
  if (/^\d{6}\s*\p{Script=Han}/u.test(text)) return "CN";
  return Object.entries(countries).find(([name]) => text.startsWith(name))?.[1] ?? null;
}
