"""Sign session tokens and verify webhooks of Fairwell, with the standard library alone."""

import base64
import hashlib
import hmac
import json
import secrets
import time


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def sign_session_token(secret, app_id, customer_id, mode, subscription_id=None, now=None):
    """A token for the customer who is signed in; it holds for 15 minutes."""
    issued = int(time.time() if now is None else now)
    claims = {
        "aud": app_id,
        "sub": customer_id,
        "mode": mode,  # "live", "test" or "sandbox"
        "iat": issued,
        "exp": issued + 900,
        "jti": secrets.token_urlsafe(16),
    }
    if subscription_id is not None:
        claims["subscription"] = subscription_id
    parts = ({"alg": "HS256", "typ": "JWT"}, claims)
    signed = ".".join(_encode(json.dumps(part).encode()) for part in parts)
    signature = hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{_encode(signature)}"


def verify_webhook(body: bytes, headers, secret, now=None):
    """What a webhook says. `body` as it arrived, `headers` by lower-case names. Raises ValueError."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    message_id = headers.get("webhook-id", "")
    timestamp = headers.get("webhook-timestamp", "")
    signed = f"{message_id}.{timestamp}.".encode() + body
    expected = b"v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    given = headers.get("webhook-signature", "").encode().split(b" ")
    if not any([hmac.compare_digest(each, expected) for each in given]):
        raise ValueError("the webhook is not signed with this secret")
    if abs((time.time() if now is None else now) - int(timestamp)) > 300:
        raise ValueError("the webhook is too old, or ahead of its time")
    return json.loads(body)
