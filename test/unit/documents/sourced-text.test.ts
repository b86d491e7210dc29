import { expect, test } from 'vitest';
import { sourcedText } from '#shared/features/documents/sourced-text.ts';
import { variableSourceSchema, type sourceFacts } from '#shared/features/documents/variables.ts';
import { sampleParties } from '#shared/features/templates/seeds/sample-parties.ts';

const party = { ...sampleParties[0], nameZh: '东方公司', nameEn: '', registeredAddress: '上海', noticeAddress: null, contactName: null };

test('a text is taken from a party’s record: names, facts, and nothing where the record is silent', () => {
  const take = (fact: (typeof sourceFacts)[number]) => sourcedText({ partyKey: 'buyer', fact }, party);
  expect(take('nameZh')).toBe('东方公司');
  expect(take('nameEn')).toBe('东方公司');
  expect(take('noticeAddress')).toBe('上海');
  expect(take('contactName')).toBe('');
});

test('bank accounts, which lie with the amounts, can’t be taken into a text', () => {
  for (const fact of ['bankName', 'bankAccount']) expect(variableSourceSchema.safeParse({ partyKey: 'buyer', fact }).success).toBe(false);
});
