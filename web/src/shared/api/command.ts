import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useSay } from '../ui/messages.tsx';
import { problemText, Refused } from './problems.ts';

interface Options<TData> {
  /** Said when it is done; a refusal is always said. */
  done?: string;
  onDone?: (data: TData) => void;
  /** True when the caller shows the refusal itself. */
  quiet?: boolean;
}

/**
 * One write. The command id is made once for one intent: pressing again after a lost or unknown answer repeats the
 * same command; a changed form or a definite answer starts a new one. Afterwards everything on screen is asked again.
 */
export function useCommand<TVariables, TData>(
  run: (variables: TVariables, commandId: string) => Promise<TData>,
  { done, onDone, quiet = false }: Options<TData> = {},
) {
  const say = useSay();
  const queries = useQueryClient();
  const intent = useRef<{ of: string; id: string } | null>(null);
  return useMutation<TData, unknown, TVariables>({
    mutationFn: async (variables) => {
      const of = JSON.stringify(variables) ?? '';
      if (intent.current?.of !== of) intent.current = { of, id: crypto.randomUUID() };
      try {
        const data = await run(variables, intent.current.id);
        intent.current = null;
        return data;
      } catch (error) {
        if (error instanceof Refused && !error.isUnknown) intent.current = null;
        throw error;
      }
    },
    onSuccess: async (data) => {
      if (done) say('done', done);
      await queries.invalidateQueries();
      onDone?.(data);
    },
    onError: (error) => {
      if (!quiet) say('failed', problemText(error));
      if (error instanceof Refused && error.status === 412) void queries.invalidateQueries();
    },
  });
}
