import Box from '@mui/material/Box';
import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { useLayoutEffect, useRef } from 'react';

interface MarkdownProps {
  readonly text: string;
  readonly language: string;
  /** The application's own pictures that the text may name, and where they lie. Without them a text shows none. */
  readonly pictures?: ReadonlyMap<string, string>;
}

/** Shows a text in Markdown. Headings, lists, tables, quotes and emphasis; no links, no foreign pictures, nothing that acts. */
export function Markdown({ text, language, pictures }: MarkdownProps) {
  const hostRef = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    hostRef.current?.replaceChildren(sanitised(text, pictures));
  }, [text, pictures]);
  return <Box ref={hostRef} lang={language} sx={proseStyle} />;
}

const allowed = {
  ALLOWED_TAGS: ['h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li', 'strong', 'em', 'del', 'blockquote', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'code', 'pre', 'hr', 'br'],
  ALLOWED_ATTR: [],
};

function sanitised(text: string, pictures: MarkdownProps['pictures']): DocumentFragment {
  const html = marked.parse(text, { async: false, gfm: true });
  if (pictures === undefined) return DOMPurify.sanitize(html, { ...allowed, RETURN_DOM_FRAGMENT: true });
  const fragment = DOMPurify.sanitize(html, { ALLOWED_TAGS: [...allowed.ALLOWED_TAGS, 'img'], ALLOWED_ATTR: ['src', 'alt'], RETURN_DOM_FRAGMENT: true });
  for (const image of fragment.querySelectorAll('img')) {
    const place = pictures.get(image.getAttribute('src') ?? '');
    if (place === undefined) image.remove();
    else image.src = place;
  }
  return fragment;
}

const proseStyle = {
  fontSize: '1rem',
  lineHeight: 1.8,
  overflowWrap: 'anywhere',
  '& > :first-of-type': { mt: 0 },
  '& h2': { typography: 'h2', mt: 3, mb: 1 },
  '& h3, & h4': { typography: 'h3', mt: 2.5, mb: 1 },
  '& p': { my: 1.25 },
  '& ul, & ol': { pl: 3, my: 1.25 },
  '& li': { my: 0.5 },
  '& blockquote': { mx: 0, my: 1.25, px: 2, py: 0.75, borderLeft: 3, borderColor: 'primary.main', bgcolor: 'action.hover', borderRadius: '0 4px 4px 0', '& p': { my: 0.5 } },
  '& table': { borderCollapse: 'collapse', my: 2, width: '100%' },
  '& th, & td': { border: 1, borderColor: 'divider', px: 1.25, py: 0.75, textAlign: 'left', verticalAlign: 'top', lineHeight: 1.6 },
  '& th': { bgcolor: 'action.hover', fontWeight: 600 },
  '& img': { display: 'block', maxWidth: '100%', border: 1, borderColor: 'divider', borderRadius: 1, my: 2 },
  '& pre': { overflowX: 'auto', p: 1.5, bgcolor: 'action.hover', borderRadius: 1, fontSize: '0.875rem', lineHeight: 1.6 },
} as const;
