import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { LibraryClause } from '#shared/features/clauses/model.ts';
import { compareWords } from '#shared/features/versions/compare.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useClauseWords } from '../use-clause-words.ts';
import { Redline } from './redline.tsx';
import { WordingPair } from './wording-pair.tsx';

interface ClauseDetailProps {
  readonly clause: LibraryClause;
  readonly onEdit: () => void;
}

const riskTones = { low: 'neutral', medium: 'warning', high: 'danger' } as const;

/** All that the library says of one clause. */
export function ClauseDetail({ clause, onEdit }: ClauseDetailProps) {
  const translate = useTranslate();
  const toast = useToast();
  const words = useClauseWords()(clause.content);
  const mayWrite = usePermission('clauses.write');
  const retire = useCommand('clauses.retire');
  const { content, retiredAt } = clause;
  const turn = async () => {
    const reply = await retire.run({ id: clause.id, revision: clause.revision, isRetired: retiredAt === null });
    if (!reply.ok) return toast.failure(reply.error);
    toast.success(translate(retiredAt === null ? 'clauses.retired' : 'clauses.restored', { title: words.title }));
  };
  return (
    <SectionCard
      title={words.title}
      subtitle={translate('clauses.lineOf', { category: translate(`clauses.category.${content.category}`), version: clause.versionNumber })}
      actions={
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <StatusChip tone={riskTones[content.risk]} label={translate(`clauses.risk.${content.risk}`)} />
          {retiredAt !== null && <StatusChip tone="neutral" label={translate('clauses.isRetired')} />}
          {mayWrite && (
            <>
              <Button size="small" onClick={onEdit}>
                {translate('clauses.edit')}
              </Button>
              <Button size="small" color="inherit" loading={retire.isRunning} onClick={() => void turn()}>
                {translate(retiredAt === null ? 'clauses.retire' : 'clauses.restore')}
              </Button>
            </>
          )}
        </Stack>
      }
    >
      <Stack spacing={2}>
        <Part title={translate('clauses.preferred')} action={<CopyButton text={[content.preferred.zh, content.preferred.en].filter((text) => text !== '').join('\n\n')} label={translate('clauses.copy')} />}>
          <WordingPair wording={content.preferred} />
        </Part>
        {content.fallbacks.map(({ wording, acceptRole }, index) => (
          <Part key={index} title={translate('clauses.fallbackBy', { number: index + 1, role: translate(`vault.role.${acceptRole}`) })}>
            <WordingPair wording={wording} />
          </Part>
        ))}
        <Part title={translate('clauses.hardLine')}>
          <Typography variant="body2">{words.hardLine}</Typography>
        </Part>
        <Part title={translate('clauses.guidance')}>
          <Typography variant="body2">{words.guidance}</Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
            {translate('clauses.approverOf', { role: translate(`vault.role.${content.approverRole}`) })}
          </Typography>
        </Part>
        {clause.versionNumber > 1 && <History clause={clause} />}
      </Stack>
    </SectionCard>
  );
}

function Part({ title, action, children }: { readonly title: string; readonly action?: React.ReactNode; readonly children: React.ReactNode }) {
  return (
    <div>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', mb: 0.5 }}>
        <Typography variant="subtitle2" component="h3">
          {title}
        </Typography>
        {action}
      </Stack>
      {children}
    </div>
  );
}

/** The versions, each against the one before. */
function History({ clause }: { readonly clause: LibraryClause }) {
  const translate = useTranslate();
  const format = useFormat();
  const versions = useOperation('clauses.versions', { id: clause.id });
  const [shown, setShown] = useState<number | null>(null);
  const all = versions.data ?? [];
  return (
    <Part title={translate('clauses.history')}>
      <Stack component="ul" spacing={0.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {all.map(({ versionNumber, changedAt, changedByName, note, content }, index) => {
          const before = all[index + 1];
          return (
            <li key={versionNumber}>
              <Typography variant="body2" component="span">
                {translate('clauses.versionLine', { version: versionNumber, time: format.dateTime(changedAt), name: changedByName === '' ? translate('clauses.shipped') : changedByName })}
                {note !== '' && ` · ${note}`}
              </Typography>
              {before !== undefined && (
                <Button size="small" aria-expanded={shown === versionNumber} onClick={() => setShown(shown === versionNumber ? null : versionNumber)}>
                  {translate('clauses.compare', { version: before.versionNumber })}
                </Button>
              )}
              {before !== undefined && shown === versionNumber && (
                <Stack spacing={1}>
                  <Redline parts={compareWords(before.content.preferred.zh, content.preferred.zh)} />
                  <Redline parts={compareWords(before.content.preferred.en, content.preferred.en)} />
                </Stack>
              )}
            </li>
          );
        })}
      </Stack>
    </Part>
  );
}
