/** What a column of a table of patents can be taken for. */
export type Meaning =
  | "document"
  | "office"
  | "kind"
  | "published"
  | "application"
  | "filed"
  | "priority"
  | "family"
  | "references"
  | "title"
  | "abstract"
  | "applicant"
  | "assignee"
  | "owner"
  | "inventor"
  | "cpc"
  | "ipc"
  | "cited";

/**
 * Names that tables give to these columns, in lower case with single blanks in place of punctuation; the first that a table has counts. They are
 * guesses by which a mapping is proposed: whoever loads the table looks at it first.
 */
export const headerWords: Readonly<Record<Meaning, readonly string[]>> = {
  document: [
    "publication number",
    "publication numbers",
    "publication no",
    "publication patent number",
    "display key",
    "patent number",
    "patent no",
    "document number",
    "publication id",
    "公开 公告 号",
    "公开号",
    "公告号",
    "授权公告号",
    "文献番号",
    "公開番号",
    "特許番号",
    "登録番号",
    "문헌번호",
    "공개번호",
    "등록번호",
  ],
  office: [
    "publication country",
    "publication country code",
    "publication authority",
    "jurisdiction",
    "patent office",
    "country code",
    "country",
  ],
  kind: ["kind code", "publication kind code", "kind", "document kind"],
  published: [
    "publication date",
    "date of publication",
    "publication dates",
    "pub date",
    "公开 公告 日",
    "公开日",
    "公告日",
    "授权公告日",
    "公知日",
    "公開日",
    "発行日",
    "登録日",
    "공개일",
    "공개일자",
    "등록일",
    "등록일자",
  ],
  application: ["application number", "application no", "application numbers", "appl no", "申请号", "出願番号", "출원번호"],
  filed: ["application date", "filing date", "date of filing", "application dates", "申请日", "申请日期", "出願日", "출원일", "출원일자"],
  priority: [
    "earliest priority date",
    "first priority date",
    "priority date",
    "priority date earliest",
    "最早优先权日",
    "优先权日",
    "優先日",
    "우선일",
    "우선권주장일자",
  ],
  family: ["docdb family id", "simple family id", "inpadoc family id", "family id", "family number", "dwpi accession number"],
  references: ["cites patent count", "count of cited refs patent", "number of cited patents"],
  title: [
    "title",
    "invention title",
    "title english",
    "title of invention",
    "title dwpi",
    "标题",
    "发明名称",
    "名称",
    "発明の名称",
    "발명의명칭",
    "발명의 명칭",
  ],
  abstract: ["abstract", "abstract english", "abstract dwpi", "摘要", "要約", "요약"],
  applicant: [
    "applicants",
    "applicant",
    "original applicant",
    "applicant name",
    "assignee applicant",
    "申请人",
    "申请 专利权 人",
    "申请 专利权人",
    "出願人",
    "出願人 権利者",
    "출원인",
  ],
  assignee: ["assignees", "assignee", "original assignee", "patent assignee", "patentee", "standardized original assignee"],
  owner: [
    "current assignee",
    "current assignees",
    "current owner",
    "owners",
    "owner",
    "assignee current us",
    "standardized current assignee",
  ],
  inventor: ["inventors", "inventor", "inventor name", "发明人", "発明者", "发明 设计 人", "발명자", "발명인"],
  cpc: ["cpc", "cpc classifications", "cpc current", "cpc classification", "cpc codes", "cpc symbols"],
  ipc: [
    "ipc",
    "ipcr classifications",
    "ipc current",
    "ipc classification",
    "ipc codes",
    "international classification",
    "ipc current dwpi",
    "ipc分类号",
    "ipc分類",
    "国际专利分类号",
    "ipc분류",
    "ipc 분류",
  ],
  cited: ["cited refs patent", "cited patents", "backward citations", "patent citations", "cited documents", "references cited"],
};

/** A header as it is compared. */
export const headerKey = (column: string): string =>
  column
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
