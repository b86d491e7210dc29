import type { TextRule } from '../../model.ts';
import { firstOf, hitAt } from '../find.ts';
import { makesPay, paymentsIn, paysEn, paysZh } from '../payment-words.ts';
import { insertAfter } from '../wording.ts';
import { holds, mayHold, trigger } from '../../triggers/triggers.ts';

interface Note {
  readonly payment: { readonly start: number; readonly end: number; readonly language: 'zh' | 'en' } | null;
  readonly hasAccount: boolean;
  readonly payee: { readonly start: number; readonly end: number; readonly name: string } | null;
}

const account = trigger(/账户|帐户|账号|帐号|户\s{0,4}名\s{0,4}:|收款人(?:名称)?\s{0,4}:|开户行|开户银行|支付宝|微信收款|现金支付|票据|信用证|\b(?:bank account|account (?:no|number|name)|IBAN|SWIFT|beneficiary|letter of credit|bank details|to (?:the|an|its) account)\b/iu);
const payeeName = trigger(/(?:户\s{0,4}名|账户名称?|收款人(?:名称)?|account name|beneficiary)\s{0,4}:\s{0,4}([^\n,;|]{2,80})/iu);

/** P05: money is to be paid, and no account is named; or the account is another's than a party's. */
export const payeeAccount: TextRule<Note> = {
  id: 'P05',
  kind: 'payment',
  severity: 'medium',
  bases: ['practicePayment'],
  scope: 'text',
  triggers: [paysZh, paysEn, account],
  collect: (clause) => {
    const payment = clause.kind === 'clause' ? paymentsIn(clause).find(makesPay) : undefined;
    const hasAccount = holds(clause, account);
    if (payment === undefined && !hasAccount) return null;
    const payee = mayHold(clause, payeeName) ? payeeName.exec(clause.plain) : null;
    const name = payee?.[1]?.trim() ?? '';
    return {
      payment: payment === undefined ? null : { start: payment.start, end: payment.end, language: payment.language },
      hasAccount,
      payee: payee === null || /^_|^\[|^【/u.test(name) ? null : { start: payee.index + payee[0].lastIndexOf(name), end: payee.index + payee[0].lastIndexOf(name) + name.length, name },
    };
  },
  conclude: (notes, text, record) => {
    const first = firstOf(notes, (note) => note.payment);
    if (first !== undefined && !notes.some(({ note }) => note.hasAccount)) return [{ clause: first.clause, ...hitAt(first.found, { fix: insertAfter('account', first.found) }) }];
    const head = text.clauses.filter(({ kind }) => kind !== 'clause').map(({ plain }) => plain).join('\n');
    const known = record?.parties.flatMap(({ nameZh, nameEn }) => [nameZh, nameEn]).filter((name) => name !== '') ?? [];
    return notes.flatMap(({ clause, note: { payee } }) => {
      if (payee === null || known.length === 0) return [];
      return head.includes(payee.name) || known.some((name) => name === payee.name || name.toLowerCase() === payee.name.toLowerCase()) ? [] : [{ clause, ...hitAt(payee, { parameters: { name: payee.name } }) }];
    });
  },
};
