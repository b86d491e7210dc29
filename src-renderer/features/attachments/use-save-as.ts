import type { ContractAttachment } from '#shared/features/attachments/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';

/** Saves a file where the person says, and tells that it did. */
export function useSaveAs({ id }: ContractAttachment): () => Promise<void> {
  const translate = useTranslate();
  const toast = useToast();
  const save = useCommand('attachments.saveAs');
  return async () => {
    const reply = await save.run({ id });
    if (!reply.ok) toast.failure(reply.error);
    else if (reply.value !== null) toast.success(translate('attachments.saved', { name: reply.value.fileName }));
  };
}
