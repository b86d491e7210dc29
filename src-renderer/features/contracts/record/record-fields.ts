import { amountBases, confidentialityLevels, directions, disputeModes, exitAnchors, noticeMethods, noticeUnits, recordKinds, renewalTypes } from '#shared/features/contracts/record.ts';
import { contractLanguages } from '#shared/features/contracts/model.ts';
import { contractTypes } from '#shared/features/templates/model.ts';
import { currencies } from '#shared/kernel/money.ts';
import type { StringKey } from '../../../i18n/i18n.ts';
import type { RecordFieldName } from './record-form.ts';

export interface RecordField {
  readonly name: RecordFieldName;
  readonly kind: 'text' | 'day' | 'choice' | 'party' | 'parent' | 'count' | 'amount' | 'notes';
  /** For a choice: its values, and whose words they have; codes stand for themselves. */
  readonly choices?: readonly string[];
  readonly words?: ChoiceWords;
  /** Columns of twelve. */
  readonly width: number;
  readonly maxLength?: number;
}

export interface RecordGroup {
  readonly name: 'basics' | 'parties' | 'term' | 'renewal' | 'money' | 'law' | 'keeping';
  readonly fields: readonly RecordField[];
}

const choice = (name: RecordFieldName, choices: readonly string[], words?: ChoiceWords, width = 4): RecordField => ({
  ...{ name, kind: 'choice', choices, width },
  ...(words === undefined ? {} : { words }),
});
const text = (name: RecordFieldName, width = 4, maxLength = 80): RecordField => ({ name, kind: 'text', width, maxLength });
const field = (name: RecordFieldName, kind: RecordField['kind'], width = 4): RecordField => ({ name, kind, width });

/** The fields of a record in the order of the form; those of a registration that is new come first in `basics`. */
export const recordGroups: readonly RecordGroup[] = [
  {
    name: 'basics',
    fields: [
      text('title', 12, 200),
      choice('contractType', contractTypes, 'type'),
      choice('recordKind', recordKinds, 'kind'),
      field('parentId', 'parent'),
      text('ownerName'),
      text('department'),
      choice('confidentiality', confidentialityLevels, 'confidentiality'),
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
      choice('renewalType', renewalTypes, 'renewalType'),
      field('renewalTermMonths', 'count'),
      field('maxRenewals', 'count'),
      field('optOutAmount', 'count'),
      choice('optOutUnit', noticeUnits, 'unit'),
      choice('noticeMethod', noticeMethods, 'noticeMethod'),
      field('exitAmount', 'count'),
      choice('exitUnit', noticeUnits, 'unit'),
      choice('exitAnchor', exitAnchors, 'exitAnchor'),
    ],
  },
  {
    name: 'money',
    fields: [
      choice('direction', directions, 'direction'),
      choice('currency', currencies),
      choice('basis', amountBases, 'basis'),
      field('exclusive', 'amount'),
      field('taxPercent', 'count'),
      field('inclusive', 'amount'),
    ],
  },
  {
    name: 'law',
    fields: [text('governingLaw', 4, 120), choice('disputeMode', ['', ...disputeModes], 'disputeMode'), text('disputeForum', 4, 160)],
  },
  { name: 'keeping', fields: [text('physicalCopyLocation', 8, 160), field('copies', 'count'), field('notes', 'notes', 12)] },
];

/** What only a new registration asks for. */
export const registrationFields: readonly RecordField[] = [
  text('number', 4, 60),
  choice('stage', ['draft', 'signed'], 'stage'),
  choice('language', contractLanguages, 'language'),
];

/** The fields that stand as they are once a contract is signed. */
export const fixedOnceSigned: ReadonlySet<RecordFieldName> = new Set(['partyA', 'partyB', 'direction', 'currency', 'basis', 'exclusive', 'taxPercent', 'inclusive']);

// Written out, so that a name that the strings lack is found.
const choiceKeys = {
  type: (value: string) => `contracts.type.${value}`,
  kind: (value: string) => `contracts.kind.${value}`,
  direction: (value: string) => `contracts.direction.${value}`,
  stage: (value: string) => `contracts.stage.${value}`,
  language: (value: string) => `contracts.language.${value}`,
  confidentiality: (value: string) => `contracts.record.confidentiality.${value}`,
  renewalType: (value: string) => `contracts.record.renewalType.${value}`,
  unit: (value: string) => `contracts.record.unit.${value}`,
  noticeMethod: (value: string) => `contracts.record.noticeMethod.${value}`,
  exitAnchor: (value: string) => `contracts.record.exitAnchor.${value}`,
  basis: (value: string) => `contracts.record.basis.${value}`,
  disputeMode: (value: string) => `contracts.record.disputeMode.${value === '' ? 'none' : value}`,
} as const;
export type ChoiceWords = keyof typeof choiceKeys;

/** The name of a choice's words. */
export function choiceKey(words: ChoiceWords, value: string): StringKey {
  return choiceKeys[words](value) as StringKey;
}
