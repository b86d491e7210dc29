import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useCallback, useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { PackPreview } from '#shared/features/exchange/ipc.ts';
import { pickIdSchema, type PickId } from '#shared/features/vault/model.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../i18n/i18n.ts';
import { call } from '../../ipc/client.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SectionCard } from '../../ui/section-card.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { MergeForm } from './components/merge-form.tsx';

type Opened = { readonly preview: PackPreview } | { readonly error: ReplyError<'exchange.openPack'> } | null;

/** A pack that was opened: who sent it, what it holds, and what can be done with it. */
export function OpenedPage() {
  const pickId = pickIdSchema.parse(useParams()['pickId']);
  return <OpenedPack key={pickId} pickId={pickId} />;
}

function OpenedPack({ pickId }: { readonly pickId: PickId }) {
  const translate = useTranslate();
  const format = useFormat();
  const [opened, setOpened] = useState<Opened>(null);
  const look = useCallback(async () => {
    const reply = await call('exchange.openPack', { pickId });
    setOpened(reply.ok ? { preview: reply.value } : { error: reply.error });
  }, [pickId]);
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the answer comes later than the effect
    void look();
  }, [look]);
  const preview = opened !== null && 'preview' in opened ? opened.preview : null;
  return (
    <Page
      title={translate('exchange.opened.title')}
      maxWidth={1080}
      back={{ to: '/exchange', label: translate('exchange.title') }}
      {...(preview === null ? {} : { subtitle: translate('exchange.opened.from', { kind: translate(`exchange.kind.${preview.kind}`), name: preview.contactName, time: format.dateTime(preview.createdAt) }) })}
    >
      {opened === null && <LoadingState />}
      {opened !== null && 'error' in opened && <ErrorMessage error={opened.error} operation="exchange.openPack" />}
      {preview !== null && <Contents pickId={pickId} preview={preview} onAgain={() => void look()} />}
    </Page>
  );
}

function Contents({ pickId, preview, onAgain }: { readonly pickId: PickId; readonly preview: PackPreview; readonly onAgain: () => void }) {
  const translate = useTranslate();
  return (
    <>
      <Alert severity="success">{translate('exchange.opened.checked', { name: preview.contactName })}</Alert>
      {'message' in preview && preview.message !== '' && (
        <SectionCard title={translate('exchange.message')}>
          <Typography sx={{ whiteSpace: 'pre-line' }}>{preview.message}</Typography>
        </SectionCard>
      )}
      {preview.kind === 'work' && <WorkOffer pickId={pickId} preview={preview} />}
      {preview.kind === 'approval' && <ApprovalOffer pickId={pickId} preview={preview} />}
      {preview.kind === 'workReturn' && <MergeForm key={preview.stamp} pickId={pickId} preview={preview} onAgain={onAgain} />}
      {preview.kind === 'approvalAnswer' && <AnswerOffer pickId={pickId} preview={preview} />}
      {preview.kind === 'templates' && <TemplatesOffer pickId={pickId} preview={preview} />}
    </>
  );
}

function WorkOffer({ pickId, preview }: { readonly pickId: PickId; readonly preview: Extract<PackPreview, { kind: 'work' }> }) {
  const translate = useTranslate();
  return (
    <SectionCard title={translate('exchange.opened.contracts')} subtitle={translate(preview.hasAmounts ? 'exchange.opened.hasAmounts' : 'exchange.opened.noAmounts')} actions={<TakeIn pickId={pickId} />}>
      <Stack component="ul" spacing={1} sx={{ m: 0, pl: 2.5 }}>
        {preview.contracts.map(({ number, title, obligations, files }) => (
          <li key={number}>
            <Typography>{`${number} ${title}`}</Typography>
            <Typography variant="body2" color="textSecondary">
              {translate('exchange.opened.holds', { obligations, files })}
            </Typography>
          </li>
        ))}
      </Stack>
    </SectionCard>
  );
}

