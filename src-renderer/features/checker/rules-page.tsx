import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { problemKinds } from '#shared/features/checker/model.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { UnfinishedNotice } from '../../keeping/unfinished-notice.tsx';
import { useResumeAmong } from '../../keeping/use-resume.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SectionCard } from '../../ui/section-card.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { SeverityChip } from './components/severity-chip.tsx';
import { TuneDialog } from './components/tune-dialog.tsx';
import { useRuleTexts, type ShownRule } from './rule-texts.ts';

/** Every rule that contracts are held against, with its basis; those who may, tune it. */
export function RulesPage() {
  const translate = useTranslate();
  const rules = useOperation('checker.rules', undefined);
  const mayTune = usePermission('checker.tune');
  const { ruleText } = useRuleTexts();
  const [search, setSearch] = useState('');
  const [tuning, setTuning] = useState<ShownRule | null>(null);
  useResumeAmong('tuning', rules.data?.rules, setTuning);
  const wanted = search.trim().toLowerCase();
  const found = rules.data?.rules.filter(({ id }) => `${id} ${ruleText(id).name}`.toLowerCase().includes(wanted)) ?? [];
  return (
    <Page
      title={translate('checker.rules.title')}
      subtitle={rules.data === undefined ? undefined : translate('checker.ruleSet', { version: rules.data.version })}
      maxWidth={1080}
    >
      <Stack spacing={2.5}>
        <UnfinishedNotice contractId={null} dialogs={['tuning']} />
        <SearchField value={search} onChange={setSearch} label={translate('checker.rules.search')} />
        {rules.data === undefined && (rules.error === null ? <LoadingState /> : <ErrorMessage error={rules.error} onRetry={rules.refetch} />)}
        {rules.data !== undefined && found.length === 0 && <EmptyState title={translate('checker.rules.noneTitle')} body={translate('checker.rules.noneBody')} />}
        {problemKinds.map((kind) => {
          const group = found.filter((rule) => rule.kind === kind);
          if (group.length === 0) return null;
          return (
            <SectionCard key={kind} title={translate(`checker.kind.${kind}`)}>
              <Stack component="ul" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {group.map((rule) => (
                  <RuleLine key={rule.id} rule={rule} {...(mayTune ? { onTune: () => setTuning(rule) } : {})} />
                ))}
              </Stack>
            </SectionCard>
          );
        })}
      </Stack>
      {tuning !== null && <TuneDialog key={tuning.id} rule={tuning} onClose={() => setTuning(null)} />}
    </Page>
  );
}

function RuleLine({ rule, onTune }: { readonly rule: ShownRule; readonly onTune?: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const { ruleText, basis } = useRuleTexts();
  const { name, why } = ruleText(rule.id);
  const { tuning } = rule;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
      <Typography variant="body2" color="textSecondary" sx={{ width: 36, flexShrink: 0, fontVariantNumeric: 'tabular-nums', pt: 0.25 }}>
        {rule.id}
      </Typography>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="subtitle2" component="h3">
            {name}
          </Typography>
          {tuning?.isOff === true ? <StatusChip label={translate('checker.rules.off')} /> : <SeverityChip severity={tuning?.severity ?? rule.severity} />}
        </Stack>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.25 }}>
          {why}
        </Typography>
        {rule.bases.length > 0 && (
          <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 0.25 }}>
            {rule.bases.map(basis).join(' · ')}
          </Typography>
        )}
        {rule.changedAt !== null && (
          <Typography variant="caption" component="p" sx={{ mt: 0.25 }}>
            {translate('checker.rules.changedBy', { name: rule.changedByName ?? '', time: format.dateTime(rule.changedAt) })}
          </Typography>
        )}
      </Box>
      {onTune !== undefined && (
        <Button size="small" onClick={onTune} aria-label={translate('checker.rules.tuneOne', { name })}>
          {translate('checker.rules.tune')}
        </Button>
      )}
    </Box>
  );
}
