import { documentCss } from '#shared/features/documents/document-css.ts';

/** The class of the sheet of paper that a text is edited on. */
export const sheetClass = 'document-editor-sheet';

/** The print's typography for the text under edit, and what only the editor shows. */
export const editorCss = `${documentCss(`.${sheetClass} .contract`)}
.${sheetClass} { color-scheme: light; container-type: inline-size; }
.${sheetClass} .contract {
  box-sizing: border-box; max-width: 820px; min-height: 60vh; margin: 0 auto; padding: 48px 56px 96px; font-size: 14px; background: #fff; color: #1a1a1a;
  border-radius: 2px; box-shadow: 0 0 0 1px rgb(0 0 0 / 8%), 0 2px 10px rgb(0 0 0 / 10%); outline: none; position: relative;
  white-space: pre-wrap; overflow-wrap: anywhere; font-variant-ligatures: none; --document-filled: #eaf2fb;
}
.${sheetClass} .contract:focus-visible { box-shadow: 0 0 0 2px #1f3b63, 0 2px 10px rgb(0 0 0 / 10%); }
@container (max-width: 640px) { .${sheetClass} .contract { padding: 28px 30px 64px; font-size: 13px; } }
.${sheetClass} [data-number]::before { content: attr(data-number) '\\3000'; font-weight: inherit; }
.${sheetClass}:lang(en) [data-number]::before { content: attr(data-number) ' '; }
.${sheetClass} [data-number][data-tight]::before { content: attr(data-number); }
.${sheetClass} p[data-number] { text-indent: 0; }
.${sheetClass} .contract > :is(p, h1, h2, h3, h4):has(> br:only-child)::after { content: ''; }
.${sheetClass} .variable, .${sheetClass} .reference { border-radius: 2px; }
.${sheetClass} .reference { background: #efe9f7; }
.${sheetClass} .variable.blank { background: #e4eefb; color: #16406f; border: 1px solid #b9cfe9; border-radius: 9px; padding: 0 6px; font-size: 0.92em; cursor: pointer; white-space: nowrap; }
.${sheetClass} .ProseMirror-selectednode { outline: 2px solid #1f3b63; outline-offset: 1px; }
.${sheetClass} .locked-block { background: #f6f4ee; border-radius: 3px; cursor: default; margin: 0.5em 0; }
.${sheetClass} .locked-block p { text-indent: 0; padding: 0 0.6em; }
.${sheetClass} .partyBlock th { width: 30%; font-weight: 400; }
.${sheetClass} .partyBlock tr:first-child :is(th, td) { font-weight: 700; }
.${sheetClass} .signatureBlock { margin-top: 2.2em; padding: 0.6em 0; }
.${sheetClass} [data-block] { border-left: 3px solid #cdbfa4; padding-left: 0.8em; margin: 0.4em 0 0.4em -1em; }
.${sheetClass} [data-block]::before { content: attr(data-label); display: block; font-size: 0.85em; color: #6a5c40; line-height: 1.5; }
.${sheetClass} [data-block].is-folded { color: transparent; height: 1.6em; overflow: hidden; user-select: none; }
.${sheetClass} .selectedCell { background: #dfe8f5; }
.${sheetClass} td, .${sheetClass} th { min-width: 3em; position: relative; }
.${sheetClass} ins { text-decoration: underline; text-decoration-color: #2c6a40; text-underline-offset: 3px; background: #e3f1e6; }
.${sheetClass} del { text-decoration: line-through; text-decoration-color: #b3261e; background: #fbe6e4; color: #7d2a1f; }
.${sheetClass} [data-change='insertion'] { border-left: 3px solid #2c6a40; padding-left: 0.5em; margin-left: -0.7em; }
.${sheetClass} [data-change='deletion'] { border-left: 3px solid #b3261e; padding-left: 0.5em; margin-left: -0.7em; }
.${sheetClass} .locked-block[data-change='deletion'], .${sheetClass} table[data-change='deletion'] { opacity: 0.55; text-decoration: line-through; }
.${sheetClass} .comment { background: #fff3c4; border-bottom: 2px solid #9a6b00; }
.${sheetClass} .text-mark { text-decoration: underline double 1.5px; text-underline-offset: 3px; cursor: pointer; }
.${sheetClass} .text-mark.danger { text-decoration-color: #b3261e; }
.${sheetClass} .text-mark.warning { text-decoration-color: #b26a00; }
.${sheetClass} .text-mark.info { text-decoration-color: #2b5d8c; }
.${sheetClass} .text-mark.neutral { text-decoration-color: #6b7280; }
.${sheetClass} .misspelt { text-decoration: underline wavy #c01f1f 1.25px; text-underline-offset: 4px; text-decoration-skip-ink: none; }
.${sheetClass} .text-mark-chosen { background: #ffe08a; }
/* Tripled, to outdo what a value or a reference is filled with. */
.${sheetClass} .found.found.found { background: #ffe9a8; }
.${sheetClass} .found.found.found.is-current { background: #ffb84d; outline: 1px solid #9a5b00; }
.${sheetClass} .is-empty::after { content: attr(data-placeholder); color: #767c88; pointer-events: none; }
.${sheetClass} .slash-query { color: #6b7280; background: #eef0f3; border-radius: 2px; }
.${sheetClass} .drop-cursor { background: #1f3b63; }
.${sheetClass} .ProseMirror-gapcursor { display: none; position: absolute; }
.${sheetClass} .ProseMirror-focused .ProseMirror-gapcursor { display: block; }
.${sheetClass} .ProseMirror-gapcursor::after { content: ''; display: block; position: absolute; top: -2px; width: 20px; border-top: 1px solid #1a1a1a; }
.${sheetClass} .ProseMirror-separator { display: inline !important; border: none; margin: 0; width: 0; height: 0; }
@media print { .${sheetClass} .contract { box-shadow: none; } }
`;

let sheet: CSSStyleSheet | null = null;

/** Gives the page the editor's styles, once; a constructed sheet needs no leave of the page's policy. */
export function adoptEditorCss(): void {
  if (sheet !== null) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(editorCss);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
