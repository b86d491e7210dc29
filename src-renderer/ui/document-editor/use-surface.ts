import { useEffect, useMemo, useState } from 'react';
import type { Annotation } from '#shared/features/documents/annotations.ts';
import type { Condition, DocumentNode, VariableFormat } from '#shared/features/documents/model.ts';
import type { BodyLanguage } from '#shared/features/documents/value-text.ts';
import type { Variable, VariableValues } from '#shared/features/documents/variables.ts';
import { useLanguage, useTranslate, type Translate } from '../../i18n/i18n.ts';
import type { EditorContext } from './editor-context.ts';
import { createSurface, type Surface } from './surface.ts';

interface TextToEdit {
  /** What the text begins with; later ones are not looked at. */
  readonly document: DocumentNode;
  readonly annotations: readonly Annotation[];
  readonly language: BodyLanguage;
  readonly variables: readonly Variable[];
  readonly values: VariableValues;
  readonly withheldKeys: readonly string[];
  /** Folds the parts away that the values leave out; a template's text shows them all. */
  readonly hidesParts: boolean;
  /** Names the text for those who don't see it. */
  readonly label: string;
  /** Who makes suggestions and comments; null where a text is only edited. Taken once. */
  readonly author: string | null;
}

/**
 * Begins to edit a text, or goes on with a surface that was begun before. Variables and values may change while it is
 * edited; the text shows them at once.
 */
export function useSurface(text: TextToEdit, begun: Surface | null = null): Surface {
  const translate = useTranslate();
  const interfaceLanguage = useLanguage();
  const { language, variables, values, withheldKeys, hidesParts } = text;
  const { numbering } = text.document.attrs;
  const context = useMemo((): EditorContext => {
    const words = wordsFor(translate, variables, interfaceLanguage === 'en', hidesParts);
    return { language, numbering, variables, values, withheldKeys, hidesParts, words };
  }, [language, numbering, variables, values, withheldKeys, hidesParts, translate, interfaceLanguage]);
  const [surface] = useState(() => begun ?? createSurface({ document: text.document, annotations: text.annotations, context, label: text.label, author: text.author }));
  useEffect(() => surface.setContext(context), [surface, context]);
  useEffect(() => surface.setLabel(text.label), [surface, text.label]);
  return surface;
}

function wordsFor(translate: Translate, variables: readonly Variable[], isEnglish: boolean, hidesParts: boolean): EditorContext['words'] {
  const find = (key: string) => variables.find((one) => one.key === key);
  const nameOf = (key: string) => (isEnglish ? find(key)?.labelEn : find(key)?.labelZh) ?? key;
  const format = (one: VariableFormat) => translate(`documentEditor.format.${one}`);
  const valueOf = ({ key, value }: Condition) => {
    const variable = find(key);
    if (variable?.type === 'boolean') return translate(value === 'true' ? 'documentEditor.part.yes' : 'documentEditor.part.no');
    const choice = variable?.constraints.choices?.find((one) => one.value === value);
    return (isEnglish ? choice?.labelEn : choice?.labelZh) ?? value ?? '';
  };
  const condition = (attrs: Condition) => {
    const { key, fact, operator } = attrs;
    const name = fact === null ? nameOf(key) : translate('documentEditor.part.factOf', { name: nameOf(key), fact: format(fact) });
    return translate(`documentEditor.condition.${operator}`, { name, value: valueOf(attrs) });
  };
  return {
    condition: (attrs, isShown) => (hidesParts ? `${condition(attrs)} · ${translate(isShown ? 'documentEditor.part.shown' : 'documentEditor.part.hidden')}` : condition(attrs)),
    repeat: (key) => translate('documentEditor.part.repeat', { name: nameOf(key) }),
    format,
    variable: (key, one) => translate('documentEditor.variableIs', { name: nameOf(key), key, format: format(one) }),
    locked: translate(hidesParts ? 'documentEditor.locked' : 'documentEditor.lockedInTemplate'),
    reference: translate('documentEditor.brokenReference'),
    placeholder: translate('documentEditor.placeholder'),
  };
}
