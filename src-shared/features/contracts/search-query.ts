import { addDays, addMonths, isDay, type Day } from '../../kernel/day.ts';
import { parseMoney } from '../../kernel/money.ts';
import { contractTypes } from '../templates/model.ts';
import type { ContractFilter } from './list.ts';
import { directions, recordKinds } from './record.ts';
import { stages } from './stage.ts';

/** What a person typed, taken apart: the words to look for, and the conditions among them. */
export interface ParsedSearch {
  readonly words: readonly string[];
  readonly filter: ContractFilter;
}

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

// The names of conditions in both languages. What is none of them is a word like any other.
const fieldByName: Readonly<Record<string, Field>> = {
  type: 'type', 类型: 'type', stage: 'stage', 阶段: 'stage', kind: 'kind', 性质: 'kind', direction: 'direction', 收付: 'direction',
  tag: 'tag', 标签: 'tag', owner: 'owner', 经办人: 'owner', department: 'department', 部门: 'department', party: 'party', 相对方: 'party',
  amount: 'amount', 金额: 'amount', ends: 'ends', expiring: 'ends', expires: 'ends', 到期: 'ends', archived: 'archived', 归档: 'archived',
};
type Field = 'type' | 'stage' | 'kind' | 'direction' | 'tag' | 'owner' | 'department' | 'party' | 'amount' | 'ends' | 'archived';

/** Chinese words for the codes that conditions take. */
const codeByWord: Readonly<Record<string, string>> = {
  买卖: 'sales', 采购: 'purchase', 框架供货: 'framework', 服务: 'services', 软件开发: 'software', 软件订阅: 'saas', 租赁: 'lease',
  代理: 'agency', 工程: 'construction', 保密: 'nda', 顾问: 'consultancy', 其他: 'other',
  起草: 'draft', 审查中: 'in_review', 谈判中: 'in_negotiation', 审批中: 'pending_approval', 已批准: 'approved', 待签署: 'pending_signature',
  已签署: 'signed', 履行完毕: 'completed', 已终止: 'terminated', 被替代: 'superseded', 作废: 'cancelled',
  独立合同: 'standalone', 框架合同: 'master', 订单: 'order', 补充协议: 'amendment', 解除协议: 'termination_agreement',
  付款: 'pay', 收款: 'receive', 无金额: 'none',
};

/**
 * Takes a search apart, e.g. `违约 type:sales party:华为 amount>100000 expiring<90d`. Conditions: `name:value`, and for
 * amounts and ends `<`, `>`, `<=`, `>=` too; a value with spaces stands in quotes. Ends take a date or a time from today
 * (`90d`, `3m`, `90天`, `3个月`). What can't be understood as a condition is looked for as words.
 */
export function parseSearch(text: string, today: Day): ParsedSearch {
  const words: string[] = [];
  const filter: Mutable<ContractFilter> = {};
  for (const token of tokensOf(text)) {
    if (!takeCondition(token, filter, today)) words.push(token.replaceAll('"', ''));
  }
  return { words: words.filter((word) => word.trim() !== ''), filter };
}

function tokensOf(text: string): readonly string[] {
  return text.match(/(?:[^\s"]*"[^"]*"?|[^\s"]+)/gu) ?? [];
}

function takeCondition(token: string, filter: Mutable<ContractFilter>, today: Day): boolean {
  const match = /^([\p{L}]+)(<=|>=|[:：<>＜＞])(.+)$/u.exec(token);
  const [, name = '', sign = '', quotedValue = ''] = match ?? [];
  const field = Object.hasOwn(fieldByName, name.toLowerCase()) ? fieldByName[name.toLowerCase()] : undefined;
  const value = quotedValue.replaceAll('"', '').trim();
  if (field === undefined || value === '') return false;
  const isUpper = sign.startsWith('<') || sign === '＜';
  const isLower = sign.startsWith('>') || sign === '＞';
  if (field === 'amount') return takeAmount(value, isUpper, isLower, filter);
  if (field === 'ends') return takeEnd(value, isUpper, isLower, filter, today);
  if (isUpper || isLower) return false;
  return takeValue(field, value, filter);
}

function takeValue(field: Exclude<Field, 'amount' | 'ends'>, value: string, filter: Mutable<ContractFilter>): boolean {
  const code = codeByWord[value] ?? value.toLowerCase();
  switch (field) {
    case 'type':
      return takeCode(contractTypes, code, (type) => (filter.types = [...(filter.types ?? []), type]));
    case 'stage':
      return takeCode(stages, code, (stage) => (filter.stages = [...(filter.stages ?? []), stage]));
    case 'kind':
      return takeCode(recordKinds, code, (kind) => (filter.kinds = [...(filter.kinds ?? []), kind]));
    case 'direction':
      return takeCode(directions, code, (direction) => (filter.directions = [...(filter.directions ?? []), direction]));
    case 'tag':
      filter.tags = [...(filter.tags ?? []), value];
      return true;
    case 'owner':
      filter.ownerName = value;
      return true;
    case 'department':
      filter.department = value;
      return true;
    case 'party':
      filter.partyName = value;
      return true;
    case 'archived':
      if (!/^(yes|no|both|是|否|全部)$/i.test(value)) return false;
      filter.archived = value === '是' ? 'yes' : value === '否' ? 'no' : value === '全部' ? 'both' : (value.toLowerCase() as 'yes' | 'no' | 'both');
      return true;
  }
}

function takeCode<Code extends string>(codes: readonly Code[], code: string, take: (code: Code) => unknown): boolean {
  const known = codes.find((each) => each === code);
  if (known === undefined) return false;
  take(known);
  return true;
}

function takeAmount(value: string, isUpper: boolean, isLower: boolean, filter: Mutable<ContractFilter>): boolean {
  const minor = readBound(value);
  if (minor === null) return false;
  if (!isUpper) filter.amountFrom = minor;
  if (!isLower) filter.amountTo = minor;
  return true;
}

/** A bound of sums in hundredths, as typed in whole currency units or with 万 and 亿; null for what is none. */
export function readBound(text: string): number | null {
  const [, figures = '', unit = ''] = /^(.*?)(万|亿)?元?$/u.exec(text.trim()) ?? [];
  const money = parseMoney(figures);
  if (!money.ok) return null;
  const minor = money.value.minor * (unit === '万' ? 1e4 : unit === '亿' ? 1e8 : 1);
  return Number.isSafeInteger(minor) ? minor : null;
}

function takeEnd(value: string, isUpper: boolean, isLower: boolean, filter: Mutable<ContractFilter>, today: Day): boolean {
  const day = dayOfText(value, today);
  if (day === null) return false;
  // By itself, what ends before a day to come leaves out what has ended already; a first day that was typed too says otherwise.
  if (isUpper && day >= today) filter.endFrom ??= today;
  if (isLower) filter.endFrom = day;
  else filter.endTo = day;
  if (!isUpper && !isLower) filter.endFrom = day;
  return true;
}

function dayOfText(value: string, today: Day): Day | null {
  if (isDay(value)) return value;
  const [, count = '', unit = ''] = /^(\d{1,4})(d|w|m|y|天|日|周|个月|月|年)$/iu.exec(value) ?? [];
  if (unit === '') return null;
  const number = Number(count);
  switch (unit.toLowerCase()) {
    case 'd':
    case '天':
    case '日':
      return addDays(today, number);
    case 'w':
    case '周':
      return addDays(today, number * 7);
    case 'y':
    case '年':
      return addMonths(today, number * 12);
    default:
      return addMonths(today, number);
  }
}
