import type { Dictionary } from "../dictionary.ts";

/** Findings on who has leverage over whom, on clout and on back-tests. */
export const findingsLeverage: Dictionary = {
  "In the model {=} could take most: {!} a year of the final chip output of {=}.":
    "模型显示：{1}可造成的损失最大，使{3}最终芯片产出每年损失{2}。",
  "In the model {=} could take most: {!} a year of the final chip output of {=}, or {!} of its GDP.":
    "模型显示：{1}可造成的损失最大，使{3}最终芯片产出每年损失{2}，占其GDP的{4}。",
  "by what is known {!}": "{}（按已知计）",
  "For {#} of {#} pairs the loss in USD is unknown.": "{2}对中有{1}对以美元计的损失未知。",
  "No loss in USD is known, of {#} pairs.": "{}对中没有已知的美元损失。",
  "In the model {=} could take {!} of the final chip output of {=} over {#} months.":
    "模型显示：{1}断供{4}个月，可使{3}最终芯片产出损失{2}。",
  "In the model, by what is known, {=} could take {!} of the final chip output of {=} over {#} months.":
    "模型显示：按已知计，{1}断供{4}个月，可使{3}最终芯片产出损失{2}。",
  "In the model {=} could take {!} of the affected final products made (in an unknown mix) for {=} over {#} months.":
    "模型显示：{1}断供{4}个月，可使为{3}制造的受影响最终产品（构成未知）损失{2}。",
  "In the model, by what is known, {=} could take {!} of the affected final products made (in an unknown mix) for {=} over {#} months.":
    "模型显示：按已知计，{1}断供{4}个月，可使为{3}制造的受影响最终产品（构成未知）损失{2}。",
  "Most of it is due to {=}: {!}.": "其中大部分归因于{}：{}。",
  "{=} makes no final product, so there is no output of its own to lose.": "{}不制造最终产品，因此没有自身产出可损失。",
  "No share and no rule is known of {=}, so what could be withheld from {=} is unknown.": "{}的份额与规则均未知，因此可对{}断供什么未知。",
  "No share and no rule of what is asked is known of {=}, so what could be withheld from {=} is unknown.":
    "所问内容中{}的份额与规则均未知，因此可对{}断供什么未知。",
  "Users there would also lack final products that are withheld, a year: {!} by {=} alone.":
    "当地使用者还会缺少被断供的最终产品，每年：仅{2}即{1}。",
  "Users there would also lack final products that are withheld, a year: {!} by {=} alone and {!} by {=} alone.":
    "当地使用者还会缺少被断供的最终产品，每年：仅{2}即{1}，仅{4}即{3}。",
  "Users there would also lack final products that are withheld, a year: {!} by {=} alone, {!} by {=} alone and {!} by {=} alone.":
    "当地使用者还会缺少被断供的最终产品，每年：仅{2}即{1}，仅{4}即{3}，仅{6}即{5}。",

  // Clout
  "With {!} a year and {#} researchers for {#} years, {=} would begin {#} of {#} next-generation problems, likeliest to lead in {=} ({#}, from {#}).":
    "以每年{1}与{2}名研究人员投入{3}年，{4}将着手{6}个下一代问题中的{5}个，最可能在{7}领先（{8}，自{9}年起）。",
  "With {!} a year and {#} researchers for {#} years, {=} would begin {#} of {#} next-generation problems, likely to lead in none: nearest is {=} ({#}, from {#}).":
    "以每年{1}与{2}名研究人员投入{3}年，{4}将着手{6}个下一代问题中的{5}个，但大概率都无法领先：最接近的是{7}（{8}，自{9}年起）。",
  "With {!} a year and all the researchers that it takes for {#} years, {=} would begin {#} of {#} next-generation problems, likeliest to lead in {=} ({#}, from {#}).":
    "以每年{1}投入{2}年（研究人员不限），{3}将着手{5}个下一代问题中的{4}个，最可能在{6}领先（{7}，自{8}年起）。",
  "With {!} a year and all the researchers that it takes for {#} years, {=} would begin {#} of {#} next-generation problems, likely to lead in none: nearest is {=} ({#}, from {#}).":
    "以每年{1}投入{2}年（研究人员不限），{3}将着手{5}个下一代问题中的{4}个，但大概率都无法领先：最接近的是{6}（{7}，自{8}年起）。",
  "What {=} has to spend is not known.": "{}有多少可投入，未知。",
  "With {!} a year and {#} researchers for {#} years, {=} would begin none of {#} problems of the next generation.":
    "以每年{1}与{2}名研究人员投入{3}年，{4}不会着手{5}个下一代问题中的任何一个。",
  "With {!} a year and all the researchers that it takes for {#} years, {=} would begin none of {#} problems of the next generation.":
    "以每年{1}投入{2}年（研究人员不限），{3}不会着手{4}个下一代问题中的任何一个。",
  "Clout on {=}: {!}; {!}.": "对{}的影响力：{}；{}。",
  "patents of today could exclude {!} a year, new claims add {!} by {#}": "现有专利每年可排除{1}，至{3}年新权利要求再增{2}",
  "patents of today could exclude {!} a year, new claims add nothing": "现有专利每年可排除{}，新权利要求无增加",
  "new claims add {!} a year by {#}": "至{2}年新权利要求每年增{1}",
  "new claims add nothing": "新权利要求无增加",
  "supply is unknown": "供应未知",
  "supply takes {!} today": "目前凭供应可造成{}的损失",
  "supply takes {!} today, costing {=} USD {$}": "目前凭供应可造成{1}的损失，{2}的代价为{3}美元",
  "{=} would answer with all that it holds ({!})": "{}会以其掌握的全部内容回应（{}）",
  "{=} could answer with all that it holds ({!})": "{}可能以其掌握的全部内容回应（{}）",
  "{=} would answer with {=} ({!})": "{}会以{}回应（{}）",
  "{=} could answer with {=} ({!})": "{}可能以{}回应（{}）",
  "{!}; {#} of the cost comes back; rivals are assumed in {#} of {#} technologies.": "{1}；成本的{2}可收回；{4}项技术中{3}项的对手为假定。",
  "{!}; {#} of the cost comes back as income; rivals are assumed in {#} of {#} technologies.":
    "{1}；成本的{2}可作为收入收回；{4}项技术中{3}项的对手为假定。",
  "{!}; {#} of the cost comes back.": "{}；成本的{}可收回。",
  "{!}; {#} of the cost comes back as income.": "{}；成本的{}可作为收入收回。",
  "{!}; rivals are assumed in {#} of {#} technologies.": "{1}；{3}项技术中{2}项的对手为假定。",
  "{#} of the cost comes back; rivals are assumed in {#} of {#} technologies.": "成本的{1}可收回；{3}项技术中{2}项的对手为假定。",
  "{#} of the cost comes back as income; rivals are assumed in {#} of {#} technologies.":
    "成本的{1}可作为收入收回；{3}项技术中{2}项的对手为假定。",
  "Rivals are assumed in {#} of {#} technologies.": "{2}项技术中{1}项的对手为假定。",

  // Back-tests
  "{#} of {#} measurements lie in the 80% interval of the model, where about {#} should.":
    "{2}项实测中有{1}项落在模型的80%区间内，应有约{3}项。",
  "Of outages {#} of {#} do, where about {#} should; of measures of states {#} of {#} do, where about {#} should.":
    "其中停产{2}项中有{1}项，应有约{3}项；国家措施{5}项中有{4}项，应有约{6}项。",
  "The direction is right in {#}; the model is {!}.": "方向正确的有{}项；模型{}。",
  "better than {!}": "优于{}",
  "no better than {!}": "不优于{}",
  "better than {!}, but no better than {!}": "优于{}，但不优于{}",
  "compared with no reference": "没有参考预测可比",
  '"no loss"': "“无损失”",
  '"full loss"': "“全部损失”",
  "the part that was stopped": "停产比例",
  "any part equally likely": "任何比例等可能",
  "what other acts lost": "其他行动的损失",
  "{!} and {!}": "{}和{}",
  "{!}, {!} and {!}": "{}、{}和{}",
  "{!}, {!}, {!} and {!}": "{}、{}、{}和{}",
  "{!}, {!}, {!}, {!} and {!}": "{}、{}、{}、{}和{}",
  "None of {#} rows of {#} events could be scored.": "{2}个事件的{1}行均无法评分。",
};
