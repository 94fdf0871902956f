import classes from './pick.module.css';

interface PickProps<T extends string> {
  id?: string;
  value?: T;
  onChange?: (value: T) => void;
  label?: string;
  options: readonly { value: T; label: string }[];
}

/** One of several in a plain select, which opens the phone's own wheel. */
export function Pick<T extends string>({ id, value, onChange, label, options }: PickProps<T>) {
  return (
    <select
      id={id}
      aria-label={label}
      className={classes.pick}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange?.(chosen.value);
      }}
    >
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  );
}
