import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import type { PackPreview, ShownChange } from '#shared/features/exchange/ipc.ts';
import { sideOf, sides, type FieldValue, type Side } from '#shared/features/exchange/rules.ts';
import type { ObligationStatus } from '#shared/features/fulfilment/model.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useToast } from '../../../ui/use-toast.ts';

interface MergeFormProps {
  readonly pickId: PickId;
  readonly preview: Extract<PackPreview, { kind: 'workReturn' }>;
  /** Looks at the pack again: something changed here meanwhile. */
  readonly onAgain: () => void;
}

const toneByVerdict = { take: 'info', keep: 'neutral', same: 'neutral', conflict: 'warning' } as const;

interface MergeTyped {
  /** What the pack and the vault said as it was decided. */
  readonly stamp: string;
  readonly decisions: Readonly<Record<string, Side>>;
}

const fields: FieldsOf<MergeTyped> = { stamp: z.string(), decisions: z.record(z.string(), z.enum(sides)).readonly() };

/** What came back, field by field beside what was sent and what is here now. Conflicts wait for a person, whose decisions outlast a lock. */
export function MergeForm(props: MergeFormProps) {
  const { packId, stamp } = props.preview;
  return (
    <KeptForm of={{ contractId: null, dialog: 'packMerge', about: packId }} fields={fields} fresh={() => ({ stamp, decisions: {} })}>
      {(kept) => <Merging {...props} kept={kept} />}
    </KeptForm>
  );
}

function Merging({ pickId, preview, onAgain, kept }: MergeFormProps & { readonly kept: KeptFormOf<MergeTyped> }) {
  const translate = useTranslate();
  const toast = useToast();
  const navigate = useNavigate();
  const merge = useCommand('exchange.merge');
  // What was decided on other values is to be decided anew.
  const isOutdated = kept.typed.stamp !== preview.stamp;
  const decisions = isOutdated ? {} : kept.typed.decisions;
  const [wasOutdated, setWasOutdated] = useState(false);
  if (isOutdated && !wasOutdated && Object.keys(kept.typed.decisions).length > 0) setWasOutdated(true);
  const fresh = preview.evidence.filter(({ isNew }) => isNew);
  const open = preview.changes.filter((change) => sideOf(change, decisions) === null);
  const refused = preview.changes.filter((change) => change.refusal !== null && sideOf(change, decisions) === 'theirs');
  const isNothing = preview.changes.length === 0 && fresh.length === 0;
  const take = async () => {
    const reply = await merge.run({ pickId, stamp: preview.stamp, decisions });
    if (!reply.ok) return;
    kept.forget();
    toast.success(translate('exchange.merge.done', { changes: reply.value.changes, evidence: reply.value.evidence }));
    void navigate('/exchange?tab=sent', { replace: true });
  };
  return (
    <SectionCard
      title={translate('exchange.merge.title')}
      subtitle={translate('exchange.merge.lead')}
      actions={
        <Button variant="contained" disabled={open.length > 0 || refused.length > 0} loading={merge.isRunning} onClick={() => void take()}>
          {translate('exchange.merge.take')}
        </Button>
      }
    >
      <Stack spacing={2}>
        {wasOutdated ? <Alert severity="warning">{translate('exchange.merge.outdated')}</Alert> : kept.notice}
        {open.length > 0 && <Alert severity="warning">{translate('exchange.merge.undecided', { count: open.length })}</Alert>}
        {refused.length > 0 && <Alert severity="warning">{translate('exchange.merge.refused', { count: refused.length })}</Alert>}
        <ErrorMessage error={merge.error} operation="exchange.merge" {...(merge.error?.code === 'CHANGED_MEANWHILE' ? { onRetry: onAgain } : {})} />
        {isNothing && <Typography>{translate('exchange.merge.nothing')}</Typography>}
        {preview.changes.length > 0 && (
          <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('exchange.merge.table')}>
            <Table size="small">
              <TableHead>
                <TableRow>
                  {(['what', 'base', 'ours', 'theirs', 'decision'] as const).map((column) => (
                    <TableCell key={column}>{translate(`exchange.merge.column.${column}`)}</TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {preview.changes.map((change) => (
                  <ChangeRow key={change.key} change={change} side={sideOf(change, decisions)} onChoose={(side) => kept.change({ stamp: preview.stamp, decisions: { ...decisions, [change.key]: side } })} />
                ))}
              </TableBody>
            </Table>
          </Box>
        )}
        {preview.evidence.length > 0 && (
          <Box>
            <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
              {translate('exchange.merge.evidence', { count: fresh.length })}
            </Typography>
            <Stack component="ul" spacing={0.5} sx={{ m: 0, pl: 2.5 }}>
              {preview.evidence.map(({ id, kind, words, name, obligationTitle, isNew }) => (
                <Typography key={id} component="li" variant="body2" color={isNew ? 'textPrimary' : 'textSecondary'}>
                  {translate(isNew ? 'exchange.merge.proof' : 'exchange.merge.knownProof', { kind: translate(`fulfilment.evidenceKind.${kind}`), title: obligationTitle, words: kind === 'note' ? words : name })}
                </Typography>
              ))}
            </Stack>
          </Box>
        )}
      </Stack>
    </SectionCard>
  );
}

function ChangeRow({ change, side, onChoose }: { readonly change: ShownChange; readonly side: Side | null; readonly onChoose: (side: Side) => void }) {
  const translate = useTranslate();
  const describe = useFieldWords();
  const { contractNumber, obligationTitle, deliverableName, base, ours, theirs, reason, verdict, refusal } = change;
  const what = deliverableName === '' ? obligationTitle : `${obligationTitle} · ${deliverableName}`;
  return (
    <TableRow data-verdict={verdict}>
      <TableCell>
        <Typography variant="body2">{what}</Typography>
        <Typography variant="caption" color="textSecondary">
          {contractNumber}
        </Typography>
      </TableCell>
      <TableCell>{describe(base)}</TableCell>
      <TableCell>{describe(ours)}</TableCell>
      <TableCell>
        {describe(theirs)}
        {reason !== '' && (
          <Typography variant="caption" component="p" color="textSecondary">
            {reason}
          </Typography>
        )}
        {refusal !== null && (
          <Typography variant="caption" component="p" color="error">
            {translate(`exchange.merge.refusal.${refusal}`)}
          </Typography>
        )}
      </TableCell>
      <TableCell>
        <Stack spacing={0.75} sx={{ alignItems: 'flex-start' }}>
          <StatusChip label={translate(`exchange.merge.verdict.${verdict}`)} tone={toneByVerdict[verdict]} />
          {(verdict === 'take' || verdict === 'conflict') && (
            <ToggleButtonGroup exclusive size="small" value={side} aria-label={translate('exchange.merge.decide', { what })} onChange={(_, chosen: Side | null) => chosen !== null && onChoose(chosen)}>
              {sides.map((one) => (
                <ToggleButton key={one} value={one}>
                  {translate(`exchange.merge.side.${one}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          )}
        </Stack>
      </TableCell>
    </TableRow>
  );
}

function useFieldWords(): (value: FieldValue) => string {
  const translate = useTranslate();
  const format = useFormat();
  return (value) => {
    if ('status' in value) {
      const status = translate(`fulfilment.status.${value.status as ObligationStatus}`);
      return value.metOn === null ? status : `${status} · ${format.date(value.metOn as Day)}`;
    }
    return translate('exchange.merge.counts', { delivered: format.number(value.delivered), accepted: format.number(value.accepted) });
  };
}
