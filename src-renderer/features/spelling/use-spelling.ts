import { useMemo } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { wordKey } from '#shared/features/spelling/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useOperation } from '../../ipc/use-query.ts';
import type { Spelling } from '../../ui/document-editor/spelling/spelling.ts';
import { useToast } from '../../ui/use-toast.ts';
import { useUndo } from '../../ui/use-undo.ts';

/** How the person who is signed in wants spelling checked in a text: a contract's, or with null one of no contract. */
export function useSpelling(contractId: ContractId | null): Spelling | null {
  const translate = useTranslate();
  const toast = useToast();
  const undo = useUndo();
  const own = useOperation('spelling.own', undefined).data;
  const ofContract = useOperation('spelling.ignored', { contractId: contractId ?? ('' as ContractId) }, { enabled: contractId !== null }).data;
  const { run: choose } = useCommand('spelling.switch');
  const { run: add } = useCommand('spelling.addWord');
  const { run: remove } = useCommand('spelling.removeWord');
  const { run: ignore } = useCommand('spelling.ignoreWord');
  const { run: heed } = useCommand('spelling.heedWord');
  return useMemo(() => {
    if (own === undefined || (contractId !== null && ofContract === undefined)) return null;
    const say = async (doing: ReturnType<typeof add> | ReturnType<typeof ignore>, text: string, takeBack: Parameters<typeof undo>[0]) => {
      const reply = await doing;
      if (reply.ok) toast.success(text, undo(takeBack));
      else toast.failure(reply.error);
    };
    return {
      isOn: own.isOn,
      passed: new Set([...own.words, ...(ofContract ?? [])].map(wordKey)),
      onSwitch: (isOn) => void choose({ isOn }),
      onAdd: (word) => void say(add({ word }), translate('spelling.added', { word }), () => remove({ word })),
      onIgnore: contractId === null ? null : (word) => void say(ignore({ contractId, word }), translate('spelling.ignored', { word }), () => heed({ contractId, word })),
    };
  }, [own, ofContract, contractId, choose, add, remove, ignore, heed, toast, undo, translate]);
}
