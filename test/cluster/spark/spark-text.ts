/** A text of Spark SQL as Spark reads it: `ParserUtils.unescapeSQLString` of Spark 4, for escapes by code. */
export const unescapedSql = (text: string): string =>
  text.replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
