import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { createEditorService, type EditorParts } from './service.ts';

export function createEditor(parts: EditorParts): HandlersOf<'editor'> {
  const editor = createEditorService(parts);
  return {
    copy: ({ contractId }, call) => succeed(editor.copy(call, contractId)),
    state: ({ contractId }, call) => succeed(editor.state(call, contractId)),
    keep: ({ contractId, copy }, call) => editor.keep(call, contractId, copy),
    discard: ({ contractId }, call) => editor.discard(call, contractId),
    save: (text, call) => editor.save(call, text),
  };
}
