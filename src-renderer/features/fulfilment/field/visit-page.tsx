import CameraAltIcon from '@mui/icons-material/PhotoCameraOutlined';
import CheckIcon from '@mui/icons-material/Check';
import DrawIcon from '@mui/icons-material/DrawOutlined';
import NotesIcon from '@mui/icons-material/NotesOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { obligationIdSchema } from '#shared/features/fulfilment/due-rules.ts';
import type { Obligation, ObligationStatus } from '#shared/features/fulfilment/model.ts';
import { movesFrom } from '#shared/features/fulfilment/rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { UnfinishedNotice } from '../../../keeping/unfinished-notice.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { DeliverableList } from '../components/deliverable-list.tsx';
import { EvidenceLines } from '../components/evidence-list.tsx';
import { EvidenceNote } from '../components/evidence-note.tsx';
import { MoveDialog, stepLeft } from '../components/move-dialog.tsx';
import { ObligationChip, StandingChip } from '../components/standing-chip.tsx';
import { bigTarget, rowOfTargets } from './big-target.ts';
import { reencode } from '../../../ui/reencode.ts';
import { SignatureField } from './signature-field.tsx';

/** One visit: what is to be done, proof of it, and ticking it off. */
export function VisitPage() {
  const translate = useTranslate();
  const { obligationId } = useParams();
  const visit = useOperation('fulfilment.obligation', { id: obligationIdSchema.parse(obligationId) });
  if (visit.data !== undefined) return <Visit key={visit.data.obligation.id} obligation={visit.data.obligation} today={visit.data.today} />;
  return (
    <Page title={translate('fulfilment.field.title')} back={{ to: '/field', label: translate('fulfilment.field.title') }}>
      {visit.error === null ? <LoadingState /> : <ErrorMessage error={visit.error} onRetry={visit.refetch} />}
    </Page>
  );
}

function Visit({ obligation, today }: { readonly obligation: Obligation; readonly today: Day }) {
  const translate = useTranslate();
  const format = useFormat();
  const [to, setTo] = useState<ObligationStatus | null>(null);
  const [adding, setAdding] = useState<'note' | 'signature' | null>(null);
  useResume('obligationStep', (about) => setTo(stepLeft(about).to));
  useResume('obligationNote', () => setAdding('note'));
  useResume('siteSignature', () => setAdding('signature'));
  const moves = movesFrom(obligation.status);
  return (
    <Page
      title={obligation.title}
      maxWidth={860}
      back={{ to: '/field', label: translate('fulfilment.field.title') }}
      subtitle={
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <ObligationChip status={obligation.status} />
          <StandingChip obligation={obligation} today={today} />
          <span>{obligation.dueOn === null ? translate('fulfilment.undated') : translate('fulfilment.dueOn', { day: format.date(obligation.dueOn) })}</span>
        </Stack>
      }
    >
      {adding === null && to === null && <UnfinishedNotice contractId={obligation.contractId} dialogs={['obligationStep', 'obligationNote', 'siteSignature']} about={obligation.id} />}
      {!isWithheld(obligation.texts) && obligation.texts.criteria !== '' && (
        <SectionCard title={translate('fulfilment.criteria')}>
          <Typography sx={{ fontSize: 17, whiteSpace: 'pre-line' }}>{obligation.texts.criteria}</Typography>
        </SectionCard>
      )}
      {obligation.deliverables.length > 0 && (
        <SectionCard>
          <DeliverableList obligation={obligation} />
        </SectionCard>
      )}
      <SectionCard title={translate('fulfilment.evidence')}>
        <Stack spacing={2}>
          <EvidenceLines evidence={obligation.evidence} />
          <Box sx={rowOfTargets}>
            <PhotoButton obligation={obligation} />
            <Button variant="outlined" startIcon={<DrawIcon />} onClick={() => setAdding('signature')} sx={bigTarget}>
              {translate('fulfilment.field.signature')}
            </Button>
            <Button variant="outlined" startIcon={<NotesIcon />} onClick={() => setAdding('note')} sx={bigTarget}>
              {translate('fulfilment.addNote')}
            </Button>
          </Box>
          {adding === 'signature' && <SignatureField obligation={obligation} onClose={() => setAdding(null)} />}
          {adding === 'note' && <EvidenceNote isBig obligation={obligation} onClose={() => setAdding(null)} />}
        </Stack>
      </SectionCard>
      <Box sx={rowOfTargets}>
        {moves.includes('met') && (
          <Button variant="contained" startIcon={<CheckIcon />} onClick={() => setTo('met')} sx={{ ...bigTarget, '&&': { flexGrow: 2 } }}>
            {translate('fulfilment.to.met')}
          </Button>
        )}
        {(['partially_met', 'not_met', 'in_progress'] as const).map(
          (status) =>
            moves.includes(status) && (
              <Button key={status} variant="outlined" color="inherit" onClick={() => setTo(status)} sx={bigTarget}>
                {translate(`fulfilment.to.${status}`)}
              </Button>
            ),
        )}
      </Box>
      {to !== null && <MoveDialog obligation={obligation} to={to} today={today} onClose={() => setTo(null)} />}
    </Page>
  );
}

/** Takes a photo with the camera where the system offers one for a file, or takes a file; kept without where and when inside it. */
function PhotoButton({ obligation }: { readonly obligation: Obligation }) {
  const translate = useTranslate();
  const inputRef = useRef<HTMLInputElement>(null);
  const keep = useCommand('fulfilment.addPicture');
  const [isUnreadable, setUnreadable] = useState(false);
  const [isDrawing, setDrawing] = useState(false);
  const add = async (file: File | undefined) => {
    if (file === undefined) return;
    setDrawing(true);
    const photo = await reencode(file);
    setUnreadable(photo === null);
    if (photo !== null) await keep.run({ obligationId: obligation.id, kind: 'photo', words: '', ...photo });
    setDrawing(false);
  };
  return (
    <Box>
      <Button fullWidth variant="outlined" startIcon={<CameraAltIcon />} loading={isDrawing || keep.isRunning} onClick={() => inputRef.current?.click()} sx={bigTarget}>
        {translate('fulfilment.field.photo')}
      </Button>
      <input
        ref={inputRef}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        hidden
        aria-label={translate('fulfilment.field.photo')}
        onChange={(event) => {
          void add(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {isUnreadable && <Typography role="alert" color="error" variant="body2">{translate('errors.NOT_A_PICTURE')}</Typography>}
      <ErrorMessage error={keep.error} />
    </Box>
  );
}