function ApprovalOffer({ pickId, preview }: { readonly pickId: PickId; readonly preview: Extract<PackPreview, { kind: 'approval' }> }) {
  const translate = useTranslate();
  return (
    <SectionCard title={`${preview.number} ${preview.title}`} subtitle={translate(preview.hasAmounts ? 'exchange.opened.hasAmounts' : 'exchange.opened.noAmounts')} actions={<TakeIn pickId={pickId} />}>
      <Typography>{translate('exchange.opened.step', { step: preview.stepName })}</Typography>
    </SectionCard>
  );
}

function TakeIn({ pickId }: { readonly pickId: PickId }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const receive = useCommand('exchange.receive', { leaves: true });
  const take = async () => {
    const reply = await receive.run({ pickId });
    if (reply.ok) void navigate(`/exchange/received/${reply.value.packId}`, { replace: true });
  };
  return (
    <Stack spacing={1} sx={{ alignItems: 'flex-end' }}>
      <Button variant="contained" loading={receive.isRunning} onClick={() => void take()}>
        {translate('exchange.opened.take')}
      </Button>
      <ErrorMessage error={receive.error} />
    </Stack>
  );
}

function AnswerOffer({ pickId, preview }: { readonly pickId: PickId; readonly preview: Extract<PackPreview, { kind: 'approvalAnswer' }> }) {
  const translate = useTranslate();
  const format = useFormat();
  const navigate = useNavigate();
  const apply = useCommand('exchange.applyAnswer', { leaves: true });
  const { number, title, stepName, decision, comment, decidedAt, isStillTheText } = preview;
  const record = async () => {
    const reply = await apply.run({ pickId });
    if (reply.ok) void navigate(`/contracts/${reply.value.contractId}`, { replace: true });
  };
  return (
    <SectionCard
      title={number === '' ? translate('exchange.answer.closed') : `${number} ${title}`}
      actions={
        <Button variant="contained" disabled={!isStillTheText} loading={apply.isRunning} onClick={() => void record()}>
          {translate('exchange.answer.record')}
        </Button>
      }
    >
      <Stack spacing={1}>
        <Typography>{translate('exchange.answer.decision', { step: stepName, decision: translate(`approvals.state.${decision}`), time: format.dateTime(decidedAt) })}</Typography>
        {comment !== '' && <Typography sx={{ whiteSpace: 'pre-line' }}>{comment}</Typography>}
        {!isStillTheText && <Alert severity="warning">{translate('exchange.answer.stale')}</Alert>}
        <ErrorMessage error={apply.error} />
      </Stack>
    </SectionCard>
  );
}

function TemplatesOffer({ pickId, preview }: { readonly pickId: PickId; readonly preview: Extract<PackPreview, { kind: 'templates' }> }) {
  const translate = useTranslate();
  const language = useLanguage();
  const toast = useToast();
  const navigate = useNavigate();
  const mayWrite = usePermission('templates.write');
  const take = useCommand('exchange.takeTemplates', { leaves: true });
  const takeAll = async () => {
    const reply = await take.run({ pickId, chosen: preview.templates.map((_, index) => index) });
    if (!reply.ok) return;
    toast.success(translate('exchange.opened.drafts', { count: reply.value.drafts }));
    void navigate('/templates/manage', { replace: true });
  };
  return (
    <SectionCard
      title={translate('exchange.opened.templates')}
      subtitle={translate('exchange.opened.templatesLead')}
      actions={
        mayWrite && (
          <Button variant="contained" loading={take.isRunning} onClick={() => void takeAll()}>
            {translate('exchange.opened.takeTemplates')}
          </Button>
        )
      }
    >
      <ErrorMessage error={take.error} />
      <Stack component="ul" spacing={0.5} sx={{ m: 0, pl: 2.5 }}>
        {preview.templates.map(({ titleZh, titleEn }, index) => (
          <li key={index}>{language === 'en' ? titleEn : titleZh}</li>
        ))}
      </Stack>
    </SectionCard>
  );
}
