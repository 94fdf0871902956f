import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { problemText } from '@/shared/api/problems.ts';
import { paths } from '@/shared/paths.ts';
import { SignInFrame } from '../sign-in/sign-in-frame.tsx';
import { useSignIn } from '../sign-in/sign-in-page.tsx';
import { setPassword } from './api.ts';

const PASSWORD_CHARS_MIN = 12;

/** Where an invited person sets a password. The token stands behind the `#`, which no server log ever sees. */
export function SetPasswordPage() {
  const { t } = useTranslation();
  const fragment = new URLSearchParams(useLocation().hash.slice(1));
  const email = fragment.get('email') ?? '';
  const signIn = useSignIn(paths.home);
  const command = useMutation({
    mutationFn: (password: string) => setPassword({ email, token: fragment.get('token') ?? '', password }),
    onSuccess: (_, password) => signIn.mutate({ email, password }),
  });
  const failure = command.error ?? signIn.error;
  return (
    <SignInFrame title={t('parties.signIn.setPassword')} lead={t('parties.signIn.setPasswordLead', { email })}>
      <Form name="password" layout="vertical" size="large" requiredMark={false} validateTrigger="onSubmit" onFinish={({ password }: { password: string }) => command.mutate(password)}>
        {failure && <Alert role="alert" type="error" showIcon title={problemText(failure)} />}
        <Form.Item
          name="password"
          label={t('parties.signIn.newPassword')}
          extra={t('parties.signIn.passwordHint')}
          rules={[
            { required: true, message: t('parties.signIn.required') },
            { min: PASSWORD_CHARS_MIN, message: t('parties.signIn.passwordShort') },
          ]}
        >
          <Input type="password" autoComplete="new-password" maxLength={256} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={command.isPending || signIn.isPending}>{t('parties.signIn.setPasswordAct')}</Button>
      </Form>
    </SignInFrame>
  );
}
