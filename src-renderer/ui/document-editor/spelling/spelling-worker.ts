import { trie, unoffered } from 'virtual:english-words';
import { answerSpelling, type Question } from './answer.ts';
import { openDictionary } from './dictionary.ts';

// The dictionary lives in a thread of its own: opening it and looking for what is near takes tens of milliseconds.
const answer = answerSpelling(openDictionary(trie, unoffered));
addEventListener('message', ({ data }: MessageEvent<Question>) => postMessage(answer(data)));
