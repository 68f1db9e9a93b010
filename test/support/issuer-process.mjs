// A small OpenID issuer in its own process, with its own keys: the test never shares memory with it.

import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';

const keyOf = async (alg, kid) => {
  const pair = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, ...pair, jwk: { ...(await exportJWK(pair.publicKey)), kid, alg, use: 'sig' } };
};
let keys = [await keyOf('ES256', 'k1'), await keyOf('RS256', 'r1'), await keyOf('ES384', 'unlisted')];
const stranger = await keyOf('ES256', 'k1');
let asked = 0;
let broken = '';

const json = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs as asked, and as no issuer should. */
async function mint({ kid = 'k1', how = 'right', claims }) {
  const key = keys.find((one) => one.kid === kid) ?? stranger;
  if (how === 'none') return `${json({ alg: 'none' })}.${json(claims)}.`;
  if (how === 'hs256-public-key') {
    const text = `${json({ alg: 'HS256', kid: 'r1' })}.${json(claims)}`;
    const secret = await exportSPKI(keys.find((one) => one.kid === 'r1').publicKey);
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }
  const signer = how === 'stranger' ? stranger : key;
  const header = how === 'unknown-kid' ? { alg: signer.alg, kid: 'never' } : { alg: signer.alg, kid: signer.kid };
  const token = await new SignJWT(claims).setProtectedHeader(header).sign(signer.privateKey);
  if (how !== 'changed') return token;
  const [head, body, signature] = token.split('.');
  return `${head}.${json({ ...JSON.parse(Buffer.from(body, 'base64url')), groups: ['BORDER-CHIEFS'] })}.${signature}`;
}

const server = createServer(async (request, response) => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  let text = '';
  for await (const chunk of request) text += chunk;
  const answer = (value, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  if (request.url === '/.well-known/openid-configuration') {
    if (broken === 'down') return answer({}, 500);
    if (broken === 'huge') return answer({ issuer, jwks_uri: `${issuer}/jwks`, fill: 'x'.repeat(1_000_000) });
    return answer({ issuer: broken === 'other-issuer' ? `${issuer}/other` : issuer, jwks_uri: `${issuer}/jwks` });
  }
  if (request.url === '/jwks') {
    asked += 1;
    if (broken === 'jwks') return answer({ keys: 'none' });
    return answer({ keys: keys.map((key) => key.jwk) });
  }
  // What follows is for the test, not part of an issuer.
  if (request.url === '/mint') return answer({ token: await mint(JSON.parse(text)) });
  if (request.url === '/rotate') {
    keys = [await keyOf('ES256', 'k2')];
    return answer({});
  }
  if (request.url === '/break') broken = JSON.parse(text).how;
  return answer({ asked });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.on('disconnect', () => process.exit());
