import type { Contract } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { Amount } from './amount.tsx';

/** What a contract is, at a glance. */
export function ContractFacts({ contract }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const format = useFormat();
  const { summary } = contract;
  return (
    <SectionCard title={translate('contracts.page.facts')}>
      <DefinitionList
        items={[
          {
            label: translate('contracts.page.parties'),
            value: summary.partyNames.map((name, index) => <div key={index}>{name}</div>),
          },
          { label: translate('contracts.page.amount'), value: <Amount amount={summary.amount} /> },
          {
            label: translate('contracts.page.effectiveDate'),
            value:
              summary.effectiveDate === null ? translate('contracts.notSet') : format.date(summary.effectiveDate),
          },
          { label: translate('contracts.page.type'), value: translate(`contracts.type.${summary.contractType}`) },
          { label: translate('contracts.language.label'), value: translate(`contracts.language.${summary.language}`) },
          { label: translate('contracts.page.createdAt'), value: format.dateTime(summary.createdAt) },
          { label: translate('contracts.page.updatedAt'), value: format.dateTime(summary.updatedAt) },
        ]}
      />
    </SectionCard>
  );
}
