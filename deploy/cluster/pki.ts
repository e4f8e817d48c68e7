import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes an authority in a folder, as `ca.key` and `ca.crt`; what it gives signs: `NAME.key`, `NAME.crt`. */
export function makeAuthority(folder: string): (name: string, subject: string, extensions: string) => void {
  const openssl = (args: string): void => void execFileSync('openssl', args.split(' '), { cwd: folder, stdio: 'pipe' });
  openssl('req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=dateline-test -keyout ca.key -out ca.crt');
  return (name, subject, extensions) => {
    writeFileSync(join(folder, `${name}.ext`), extensions);
    openssl(`req -newkey rsa:2048 -nodes -subj ${subject} -keyout ${name}.key -out ${name}.csr`);
    const authority = '-CA ca.crt -CAkey ca.key -CAcreateserial';
    openssl(`x509 -req -days 2 -in ${name}.csr ${authority} -extfile ${name}.ext -out ${name}.crt`);
  };
}

/** An authority, a certificate of the API server, one of an administrator, and the key of ServiceAccounts. */
export function makePki(folder: string): void {
  const sign = makeAuthority(folder);
  const names = 'IP:127.0.0.1,DNS:localhost,DNS:kubernetes.default.svc';
  sign('apiserver', '/CN=kube-apiserver', `subjectAltName=${names}\nextendedKeyUsage=serverAuth`);
  sign('admin', '/O=system:masters/CN=admin', 'extendedKeyUsage=clientAuth');
  execFileSync('openssl', ['genrsa', '-out', 'accounts.key', '2048'], { cwd: folder, stdio: 'pipe' });
}

/** A kubeconfig of the administrator. */
export function kubeconfig(folder: string, server: string): string {
  const inline = (file: string): string => readFileSync(join(folder, file)).toString('base64');
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'test',
    clusters: [{ name: 'test', cluster: { server, 'certificate-authority-data': inline('ca.crt') } }],
    users: [
      {
        name: 'admin',
        user: { 'client-certificate-data': inline('admin.crt'), 'client-key-data': inline('admin.key') },
      },
    ],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'admin' } }],
  });
}
