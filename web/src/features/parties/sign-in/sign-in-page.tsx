import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { answered, api, forgetToken } from '@/shared/api/client.ts';
import { problemText } from '@/shared/api/problems.ts';
import { paths, safeReturn } from '@/shared/paths.ts';
import { SignInFrame } from './sign-in-frame.tsx';

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const signIn = useSignIn(safeReturn(search.get('from')));
  return (
    <SignInFrame title={t('parties.signIn.title')}>
      <Form
        name="sign-in"
        layout="vertical"
        size="large"
        requiredMark={false}
        validateTrigger="onSubmit"
        onFinish={(form: { email: string; password: string }) => signIn.mutate(form)}
      >
        {signIn.isError && <Alert role="alert" type="error" showIcon title={problemText(signIn.error)} />}
        <Form.Item
          name="email"
          label={t('parties.signIn.email')}
          rules={[{ required: true, message: t('parties.signIn.required') }]}
        >
          <Input type="email" autoComplete="username" inputMode="email" maxLength={254} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('parties.signIn.password')}
          rules={[{ required: true, message: t('parties.signIn.required') }]}
        >
          <Input type="password" autoComplete="current-password" maxLength={256} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>{t('parties.signIn.submit')}</Button>
      </Form>
      <p>
        {t('parties.signIn.noAccount')} <Link to={paths.register}>{t('parties.signIn.toRegister')}</Link>
      </p>
    </SignInFrame>
  );
}

/** Signs in with a cookie and goes on to where the person wanted to be. */
export function useSignIn(to: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ email, password }: { email: string; password: string }) => {
      await answered(api.POST('/api/identity/login', { body: { email: email.trim(), password, mode: 'cookie' } }));
      forgetToken();
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      await navigate(to, { replace: true });
    },
  });
}
