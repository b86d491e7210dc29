import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { recoveryGroupsOf } from '../recovery-code.ts';
import './recovery-sheet.css';

interface RecoverySheetProps {
  readonly code: string;
  readonly userName: string;
  readonly folder: string;
}

/** The page that Print prints: nothing else of the window gets on paper. Not visible on the screen. */
export function RecoverySheet({ code, userName, folder }: RecoverySheetProps) {
  const translate = useTranslate();
  const format = useFormat();
  const [printedAt] = useState(() => Date.now());
  return createPortal(
    <section className="recovery-sheet" aria-hidden>
      <h1>{translate('vault.sheet.title')}</h1>
      <p>{translate('vault.sheet.text')}</p>
      <ol>
        {recoveryGroupsOf(code).map((group, index) => (
          <li key={index}>
            <small>{index + 1}</small>
            {group}
          </li>
        ))}
      </ol>
      <dl>
        <dt>{translate('vault.userName.label')}</dt>
        <dd>{userName}</dd>
        <dt>{translate('vault.info.folder')}</dt>
        <dd>{folder}</dd>
        <dt>{translate('vault.sheet.printedOn')}</dt>
        <dd>{format.date(printedAt)}</dd>
      </dl>
      <p>{translate('vault.sheet.keep')}</p>
    </section>,
    document.body,
  );
}
