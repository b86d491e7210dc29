import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Sheet } from '#shared/features/exchange/ipc.ts';
import type { PackedContract, PackId } from '#shared/features/exchange/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';

interface PackedContractCardProps {
  readonly packId: PackId;
  readonly contract: PackedContract;
  readonly amounts: Sheet['amounts'];
}

/** The record of a contract that came in a pack, and its files. */
export function PackedContractCard({ packId, contract, amounts }: PackedContractCardProps) {
  const translate = useTranslate();
  const format = useFormat();
  const save = useCommand('exchange.saveFile');
  const { number, title, stage, partyNames, ownerName, department, signedOn, effectiveOn, endsOn, noticeDeadlineOn, files } = contract;
  const day = (on: Day | null) => (on === null ? '—' : format.date(on));
  const own = amounts === null || isWithheld(amounts) ? undefined : amounts.find(({ contractId }) => contractId === contract.id);
  const sum = own?.amount ?? null;
  return (
    <SectionCard title={`${number} ${title}`}>
      <Stack spacing={2}>
        <DefinitionList
          items={[
            { label: translate('exchange.record.stage'), value: translate(`contracts.stage.${stage}`) },
            { label: translate('exchange.record.parties'), value: partyNames.join(' · ') },
            { label: translate('exchange.record.owner'), value: [ownerName, department].filter((one) => one !== '').join(' · ') },
            { label: translate('exchange.record.signedOn'), value: day(signedOn) },
            { label: translate('exchange.record.effectiveOn'), value: day(effectiveOn) },
            { label: translate('exchange.record.endsOn'), value: day(endsOn) },
            { label: translate('exchange.record.noticeBy'), value: day(noticeDeadlineOn) },
            ...(sum === null ? [] : [{ label: translate('exchange.record.amount'), value: format.money(sum.inclusive) }]),
          ]}
        />
        {files.length > 0 && (
          <Stack spacing={0.5}>
            <Typography variant="h3">{translate('exchange.record.files')}</Typography>
            {files.map(({ part, name, byteLength }) => (
              <Stack key={part} direction="row" spacing={1} sx={{ alignItems: 'center' }}>
                <Typography variant="body2" sx={{ flex: 1, overflowWrap: 'anywhere' }}>{`${name} · ${format.bytes(byteLength)}`}</Typography>
                <Button size="small" onClick={() => void save.run({ packId, part })} aria-label={translate('exchange.record.saveOne', { name })}>
                  {translate('fulfilment.saveEvidence')}
                </Button>
              </Stack>
            ))}
            <ErrorMessage error={save.error} />
          </Stack>
        )}
      </Stack>
    </SectionCard>
  );
}
