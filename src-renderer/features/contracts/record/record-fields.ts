import { amountBases, confidentialityLevels, directions, disputeModes, exitAnchors, noticeMethods, noticeUnits, recordKinds, renewalTypes } from '#shared/features/contracts/record.ts';
import { contractLanguages } from '#shared/features/contracts/model.ts';
import { contractTypes } from '#shared/features/templates/model.ts';
import { currencies } from '#shared/kernel/money.ts';
import type { StringKey } from '../../../i18n/i18n.ts';
import type { RecordFieldName } from './record-form.ts';

export interface RecordField {
  readonly name: RecordFieldName;
  readonly kind: 'text' | 'day' | 'choice' | 'party' | 'parent' | 'count' | 'amount' | 'notes';
  /** For a choice: its values, and the section of the strings that has their words. */
  readonly choices?: readonly string[];
  readonly words?: string;
  /** Columns of twelve. */
  readonly width: number;
  readonly maxLength?: number;
}

export interface RecordGroup {
  readonly name: 'basics' | 'parties' | 'term' | 'renewal' | 'money' | 'law' | 'keeping';
  readonly fields: readonly RecordField[];
}

const choice = (name: RecordFieldName, choices: readonly string[], words: string, width = 4): RecordField => ({ name, kind: 'choice', choices, words, width });
const text = (name: RecordFieldName, width = 4, maxLength = 80): RecordField => ({ name, kind: 'text', width, maxLength });
const field = (name: RecordFieldName, kind: RecordField['kind'], width = 4): RecordField => ({ name, kind, width });

/** The fields of a record in the order of the form; those of a registration that is new come first in `basics`. */
export const recordGroups: readonly RecordGroup[] = [
  {
    name: 'basics',
    fields: [
      text('title', 12, 200),
      choice('contractType', contractTypes, 'contracts.type'),
      choice('recordKind', recordKinds, 'contracts.kind'),
      field('parentId', 'parent'),
      text('ownerName'),
      text('department'),
      choice('confidentiality', confidentialityLevels, 'contracts.record.confidentiality'),
      text('tags', 12, 600),
    ],
  },
  {
    name: 'parties',
    fields: [field('partyA', 'party', 8), text('signatoryA'), field('partyB', 'party', 8), text('signatoryB')],
  },
  {
    name: 'term',
    fields: [field('signedOn', 'day'), field('effectiveOn', 'day'), field('expiresOn', 'day'), field('initialTermMonths', 'count'), text('signingPlace', 8, 100)],
  },
  {
    name: 'renewal',
    fields: [
      choice('renewalType', renewalTypes, 'contracts.record.renewalType'),
      field('renewalTermMonths', 'count'),
      field('maxRenewals', 'count'),
      field('optOutAmount', 'count'),
      choice('optOutUnit', noticeUnits, 'contracts.record.unit'),
      choice('noticeMethod', noticeMethods, 'contracts.record.noticeMethod'),
      field('exitAmount', 'count'),
      choice('exitUnit', noticeUnits, 'contracts.record.unit'),
      choice('exitAnchor', exitAnchors, 'contracts.record.exitAnchor'),
    ],
  },
  {
    name: 'money',
    fields: [
      choice('direction', directions, 'contracts.direction'),
      choice('currency', currencies, ''),
      choice('basis', amountBases, 'contracts.record.basis'),
      field('exclusive', 'amount'),
      field('taxPercent', 'count'),
      field('inclusive', 'amount'),
    ],
  },
  {
    name: 'law',
    fields: [text('governingLaw', 4, 120), choice('disputeMode', ['', ...disputeModes], 'contracts.record.disputeMode'), text('disputeForum', 4, 160)],
  },
  { name: 'keeping', fields: [text('physicalCopyLocation', 8, 160), field('copies', 'count'), field('notes', 'notes', 12)] },
];

/** What only a new registration asks for. */
export const registrationFields: readonly RecordField[] = [
  text('number', 4, 60),
  choice('stage', ['draft', 'signed'], 'contracts.stage'),
  choice('language', contractLanguages, 'contracts.language'),
];

/** The fields that stand as they are once a contract is signed. */
export const fixedOnceSigned: ReadonlySet<RecordFieldName> = new Set(['partyA', 'partyB', 'direction', 'currency', 'basis', 'exclusive', 'taxPercent', 'inclusive']);

/** The name of a choice's words. */
export function choiceKey({ words = '' }: RecordField, value: string): StringKey {
  return `${words}.${value === '' ? 'none' : value}` as StringKey;
}
