import AttachFileIcon from '@mui/icons-material/AttachFile';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import type { Evidence, Obligation } from '#shared/features/fulfilment/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useHolds, usePermission } from '../../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { Withheld } from '../../../ui/withheld.tsx';
import { EvidenceNote } from './evidence-note.tsx';

interface EvidenceListProps {
  readonly obligation: Obligation;
  /** Whether a note that was left unfinished is gone on with. */
  readonly goesOn: boolean;
}

/** What proves that an obligation was met, with ways to add to it. */
export function EvidenceList({ obligation, goesOn }: EvidenceListProps) {
  const translate = useTranslate();
  const mayTick = usePermission('fulfilment.tick');
  const addFile = useCommand('fulfilment.addFile');
  const [isNoting, setNoting] = useState(goesOn);
  const holdsClauses = useHolds('clauses');
  return (
    <div>
      <Typography variant="subtitle2">
        {translate('fulfilment.evidence')}
        {obligation.evidenceRequired ? ` · ${translate('fulfilment.evidenceNeeded')}` : ''}
      </Typography>
      <EvidenceLines evidence={obligation.evidence} />
      {isNoting && <EvidenceNote obligation={obligation} onClose={() => setNoting(false)} />}
      {mayTick && !isNoting && (
        <Stack direction="row" spacing={1}>
          {holdsClauses && (
            <Button size="small" startIcon={<AttachFileIcon />} loading={addFile.isRunning} onClick={() => void addFile.run({ obligationId: obligation.id })}>
              {translate('fulfilment.addFile')}
            </Button>
          )}
          <Button size="small" onClick={() => setNoting(true)}>
            {translate('fulfilment.addNote')}
          </Button>
        </Stack>
      )}
      <ErrorMessage error={addFile.error} />
    </div>
  );
}

/** The proofs, one by one. */
export function EvidenceLines({ evidence }: { readonly evidence: readonly Evidence[] }) {
  return (
    <Stack spacing={1} sx={{ my: 0.5 }}>
      {evidence.map((one) => (
        <EvidenceLine key={one.id} evidence={one} />
      ))}
    </Stack>
  );
}

function EvidenceLine({ evidence }: { readonly evidence: Evidence }) {
  const translate = useTranslate();
  const format = useFormat();
  const save = useCommand('fulfilment.saveEvidence');
  const holdsClauses = useHolds('clauses');
  const facts = [
    format.dateTime(evidence.addedAt),
    evidence.addedByName,
    ...(evidence.takenAt === null ? [] : [translate('fulfilment.takenAt', { moment: format.dateTime(evidence.takenAt) })]),
    ...(evidence.place === null ? [] : [translate('fulfilment.takenWhere', { latitude: evidence.place.latitude, longitude: evidence.place.longitude })]),
  ].join(' · ');
  const isStored = evidence.kind !== 'note';
  return (
    <Stack direction="row" spacing={1.5} sx={{ alignItems: 'flex-start' }}>
      {(evidence.kind === 'photo' || evidence.kind === 'signature') && holdsClauses && <Picture evidence={evidence} />}
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {translate(`fulfilment.evidenceKind.${evidence.kind}`)}
          {isWithheld(evidence.words) ? <Withheld /> : evidence.words === '' ? '' : ` · ${evidence.words}`}
        </Typography>
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {facts}
        </Typography>
        {isStored && holdsClauses && (
          <Link component="button" variant="body2" onClick={() => void save.run({ id: evidence.id })}>
            {translate('fulfilment.saveEvidence')}
          </Link>
        )}
        <ErrorMessage error={save.error} />
      </Box>
    </Stack>
  );
}

function Picture({ evidence }: { readonly evidence: Evidence }) {
  const translate = useTranslate();
  const picture = useOperation('fulfilment.picture', { id: evidence.id });
  const imageRef = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (picture.data === undefined || imageRef.current === null) return undefined;
    const url = URL.createObjectURL(new Blob([picture.data.bytes], { type: picture.data.type }));
    imageRef.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [picture.data]);
  return <Box component="img" ref={imageRef} alt={translate(`fulfilment.evidenceKind.${evidence.kind}`)} sx={{ width: 96, height: 72, objectFit: 'contain', border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: '#fff' }} />;
}
