import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useEffect, useState } from 'react';
import { useTranslate } from '../i18n/i18n.ts';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the tooltip and screen readers, e.g. "Copy fingerprint". */
  readonly label: string;
  /** Shows the label beside the icon. */
  readonly labelled?: boolean;
}

/** Puts a text on the clipboard and says so for two seconds. */
export function CopyButton({ text, label, labelled = false }: CopyButtonProps) {
  const translate = useTranslate();
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  const icon = isCopied ? <CheckIcon fontSize="small" /> : <ContentCopyIcon fontSize="small" />;
  const words = isCopied ? translate('ui.copied') : label;
  if (labelled) {
    return (
      <Button variant="outlined" startIcon={icon} onClick={copy}>
        <span aria-live="polite">{words}</span>
      </Button>
    );
  }
  return (
    <Tooltip title={words}>
      <IconButton size="small" aria-label={words} onClick={copy}>
        {icon}
      </IconButton>
    </Tooltip>
  );
}
