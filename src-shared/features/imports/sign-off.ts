/**
 * Whether a text is a place for signatures: 审核：李四, 制表人, Prepared by: Li Si. `open`: its name or day stands in
 * the next cell or nowhere. Null for any other text.
 */
export function signOffIn(text: string): 'open' | 'filled' | null {
  if (text.length > 120) return null;
  return inChinese(text.replace(/[\s_]/g, '')) ?? inEnglish(text.trim());
}

const duty =
  '(?:审核|审批|审定|审阅|复核|核准|批准|校对|校核|制表|制单|填表|填报|填制|编制|编报|录入|登记|统计|经办|负责|主管|会计|出纳|财务|法务|总经理|经理|分管领导|领导|签字|签名|签章|盖章|日期)';
const holder = '(?:人|员|者|部门|单位|日期|时间)?(?:签字|签名|签章)?(?:\\((?:签字|签名|签章|盖章)\\))?';
const labels = new RegExp(`(?:部门|单位|财务|法务)?${duty}${holder}:`, 'gu');
const bareLabel = new RegExp(`^(?:部门|单位)?${duty}(?:人|员|者|签字|签名|签章|\\((?:签字|签名|签章)\\))$`, 'u');
const signed = /^(?:[\p{Script=Han}·]{0,4}|\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?|\d{4}年\d{1,2}月|年月日|[A-Za-z.'-]{0,30})$/u;
const signedByMany = /^[\p{L}\p{N}()·]{0,20}$/u;

function inChinese(text: string): 'open' | 'filled' | null {
  if (bareLabel.test(text)) return 'open';
  const found = [...text.matchAll(labels)];
  if (found[0]?.index !== 0) return null;
  let last = '';
  for (const [at, { index, 0: label }] of found.entries()) {
    last = text.slice(index + label.length, found[at + 1]?.index).replace(/[,;、/|]+$/u, '');
    if (!(/(?:部门|单位):$/u.test(label) ? signedByMany : signed).test(last)) return null;
  }
  return last === '' ? 'open' : 'filled';
}

const inEnglishLabel = /^(?:(?:prepared|reviewed|approved|checked|authori[sz]ed|verified|compiled|submitted|certified|audited|completed|signed) by|signature|date) ?(:?) ?(.*)$/iu;
const person = /^(?:(?:\p{Lu}[\p{L}.'-]*|[\p{Script=Han}·]{2,4}) ?){0,3}$/u;
const aDay = /^[\d./-]{6,10}$|^\d{1,2} \p{L}{3,9} \d{4}$/u;

function inEnglish(text: string): 'open' | 'filled' | null {
  let last = '';
  for (const one of text.split(/\t|\s{2,}|[;|]/u).filter((part) => part !== '')) {
    const found = inEnglishLabel.exec(one.trim());
    if (found === null) return null;
    last = (found[2] ?? '').replace(/_+/g, '').trim();
    // A lone "Date" or "Signature" is a word of any kind; with a colon it waits for its entry.
    if (/^(?:signature|date)/iu.test(one) && found[1] === '') return null;
    if (!person.test(last) && !aDay.test(last)) return null;
  }
  return last === '' ? 'open' : 'filled';
}
