import type { Dictionary } from "../dictionary.ts";

/** Cells of back-tests: how to read them, what the model was given, and measurements with their units. */
export const backtests: Dictionary = {
  "in the unit of the row": "以该行的单位计",
  "mean width of the 80%": "80%区间的平均宽度",
  "skill: the part that was stopped": "技巧分：对照停产比例",
  "skill: any part equally likely": "技巧分：对照各比例等可能",
  "skill: what other acts lost": "技巧分：对照其他行动的损失",
  "{#} of {#}, {#} acts": "{2}中的{1}，{3}次行动",
  "{#}, seed {#}": "{}，种子{}",
  "the part gone of what was before; a rise counts as 0; for months, the part of five years":
    "较此前减少的比例；上升计为0；月数则为占五年的比例",
  "median prediction minus measurement, in points": "预测中位数减实测，百分点",
  "distance of the whole prediction from the measurement, 0 perfect": "整个预测与实测的距离，0为完美",
  "the part that was stopped: as if it stayed lost; other acts: what was lost in them, outages and measures apart":
    "停产比例：视同持续损失；其他行动：其损失，停产与措施分别计",
  "a hit if the measurement lies in the middle 80% of the draws": "实测落在抽样的中间80%内即为命中",
  "the event gives no repair time: any that plants took before": "事件未给出修复时间：取以往工厂所用的任一时间",
  "what part of {=} was hit is not known: anything from nothing to all": "{}受影响的比例未知：从无到全部",
  "what part of the supply of {=} could stop was not known before the event: anything from none to all":
    "事前不知{}的供应有多大比例可能停止：从无到全部",
  "what part of all {=} {=} made was not known before the event": "事前不知{2}所产占全部{1}的比例",
  "the senders' part of imports is taken from their share of world supply": "断供方占进口的比例取自其全球供应份额",
  "the part that the senders buy is their part of world use": "行动方购买的比例即其占全球使用的比例",
  "no share of the senders was known before the event: anything from none to all": "事前不知断供方的份额：从无到全部",
  "no input says what part was lost: anything from nothing to all": "没有输入数据说明损失的比例：从无到全部",
  "{=} is taken as one of the senders' firms": "{}视为断供方企业之一",
  "{=} is taken to be a part of {=}": "{}视为{}的一部分",
  "a rule of the senders reaches what {=} makes": "断供方的规则及于{}所制造者",
  "{=} makes {=}, so the senders stop buying it": "{}制造{}，故行动方停止购买",
  "the loss of {=} is used for that of {=}": "以{}的损失代替{}的损失",
  "other makers are taken to run full": "假定其他制造者满负荷运行",
  "stock is not counted": "不计库存",
  "{#} pct": "{}%",
  "{#} to {#} pct": "{}%至{}%",
  "{#} to {#} to {#} pct": "{}%至{}%至{}%",
  "{#} to {#} USD million": "{}至{}百万美元",
  "{#} to {#} million": "{}至{}百万",
  "{#} to {#} thousand wafers a month": "月产{}至{}千片晶圆",
  "{#} days": "{}天",
  "{#} to {#} days": "{}至{}天",
};
