import { Alert, Button, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/command.ts';
import { problemText } from '../api/problems.ts';
import classes from './act-button.module.css';

interface ActButtonProps {
  label: string;
  /** What follows from it, said before it is done. */
  explain: ReactNode;
  /** The field's label when the act takes a text. */
  asks?: string;
  /** Whether it may be left empty. */
  optional?: boolean;
  done: string;
  primary?: boolean;
  small?: boolean;
  /** What stands in the field at first. */
  initial?: string;
  danger?: boolean;
  act: (text: string, commandId: string) => Promise<unknown>;
  onDone?: () => void;
}

const TEXT_CHARS_MAX = 1_000;

/** An act with consequences: it says what follows, takes its reason where it has one, and is then done once. */
export function ActButton(props: ActButtonProps) {
  const { label, explain, asks, optional = false, done, primary = false, danger = false, small = false, initial = '', act, onDone } = props;
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(initial);
  const close = () => {
    setOpen(false);
    setText(initial);
    command.reset();
  };
  const command = useCommand((value: string, commandId) => act(value, commandId), {
    done,
    quiet: true,
    onDone: () => {
      close();
      onDone?.();
    },
  });
  const begin = () => {
    setText(initial);
    setOpen(true);
  };
  const isMissing = asks !== undefined && !optional && text.trim() === '';
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} danger={danger} size={small ? 'small' : 'medium'} onClick={begin}>{label}</Button>
      {isOpen && (
        <Modal
          open
          title={label}
          okText={label}
          cancelText={t('kernel.act.cancel')}
          okButtonProps={{ danger, disabled: isMissing, loading: command.isPending }}
          onOk={() => command.mutate(text.trim())}
          onCancel={close}
        >
          <div className={classes.body}>
            <div>{explain}</div>
            <div role="alert">
              {command.isError && <Alert type="error" showIcon title={problemText(command.error)} />}
            </div>
            {asks !== undefined && (
              <div>
                <label htmlFor={id}>{asks}</label>
                <Input.TextArea
                  id={id}
                  rows={4}
                  maxLength={TEXT_CHARS_MAX}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              </div>
            )}
          </div>
        </Modal>
      )}
    </>
  );
}

/** A text with one item a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
