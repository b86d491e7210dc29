import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ContractSelection } from '#shared/features/contracts/list.ts';
import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { NameDialog } from '../../../ui/name-dialog.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useNamesInUse } from '../components/use-names-in-use.ts';
import { useContractListView } from '../store.ts';
import { ExportMenu } from './export-menu.tsx';

interface BulkBarProps {
  readonly selection: ContractSelection;
  readonly mayWrite: boolean;
}

type Change = Omit<InputOf<'contracts.changeMany'>, 'ids'>;

/** What can be done with the ticked contracts together. What is done here can be undone from the notice. */
export function BulkBar({ selection, mayWrite }: BulkBarProps) {
  const translate = useTranslate();
  const toast = useToast();
  const { selected, select, filter } = useContractListView();
  const changing = useCommand('contracts.changeMany');
  const [asked, setAsked] = useState<'tag' | 'owner' | null>(null);
  if (selected.length === 0) return null;
  const { isRunning } = changing;
  const isArchive = filter.archived === 'yes';

  const run = async (change: Change) => {
    const reply = await changing.run({ ids: selected, ...change });
    setAsked(null);
    if (!reply.ok) return toast.failure(reply.error);
    select([]);
    return toast.success(
      translate('contracts.bulk.done', { count: reply.value.changed }),
      reply.value.changed === 0 ? undefined : { label: translate('ui.undo'), run: () => void putBack(reply.value.undo) },
    );
  };
  const putBack = async (parts: OutputOf<'contracts.changeMany'>['undo']) => {
    for (const part of parts) {
      const reply = await changing.run(part);
      if (!reply.ok) return toast.failure(reply.error);
    }
    return undefined;
  };
  return (
    <Paper elevation={6} role="toolbar" aria-label={translate('contracts.bulk.label')} sx={barStyle}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ fontWeight: 600, mr: 1 }}>
          {translate('contracts.bulk.selected', { count: selected.length })}
        </Typography>
        {mayWrite && (
          <>
            <Button size="small" disabled={isRunning} onClick={() => setAsked('tag')}>
              {translate('contracts.bulk.tag')}
            </Button>
            <Button size="small" disabled={isRunning} onClick={() => setAsked('owner')}>
              {translate('contracts.bulk.owner')}
            </Button>
            <Button size="small" disabled={isRunning} onClick={() => void run({ archived: !isArchive })}>
              {translate(isArchive ? 'contracts.bulk.unarchive' : 'contracts.bulk.archive')}
            </Button>
          </>
        )}
        <ExportMenu selection={selection} ids={selected} size="small" />
        <Button size="small" color="inherit" onClick={() => select([])}>
          {translate('contracts.bulk.clear')}
        </Button>
      </Stack>
      <AskedText asked={asked} count={selected.length} isRunning={isRunning} onSubmit={(change) => void run(change)} onClose={() => setAsked(null)} />
    </Paper>
  );
}

interface AskedTextProps {
  readonly asked: 'tag' | 'owner' | null;
  readonly count: number;
  readonly isRunning: boolean;
  readonly onSubmit: (change: Change) => void;
  readonly onClose: () => void;
}

/** Asks for the tag or the owner that the ticked contracts take; those in use are offered. */
function AskedText({ asked, count, isRunning, onSubmit, onClose }: AskedTextProps) {
  const translate = useTranslate();
  const { owners } = useNamesInUse();
  const tags = useOperation('contracts.tags', undefined).data ?? [];
  const isOwner = asked === 'owner';
  return (
    <NameDialog
      isOpen={asked !== null}
      title={translate(isOwner ? 'contracts.bulk.ownerTitle' : 'contracts.bulk.tagTitle', { count })}
      label={translate(isOwner ? 'contracts.bulk.ownerLabel' : 'contracts.bulk.tagLabel')}
      submitLabel={translate('contracts.bulk.apply')}
      maxLength={isOwner ? 80 : 40}
      offered={isOwner ? owners : tags.map(({ tag }) => tag)}
      isRunning={isRunning}
      onSubmit={(text) => onSubmit(isOwner ? { ownerName: text } : { addTags: [text] })}
      onClose={onClose}
    />
  );
}

// Over the list, not in it: rows that move while somebody ticks them are ticked wrongly.
const barStyle = {
  position: 'fixed',
  bottom: 84,
  left: '50%',
  transform: 'translateX(-40%)',
  zIndex: 'appBar',
  px: 2,
  py: 0.75,
  // Its shadow is lost on a dark ground.
  border: 1,
  borderColor: 'divider',
  '@media print': { display: 'none' },
} as const;
