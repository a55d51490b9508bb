import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { authHash } from '@fairwell/node';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { equalSecrets } from '../auth/hash.js';

const tags = ['Development'];
const text = Type.String({ minLength: 1, maxLength: 1024 });
const Form = Type.Object({
  customerId: text,
  apiKey: text,
  authHash: Type.Optional(Type.String({ maxLength: 1024 })),
});

/** Nothing but a form that is sent back here: no script, no style, no frame. */
const policy = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(value: string): string {
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function page(result: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>The hash your back end should make</title>
</head>
<body>
<main>
<h1>The hash your back end should make</h1>
<p>The <code>authHash</code> of a customer is the HMAC-SHA256 of their id under the API key, in hex.</p>
<form method="post">
<p><label>Customer id<br><input name="customerId" required autocomplete="off"></label></p>
<p><label>API key<br><input name="apiKey" type="password" required autocomplete="off"></label></p>
<p><label>Your hash, to compare (optional)<br><input name="authHash" autocomplete="off" size="64"></label></p>
<p><button>Show the hash</button></p>
</form>
${result}
</main>
</body>
</html>
`;
}

function comparison(given: string, expected: string): string {
  if (given === '') return '';
  return equalSecrets(given.toLowerCase(), expected)
    ? '<p>Your hash is right.</p>'
    : '<p>Your hash is another one: compare the key, and that the id is hashed as it stands, without quotes or line ends.</p>';
}

function send(reply: FastifyReply, result: string): FastifyReply {
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page(result));
}

/** In development only: what a back end should come to, for whoever is debugging theirs. */
export const verifyPage: FastifyPluginAsyncTypebox = async (app) => {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    },
  );
  app.setSerializerCompiler(() => String);

  app.get(
    '/verify',
    { schema: { tags, summary: 'A page that shows the hash of a customer', security: [] } },
    (_request, reply) => send(reply, ''),
  );

  app.post(
    '/verify',
    {
      schema: {
        tags,
        summary: 'The hash of a customer, as a page',
        security: [],
        consumes: ['application/x-www-form-urlencoded'],
        body: Form,
      },
    },
    ({ body: { customerId, apiKey, authHash: given = '' } }, reply) => {
      const expected = authHash(customerId, apiKey);
      return send(
        reply,
        `<h2>${escape(customerId)}</h2>\n<p><output><code>${expected}</code></output></p>\n${comparison(given.trim(), expected)}`,
      );
    },
  );
};
