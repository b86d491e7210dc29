import Box from '@mui/material/Box';
import DOMPurify from 'dompurify';
import { useEffect, useLayoutEffect, useRef } from 'react';

interface DocumentPreviewProps {
  /** Markup of the document; sanitised here whatever its source. Variables carry `data-key="key"`. */
  readonly html: string;
  readonly css: string;
  /** Names the region for screen readers. */
  readonly label: string;
  readonly language: string;
  /** Key of the variable that is being edited: marked, and scrolled into view. */
  readonly activeVariable?: string | undefined;
  readonly onVariableClick?: ((key: string) => void) | undefined;
}

/**
 * Shows a document as paper. It lives in a shadow tree with constructed style sheets: the document's styles reach
 * nothing else, and the page's content security policy needs no inline styles.
 */
export function DocumentPreview(props: DocumentPreviewProps) {
  const { html, css, label, language, activeVariable, onVariableClick } = props;
  const hostRef = useRef<HTMLDivElement>(null);
  const clickRef = useRef(onVariableClick);

  useLayoutEffect(() => {
    clickRef.current = onVariableClick;
  }, [onVariableClick]);

  useLayoutEffect(() => {
    if (hostRef.current === null) return;
    const root = openShadow(hostRef.current);
    root.adoptedStyleSheets = [sheetOf(css), sheetOf(paperCss)];
  }, [css]);

  useLayoutEffect(() => {
    if (hostRef.current === null) return;
    replaceChanged(paperOf(openShadow(hostRef.current)), sanitise(html));
  }, [html]);

  useEffect(() => {
    if (hostRef.current === null) return;
    markActive(hostRef.current, paperOf(openShadow(hostRef.current)), activeVariable);
  }, [html, activeVariable]);

  useEffect(() => {
    const host = hostRef.current;
    if (host === null) return;
    const root = openShadow(host);
    const choose = (event: Event) => {
      const hit = event.target instanceof Element ? event.target.closest('[data-key]') : null;
      const key = hit?.getAttribute('data-key');
      if (key !== null && key !== undefined) clickRef.current?.(key);
    };
    root.addEventListener('click', choose);
    return () => root.removeEventListener('click', choose);
  }, []);

  return (
    <Box
      ref={hostRef}
      role="document"
      aria-label={label}
      lang={language}
      data-clickable={onVariableClick === undefined ? undefined : 'true'}
      sx={{ display: 'block' }}
    />
  );
}

const allowed = { USE_PROFILES: { html: true }, FORBID_TAGS: ['style', 'form', 'input', 'button', 'a', 'img'] };

function sanitise(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, { ...allowed, FORBID_ATTR: ['style'], RETURN_DOM_FRAGMENT: true });
}

function openShadow(host: HTMLElement): ShadowRoot {
  return host.shadowRoot ?? host.attachShadow({ mode: 'open' });
}

/** The element that looks like a sheet of paper; all content goes inside. */
function paperOf(root: ShadowRoot): HTMLElement {
  const present = root.querySelector<HTMLElement>('.paper');
  if (present !== null) return present;
  const paper = document.createElement('div');
  paper.className = 'paper';
  root.append(paper);
  return paper;
}

const sheetByCss = new Map<string, CSSStyleSheet>();

function sheetOf(css: string): CSSStyleSheet {
  const known = sheetByCss.get(css);
  if (known !== undefined) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  sheetByCss.set(css, sheet);
  return sheet;
}

/**
 * Puts the fresh content in the place of the old, but leaves every block that says the same as before: a keystroke
 * changes a paragraph or two, and neither the scroll position nor a selection elsewhere is lost.
 */
function replaceChanged(old: Element, fresh: DocumentFragment | Element): void {
  const newNodes = [...fresh.childNodes];
  newNodes.forEach((node, index) => {
    const present = old.childNodes[index];
    if (present === undefined) old.append(node);
    else if (!present.isEqualNode(node)) replaceNode(present, node);
  });
  while (old.childNodes.length > newNodes.length) old.lastChild?.remove();
}

function replaceNode(present: ChildNode, node: ChildNode): void {
  const isSameWrapper =
    present instanceof Element && node instanceof Element && present.cloneNode().isEqualNode(node.cloneNode());
  if (isSameWrapper && node.children.length > 1) replaceChanged(present, node);
  else present.replaceWith(node);
}

function markActive(host: HTMLElement, paper: HTMLElement, key: string | undefined): void {
  for (const marked of paper.querySelectorAll('.is-active')) marked.classList.remove('is-active');
  if (key === undefined) return;
  const hits = [...paper.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
  for (const hit of hits) hit.classList.add('is-active');
  const first = hits[0];
  if (first !== undefined) scrollNear(host, first);
}

/** Scrolls the preview's own scroller only: never the page under the field that is being typed in. */
function scrollNear(host: HTMLElement, target: Element): void {
  const scroller = host.closest<HTMLElement>('[data-preview-scroller]');
  if (scroller === null) return;
  const frame = scroller.getBoundingClientRect();
  const spot = target.getBoundingClientRect();
  if (spot.top >= frame.top + 24 && spot.bottom <= frame.bottom - 24) return;
  const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const top = scroller.scrollTop + spot.top - frame.top - frame.height / 3;
  scroller.scrollTo({ top, behavior: still ? 'instant' : 'smooth' });
}

const paperCss = `
:host { color-scheme: light; container-type: inline-size; }
.paper {
  box-sizing: border-box; max-width: 820px; margin: 0 auto; padding: 48px 56px; font-size: 14px;
  background: #fff; color: #1a1a1a; border-radius: 2px;
  box-shadow: 0 0 0 1px rgb(0 0 0 / 8%), 0 2px 10px rgb(0 0 0 / 10%);
  --document-filled: #eaf2fb;
}
@container (max-width: 640px) { .paper { padding: 28px 30px; font-size: 13px; } }
:host([data-clickable]) .variable[data-key] { cursor: pointer; }
:host([data-clickable]) .variable[data-key]:hover { outline: 1px solid #1a1a1a; outline-offset: 1px; border-radius: 2px; }
.variable { border-radius: 2px; }
.variable.is-active { background: #ffe08a; color: #1a1a1a; outline: 2px solid #9a5b00; outline-offset: 1px; }
`;
