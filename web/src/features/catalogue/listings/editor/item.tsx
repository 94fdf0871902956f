import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '@/shared/ui/choice.tsx';
import { isDay } from '@/shared/format/days.ts';
import { DayInput } from '@/shared/ui/day-input.tsx';

type Path = (string | number)[];

interface ItemProps {
  name: Path;
  label: string;
  extra?: string;
  required?: boolean;
  /** Only digits will do. */
  digits?: boolean;
  children: ReactElement;
}

/** A field of the terms; whether what stands in it will do is the server's to say. */
export function Item({ name, label, extra, required = false, digits = false, children }: ItemProps) {
  const { t } = useTranslation();
  const rules = [
    ...(required ? [{ required: true, message: t('parties.signIn.required') }] : []),
    ...(digits ? [{ pattern: /^\d*$/, message: t('kernel.number.unreadable') }] : []),
  ];
  return <Form.Item name={name} label={label} extra={extra} rules={rules}>{children}</Form.Item>;
}

interface TextProps {
  name: Path;
  label: string;
  extra?: string;
  required?: boolean;
  rows?: number;
  max?: number;
}

export function TextItem({ rows = 1, max = 500, ...item }: TextProps) {
  return (
    <Item {...item}>
      {rows === 1 ? <Input maxLength={max} /> : <Input.TextArea rows={rows} maxLength={max} />}
    </Item>
  );
}

/** A day that is none is said here; the server only knows days. */
export function DayItem({ name, label, extra, required = false }: Omit<TextProps, 'rows' | 'max'>) {
  const { t } = useTranslation();
  const asDay = (_: unknown, text?: string) => {
    if (!text) return required ? Promise.reject(new Error(t('parties.signIn.required'))) : Promise.resolve();
    return isDay(text) ? Promise.resolve() : Promise.reject(new Error(t('kernel.day.unreadable')));
  };
  return <Form.Item name={name} label={label} extra={extra} rules={[{ validator: asDay }]}><DayInput /></Form.Item>;
}

interface ChosenProps<T extends string> {
  label: string;
  value?: T;
  onChange?: (value: T) => void;
  options: readonly { value: T; label: string }[];
}

/** A group of radio buttons as a field of a form. */
export function Chosen<T extends string>({ label, value, onChange, options }: ChosenProps<T>) {
  return (
    <Choice
      label={label}
      value={value ?? ''}
      options={options}
      onChange={(text) => {
        const chosen = options.find((option) => option.value === text);
        if (chosen) onChange?.(chosen.value);
      }}
    />
  );
}
