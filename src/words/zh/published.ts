import type { Dictionary } from "../dictionary.ts";

/** What published models tell figures of, and how these stand in cells. */
export const published: Dictionary = {
  "GDP loss": "国内生产总值损失",
  "effect on the world economy": "对世界经济的影响",
  "economic activity at risk": "面临风险的经济活动",
  "revenue that industries which use chips from {=} forgo": "使用{}芯片的行业损失的收入",
  "revenue that chip makers in {=} lose": "{}芯片制造商损失的收入",
  "loss of end markets": "终端市场损失",
  "loss of economic output": "经济产出损失",
  "part of GDP affected": "受影响的国内生产总值比例",
  "output loss of the whole economy": "整体经济产出损失",
  "sales lost by US chip firms": "美国芯片企业损失的销售",
  "revenue lost by US chip firms": "美国芯片企业损失的营收",
  "yearly research and development lost by US chip firms": "美国芯片企业每年损失的研发",
  "loss of chip output that reports tell of a year later": "一年后报道所称的芯片产出损失",
  "part of the loss that falls on makers of semiconductor devices": "由半导体器件制造商承担的损失比例",
  "rise of the price": "价格涨幅",
  "rise of the price of logic chips for domestic users": "国内用户逻辑芯片价格涨幅",
  "rise of the price of light rare earths": "轻稀土价格涨幅",
  "rise of the price of heavy rare earths": "重稀土价格涨幅",
  "rise of own production": "自产增幅",
  "net sales lost by Applied Materials": "应用材料损失的净销售额",
  "loss of market value of the US suppliers": "美国供应商的市值损失",
  "{#} of GDP ({=})": "国内生产总值的{}（{}）",
  "{#} to {#} of GDP": "国内生产总值的{}至{}",
  "{#} to {#}% of GDP ({=})": "国内生产总值的{}至{}%（{}）",
};
