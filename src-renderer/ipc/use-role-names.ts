import { useCallback } from 'react';
import type { CustomRole, HeldRoles } from '#shared/features/vault/custom-roles.ts';
import { useLanguage, useTranslate } from '../i18n/i18n.ts';
import { useOperation } from './use-query.ts';

/** The names of the roles that somebody holds: the shipped ones, then the vault's own. */
export function useRoleNames(): (held: HeldRoles) => readonly string[] {
  const translate = useTranslate();
  const nameOf = useCustomRoleName();
  const { data: own = [] } = useOperation('users.customRoles', undefined);
  return useCallback(
    ({ roles, customRoles = [] }) => [...roles.map((role) => translate(`vault.role.${role}`)), ...own.filter(({ id }) => customRoles.includes(id)).map(nameOf)],
    [translate, nameOf, own],
  );
}

/** What one of the vault's own roles is called in the language that is shown. */
export function useCustomRoleName(): (role: Pick<CustomRole, 'nameZh' | 'nameEn'>) => string {
  const language = useLanguage();
  return useCallback(({ nameZh, nameEn }) => (language === 'en' ? nameEn : nameZh), [language]);
}
