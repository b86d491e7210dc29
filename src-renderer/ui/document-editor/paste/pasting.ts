import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { VariableFormat } from '#shared/features/documents/model.ts';
import type { ContextRef } from '../editor-context.ts';
import { variableLabel } from '../labels.ts';
import { cleanPastedHtml } from './clean-html.ts';

/** Cleans what is pasted, and gives values as words to what is copied out of the text. */
export function pasting(context: ContextRef) {
  return Extension.create({
    name: 'pasting',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          transformPastedHTML: cleanPastedHtml,
          clipboardTextSerializer: ({ content }) =>
            content.textBetween(0, content.size, '\n', ({ type, attrs }) => (type.name === 'variable' ? variableLabel(String(attrs['key']), attrs['format'] as VariableFormat, context.current).text : type.name === 'hardBreak' ? '\n' : '')),
        },
      }),
    ],
  });
}
