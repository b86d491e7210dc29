import Box from '@mui/material/Box';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslate } from '../../i18n/i18n.ts';
import type { Day } from '#shared/kernel/day.ts';
import { adoptEditorCss, sheetClass } from './editor-css.ts';
import type { InsertionProvider } from './insert/insertion.ts';
import { ownInsertions } from './insert/own-insertions.ts';
import { SlashMenuList } from './insert/slash-menu-list.tsx';
import type { Surface } from './surface.ts';
import { SpellingMenu } from './spelling/spelling-menu.tsx';
import { SpellingTool } from './spelling/spelling-tool.tsx';
import type { Spelling } from './spelling/spelling.ts';
import type { TextMark } from './text-marks.ts';
import { EditorToolbar } from './toolbar/editor-toolbar.tsx';
import { StatusLine } from './toolbar/status-line.tsx';

interface DocumentEditorProps {
  /** From `useSurface`. */
  readonly surface: Surface;
  readonly today: Day;
  /** Told after each change of the text, at once: read it with `surface.read()` when there is a pause. */
  readonly onChange?: () => void;
  /** Words to underline, and what to do when one of them is clicked. */
  readonly marks?: readonly TextMark[];
  readonly onMark?: (id: string) => void;
  /** How the person wants spelling checked; without it, it isn't. */
  readonly spelling?: Spelling | null;
  /** More groups for the `/` menu, behind blocks, references, parties, variables and dates. */
  readonly insertions?: readonly InsertionProvider[];
  /** More buttons at the end of the toolbar. */
  readonly tools?: ReactNode;
  /** Stands in the status line, behind the count of words: when it was saved, for one. */
  readonly status?: ReactNode;
  /** Below the toolbar, above the text: finding and replacing, for one. */
  readonly bar?: ReactNode;
  /** Otherwise the text is only shown. */
  readonly isEditable?: boolean;
}

/**
 * A contract's or a template's text under edit: toolbar, `/` menu, the text as it will be printed with its numbers and
 * values, and a status line. It knows no feature.
 *
 * ```tsx
 * const surface = useSurface({ document, annotations: [], language, variables, values: {}, withheldKeys: [], hidesParts: false, label, author: null });
 * <DocumentEditor surface={surface} today={today} onChange={() => keepSoon(() => surface.read().document)} insertions={[clauseLibrary]} />
 * ```
 *
 * `useSurface` begins with its first document and keeps the edited text; give the component another `key` to begin with
 * another. What the model has and the editor can't change (ragged cells, empty lists) comes back untouched.
 */
export function DocumentEditor({ surface, today, onChange, marks = none, onMark, insertions = none, spelling = null, tools, status, bar, isEditable = true }: DocumentEditorProps) {
  const translate = useTranslate();
  const sheet = useRef<HTMLDivElement>(null);
  const { language } = surface.context();

  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    adoptEditorCss();
    surface.editor.mount(element);
    return () => surface.editor.unmount();
  }, [surface]);

  useEffect(() => surface.setInsertions([...ownInsertions(surface.context, translate, today), ...insertions]), [surface, translate, today, insertions]);
  useEffect(() => surface.setMarks(marks), [surface, marks]);
  useEffect(() => {
    const isOn = spelling?.isOn === true && isEditable;
    surface.spelling.choose({ isOn, passed: spelling?.passed ?? noWords, title: translate('documentEditor.spelling.unknown') });
  }, [surface, spelling, isEditable, translate]);
  useEffect(() => surface.editor.setEditable(isEditable, false), [surface, isEditable]);
  useEffect(() => (onChange === undefined ? undefined : surface.onChanged(onChange)), [surface, onChange]);
  useEffect(() => (onMark === undefined ? undefined : surface.onChosen(onMark)), [surface, onMark]);

  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ position: 'sticky', top: 0, zIndex: 2, bgcolor: 'background.default', pb: 1, '@media print': { display: 'none' } }}>
        {isEditable && (
          <EditorToolbar
            surface={surface}
            tools={
              <>
                {tools}
                {spelling !== null && <SpellingTool spelling={spelling} />}
              </>
            }
          />
        )}
        {bar}
      </Box>
      <Box ref={sheet} className={sheetClass} lang={language === 'zh' ? 'zh-CN' : 'en'} sx={{ p: { xs: 1, md: 2 }, bgcolor: 'action.hover', borderRadius: 1 }} />
      <SlashMenuList store={surface.slash} />
      {spelling !== null && <SpellingMenu surface={surface} spelling={spelling} />}
      <StatusLine surface={surface} status={status} />
    </Box>
  );
}

const none: readonly never[] = [];
const noWords: ReadonlySet<string> = new Set();
