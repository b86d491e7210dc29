import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { answerSpelling, type Answer, type Question } from '../../../src-renderer/ui/document-editor/spelling/answer.ts';
import { openDictionary } from '../../../src-renderer/ui/document-editor/spelling/dictionary.ts';
import { createSpeller, type SpellingThread } from '../../../src-renderer/ui/document-editor/spelling/speller.ts';
import { makeEnglishWords } from '../../../scripts/english-words.mjs';

const { trie, unoffered } = await makeEnglishWords(join(import.meta.dirname, '../../..'));
const dictionary = openDictionary(trie, unoffered);

/** The dictionary at the other end of a channel, as in its thread. */
function begin(): { readonly thread: SpellingThread; readonly asked: Question[]; readonly state: { ended: boolean } } {
  const { port1, port2 } = new MessageChannel();
  const answer = answerSpelling(dictionary);
  const asked: Question[] = [];
  const state = { ended: false };
  port2.on('message', (question: Question) => {
    asked.push(question);
    port2.postMessage(answer(question));
  });
  const thread: SpellingThread = {
    postMessage: (question) => port1.postMessage(question),
    terminate: () => {
      state.ended = true;
      port1.close();
    },
    onmessage: null,
    onerror: null,
  };
  port1.on('message', (data: Answer) => thread.onmessage?.({ data } as MessageEvent<Answer>));
  return { thread, asked, state };
}

test('a thread begins with the first question, and no word is asked for twice', async () => {
  const started: ReturnType<typeof begin>[] = [];
  const speller = createSpeller(() => {
    const one = begin();
    started.push(one);
    return one.thread;
  });
  const release = speller.use();
  await speller.ask([]);
  expect(started).toHaveLength(0);
  expect(speller.verdict('payment')).toBeUndefined();
  await speller.ask(['payment', 'paymnet', 'payment']);
  await speller.ask(['payment', 'Delivery']);
  expect([speller.verdict('payment'), speller.verdict('paymnet'), speller.verdict('Delivery')]).toEqual([true, false, true]);
  expect(started[0]?.asked.map((question) => ('words' in question ? question.words : []))).toEqual([['payment', 'paymnet'], ['Delivery']]);
  expect(await speller.near('paymnet')).toContain('payment');

  // With the last text that leaves the screen everything that was read of it is forgotten.
  release();
  expect(started[0]?.state.ended).toBe(true);
  expect(speller.verdict('paymnet')).toBeUndefined();
});

test('where no thread can be had, every word passes', async () => {
  const thread: SpellingThread = { postMessage: () => setTimeout(() => thread.onerror?.({} as ErrorEvent)), terminate: () => undefined, onmessage: null, onerror: null };
  const speller = createSpeller(() => thread);
  await speller.ask(['paymnet']);
  expect(speller.verdict('paymnet')).toBe(true);
});
