import LibraryAddIcon from '@mui/icons-material/LibraryAddOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import type { LibraryClause } from '#shared/features/clauses/model.ts';
import { numberingStyles, type BlockNode } from '#shared/features/documents/model.ts';
import { areParallel } from '#shared/features/documents/numbering.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { DocumentEditor } from '../../../ui/document-editor/document-editor.tsx';
import { appendBlocks } from '../../../ui/document-editor/insert/contents.ts';
import type { InsertionProvider } from '../../../ui/document-editor/insert/insertion.ts';
import type { Spelling } from '../../../ui/document-editor/spelling/spelling.ts';
import { partInsertions } from '../../../ui/document-editor/insert/part-insertions.ts';
import { PartBar } from '../../../ui/document-editor/toolbar/part-bar.tsx';
import { ToolButton } from '../../../ui/document-editor/toolbar/tool-button.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { LibraryDialog } from './library-dialog.tsx';
import type { TemplateBodies } from './use-bodies.ts';

/** A template's content as its tabs change it. */
export interface EditingProps {
  readonly content: TemplateContent;
  readonly isEditable: boolean;
  readonly onChange: (content: TemplateContent) => void;
}

interface TextEditorProps {
  readonly content: TemplateContent;
  readonly isEditable: boolean;
  readonly bodies: TemplateBodies;
  /** Groups of the `/` menu that other features give. */
  readonly insertions: readonly InsertionProvider[];
  /** How the person wants spelling checked; null while that is not known. */
  readonly spelling: Spelling | null;
}

const views = ['zh', 'en', 'both'] as const;
type View = (typeof views)[number];

/** Both texts of a template as they will be printed: variables as chips, parts with what they depend on. */
export function TextEditor({ content, isEditable, bodies, insertions, spelling }: TextEditorProps) {
  const translate = useTranslate();
  const own = useLanguage() === 'en' ? 'en' : 'zh';
  const [view, setView] = useState<View>(content.bodyZh.content.length === 0 ? 'en' : content.bodyEn.content.length === 0 ? 'zh' : own);
  const shown = view === 'both' ? (['zh', 'en'] as const) : [view];
  const { bodyZh, bodyEn } = content;
  const areApart = bodyZh.content.length > 0 && bodyEn.content.length > 0 && !areParallel(bodyZh.content, bodyEn.content);
  return (
    <Stack spacing={1.5} sx={{ pt: 2 }}>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <ToggleButtonGroup exclusive size="small" value={view} aria-label={translate('templates.page.language')} onChange={(_, chosen: View | null) => chosen !== null && setView(chosen)}>
          {views.map((each) => (
            <ToggleButton key={each} value={each}>
              {translate(each === 'both' ? 'templates.text.both' : `templates.page.${each}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <TextField select size="small" disabled={!isEditable} label={translate('templates.text.numbering')} value={bodyZh.attrs.numbering} onChange={(event) => bodies.number(numberingStyles.find((style) => style === event.target.value) ?? 'article')} sx={{ minWidth: 200 }}>
          {numberingStyles.map((style) => (
            <MenuItem key={style} value={style}>
              {translate(`templates.text.numberings.${style}`)}
            </MenuItem>
          ))}
        </TextField>
        <Typography variant="body2" color="textSecondary" sx={{ flex: 1, minWidth: 220 }}>
          {translate(isEditable ? 'templates.text.hint' : 'templates.text.fixed')}
        </Typography>
      </Stack>
      {areApart && <Alert severity="info">{translate('templates.text.apart')}</Alert>}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', xl: `repeat(${shown.length}, minmax(0, 1fr))` } }}>
        {shown.map((language) => (
          <OneText key={language} language={language} bodies={bodies} content={content} isEditable={isEditable} insertions={insertions} spelling={spelling} />
        ))}
      </Box>
    </Stack>
  );
}

function OneText({ language, bodies, content, isEditable, insertions, spelling }: TextEditorProps & { readonly language: 'zh' | 'en' }) {
  const translate = useTranslate();
  const [today] = useState(presentDay);
  const [isChoosing, setChoosing] = useState(false);
  const surface = bodies[language];
  const all = useMemo(() => [...partInsertions(surface, translate), ...insertions], [surface, translate, insertions]);
  // A clause of the library goes into both texts, so that they go on clause by clause.
  const insert = (clause: LibraryClause) => {
    setChoosing(false);
    const { $from } = surface.editor.state.selection;
    const index = $from.index(0);
    for (const each of ['zh', 'en'] as const) appendBlocks(bodies[each].editor, index, clauseBlocks(clause, each));
  };
  return (
    <Box sx={{ minWidth: 0 }}>
      <DocumentEditor
        surface={surface}
        today={today}
        insertions={all}
        spelling={spelling}
        isEditable={isEditable}
        tools={<ToolButton label={translate('templates.text.libraryTitle')} icon={<LibraryAddIcon />} onClick={() => setChoosing(true)} />}
        bar={isEditable && <PartBar surface={surface} variables={content.variables} />}
      />
      {isChoosing && <LibraryDialog onChoose={insert} onClose={() => setChoosing(false)} />}
    </Box>
  );
}

function clauseBlocks({ content: { titleZh, titleEn, preferred } }: LibraryClause, language: 'zh' | 'en'): readonly BlockNode[] {
  const [heading, wording] = language === 'zh' ? [titleZh, preferred.zh] : [titleEn, preferred.en];
  const words = (text: string) => (text === '' ? [] : [{ type: 'text', text, marks: [] } as const]);
  return [
    { type: 'clauseHeading', attrs: { level: 1, id: null }, content: words(heading) },
    ...wording.split('\n').map((line) => ({ type: 'paragraph', attrs: { numbered: true, id: null }, content: words(line) }) as const),
  ];
}
