import { describe, expect, test } from 'vitest';
import { renameKey } from '#shared/features/templates/rename-key.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { seedTemplates } from '#shared/features/templates/seeds/seed-templates.ts';
import { templateProblems } from '#shared/features/templates/template-problems.ts';

const variable = (key: string, type: string, more: object = {}) => ({ key, type, labelZh: key, labelEn: key, helpZh: null, helpEn: null, group: 'subject', required: true, defaultValue: null, constraints: {}, ...more });

/** A template in which every reference there is to a variable means `from`. */
function contentOf(from: string): TemplateContent {
  const text = {
    type: 'doc',
    content: [
      { type: 'conditional', attrs: { key: from, fact: null, operator: 'isSet', value: null }, content: [{ type: 'paragraph', content: [{ type: 'variable', attrs: { key: from, format: 'default' } }, { type: 'text', text: from }] }] },
      { type: 'repeat', attrs: { key: from }, content: [] },
      { type: 'signatureBlock', attrs: { parties: [{ role: '甲方', key: from }, { role: '乙方', key: 'other' }] } },
    ],
  };
  return {
    ...{ contractType: 'sales', titleZh: from, titleEn: from, summaryZh: '', summaryEn: '', bodyZh: text, bodyEn: text },
    variables: [variable(from, 'party'), variable('address', 'text', { source: { partyKey: from, fact: 'registeredAddress' } }), variable('ends', 'date', { constraints: { notBefore: from } }), variable('other', 'party')],
    defaults: {
      reminders: [],
      approvalFlowId: null,
      obligations: [
        { ...obligation(from), due: { kind: 'fixed', dateKey: from } },
        { ...obligation(from), due: { kind: 'offset', event: 'signing', amount: 1, unit: 'day', durationKey: from } },
        { ...obligation('other'), due: { kind: 'rrule', event: 'effective', rule: 'FREQ=MONTHLY' }, amountKey: null, percentKey: null, condition: null },
      ],
    },
  } as unknown as TemplateContent;
}

function obligation(key: string) {
  return { titleZh: '交货', titleEn: 'Deliver', obligorKey: key, type: 'delivery', graceDays: 0, evidenceZh: '', evidenceEn: '', clauseId: null, amountKey: key, percentKey: key, condition: { key, fact: null, operator: 'isSet', value: null } };
}

describe('a variable under another key', () => {
  test('is meant by its new key wherever it was meant, and words that are written alike stay', () => {
    const renamed = renameKey(contentOf('partyA'), 'partyA', 'buyer');
    expect(renamed).toEqual({ ...contentOf('buyer'), titleZh: 'partyA', titleEn: 'partyA', bodyZh: withWords(contentOf('buyer').bodyZh), bodyEn: withWords(contentOf('buyer').bodyEn), variables: contentOf('buyer').variables.map((one) => (one.key === 'buyer' ? { ...one, labelZh: 'partyA', labelEn: 'partyA' } : one)) });
  });

  test('leaves nothing behind that another variable with the freed key would be taken for', () => {
    const freed = renameKey(contentOf('partyA'), 'partyA', 'buyer');
    expect(renameKey(freed, 'partyA', 'seller')).toEqual(freed);
    expect(renameKey(renameKey(freed, 'other', 'partyA'), 'partyA', 'other')).toEqual(freed);
  });

  test('of every shipped template leaves no problem', () => {
    for (const template of seedTemplates) {
      for (const { key } of template.variables.filter((one) => !one.key.endsWith('En') && !template.variables.some((other) => other.key === `${one.key}En`))) expect(templateProblems(renameKey(template, key, 'renamed'), [])).toEqual([]);
    }
  });
});

function withWords(text: TemplateContent['bodyZh']): unknown {
  return JSON.parse(JSON.stringify(text).replaceAll('"text":"buyer"', '"text":"partyA"'));
}
