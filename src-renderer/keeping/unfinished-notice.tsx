import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { Link } from 'react-router';
import { aboutCorrection, type KeptDialog, type KeptObstacle, type UnfinishedDialog } from '#shared/features/contracts/kept-dialogs.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { obligationStatuses } from '#shared/features/fulfilment/model.ts';
import { stageSchema } from '#shared/features/contracts/stage.ts';
import { problemStatuses } from '#shared/features/problems/model.ts';
import { useFormat } from '../i18n/format.ts';
import { isStringKey, useTranslate } from '../i18n/i18n.ts';
import { useCommand } from '../ipc/use-command.ts';
import { useOperation } from '../ipc/use-query.ts';
import { useAskToDiscard } from '../ui/use-ask-to-discard.ts';
import { useToast } from '../ui/use-toast.ts';
import { TypedDialog } from './typed-dialog.tsx';
import { resumePlace } from './use-resume.ts';

interface UnfinishedNoticeProps {
  /** Null: what belongs to no contract. */
  readonly contractId: ContractId | null;
  /** Those that the page offers; all of them where it is not said. */
  readonly dialogs?: readonly KeptDialog[];
  /** What the page is about, where it offers only what belongs to that: the id, or what begins with it. */
  readonly about?: string;
}

/** What the person left unfinished, each with the way back to it; or why there is none, and what was typed. */
export function UnfinishedNotice({ contractId, dialogs, about: only }: UnfinishedNoticeProps) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const askToDiscard = useAskToDiscard();
  const nameOf = useNameOf();
  const whyOf = useWhyOf();
  const discarding = useCommand('contracts.discardDialog');
  const { data: unfinished = [], refetch } = useOperation('contracts.unfinishedDialogs', { contractId });
  const [read, setRead] = useState<UnfinishedDialog | null>(null);
  const discard = async ({ dialog, about }: UnfinishedDialog) => {
    if (!(await askToDiscard())) return;
    const reply = await discarding.run({ of: { contractId, dialog, about } });
    if (!reply.ok) toast.failure(reply.error);
    refetch();
  };
  const offered = unfinished.filter(({ dialog }) => dialogs === undefined || dialogs.includes(dialog)).filter(({ about }) => only === undefined || about === only || about.startsWith(`${only} `));
  const waysOf = (one: UnfinishedDialog) => {
    const to = resumePlace(one, contractId);
    return { to, replace: to.pathname === undefined };
  };
  if (offered.length === 0) return null;
  return (
    <Stack spacing={1} sx={{ mb: 2 }}>
      {offered.map((one) => (
        <Alert
          key={`${one.dialog} ${one.about}`}
          severity={one.obstacle === null ? 'info' : 'warning'}
          action={
            <>
              {one.obstacle === null ? (
                <Button color="inherit" size="small" component={Link} {...waysOf(one)}>
                  {translate('contracts.unfinished.goOn')}
                </Button>
              ) : (
                <Button color="inherit" size="small" onClick={() => setRead(one)}>
                  {translate('contracts.unfinished.showTyped')}
                </Button>
              )}
              <Button color="inherit" size="small" onClick={() => void discard(one)}>
                {translate('contracts.unfinished.discard')}
              </Button>
            </>
          }
          sx={{ '& .MuiAlert-action': { whiteSpace: 'nowrap' } }}
        >
          {one.obstacle === null
            ? translate('contracts.unfinished.left', { name: nameOf(one), time: format.dateTime(one.keptAt) })
            : translate('contracts.unfinished.hindered', { name: nameOf(one), time: format.dateTime(one.keptAt), why: whyOf(one.obstacle) })}
        </Alert>
      ))}
      {read !== null && <TypedDialog of={{ contractId, dialog: read.dialog, about: read.about }} name={nameOf(read)} onClose={() => setRead(null)} />}
    </Stack>
  );
}

/** What a form is called: a step by where it leads. */
function useNameOf() {
  const translate = useTranslate();
  return ({ dialog, about }: UnfinishedDialog): string => {
    if (dialog === 'stage' && about === aboutCorrection) return translate('contracts.lifecycle.correct');
    const stage = stageSchema.safeParse(about);
    if (dialog === 'stage' && stage.success) return translate(`contracts.lifecycle.move.${stage.data}`);
    const step = problemStatuses.find((status) => about.endsWith(` ${status}`));
    if (dialog === 'problemStep' && step !== undefined) return translate(`problems.to.${step}`);
    const move = obligationStatuses.find((status) => about.endsWith(` ${status}`));
    if ((dialog === 'obligationStep' || dialog === 'packStep') && move !== undefined) return translate(`fulfilment.to.${move}`);
    return translate(`contracts.unfinished.dialog.${dialog}`);
  };
}

/** What hinders a form, in a sentence. */
function useWhyOf() {
  const translate = useTranslate();
  return (obstacle: KeptObstacle): string => {
    const own = `contracts.unfinished.why.${obstacle}`;
    if (isStringKey(own)) return translate(own);
    const move = `contracts.lifecycle.refusal.${obstacle}`;
    return isStringKey(move) ? translate('contracts.unfinished.whyNoMove', { reason: translate(move) }) : '';
  };
}
