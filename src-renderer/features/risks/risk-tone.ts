import type { RiskLevel } from '#shared/features/risks/model.ts';
import type { StatusTone } from '../../ui/status-chip.tsx';

export const toneByLevel: Readonly<Record<RiskLevel, StatusTone>> = { low: 'success', medium: 'warning', high: 'danger' };
