import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import type { BackupId } from '#shared/features/backups/model.ts';
import type { ComparedContract, ContractPart, PartDifference } from '#shared/features/backups/selective.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LeadingAlert } from '../../../ui/leading-alert.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';

interface ComparedCardProps {
  readonly backupId: BackupId;
  readonly contractId: ContractId;
  readonly passphrase: string | null;
}

/** A contract of a backup beside what is here, and the ways to bring it back. */
export function ComparedCard({ backupId, contractId, passphrase }: ComparedCardProps) {
  const translate = useTranslate();
  const compare = useTask('backups.compareContract', 'backups.cancel');
  const restore = useTask('backups.restoreContract', 'backups.cancel');
  const asked = { id: backupId, contractId, passphrase };
  const begun = useRef(false);
  const { start } = compare;
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void start({ id: backupId, contractId, passphrase });
  }, [start, backupId, contractId, passphrase]);
  const bring = async (parts: readonly ContractPart[] | null) => {
    const done = await restore.start({ ...asked, parts });
    if (done !== null) await compare.start(asked);
  };
  return (
    <Stack spacing={2.5} aria-live="polite">
      {compare.state.kind === 'running' && <ProgressLine label={translate('backups.one.comparing')} fraction={null} onCancel={compare.cancel} />}
      {compare.state.kind === 'failed' && <ErrorMessage error={compare.state.error} operation="backups.compareContract" />}
      {restore.state.kind === 'failed' && <ErrorMessage error={restore.state.error} operation="backups.restoreContract" />}
      {restore.state.kind === 'done' && (
        <LeadingAlert severity="success" to={`/contracts/${restore.state.value.contractId}`} label={translate('backups.one.show')}>
          {translate('backups.one.restored', { count: restore.state.value.rows })}
        </LeadingAlert>
      )}
      {compare.state.kind === 'done' && <Compared contract={compare.state.value} isRunning={restore.state.kind === 'running'} onRestore={(parts) => void bring(parts)} />}
    </Stack>
  );
}

interface ComparedProps {
  readonly contract: ComparedContract;
  readonly isRunning: boolean;
  /** Null: all of it as a copy. */
  readonly onRestore: (parts: readonly ContractPart[] | null) => void;
}

function Compared({ contract, isRunning, onRestore }: ComparedProps) {
  const translate = useTranslate();
  const format = useFormat();
  const confirm = useConfirm();
  const { number, title, stage, updatedAt, versionNumber, obligations, payments, files, differences } = contract;
  const offered = (differences ?? []).filter(({ missing, changed }) => missing + changed > 0);
  const possible = offered.filter(({ isFixed }) => !isFixed).map(({ part }) => part);
  const [left, setLeft] = useState<readonly ContractPart[]>([]);
  const chosen = possible.filter((part) => !left.includes(part));
  const bringBack = async () => {
    const names = format.list(chosen.map((part) => translate(`backups.part.${part}`)));
    const isSure = await confirm({ title: translate('backups.one.confirmTitle', { number }), body: translate('backups.one.confirmBody', { parts: names }), confirmLabel: translate('backups.one.bringBack') });
    if (isSure) onRestore(chosen);
  };
  return (
    <SectionCard
      title={`${number} ${title}`}
      subtitle={translate('backups.one.state', { stage: translate(`contracts.stage.${stage}`), time: format.dateTime(updatedAt) })}
      actions={
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
          <Button variant="outlined" loading={isRunning} onClick={() => onRestore(null)}>
            {translate('backups.one.copy')}
          </Button>
          {differences !== null && (
            <Button variant="contained" disabled={chosen.length === 0} loading={isRunning} onClick={() => void bringBack()}>
              {translate('backups.one.bringBack')}
            </Button>
          )}
        </Stack>
      }
    >
      <Stack spacing={1}>
        <Typography variant="body2">{translate('backups.one.holds', { version: versionNumber, obligations, payments, files })}</Typography>
        {differences === null && <Alert severity="info">{translate('backups.one.onlyCopy')}</Alert>}
        {differences !== null && offered.length === 0 && <Alert severity="success">{translate('backups.one.same')}</Alert>}
        {offered.map((difference) => (
          <DifferenceLine key={difference.part} difference={difference} isChosen={chosen.includes(difference.part)} onChoose={(isOn) => setLeft((present) => (isOn ? present.filter((part) => part !== difference.part) : [...present, difference.part]))} />
        ))}
        {offered.length > 0 && (
          <Typography variant="body2" color="textSecondary">
            {translate('backups.one.later')}
          </Typography>
        )}
      </Stack>
    </SectionCard>
  );
}

function DifferenceLine({ difference, isChosen, onChoose }: { readonly difference: PartDifference; readonly isChosen: boolean; readonly onChoose: (isOn: boolean) => void }) {
  const translate = useTranslate();
  const { part, missing, changed, names, isFixed } = difference;
  return (
    <div data-part={part}>
      <FormControlLabel
        disabled={isFixed}
        control={<Checkbox checked={isChosen} onChange={(_, isOn) => onChoose(isOn)} />}
        label={part === 'text' ? translate('backups.one.otherText') : translate('backups.one.difference', { part: translate(`backups.part.${part}`), missing, changed })}
      />
      {(names.length > 0 || isFixed) && (
        <Typography variant="body2" color="textSecondary" sx={{ ml: 4 }}>
          {isFixed ? translate('backups.one.fixed') : names.join(' · ')}
        </Typography>
      )}
    </div>
  );
}
