import { useCallback, useEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { NumberingStyle } from '#shared/features/documents/model.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { renameKey } from '#shared/features/templates/rename-key.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { renameVariable, setNumbering } from '../../../ui/document-editor/parts.ts';
import type { Surface } from '../../../ui/document-editor/surface.ts';
import { useSurface } from '../../../ui/document-editor/use-surface.ts';

export interface TemplateBodies {
  readonly zh: Surface;
  readonly en: Surface;
  /** The content with both texts as they stand at this moment. */
  readonly latest: () => TemplateContent;
  readonly number: (style: NumberingStyle) => void;
  /** Gives a variable another key, in both texts and wherever else it is meant. */
  readonly rename: (from: string, to: string) => void;
}

const pauseMs = 300;
const noValues = {};
const none: readonly never[] = [];

/** Both texts of a template under edit. What is typed joins the content a pause after the last letter. */
export function useBodies(content: TemplateContent, onChange: (content: TemplateContent) => void): TemplateBodies {
  const translate = useTranslate();
  const shared = { variables: content.variables, values: noValues, withheldKeys: none, hidesParts: false, annotations: none, author: null } as const;
  const zh = useSurface({ ...shared, language: 'zh', document: content.bodyZh, label: translate('editor.textIn.zh') });
  const en = useSurface({ ...shared, language: 'en', document: content.bodyEn, label: translate('editor.textIn.en') });
  const present = useRef({ content, onChange });
  const changed = useRef(new Set<'bodyZh' | 'bodyEn'>());
  useEffect(() => {
    present.current = { content, onChange };
  });

  const latest = useCallback((): TemplateContent => {
    const bodies = [...changed.current].map((body) => [body, (body === 'bodyZh' ? zh : en).read().document] as const);
    changed.current.clear();
    if (bodies.length === 0) return present.current.content;
    const next = { ...present.current.content, ...Object.fromEntries(bodies) };
    present.current.onChange(next);
    return next;
  }, [zh, en]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (body: 'bodyZh' | 'bodyEn') => () => {
      changed.current.add(body);
      clearTimeout(timer);
      timer = setTimeout(latest, pauseMs);
    };
    const stops = [zh.onChanged(later('bodyZh')), en.onChanged(later('bodyEn'))];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [zh, en, latest]);

  // Before the vault is locked, and before the content that is kept then is sent.
  useEffect(() => {
    const join = () => void flushSync(latest);
    globalThis.addEventListener('beforelock', join, { capture: true });
    return () => globalThis.removeEventListener('beforelock', join, { capture: true });
  }, [latest]);

  return useMemo(
    () => ({
      zh,
      en,
      latest,
      number: (style) => [zh, en].forEach(({ editor }) => setNumbering(editor, style)),
      rename: (from, to) => {
        for (const { editor } of [zh, en]) renameVariable(editor, from, to);
        present.current.onChange(renameKey(latest(), from, to));
      },
    }),
    [zh, en, latest],
  );
}
