import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { capitals } from '../format/capitals.ts';
import { formatFen, formatWan, type MoneyUnit, parseFen } from '../format/money.ts';
import classes from './money-input.module.css';

interface MoneyInputProps {
  id?: string;
  /** Fen; null while nothing readable is entered. */
  value?: number | null;
  onChange?: (fen: number | null) => void;
  label?: string;
  disabled?: boolean;
}

const shownAs = (fen: number, unit: MoneyUnit): string => (unit === 'wan' ? formatWan(fen) : formatFen(fen));

/**
 * An amount typed in 元 or 万元, read without rounding, with its capitals beneath. Digits a person typed are kept when
 * the unit is changed after them (6, then 万元, is ¥60,000); an amount that was there is only shown otherwise. The unit
 * is a plain select: it opens the phone's own wheel and keeps antd's (28 kB) out of the auction room.
 */
export function MoneyInput({ id, value = null, onChange, label, disabled = false }: MoneyInputProps) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState<MoneyUnit>('yuan');
  const [typed, setTyped] = useState('');
  const read = parseFen(typed, unit);
  const isTyped = typed !== '' && (value === null || read === value);
  const text = isTyped || value === null ? typed : shownAs(value, unit);
  const unreadable = text !== '' && parseFen(text, unit) === null;
  const change = (next: string, asUnit: MoneyUnit) => {
    setTyped(next);
    onChange?.(parseFen(next, asUnit));
  };
  return (
    <div className={classes.money}>
      <div className={classes.line}>
        <Input
          {...(id ? { id } : {})}
          aria-label={label}
          aria-invalid={unreadable}
          inputMode="decimal"
          autoComplete="off"
          maxLength={24}
          disabled={disabled}
          prefix="¥"
          value={text}
          onChange={(event) => change(event.target.value, unit)}
        />
        <select
          aria-label={t('kernel.money.unit')}
          disabled={disabled}
          value={unit}
          className={classes.unit}
          onChange={(event) => {
            const next = event.target.value === 'wan' ? 'wan' : 'yuan';
            setUnit(next);
            if (isTyped) change(text, next);
          }}
        >
          <option value="yuan">{t('kernel.money.yuan')}</option>
          <option value="wan">{t('kernel.money.tenThousand')}</option>
        </select>
      </div>
      <p className={classes.words} lang={value === null ? undefined : 'zh-CN'}>
        {unreadable ? t('kernel.money.unreadable') : value === null ? '' : capitals(value)}
      </p>
    </div>
  );
}
