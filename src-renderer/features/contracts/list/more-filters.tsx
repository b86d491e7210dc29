import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import Popover from '@mui/material/Popover';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ContractFilter } from '#shared/features/contracts/list.ts';
import { readBound } from '#shared/features/contracts/search-query.ts';
import { isDay } from '#shared/kernel/day.ts';
import { moneyToFigures } from '#shared/kernel/money.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { filterButtonStyle } from '../../../ui/filter-menu.tsx';
import { OfferingField } from '../../../ui/offering-field.tsx';
import { useNamesInUse } from '../components/use-names-in-use.ts';

export interface NarrowProps {
  readonly filter: ContractFilter;
  readonly narrow: (part: { readonly [Key in keyof ContractFilter]: ContractFilter[Key] | undefined }) => void;
}

/** Conditions that are typed and not ticked: names, a range of sums, a range of ends. They count as they are typed. */
export function MoreFilters({ filter, narrow }: NarrowProps) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={filterButtonStyle}
      >
        {translate('contracts.filter.more')}
      </Button>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': translate('contracts.filter.more'), sx: { p: 2, width: 460 } } }}
      >
        <Fields filter={filter} narrow={narrow} />
        <Stack direction="row" sx={{ mt: 2, justifyContent: 'flex-end' }}>
          <Button variant="contained" onClick={() => setAnchor(null)}>
            {translate('contracts.filter.done')}
          </Button>
        </Stack>
      </Popover>
    </>
  );
}

function Fields({ filter, narrow }: NarrowProps) {
  const translate = useTranslate();
  const names = useNamesInUse();
  const holdsFinance = useHolds('finance');
  const [partyName, setPartyName] = useState(filter.partyName ?? '');
  return (
    <Stack spacing={1.5}>
      <TextField
        size="small"
        label={translate('contracts.filter.partyName')}
        value={partyName}
        onChange={({ target }) => {
          setPartyName(target.value);
          narrow({ partyName: said(target.value) });
        }}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <Stack direction="row" spacing={1.5}>
        <NameField label={translate('contracts.filter.owner')} names={names.owners} start={filter.ownerName} onChange={(ownerName) => narrow({ ownerName })} />
        <NameField label={translate('contracts.filter.department')} names={names.departments} start={filter.department} onChange={(department) => narrow({ department })} />
      </Stack>
      {holdsFinance ? (
        <div>
          <Stack direction="row" spacing={1.5}>
            <SumField label={translate('contracts.filter.amountFrom')} start={filter.amountFrom} onChange={(amountFrom) => narrow({ amountFrom })} />
            <SumField label={translate('contracts.filter.amountTo')} start={filter.amountTo} onChange={(amountTo) => narrow({ amountTo })} />
          </Stack>
          <FormHelperText>{translate('contracts.filter.anyCurrency')}</FormHelperText>
        </div>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {translate('contracts.filter.amountWithheld')}
        </Typography>
      )}
      <Stack direction="row" spacing={1.5}>
        <EndField label={translate('contracts.filter.endFrom')} start={filter.endFrom} onChange={(endFrom) => narrow({ endFrom })} />
        <EndField label={translate('contracts.filter.endTo')} start={filter.endTo} onChange={(endTo) => narrow({ endTo })} />
      </Stack>
    </Stack>
  );
}

interface PartProps<Value> {
  readonly label: string;
  /** What the field begins with. */
  readonly start: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

/** A name, or a part of one; those in use are offered. */
function NameField({ label, names, start, onChange }: PartProps<string> & { readonly names: readonly string[] }) {
  const [text, setText] = useState(start ?? '');
  const change = (typed: string) => {
    setText(typed);
    onChange(said(typed));
  };
  return <OfferingField fullWidth size="small" label={label} offered={names} value={text} onChange={change} maxLength={80} />;
}

function SumField({ label, start, onChange }: PartProps<number>) {
  const translate = useTranslate();
  const [text, setText] = useState(start === undefined ? '' : moneyToFigures({ minor: start, currency: 'CNY' }));
  const isWrong = text.trim() !== '' && readBound(text) === null;
  const change = (typed: string) => {
    setText(typed);
    const bound = readBound(typed);
    if (bound !== null || typed.trim() === '') onChange(bound ?? undefined);
  };
  return (
    <TextField
      fullWidth
      size="small"
      label={label}
      value={text}
      onChange={({ target }) => change(target.value)}
      error={isWrong}
      helperText={isWrong && translate('contracts.filter.notASum')}
      slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 40 } }}
    />
  );
}

function EndField({ label, start, onChange }: PartProps<NonNullable<ContractFilter['endFrom']>>) {
  const [entry, setEntry] = useState<string>(start ?? '');
  const change = (typed: string) => {
    setEntry(typed);
    if (isDay(typed)) onChange(typed);
    else if (typed === '') onChange(undefined);
  };
  return <DateField id={useId()} label={label} value={entry} onChange={change} />;
}

function said(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}
