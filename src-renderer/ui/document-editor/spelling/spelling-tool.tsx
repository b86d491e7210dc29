import SpellingIcon from '@mui/icons-material/SpellcheckOutlined';
import { useTranslate } from '../../../i18n/i18n.ts';
import { ToolButton } from '../toolbar/tool-button.tsx';
import type { Spelling } from './spelling.ts';

/** Switches the check of spelling on and off. */
export function SpellingTool({ spelling: { isOn, onSwitch } }: { readonly spelling: Spelling }) {
  const translate = useTranslate();
  return <ToolButton label={translate('documentEditor.spelling.check')} icon={<SpellingIcon />} isOn={isOn} onClick={() => onSwitch(!isOn)} />;
}
