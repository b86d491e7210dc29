import { useCallback } from 'react';
import type { Reach } from '#shared/features/vault/reach.ts';
import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/i18n.ts';
import { useVaultStatus } from './use-vault-status.ts';

/** Which contracts somebody sees, in words. */
export function useReachWords(): (reach: Reach) => string {
  const translate = useTranslate();
  const format = useFormat();
  return useCallback(
    (reach) => {
      if (reach.scope === 'department') return translate('users.reach.departmentLine', { departments: format.list(reach.departments) });
      return translate(reach.scope === 'own' ? 'users.reach.ownLine' : 'users.reach.all');
    },
    [translate, format],
  );
}

/** Says to whoever sees some of the contracts only which these are; null for everybody else. Lists and figures are of these alone. */
export function useReachNote(): string | null {
  const translate = useTranslate();
  const format = useFormat();
  const status = useVaultStatus();
  if (status?.state !== 'unlocked') return null;
  const { reach } = status.user;
  switch (reach.scope) {
    case 'all':
      return null;
    case 'department':
      return translate('users.reach.youDepartment', { departments: format.list(reach.departments) });
    case 'own':
      return translate('users.reach.youOwn');
  }
}
