<?php
// Sign session tokens and verify webhooks of Fairwell, with PHP 8 alone.

function fairwell_encode(string $data): string
{
    return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
}

/** A token for the customer who is signed in; it holds for 15 minutes. */
function fairwell_sign_session_token(
    string $secret,
    string $appId,
    string $customerId,
    string $mode,
    ?string $subscriptionId = null,
    ?int $now = null,
): string {
    $issued = $now ?? time();
    $claims = [
        'aud' => $appId,
        'sub' => $customerId,
        'mode' => $mode, // "live", "test" or "sandbox"
        'iat' => $issued,
        'exp' => $issued + 900,
        'jti' => bin2hex(random_bytes(16)),
    ];
    if ($subscriptionId !== null) {
        $claims['subscription'] = $subscriptionId;
    }
    $header = json_encode(['alg' => 'HS256', 'typ' => 'JWT'], JSON_THROW_ON_ERROR);
    $signed = fairwell_encode($header) . '.' . fairwell_encode(json_encode($claims, JSON_THROW_ON_ERROR));
    return $signed . '.' . fairwell_encode(hash_hmac('sha256', $signed, $secret, true));
}

/**
 * What a webhook says. The body as it arrived (php://input), the headers by lower-case names.
 * @throws RuntimeException if it is not to be believed
 */
function fairwell_verify_webhook(string $body, array $headers, string $secret, ?int $now = null): array
{
    $key = base64_decode(preg_replace('/^whsec_/', '', $secret), true);
    $id = $headers['webhook-id'] ?? '';
    $timestamp = $headers['webhook-timestamp'] ?? '';
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    $matches = false;
    foreach (explode(' ', $headers['webhook-signature'] ?? '') as $given) {
        $matches = hash_equals($expected, $given) || $matches;
    }
    if (!$matches) {
        throw new RuntimeException('the webhook is not signed with this secret');
    }
    if (!ctype_digit($timestamp) || abs(($now ?? time()) - (int) $timestamp) > 300) {
        throw new RuntimeException('the webhook is too old, or ahead of its time');
    }
    return json_decode($body, true, 512, JSON_THROW_ON_ERROR);
}
