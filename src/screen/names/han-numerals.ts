const digits = "〇一二三四五六七八九";
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const han = "〇○零一二三四五六七八九十百千";
/** What a number without 第 may count: 三十八所, 五厂 is too short to tell. */
const counted = "研究所|研究院|研究室|所|厂|工厂|院";

const ordinal = new RegExp(`第([${han}]{1,8}|\\d{1,6})`, "g");
const plain = new RegExp(`([${han}]{2,8})(?=(?:${counted}))`, "g");
const shortInstitute = /(\d)\s*所(?=$|[\s(（])/g;

/**
 * Numbers in Chinese and Japanese names as figures: 第七〇二研究所 and 第702研究所, 第三十八研究所, 三十八所. Elsewhere numerals are parts of words.
 * @example withFigures("第三十八研究所") // " 38 研究所"
 */
export const withFigures = (text: string): string =>
  text
    .replace(ordinal, (_, number: string) => ` ${figureOf(number)} `)
    .replace(plain, (number) => ` ${figureOf(number)} `)
    .replace(shortInstitute, "$1 研究所");

/** The figure of Arabic digits, of Han digits one by one (七〇二) or by place (三十八, 百二). */
function figureOf(number: string): string {
  if (/^\d+$/.test(number)) return number.replace(/^0+(?=\d)/, "");
  if (!/[十百千]/.test(number))
    return [...number]
      .map(digitOf)
      .join("")
      .replace(/^0+(?=\d)/, "");
  let [sum, digit] = [0, 0];
  for (const letter of number) {
    const power = powers[letter];
    if (power === undefined) digit = digitOf(letter);
    else {
      sum += Math.max(1, digit) * power;
      digit = 0;
    }
  }
  return String(sum + digit);
}

const digitOf = (letter: string): number => ("○零".includes(letter) ? 0 : digits.indexOf(letter));
