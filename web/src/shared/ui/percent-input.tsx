import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPercent, parsePercent, parsePercents } from '../format/percent.ts';

interface FieldProps<T> {
  id?: string;
  value?: T | null;
  onChange?: (value: T | null) => void;
  label?: string;
}

interface TypedProps<T> extends FieldProps<T> {
  read: (text: string) => T | null;
  write: (value: T) => string;
  charsMax: number;
}

/** Keeps what is being typed as long as it reads as the value; what does not read says so beneath. */
function TypedPercent<T>({ id, value = null, onChange, label, read, write, charsMax }: TypedProps<T>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const isTyped = value === null || JSON.stringify(read(typed)) === JSON.stringify(value);
  const text = isTyped ? typed : write(value);
  const unreadable = text.trim() !== '' && read(text) === null;
  return (
    <>
      <Input
        {...(id ? { id } : {})}
        {...(label ? { 'aria-label': label } : {})}
        aria-invalid={unreadable}
        inputMode="decimal"
        autoComplete="off"
        maxLength={charsMax}
        suffix="%"
        value={text}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange?.(read(event.target.value));
        }}
      />
      {unreadable && <small>{t('kernel.percent.unreadable')}</small>}
    </>
  );
}

/** A rate in per cent with at most two decimals; its value is basis points. */
export function PercentInput(props: FieldProps<number>) {
  return <TypedPercent {...props} read={parsePercent} write={formatPercent} charsMax={8} />;
}

/** Rates by year, parted by semicolons. */
export function PercentsInput(props: FieldProps<number[]>) {
  return (
    <TypedPercent {...props} read={parsePercents} write={(rates) => rates.map(formatPercent).join('；')} charsMax={160} />
  );
}
