import type { Severity } from '#shared/features/checker/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip, type StatusTone } from '../../../ui/status-chip.tsx';

const toneBySeverity: Readonly<Record<Severity, StatusTone>> = { block: 'danger', high: 'warning', medium: 'info', info: 'neutral' };

/** How much a finding weighs, in a word. */
export function SeverityChip({ severity }: { readonly severity: Severity }) {
  const translate = useTranslate();
  return <StatusChip tone={toneBySeverity[severity]} label={translate(`checker.severity.${severity}`)} />;
}
