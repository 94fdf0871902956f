import { Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface DayInputProps {
  id?: string;
  value?: string;
  onChange?: (day: string) => void;
  label?: string;
}

/** A day typed in one form, whatever the browser's language; `.` and `/` are taken for `-`. */
export function DayInput({ id, value = '', onChange, label }: DayInputProps) {
  const { t } = useTranslation();
  return (
    <Input
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      className="figures"
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      placeholder={t('kernel.day.form')}
      value={value}
      onChange={(event) => onChange?.(event.target.value.replace(/[./年月]/g, '-'))}
    />
  );
}
