import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import { mostWords, wordKey } from '#shared/features/spelling/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call, HandlersOf } from '../../ipc/handlers.ts';
import type { Clock } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import { countWords, deleteWord, insertWord, isOn, saveChoice, wordsOf, type Owner } from './queries.ts';

export interface SpellingParts {
  readonly clock: Clock;
  readonly readContract: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
}

/** The words that the editor's spelling checker lets pass: each person's own, and each contract's. */
export function createSpelling({ clock, readContract }: SpellingParts): HandlersOf<'spelling'> {
  const own = ({ session }: Call): Owner => ({ userId: session.user.id });

  function add(call: Call, owner: Owner, word: string): Result<null, 'TOO_MANY_WORDS'> {
    return call.write<null, 'TOO_MANY_WORDS'>((db, note) => {
      const present = countWords(db, owner);
      insertWord(db, owner, { key: wordKey(word), word, by: call.session.user.id, at: clock.now() });
      const words = countWords(db, owner);
      if (words > mostWords && words > present) return fail('TOO_MANY_WORDS');
      noteCount(note, owner, words);
      return succeed(null);
    });
  }

  function remove(call: Call, owner: Owner, word: string): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      if (deleteWord(db, owner, wordKey(word)) === 0) return fail('NOT_FOUND');
      noteCount(note, owner, countWords(db, owner));
      return succeed(null);
    });
  }

  return {
    own: (_, call) => succeed({ isOn: isOn(call.db, call.session.user.id), words: wordsOf(call.db, own(call)) }),
    ignored: ({ contractId }, { db }) => succeed(wordsOf(db, { contractId })),
    switch: ({ isOn: wanted }, call) =>
      call.write<null, never>((db, note) => {
        saveChoice(db, call.session.user.id, wanted);
        note('spelling', call.session.user.id, { isOn: wanted });
        return succeed(null);
      }),
    addWord: ({ word }, call) => add(call, own(call), word),
    removeWord: ({ word }, call) => remove(call, own(call), word),
    ignoreWord: ({ contractId, word }, call) => {
      const contract = readContract(call, contractId);
      return contract.ok ? add(call, { contractId }, word) : contract;
    },
    heedWord: ({ contractId, word }, call) => remove(call, { contractId }, word),
  };
}

/** The log tells how many words there are, never which: they come out of contracts. */
function noteCount(note: RecordChange, owner: Owner, words: number): void {
  if ('userId' in owner) note('spelling', owner.userId, { words });
  else note('contract', owner.contractId, { words });
}
