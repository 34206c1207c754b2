import type { Dictionary } from "../dictionary.ts";

/** Findings on plans, and on what is loaded and missing. */
export const findingsPlans: Dictionary = {
  "{#} programmes on {#} problems to choose from for {=}.": "{3}有涉及{2}个问题的{1}个候选项目。",
  "`generation: next` leaves out {#} other problems.": "`generation: next` 使另外{}个问题不计入。",
  "`generation: next` leaves out 1 other problem.": "`generation: next` 使另外1个问题不计入。",
  "{#} of {#} problems taken up: {=}.": "采纳{2}个问题中的{1}个：{3}。",
  "{#} of {#} problems taken up: {=}; {=}.": "采纳{2}个问题中的{1}个：{3}；{4}。",
  "{#} of {#} problems taken up: {=}; {=}; {=}.": "采纳{2}个问题中的{1}个：{3}；{4}；{5}。",
  "{#} of {#} problems taken up: {=}; and {#} more.": "采纳{2}个问题中的{1}个：{3}，另有{4}个。",
  "{#} of {#} problems taken up: {=}; {=}; and {#} more.": "采纳{2}个问题中的{1}个：{3}；{4}，另有{5}个。",
  "{#} of {#} problems taken up: {=}; {=}; {=}; and {#} more.": "采纳{2}个问题中的{1}个：{3}；{4}；{5}，另有{6}个。",
  "It does not pay for itself: what it keeps and earns comes to {#} of its cost.": "它不能收回成本：所保住与赚得的仅为成本的{}。",
  "As far as counted it does not pay for itself: what it earns comes to {#} of its cost.":
    "按已计入的部分，它不能收回成本：收入仅为成本的{}。",
  "Of {!} no count of others' families of the last five years that goes beyond one office is published: rivals there are assumed, {#} to {#} families a year.":
    "{}没有跨专利局的他方近五年专利族计数公布：其对手为假定，每年{}至{}个专利族。",
  "{#} of {#} next-generation technologies": "{2}项下一代技术中的{1}项",
  "all {#} next-generation technologies": "全部{}项下一代技术",
  "the one next-generation technology": "唯一一项下一代技术",
  "Of the best plans found, {!} would come to {!} with half the money, {!} with twice the money, {!} with half the researchers and {!} with twice the researchers; the plan itself comes to {!}.":
    "在所找到的最优计划中，{}：一半资金为{}，两倍资金为{}，一半研究人员为{}，两倍研究人员为{}；原计划为{}。",
  "Of the best plans found, {!} would come to {!} with half the money and {!} with twice the money; the plan itself comes to {!}.":
    "在所找到的最优计划中，{}：一半资金为{}，两倍资金为{}；原计划为{}。",
  "The whole plan {!}; it costs {!}.": "整个计划{}；成本为{}。",
  "The whole plan {!} and could exclude {!}; it costs {!}.": "整个计划{}，并可排除{}；成本为{}。",
  "The whole plan saves {!} of the home's sales ({!} in 8 of 10 draws) and {!}; it costs {!}.":
    "整个计划可保住本方销售{}（十次抽样中八次为{}），{}；成本为{}。",
  "The whole plan saves {!} of the home's sales ({!} in 8 of 10 draws), {!} and could exclude {!}; it costs {!}.":
    "整个计划可保住本方销售{}（十次抽样中八次为{}），{}，并可排除{}；成本为{}。",
  "earns {!} by claims and new sales": "凭权利要求与新销售赚得{}",
  "earns nothing by claims and new sales": "凭权利要求与新销售没有收入",
  "earns next to nothing by claims and new sales ({!})": "凭权利要求与新销售几乎没有收入（{}）",
  "earns an unknown amount (no market of it is known)": "收入未知（市场规模未知）",
  "{!} of the sales of {=} in all": "{2}的销售共{1}",
  "none of the sales of {=} that are known": "零（{}的已知销售）",
  "{=} would lose {!} of its sales over {#} years to acts of others without it, in the mean and in present value.":
    "若无此计划，{1}在{3}年内会因他方行动损失销售{2}（均值，现值）。",
  "{=} sells nothing yet, so that there is nothing of its own to lose.": "{}尚无销售，因此没有自身损失。",
  "What {=} sells is unknown, so that no loss is counted.": "{}销售什么未知，因此不计损失。",
  "What {=} needs for what it sells is unknown, so that no loss is counted.": "{}的产品需要什么未知，因此不计损失。",
  "Nothing is begun: there is no money.": "不着手任何项目：没有资金。",

  "{#} loads with {#} rows in use and {#} rejected records.": "{}次加载，使用中{}行，拒收{}条记录。",
  "{#} loads with {#} rows in use and 1 rejected record.": "{}次加载，使用中{}行，拒收1条记录。",
  "1 load with {#} rows in use and {#} rejected records.": "1次加载，使用中{}行，拒收{}条记录。",
  "By {#} routes over HTTP that give the same answers as the pages, as JSON with their evidence, described in OpenAPI 3.1.":
    "通过{}个 HTTP 接口：与页面给出同样的答案，以 JSON 附带依据，用 OpenAPI 3.1 描述。",
  "No unknown moves an answer by more than half a point.": "没有未知项对答案的影响超过半个百分点。",
  "Of {#} unknowns that move answers, who supplies {=} moves most: between none and {#} of final output on average over {#} homes could hang on one supplier, and no source says which.":
    "{1}个影响答案的未知项中，谁供应{2}影响最大：按{4}个经济体平均，零至{3}的最终产出可能取决于某一供应方，而没有来源说明是哪一家。",
  "Of {#} unknowns that move answers, who supplies {=} moves most, as do {#} others: between none and {#} of final output on average over {#} homes could hang on one supplier, and no source says which.":
    "{1}个影响答案的未知项中，谁供应{2}影响最大（另有{3}项相同）：按{5}个经济体平均，零至{4}的最终产出可能取决于某一供应方，而没有来源说明是哪一家。",
  "Of {#} unknowns that move answers, {!} ({=}) moves most: {#} of final output on average over {#} homes.":
    "{1}个影响答案的未知项中，{2}（{3}）影响最大：按{5}个经济体平均，为最终产出的{4}。",
  "Of {#} unknowns that move answers, {!} ({=}) moves most, as do {#} others: {#} of final output on average over {#} homes.":
    "{1}个影响答案的未知项中，{2}（{3}）影响最大（另有{4}项相同）：按{6}个经济体平均，为最终产出的{5}。",
  "own losses avoided {!}": "避免的自身损失{}",
  "royalties and sales of new products {!}": "许可费与新产品销售{}",
  "at most: sales of {=} that its claims could exclude {!}": "至多：其权利要求可排除的{}销售{}",
};
