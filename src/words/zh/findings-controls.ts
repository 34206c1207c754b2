import type { Dictionary } from "../dictionary.ts";

/** Findings on controls, items, lists, names that are screened or searched, and cases. */
export const findingsControls: Dictionary = {
  "No list of parties that exist and no control list of items is loaded.": "未加载真实主体清单，也未加载物项管制清单。",
  "Loaded: {#} lists of parties, {#} editions of control lists and {#} rules.": "已加载：主体清单{}份，管制清单{}版，规则{}项。",
  "Loaded: 1 list of parties, {#} editions of control lists and {#} rules.": "已加载：主体清单1份，管制清单{}版，规则{}项。",
  "Loaded: {#} lists of parties, 1 edition of a control list and {#} rules.": "已加载：主体清单{}份，管制清单1版，规则{}项。",
  "Loaded: 1 list of parties, 1 edition of a control list and {#} rules.": "已加载：主体清单1份，管制清单1版，规则{}项。",
  "On {@}, {#} rows of lists are in force, counted by {!}.": "截至{1}，清单中有{2}行处于生效状态（按{3}）。",
  "day of effect": "生效日",
  "day of publication": "公布日",
  "From {@} to {@}: {!}, counted by {!}.": "{}至{}：{}（按{}）。",
  "From {@} to {@}: {!}; {!}, counted by {!}.": "{}至{}：{}；{}（按{}）。",
  "From {@} to {@}: {!}; {!}; {!}, counted by {!}.": "{}至{}：{}；{}；{}（按{}）。",
  "rows of lists unknown, as no list is loaded": "清单行未知（未加载清单）",
  "{#} rows added, {#} removed, {#} changed": "新增{}行，移除{}行，变更{}行",
  "1 row added, {#} removed, {#} changed": "新增1行，移除{}行，变更{}行",
  "{#} entries of the control list": "管制清单条目{}个",
  "1 entry of the control list": "管制清单条目1个",
  "{#} rules with another state": "{}项规则状态变更",
  "1 rule with another state": "1项规则状态变更",
  'Rule {=} ("{=}") on {@}: {!}.': "规则 {}（《{}》）在{}：{}。",
  'Rule {=} ("{=}") on {@}: in force since {@}.': "规则 {}（《{}》）在{}：自{}起生效。",
  'Rule {=} ("{=}") on {@}: not yet in force; begins on {@}.': "规则 {}（《{}》）在{}：尚未生效，{}开始。",
  'Rule {=} ("{=}") on {@}: in force through {@} since {@}.': "规则 {1}（《{2}》）在{3}：自{5}起生效，至{4}止。",
  'Rule {=} ("{=}") on {@}: ended (last day {@}).': "规则 {}（《{}》）在{}：已终止（最后一日{}）。",
  'Rule {=} ("{=}") on {@}: ended (by {=}, last day {@}).': "规则 {1}（《{2}》）在{3}：已终止（依据 {4}，最后一日{5}）。",
  'Rule {=} ("{=}") on {@}: ended (by {=}).': "规则 {}（《{}》）在{}：已终止（依据 {}）。",
  'Rule {=} ("{=}") on {@}: suspended through {@} by {=}.': "规则 {}（《{}》）在{}：暂停至{}（依据 {}）。",
  'Rule {=} ("{=}") on {@}: suspended by {=}.': "规则 {}（《{}》）在{}：暂停（依据 {}）。",
  'Rule {=} ("{=}") on {@}: suspension ended unless extended (by {=}, last day {@}).':
    "规则 {}（《{}》）在{}：暂停已到期，除非延长（依据 {}，最后一日{}）。",
  'Rule {=} ("{=}") on {@}: not known yet; published on {@}, after that day.': "规则 {}（《{}》）在{}：当日尚未可知，{}才公布。",
  "No control of the atlas cites it.": "图谱中没有管制引用它。",
  "Cited by {#} controls of the atlas.": "图谱中有{}项管制引用它。",
  "Cited by 1 control of the atlas.": "图谱中有1项管制引用它。",
  "{=} is not known on {@}.": "{}在{}未知。",
  "No edition of the control list is loaded for {@}: `levermap load ccl FILE` adds one.":
    "未加载{}适用的管制清单版次：用 `levermap load ccl FILE` 加载。",
  "Edition of {@}, as of {@}.": "{}版次，截至{}。",
  '{#} places of the control list have words of "{=}".': "管制清单中有{}处含“{}”的词语。",
  '1 place of the control list has words of "{=}".': "管制清单中有1处含“{}”的词语。",
  'No entry has "{=}".': "没有条目含“{}”。",
  "Licence for {=} to {=}: {!}.": "{}出口至{}的许可证：{}。",

  "Write a name: a firm, an institute, a person, a ship.": "请输入名称：企业、机构、个人或船舶。",
  "A match is possible, never certain: check it.": "匹配只是可能，绝非确定：请核对。",
  "No list of parties is loaded: nothing can be screened.": "未加载主体清单：无法筛查。",
  "Load one: `levermap load csl FILE`, `levermap load entity-list FILE` or `levermap load party-list FILE`.":
    "请加载：`levermap load csl FILE`、`levermap load entity-list FILE` 或 `levermap load party-list FILE`。",
  "`levermap load party-list invented` loads one of parties that do not exist, to try it.":
    "`levermap load party-list invented` 可加载虚构主体的清单，供试用。",
  "Customers were not screened yet.": "尚未筛查客户。",
  "Run `levermap cases runs` for the runs, or `levermap cases run` for the first one.":
    "`levermap cases runs` 列出各批次，`levermap cases run` 运行第一批。",
  '"{=}": no possible match in force on {@}.': "“{}”：截至{}，生效条目中没有可能匹配。",
  '"{=}": {#} possible matches in force on {@}.': "“{1}”：截至{3}，生效条目中有{2}个可能匹配。",
  '"{=}": 1 possible match in force on {@}.': "“{}”：截至{}，生效条目中有1个可能匹配。",
  '"{=}": {#} possible matches in force on {@}, of which {#} are shown.': "“{1}”：截至{3}，生效条目中有{2}个可能匹配，显示其中{4}个。",
  '"{=}": {#} possible matches in force on {@}, all set aside by decisions.': "“{1}”：截至{3}，生效条目中有{2}个可能匹配，均已由决定排除。",
  '"{=}": 1 possible match in force on {@}, all set aside by decisions.': "“{}”：截至{}，生效条目中有1个可能匹配，已由决定排除。",
  'On an invented list, to try this with: "{=}": no possible match in force on {@}.':
    "在供试用的虚构清单上：“{}”：截至{}，生效条目中没有可能匹配。",
  'On an invented list, to try this with: "{=}": {#} possible matches in force on {@}.':
    "在供试用的虚构清单上：“{1}”：截至{3}，生效条目中有{2}个可能匹配。",
  'On an invented list, to try this with: "{=}": 1 possible match in force on {@}.':
    "在供试用的虚构清单上：“{}”：截至{}，生效条目中有1个可能匹配。",
  '"{=}" could not be screened.': "“{}”无法筛查。",
  "Check it.": "请核对。",
  "Check each.": "请逐一核对。",

  '{#} found for "{=}", first {=} ({!}).': "“{2}”找到{1}项，首项为{3}（{4}）。",
  'Nothing here is called "{=}"; {#} near matches, first {=} ({!}).': "这里没有名为“{}”的内容；近似匹配{}项，首项为{}（{}）。",
  'Nothing here is called "{=}"; 1 near match, first {=} ({!}).': "这里没有名为“{}”的内容；近似匹配1项，为{}（{}）。",
  "No list of parties that exist is loaded, so names on lists were not searched.": "未加载真实主体清单，因此未检索清单上的名称。",
  "No list of parties that exist is loaded, so names on lists were not searched: `levermap load csl FILE`, or `levermap update`.":
    "未加载真实主体清单，因此未检索清单上的名称：`levermap load csl FILE`，或 `levermap update`。",

  "Run {#} of {@}: {#} customers, {!}.": "{2}的第{1}批：客户{3}个，{4}。",
  "Run {#} of {@}: 1 customer, {!}.": "{2}的第{1}批：客户1个，{3}。",
  "{#} cases open, {#} reopened, {#} waiting for a second person, {#} decided, {#} lapsed":
    "未决{}件，重开{}件，待复核{}件，已决{}件，失效{}件",
  "1 case open, {#} reopened, {#} waiting for a second person, {#} decided, {#} lapsed":
    "未决1件，重开{}件，待复核{}件，已决{}件，失效{}件",
  "{=}, {=}: not screened yet.": "{}，{}：尚未筛查。",
  "{=}, {=}: {#} cases in run {#}.": "{1}，{2}：第{4}批中有{3}件案件。",
  "{=}, {=}: 1 case in run {#}.": "{}，{}：第{}批中有1件案件。",
};
