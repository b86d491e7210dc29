import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import type { ClausedText } from '#shared/features/checker/model.ts';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import { payerOf } from '#shared/features/contracts/money-direction.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import type { DueRule, ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import { joinProposals, proposeDefaults } from '#shared/features/fulfilment/propose-defaults.ts';
import { proposeFrom, type ProposedDue, type Proposals } from '#shared/features/fulfilment/propose.ts';
import { ruleOf, type Recurrence } from '#shared/features/fulfilment/recurrence.ts';
import type { Template, TemplateVersionId } from '#shared/features/templates/model.ts';
import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock } from '../../ports.ts';
import { findContractFacts, type ContractFacts } from './due-dates.ts';
import type { createMoneyService } from './money.ts';
import type { ObligationService } from './obligations.ts';

export interface ProposalParts {
  readonly clock: Clock;
  readonly readContract: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  /** What the template says that a contract was made from; undefined for one that is gone. */
  readonly findTemplate: (db: Readable, id: TemplateVersionId) => Pick<Template, 'content'> | undefined;
  readonly obligations: Pick<ObligationService, 'addWithin'>;
  readonly money: Pick<ReturnType<typeof createMoneyService>, 'addWithin'>;
}

type TakeError = 'NOT_FOUND' | 'WITHHELD_AMOUNT' | 'WITHHELD_TEXT' | 'PAYMENTS_FORBIDDEN' | 'NO_OCCURRENCE';

