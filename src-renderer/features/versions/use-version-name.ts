import type { ContractVersion } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';

/** What a version is called: its number, and the name that a person gave it. */
export function useVersionName(): (version: ContractVersion) => string {
  const translate = useTranslate();
  return ({ versionNumber: version, label }) =>
    label === '' ? translate('versions.number', { version }) : translate('versions.numberNamed', { version, label });
}
