import AddIcon from '@mui/icons-material/Add';
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Milestone } from '#shared/features/fulfilment/model.ts';
import { progressOf } from '#shared/features/fulfilment/rules.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useUndo } from '../../../ui/use-undo.ts';
import { Withheld } from '../../../ui/withheld.tsx';
import type { Fulfilment } from '../use-fulfilment.ts';
import { MilestoneForm } from './milestone-form.tsx';

/** Groups of obligations that are worth something together, with how far each is. */
export function MilestonesCard({ contract, fulfilment }: { readonly contract: Contract; readonly fulfilment: Fulfilment }) {
  const translate = useTranslate();
  const mayWrite = usePermission('fulfilment.write');
  // The one whose form is open, or a new one.
  const [edited, setEdited] = useState<string | null>(null);
  useResume('milestone', (about) => setEdited(about === '' ? 'new' : about));
  const isAdding = edited === 'new';
  const close = () => setEdited(null);
  if (fulfilment.milestones.length === 0 && !mayWrite) return null;
  return (
    <SectionCard
      title={translate('fulfilment.milestones')}
      actions={
        mayWrite && !isAdding && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setEdited('new')}>
            {translate('fulfilment.addMilestone')}
          </Button>
        )
      }
    >
      <Stack spacing={2}>
        {fulfilment.milestones.length === 0 && !isAdding && <Typography sx={{ color: 'text.secondary' }}>{translate('fulfilment.noMilestones')}</Typography>}
        {fulfilment.milestones.map((milestone) =>
          edited === milestone.id ? (
            <MilestoneForm key={milestone.id} contract={contract} milestone={milestone} onClose={close} />
          ) : (
            <MilestoneLine key={milestone.id} milestone={milestone} fulfilment={fulfilment} onEdit={() => setEdited(milestone.id)} />
          ),
        )}
        {isAdding && <MilestoneForm contract={contract} milestone={null} onClose={close} />}
      </Stack>
    </SectionCard>
  );
}

interface MilestoneLineProps {
  readonly milestone: Milestone;
  readonly fulfilment: Fulfilment;
  readonly onEdit: () => void;
}

function MilestoneLine({ milestone, fulfilment, onEdit }: MilestoneLineProps) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const undo = useUndo();
  const mayWrite = usePermission('fulfilment.write');
  const remove = useCommand('fulfilment.removeMilestone');
  const restore = useCommand('fulfilment.restoreMilestone');
  const progress = progressOf(fulfilment.obligations.filter(({ milestoneId }) => milestoneId === milestone.id), fulfilment.today);
  const { worth } = milestone;
  const facts = isWithheld(worth) ? [] : [...(worth.value === null ? [] : [format.money(worth.value)]), ...(worth.shareBasisPoints === null ? [] : [format.percent(worth.shareBasisPoints / 10_000)])];
  const { id, name } = milestone;
  const takeAway = async () => {
    const reply = await remove.run({ id });
    if (reply.ok) toast.success(translate('fulfilment.removed', { name }), undo(() => restore.run({ id })));
  };
  return (
    <div>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography sx={{ flex: 1, fontWeight: 600 }}>{milestone.name}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[...(milestone.dueOn === null ? [] : [format.date(milestone.dueOn)]), ...facts, translate('fulfilment.doneOf', { done: progress.done, total: progress.total })].join(' · ')}
        </Typography>
        {isWithheld(worth) && <Withheld />}
        {mayWrite && (
          <>
            <IconButton size="small" aria-label={translate('fulfilment.editOf', { title: name })} onClick={onEdit}>
              <EditIcon fontSize="small" />
            </IconButton>
            <IconButton size="small" aria-label={translate('fulfilment.removeOf', { title: name })} disabled={remove.isRunning} onClick={() => void takeAway()}>
              <DeleteOutlineIcon fontSize="small" />
            </IconButton>
          </>
        )}
      </Stack>
      <LinearProgress role="meter" variant="determinate" value={progress.share * 100} aria-label={translate('fulfilment.progressOf', { title: milestone.name })} sx={{ mt: 0.5, height: 6, borderRadius: 3 }} />
      <ErrorMessage error={remove.error} />
    </div>
  );
}
