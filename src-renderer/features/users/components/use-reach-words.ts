import { useCallback } from 'react';
import type { Reach } from '#shared/features/vault/reach.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

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
