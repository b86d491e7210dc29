import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useEffect, useMemo, useRef } from 'react';
import type { Chapter } from '#shared/features/help/model.ts';
import { useLanguage } from '../../../i18n/i18n.ts';
import { Markdown } from '../../../ui/markdown.tsx';
import { picturesOf } from '../handbook.ts';

interface ChapterTextProps {
  readonly chapter: Chapter;
  /** The section to begin at. */
  readonly section: number | null;
}

/** One chapter to be read, from its top or from one section on. */
export function ChapterText({ chapter, section }: ChapterTextProps) {
  const language = useLanguage();
  const pictures = useMemo(() => picturesOf(language), [language]);
  const headings = useRef<(HTMLElement | null)[]>([]);
  useEffect(() => {
    if (section === null) return;
    headings.current[section]?.scrollIntoView({ block: 'start' });
    headings.current[section]?.focus();
  }, [section]);
  return (
    <Paper component="article" variant="outlined" sx={{ px: { xs: 2.5, md: 5 }, py: 3.5, maxWidth: 860 }}>
      <Typography variant="h2" sx={{ fontSize: '1.5rem', mb: 2 }}>
        {chapter.title}
      </Typography>
      <Markdown text={chapter.lead} language={language} pictures={pictures} />
      {chapter.sections.map(({ title, body }, index) => (
        <Box component="section" key={title} sx={{ mt: 4 }}>
          <Typography
            variant="h3"
            tabIndex={-1}
            ref={(element: HTMLElement | null) => {
              headings.current[index] = element;
            }}
            sx={{ mb: 1, scrollMarginTop: 16, outlineOffset: 4 }}
          >
            {title}
          </Typography>
          <Markdown text={body} language={language} pictures={pictures} />
        </Box>
      ))}
    </Paper>
  );
}
