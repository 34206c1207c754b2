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
  document: ["publication number", "publication numbers", "publication no", "publication patent number", "display key", "patent number", "patent no",
    "document number", "publication id", "公开 公告 号", "公开号", "公告号", "授权公告号", "文献番号", "公開番号", "特許番号", "登録番号", "문헌번호", "공개번호", "등록번호", "document id",
    "publication announcement number", "publication number with dates and kind codes", "patent publication number", "application id", "publication",
    "公开 公告 编号", "申请公布号", "公布号", "专利号", "公報番号", "veröffentlichungsnummer", "numéro de publication"],
  office: ["publication country", "publication country code", "publication authority", "jurisdiction", "patent office", "country code", "country"],
  kind: ["kind code", "publication kind code", "kind", "document kind"],
  published: ["publication date", "date of publication", "publication dates", "pub date", "公开 公告 日", "公开日", "公告日", "授权公告日", "公知日", "公開日", "発行日", "登録日",
    "공개일", "공개일자", "등록일", "등록일자", "1st publication date", "first publication date", "publication announcement date", "earliest publication", "grant date",
    "申请公布日", "公布日", "公开 公告 日期", "授权日", "veröffentlichungsdatum", "veröffentlichungstag", "date de publication"],
  application: ["application number", "application no", "application numbers", "appl no", "申请号", "出願番号", "출원번호", "application serial number",
    "anmeldenummer", "aktenzeichen", "numéro de dépôt", "numéro de demande"],
  filed: ["application date", "filing date", "date of filing", "application dates", "申请日", "申请日期", "出願日", "출원일", "출원일자", "1st application date",
    "first application date", "filing creation date", "申请 日期", "anmeldetag", "anmeldedatum", "date de dépôt"],
  priority: ["earliest priority date", "first priority date", "priority date", "priority date earliest", "最早优先权日", "优先权日", "優先日", "우선일", "우선권주장일자",
    "earliest priority", "priority date s", "prioritätstag", "prioritätsdatum", "date de priorité"],
  family: ["docdb family id", "simple family id", "inpadoc family id", "family id", "family number", "dwpi accession number"],
  references: ["cites patent count", "count of cited refs patent", "number of cited patents"],
  title: ["title", "invention title", "title english", "title of invention", "title dwpi", "标题", "发明名称", "名称", "発明の名称", "발명의명칭", "발명의 명칭",
    "title translated english", "title translated", "标题 中文", "名称 中文", "专利名称", "发明创造名称", "発明の名称 和文", "발명의 명칭 한글", "발명의명칭 한글", "titel", "titre"],
  abstract: ["abstract", "abstract english", "abstract dwpi", "摘要", "要約", "요약", "english abstract", "abstract translated english", "摘要 中文",
    "zusammenfassung", "abrégé"],
  applicant: ["applicants", "applicant", "original applicant", "applicant name", "assignee applicant", "申请人", "申请 专利权 人", "申请 专利权人", "出願人", "出願人 権利者", "출원인",
    "applicants name", "출원인명", "anmelder", "déposant", "déposants"],
  assignee: ["assignees", "assignee", "original assignee", "patent assignee", "patentee", "standardized original assignee", "assignee name",
    "assignee standardized", "assignee standardised", "standardized assignee", "optimized assignee", "probable assignee", "original assignee original",
    "原始申请 专利权 人", "原始申请 专利权人"],
  owner: ["current assignee", "current assignees", "current owner", "owners", "owner", "assignee current us", "standardized current assignee",
    "current assignee s", "current assignee standardized", "current assignee original", "ultimate parent", "当前申请 专利权 人", "当前申请 专利权人", "标 当前申请 专利权 人",
    "当前权利人", "专利权人", "権利者", "최종권리자", "권리자", "특허권자"],
  inventor: ["inventors", "inventor", "inventor name", "发明人", "発明者", "发明 设计 人", "발명자", "발명인", "inventor author", "inventor standardized",
    "inventor standardised", "inventors name", "发明人 设计人", "발명자명", "erfinder", "inventeur", "inventeurs"],
  cpc: ["cpc", "cpc classifications", "cpc current", "cpc classification", "cpc codes", "cpc symbols", "current cpc", "cpc inventive",
    "cooperative patent classifications", "cooperative patent classification", "cpc分类号", "cpc 分类号", "cpc분류", "cpc 분류"],
  ipc: ["ipc", "ipcr classifications", "ipc current", "ipc classification", "ipc codes", "international classification", "ipc current dwpi", "ipc分类号",
    "ipc分類", "国际专利分类号", "ipc분류", "ipc 분류", "current ipc", "i p c", "ipcr", "international patent classifications", "international patent classification",
    "ipc主分类号", "ipc主分类", "主分类号", "分类号", "国際特許分類", "cib", "ipk"],
  cited: ["cited refs patent", "cited patents", "backward citations", "patent citations", "cited documents", "references cited"],
}; // biome-ignore format: a table

/** A header as it is compared. */
export const headerKey = (column: string): string =>
  column
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
