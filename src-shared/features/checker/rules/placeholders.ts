// What stands in brackets and asks to be filled in, in the clause library and as people type it: 【保险金额】, [date of
// delivery], 〔待商定〕. Much else stands in brackets as well: values that were filled in, headings, terms, citations.
// So only words that name a kind of value count, and those that say themselves that something is open.

const zhValue =
  '名称|姓名|全称|品名|型号|规格|数量|(?:计量)?单位|金额|总?价款?|单价|价格|款项|税率|日?利率|费率|比例|百分比|币种|期限|期间|(?:通知|纠正|保证|保修|租赁|服务|交货|付款|宽限|试用|有效)期|日期|时间|年月日|(?:开始|起始|交付|截止|到期|签订|签署|生效|届满|终止|竣工|开工|付款)日|天数|月数|地点|地址|住所|仲裁地|账号|帐号|户名|开户行|开户银行|编号|号码|身份证号|信用代码|电话|手机号?|邮箱|电子邮件|联系人|联系方式|职务|法定代表人|授权代表|(?:质量|验收|收费|服务)标准|类型|种类|险种|(?:付款|支付|交付|交货|运输|通知|签名|验收|包装)方式|(?:仲裁|检测|鉴定)机构|上限|下限|份数|次数|目的|用途|事项|内容|标的|(?:通知|保密|争议)条款|条件成就|终止或者解除|排除公约';
const zhRole = '(?!双方|各方|对方|三方|任何一方|另一方|守约方|违约方)[\\u4E00-\\u9FFF]{1,4}(?<![甲乙丙丁戊双各])方|(?:出卖|买受|出租|承租|委托|受托|承揽|定作|发包|承包|转让|受让|被?许可|收款|付款|贷款|借款|保证|抵押|质押|担保|投保|受益)人';
const zhOpen = '(?:待|尚未|需|请|此处|在此)(?:双方|各方|另行|再|予以|进一步){0,3}(?:商定|约定|议定|协商|商议|确定|核定|明确|填写?|填入|补充?|插入|输入|确认)[\\u4E00-\\u9FFF]{0,8}|空白|留空|未定|填写[\\u4E00-\\u9FFF]{0,8}';
// Words that fill a blank although they end as its name would: 甲方指定地点, 以上标准.
const zhSettled = /[\d《》“”"]|^第|指定|约定的|所列|所述|规定|上述|以[上下]|本合同|[甲乙丙丁]方(?:所在|住所)|工作日|自然日/u;

const enValue =
  'name|amount|price|sum(?: insured)?|fee|date|day|days|period|term|time|place|address|seat|institution|number|quantity|quality standard|model|specification|currency|rate|percentage|cap|limit|purpose|subject(?: matter)?|method|language|kind|type|condition|e-?mail|phone|telephone|account|title|notices?|notices clause|confidentiality|disputes|expiry|exclusion';
const enRole = '(?:\\w+ing )?party(?: [a-d])?|buyer|seller|payer|payee|client|provider|supplier|recipient|customer|contractor|lessor|lessee|licensor|licensee|borrower|lender|guarantor|company|purchaser';
const enOpen = 'to (?:be|follow)\\b[^.;]{0,40}|(?:please )?(?:insert|fill in|enter|specify|complete)\\b[^.;]{0,40}|not yet \\w+|blank|tb[acd]';
const enSettled = /\d|\b(?:this|said|such|above|below)\b/iu;

const valueName = new RegExp(`^[\\u4E00-\\u9FFF、/及和与的]{0,12}(?:${zhValue})(?:\\([\\u4E00-\\u9FFF、/]{1,8}\\))?$|^(?:the |an? )?(?:[a-z-]{2,14} ){0,3}(?:${enValue})(?: (?:of|in|for|and|or|to) [a-z -]{1,30})?$`, 'iu');
const roleName = new RegExp(`^(?:${zhRole})$|^(?:the |a )?(?:${enRole})(?:['’]s)?$`, 'iu');
const openWords = new RegExp(`^(?:${zhOpen}|${enOpen})$`, 'iu');

/** Words in brackets with what stands around them in their clause; all in half-width characters. */
interface Bracketed {
  /** The brackets and what is in them. */
  readonly text: string;
  /** The clause up to the bracket, and from its end on. */
  readonly before: string;
  readonly after: string;
}

/** Whether the words in brackets stand for something that is still to be said. */
export function isPlaceholder({ text, before, after }: Bracketed): boolean {
  const words = wordsIn(text);
  if (openWords.test(words)) return true;
  if (zhSettled.test(words) || enSettled.test(words) || isDefinition(before, after)) return false;
  // Parties stand in square brackets where somebody else's words are completed: pays [the Seller] the price.
  if (roleName.test(words)) return text.startsWith('【');
  return valueName.test(words) && !isHeading(before, after);
}

/** What is in the brackets. */
export function wordsIn(text: string): string {
  return text.slice(1, -1).trim();
}

/** Whether the brackets make their words a term: 以下简称【标的物】, 【交付日】指…, (the [Fee]). */
export function isDefinition(before: string, after: string): boolean {
  return /(?:简称|下称|称为|称作|称之为|合称|统称|定义为|hereinafter(?: referred to as| called)?(?: the)?|\((?:the|each,? an?))\s{0,2}["'「]?$/iu.test(before.slice(-40)) || /^["'」]?\s{0,2}(?:是指|系指|指的是|指(?!定)|means\b|shall mean\b|refers to\b)/iu.test(after);
}

/** At the beginning of a line, behind its number, words in brackets head what follows unless the sentence goes on with them. */
function isHeading(before: string, after: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (!/^(?:第?[\d.零〇一二三四五六七八九十百]{0,12}[条款、.]?|\([\d一二三四五六七八九十]{1,3}\)|(?:article|clause|section) [\d.]{1,8})\s{0,4}$/iu.test(line)) return false;
  return !/^(?:[为是应的由以不至起内前后、,.;)及和与或即以在]|\s{1,4}(?:\||[a-z]))/u.test(after);
}