/** Proposes obligations and payments from a contract's words, and takes over what a person ticked. */
export function createProposalService({ clock, readContract, findTemplate, obligations, money }: ProposalParts) {
  function textOf(call: Call, id: ContractId): Result<{ readonly contract: Contract; readonly text: ClausedText }, 'NOT_FOUND' | 'NO_TEXT'> {
    const read = readContract(call, id);
    if (!read.ok) return read;
    const contract = read.value;
    if (contract.body === null || isWithheld(contract.body) || isWithheld(contract.values)) return fail('NO_TEXT');
    const blocks = documentBlocks({ ...contract.body, values: contract.values, language: contract.summary.language, withheldKeys: contract.withheldKeys });
    return succeed({ contract, text: clauseText(blocks) });
  }

  function clauses(call: Call, id: ContractId): Result<OutputOf<'fulfilment.clauses'>, 'NOT_FOUND' | 'NO_TEXT'> {
    const read = textOf(call, id);
    return read.ok ? succeed(read.value.text.clauses.map(({ number, text }) => ({ number, text }))) : read;
  }

  function propose(call: Call, id: ContractId): Result<Proposals, 'NOT_FOUND' | 'NO_TEXT'> {
    const read = textOf(call, id);
    if (!read.ok) return read;
    // The person sees and can turn each line.
    const { contract, text } = read.value;
    const us = ourRole(call, contract);
    const found = joinProposals(defaultsOf(call, contract, us), proposeFrom(text, { us, names: namesOfParties(contract) }));
    // Amounts in the text are ****** to whoever lacks the key; a plan of payments is theirs who hold it and may write it.
    return succeed(call.session.holds('finance') && mayPlanPayments(call) ? found : { ...found, payments: [] });
  }

  /** Which party we are, by the way the money runs: whoever pays is the template's payer, else 甲方, as in nearly every contract. */
  function ourRole({ db }: Call, contract: Contract): 'party_a' | 'party_b' {
    const template = contract.templateVersionId === null ? undefined : findTemplate(db, contract.templateVersionId);
    const payerKey = payerOf(template?.content.defaults.obligations ?? []);
    const payer = payerKey === null ? undefined : contract.record.parties.find(({ partyId }) => partyId === contract.parties[payerKey])?.role;
    const isPayer = contract.record.direction !== 'receive';
    return (payer === 'party_b') === isPayer ? 'party_b' : 'party_a';
  }

  /** What the template of a contract gives it; nothing for one without. */
  function defaultsOf({ db }: Call, contract: Contract, us: 'party_a' | 'party_b'): Proposals {
    const template = contract.templateVersionId === null ? undefined : findTemplate(db, contract.templateVersionId);
    if (template === undefined || isWithheld(contract.values)) return { obligations: [], payments: [] };
    return proposeDefaults(template.content.defaults.obligations, {
      values: contract.values,
      language: contract.summary.language === 'en' ? 'en' : 'zh',
      obligorOf: (key) => {
        const role = contract.record.parties.find(({ partyId }) => partyId === contract.parties[key])?.role;
        return role === undefined ? null : role === us ? 'us' : 'them';
      },
    });
  }

  function take(call: Call, { contractId, obligations: chosen, payments }: InputOf<'fulfilment.take'>): Result<{ added: number }, TakeError> {
    if (payments.length > 0 && !mayPlanPayments(call)) return fail('PAYMENTS_FORBIDDEN');
    if (payments.length > 0 && !call.session.holds('finance')) return fail('WITHHELD_AMOUNT');
    return call.write<{ added: number }, TakeError>((db, note) => {
      const contract = findContractFacts(db, contractId);
      if (contract === undefined) return fail('NOT_FOUND');
      const ownerId = call.session.user.id;
      // What others are counted from comes first.
      const ordered = chosen.toSorted((one, other) => rankOf(one.due) - rankOf(other.due));
      for (const { title, obligor, type, due, clauseNumber, quote } of ordered) {
        const rule = resolve(db, contract, due);
        const added = obligations.addWithin(call.session, db, note, contract, {
          title, obligor, type, due: rule, graceDays: 0, ownerId, evidenceRequired: false, dependsOn: [], milestoneId: null,
          ...(call.session.holds('clauses') ? { texts: { criteria: '', clauseNumber, quote } } : {}),
        });
        if (!added.ok) return added.error.code === 'NO_OCCURRENCE' ? fail('NO_OCCURRENCE', { title }) : fail('NOT_FOUND');
      }
      for (const { direction, due, shareBasisPoints, amount, condition } of payments) {
        const rule = resolve(db, contract, due);
        money.addWithin(db, note, contract, { direction, due: rule.kind === 'recurring' ? { kind: 'none' } : rule, ownerId, condition, shareBasisPoints, amount });
      }
      note('contract', contractId, { proposedObligations: chosen.length, proposedPayments: payments.length });
      return succeed({ added: chosen.length + payments.length });
    });
  }

  /** A rule for this contract: periods after a delivery or an acceptance count from the first such obligation. */
  function resolve(db: Writable, contract: ContractFacts, due: ProposedDue): DueRule | Recurrence {
    if (due.kind === 'recurring') {
      const from = contract.effective_on ?? contract.signed_on ?? dayOn(clock);
      return { kind: 'recurring', rule: ruleOf(due.frequency, from), from, until: contract.term_end_on === '' || contract.term_end_on < from ? null : contract.term_end_on };
    }
    if (due.kind !== 'offset') return due;
    const { from, amount, unit } = due;
    if (from === 'signed' || from === 'effective' || from === 'expires') return { kind: 'offset', from, obligationId: null, amount, unit };
    const anchor = db.get<{ id: ObligationId }>(sql`SELECT id FROM obligations WHERE contract_id = ${contract.id} AND type = ${from} ORDER BY created_at, rowid LIMIT 1`);
    return anchor === undefined ? { kind: 'none' } : { kind: 'offset', from: 'obligation', obligationId: anchor.id, amount, unit };
  }

  return { clauses, propose, take };
}

/** Whoever may write obligations may not for that write the plan of payments: `savePayment` asks for the same. */
function mayPlanPayments({ session }: Call): boolean {
  return session.permissions.has('payments.write');
}

/** What a contract's text calls its parties, which the labels of their variables say in brackets: 甲方（出卖人）, Party A (Seller). */
function namesOfParties({ body, parties, record }: Contract): Readonly<Record<'party_a' | 'party_b', readonly string[]>> {
  const variables = body === null || isWithheld(body) ? [] : body.variables.filter(({ type }) => type === 'party');
  const namesOf = (role: string) => {
    const ids = record.parties.filter((party) => party.role === role).map(({ partyId }) => partyId);
    const labels = variables.filter(({ key }) => ids.some((id) => id === parties[key])).flatMap(({ labelZh, labelEn }) => [labelZh, labelEn]);
    return labels.flatMap((label) => /[（(]([^（()）]{2,40})[）)]/.exec(label)?.[1] ?? []);
  };
  return { party_a: namesOf('party_a'), party_b: namesOf('party_b') };
}

function rankOf(due: ProposedDue): number {
  return due.kind === 'offset' && (due.from === 'delivery' || due.from === 'acceptance' || due.from === 'invoice') ? 1 : 0;
}
