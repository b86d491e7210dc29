import { useCallback } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { isStringKey, useTranslate, type Translate } from '../../../i18n/i18n.ts';
import { shortId } from './short-id.ts';

/** What an event notes beside its subject, as words. `facts`: its JSON as the log keeps it. */
export function useFactWords(): (facts: string) => string {
  const translate = useTranslate();
  const format = useFormat();
  return useCallback(
    (facts) => {
      const entries = Object.entries(JSON.parse(facts) as Readonly<Record<string, unknown>>);
      const words = entries.flatMap(([key, value]) => {
        const named = `audit.fact.${key}`;
        const name = isStringKey(named) ? translate(named) : key;
        // What was so needs no yes.
        if (value === true) return [name];
        if (value === false) return [translate('audit.factNot', { name })];
        return value === null || value === '' ? [] : [translate('audit.factLine', { name, value: valueWords(value, format.list, translate) })];
      });
      return words.join(' · ');
    },
    [translate, format],
  );
}

function valueWords(value: unknown, listed: (items: readonly string[]) => string, translate: Translate): string {
  if (Array.isArray(value)) return listed(value.map((item) => valueWords(item, listed, translate)));
  if (typeof value === 'object' && value !== null) return listed(Object.entries(value).map(([field, of]) => fieldWords(field, of, translate)));
  return typeof value === 'string' ? shortened(value) : JSON.stringify(value);
}

/** A field of a contract's record with what stood in it. */
function fieldWords(field: string, value: unknown, translate: Translate): string {
  const named = `contracts.record.field.${field}`;
  const parts = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  const words = parts.map((part) => (typeof part === 'string' ? shortened(part) : part === null ? translate('audit.factEmpty') : JSON.stringify(part))).join(' ');
  return translate('audit.factLine', { name: isStringKey(named) ? translate(named) : field, value: words === '' ? translate('audit.factEmpty') : words });
}

function shortened(text: string): string {
  const short = shortId(text);
  return short === text ? text : `${short}…`;
}
