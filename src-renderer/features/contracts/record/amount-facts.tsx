import type { Contract } from '#shared/features/contracts/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Amount } from '../components/amount.tsx';

/** The sum of a contract with what its record says about tax. */
export function AmountFacts({ contract }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const format = useFormat();
  const { amount, record, summary } = contract;
  const detail = isWithheld(amount) ? null : amount;
  const { exclusiveMinor = null, taxBasisPoints = null, basis = null } = detail ?? {};
  const items = [
    { label: translate('contracts.record.field.direction'), value: translate(`contracts.direction.${record.direction}`) },
    { label: translate('contracts.record.field.inclusive'), value: <Amount summary={summary} /> },
    ...(detail === null || exclusiveMinor === null
      ? []
      : [{ label: translate('contracts.record.field.exclusive'), value: format.money({ minor: exclusiveMinor, currency: detail.inclusive.currency }) }]),
    ...(taxBasisPoints === null ? [] : [{ label: translate('contracts.record.field.taxRate'), value: format.percent(taxBasisPoints / 10_000) }]),
    ...(basis === null ? [] : [{ label: translate('contracts.record.field.basis'), value: translate(`contracts.record.basis.${basis}`) }]),
  ];
  return <DefinitionList labelWidth={112} items={items} />;
}
